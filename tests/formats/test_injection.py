"""What people are called cannot break out of its place in a file, whatever the format.

Each name tries to end the cell, line, section or element it stands in and to begin one of its own.
"""

import json
import zipfile
from io import BytesIO

import networkx as nx
import openpyxl
import pytest

import weft
from tests.formats.same import content_of
from weft.formats import known_formats
from weft.formats.carrying import reduced

BREAKING_OUT = (
    'x"\n*Arcs\n1 2 9', "x\n*Arcs", '"]] ] node [ id 99 label "z" ]', 'x" y', "\\", '\\"', "a\\n",
    "&#10;", '</node><node id="z"/>', "]]>", "<!--", "x --> y", "*Vertices 3", "#", "%", "data:",
    "labels embedded", '"', "'", "a,b\nc", "=1+1", "\t=1", "\r\n=cmd", "a\rb", "a\x85b", "a\u2028b",
    "\ufeff", "\u202e", '{"a":1}', "/*", "// c", " lead", "trail ", "dl n=3", "!", "*tie data",
    "a;b", "|", "_x0041_", "_x000D_", "\x7f", "#N/A", "NULL", "None", "nan", "true", "&amp;",
    "&quot;", "\\u0041", "%0A", "0x1F", "1e5", "٣", "@SUM(1)", "+1+1", "-1-1", "＝1",
)  # fmt: skip
CONTROLLING = ("a\x0bb", "a\x1b[31mb", "a\x00b", "\x07", "\ufffe", "\uffff", "a\x1fb")
RUNNING = ("=1+1", "\t=1", "\r\n=cmd", "@SUM(1)", "+1+1", "-1-1", "＝1")
WHERE = ("id", "name", "attribute", "relation", "wave")
WRITERS = [f for f in known_formats() if f.write is not None and f.read is not None]


def called(word, where):
    """Return a network of three people in which one thing is called by this word."""
    ids, names, team = ["p0", "p1", "p2"], ["n0", "n1", "n2"], ["u", "v", "w"]
    first = {"id": ids, "name": names, "attribute": team}.get(where)
    if first is not None:
        first[0] = word
    ties = {
        "source": ids,
        "target": [*ids[1:], ids[0]],
        "relation": [word if where == "relation" else "trusts"] * 3,
        "weight": [1, 2, 3],
        "wave": [word if where == "wave" else "1"] * 3,
    }
    return weft.read(ties, {"id": ids, "name": names, "team": team})


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("format_", WRITERS, ids=lambda f: f.name)
def test_no_word_breaks_out_of_its_place(format_, where, tmp_path):
    path = tmp_path / f"network{format_.extensions[0]}"
    for word in BREAKING_OUT:
        network = called(word, where)

        weft.write(network, path, format=format_.name)

        expected, _ = reduced(network, format_.carries, format_.title)
        assert content_of(weft.read(path, format=format_.name)) == content_of(expected), word


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("format_", WRITERS, ids=lambda f: f.name)
def test_what_a_format_cannot_hold_is_refused_and_not_changed(format_, where, tmp_path):
    path = tmp_path / f"network{format_.extensions[0]}"
    for word in CONTROLLING:
        network = called(word, where)
        try:
            weft.write(network, path, format=format_.name)
        except (weft.InvalidRequestError, weft.InvalidDataError):
            continue

        expected, _ = reduced(network, format_.carries, format_.title)
        assert content_of(weft.read(path, format=format_.name)) == content_of(expected), word


def sizes_by_networkx(path):
    reading = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf,
               ".gml": lambda of: nx.read_gml(of, label="id")}  # fmt: skip
    graph = reading[path.suffix](path)
    return graph.number_of_nodes(), graph.number_of_edges()


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".gml"])
def test_networkx_reads_as_many_people_and_ties(ending, tmp_path):
    path = tmp_path / f"network{ending}"
    for word in BREAKING_OUT:
        for where in ("id", "name", "attribute"):
            weft.write(called(word, where), path)

            assert sizes_by_networkx(path) == (3, 3), (word, where)


@pytest.mark.parametrize("name", ["xlsx", "kumu", "polinode", "nodexl"])
def test_no_cell_of_a_workbook_is_a_formula(name, tmp_path):
    path = tmp_path / "network.xlsx"
    for word in RUNNING:
        for where in ("id", "attribute", "relation"):
            weft.write(called(word, where), path, format=name)

            book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "b"}, (word, where)


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_no_cell_of_a_table_can_run(ending, tmp_path):
    path, people = tmp_path / f"ties{ending}", tmp_path / f"people{ending}"
    for word in RUNNING:
        heading = {"id": ["p0", "p1"], word: ["a", "b"]}
        network = weft.read([(word, "p1", word, 1, word)], {**heading, "id": [word, "p1"]})

        weft.write(network, path, people=people)

        for written in (path.read_bytes(), people.read_bytes()):
            text = written.decode().replace('"', "")
            assert f"'{word}" in text
            assert text.count(word) == text.count(f"'{word}")


HALF = "\\ud800"
JSON = {
    "kumu": {
        "elements": [{"_id": "H", "label": "H", "H": "H"}, {"_id": "b", "label": "b"}],
        "connections": [{"from": "H", "to": "b", "type": "H", "H": "H"}],
    },
    "discourse": {
        "latest_posts": [
            {"username": "H", "created_at": "2023-11-14", "reply_to_user": {"username": "bH"}}
        ]
    },
}


@pytest.mark.parametrize("kind", JSON)
def test_half_a_character_in_json_is_replaced_and_written_in_every_format(kind, tmp_path):
    path = tmp_path / "half.json"
    path.write_text(json.dumps(JSON[kind]).replace("H", HALF))

    network = weft.read(path, key={"\ufffd": "Z\udfff"} if kind == "discourse" else None)

    for format_ in WRITERS:
        weft.write(network, tmp_path / f"out{format_.extensions[0]}", format=format_.name)
    assert weft.portrait(network).to_html().encode()
    assert any("\ufffd" in person for person in network.people.ids)


def test_half_a_character_in_python_is_replaced():
    half = "a\ud800"
    graph = nx.Graph()
    graph.add_edge(half, "b", relation=half)
    graph.nodes["b"][half] = half

    for source in ([(half, "b", half, 1)], {"source": [half], "target": ["b"]}, graph):
        assert weft.read(source).people.ids == ("a\ufffd", "b")
    people = weft.read([(half, "b")], {"id": [half, "b"], half: [half, None]}, name=half)
    assert dict(people.people.attributes) == {"a\ufffd": ("a\ufffd", None)}
    assert people.name == "a\ufffd"


def test_a_native_file_holds_only_its_own_tables(tmp_path):
    path = tmp_path / "network.weft.zip"
    for word in ("../x", "/x", "people.csv", "a/b"):
        weft.write(called(word, "attribute"), path)

        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()

        assert names == ["network.json", "people.csv", "reports.csv", "ties.csv"]
