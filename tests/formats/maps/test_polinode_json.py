"""Networks of Polinode's programming interface."""

import json

import pytest
from hypothesis import given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats import Reading
from weft.formats.carrying import reduced
from weft.formats.files.file import File
from weft.formats.maps.polinode_json import POLINODE_JSON, looks_like_polinode
from weft.network import Notice, build


def file_of(content):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return File("net.json", content=data)


def read(content):
    """Return the network in a file, read in this process."""
    tables = POLINODE_JSON.read(file_of(content), Reading())
    return build(
        tables.ties,
        tables.people,
        name=tables.name,
        of_source=tables.relations,
        notices=tables.notices,
        problems=tables.problems,
    )


def refused(content):
    with pytest.raises(weft.WeftError) as error:
        read(content)
    return str(error.value)


NETWORK = {
    "nodes": [
        {"id": "Joe", "attributes": {"Name": "Joe Doe", "Age": 24}},
        {"id": 7, "attributes": {"Name": "Mary", "id": "x"}},
        {"id": "Al"},
    ],
    "edges": [
        {"id": 0, "source": "Joe", "target": 7, "attributes": {"Type": "trust", "Strength": 2}},
        {"id": 1, "source": 7, "target": "Al", "attributes": {"mood": "good"}},
    ],
}
WHOLE = {"name": "Office", "networkJSON": NETWORK, "status": "Private", "fileType": "JSON",
         "originalFileType": "JSON", "isDirected": "true"}  # fmt: skip


def test_a_network_is_read():
    network = read(WHOLE)

    assert (network.name, network.people.ids) == ("Office", ("Joe", "7", "Al"))
    assert network.people.names == ("Joe Doe", "Mary", "Al")
    assert dict(network.people.attributes) == {
        "Age": ("24", None, None),
        "field id": (None, "x", None),
    }
    assert content_of(network)["reports"] == [
        ("7", "Al", "7", "ties", "1", 1.0, None),
        ("Joe", "7", "Joe", "trust", "1", 2.0, None),
    ]
    assert network.notices == (
        Notice(
            kind="columns-left-out",
            text="Attributes of the ties of net.json that were left out: “mood”.",
            count=1,
        ),
    )


@pytest.mark.parametrize("said", [False, "false", "FALSE"])
def test_a_network_without_direction_is_read(said):
    network = read({**WHOLE, "isDirected": said})

    assert [relation.directed for relation in network.all_relations] == [False, False]


def test_the_network_alone_is_read_as_directed_and_that_is_said():
    network = read(NETWORK)

    assert network.name == "net"
    assert all(relation.directed for relation in network.all_relations)
    assert network.notices[0] == Notice(
        kind="direction-assumed",
        text=(
            "net.json does not say whether its edges have a direction; they were read as directed."
        ),
        count=2,
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            {"networkJSON": "x"},
            (
                "net.json: found JSON without nodes and edges, expected a network of Polinode. "
                "Export it from Polinode again."
            ),
        ),
        (
            {"nodes": [], "edges": []},
            (
                "net.json: found neither nodes nor edges, expected a table with a row of headings "
                "and a row for each tie or person. Check that the export finished and that this "
                "is the right file."
            ),
        ),
        (
            {**WHOLE, "isDirected": "perhaps"},
            "net.json, column isDirected: found “perhaps”, expected true or false. Correct it.",
        ),
        (
            {"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "b"}]},
            (
                "net.json, row 1, column target: found “b”, expected the id of somebody in the "
                "people table. Add the person to the people table, or correct the id."
            ),
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(content, message):
    assert refused(content) == message


def test_it_is_known_by_its_first_keys():
    assert looks_like_polinode(file_of(WHOLE))
    assert looks_like_polinode(file_of({"fileType": "JSON", "originalFileType": "JSON"}))
    assert not looks_like_polinode(file_of(NETWORK))
    assert not looks_like_polinode(file_of({"a": {"networkJSON": 1}}))
    assert not looks_like_polinode(file_of(b"networkJSON,b\n"))


def test_what_is_written_is_what_polinode_takes():
    network = weft.read(
        [("a", "b", "trusts", 2), ("a", "b", "works_with", 1.5)],
        {"id": ["a", "b"], "name": ["Ana", "Ben"], "team": ["x", None], "label": ["1", None]},
        name="Office",
    )

    written = POLINODE_JSON.write(network)

    assert json.loads(written.data) == {
        "name": "Office",
        "networkJSON": {
            "nodes": [
                {"id": "a", "attributes": {"Name": "Ana", "team": "x", "label": "1"}},
                {"id": "b", "attributes": {"Name": "Ben"}},
            ],
            "edges": [
                {"id": 0, "source": "a", "target": "b",
                 "attributes": {"Strength": 2, "Type": "trusts"}},
                {"id": 1, "source": "a", "target": "b",
                 "attributes": {"Strength": 1.5, "Type": "works_with", "Reporter": "a",
                                "Direction": "undirected"}},
            ],
        },
        "status": "Private",
        "fileType": "JSON",
        "originalFileType": "JSON",
        "isDirected": "true",
    }  # fmt: skip
    assert written.notices == ()


def test_a_network_without_direction_says_so_once():
    written = POLINODE_JSON.write(weft.read([("a", "b", "works_with", 1)]))

    content = json.loads(written.data)
    assert content["isDirected"] == "false"
    assert "Direction" not in content["networkJSON"]["edges"][0]["attributes"]


@settings(max_examples=200, deadline=None)
@given(network=networks())
def test_what_was_written_comes_back(network):
    expected, _ = reduced(network, POLINODE_JSON.carries, POLINODE_JSON.title)

    assert content_of(read(POLINODE_JSON.write(expected).data)) == content_of(expected)
