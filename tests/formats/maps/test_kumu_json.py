"""Maps of Kumu and SumApp: what they say is read, what is left out is said."""

import json

import pytest
from hypothesis import given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats import Reading
from weft.formats.carrying import reduced
from weft.formats.files.file import HEAD, File
from weft.formats.maps.first_keys import first_keys, is_cut
from weft.formats.maps.kumu_json import KUMU_JSON, looks_like_kumu
from weft.network import Notice, build


def file_of(content, name="map.json"):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return File(name, content=data)


def read(content):
    """Return the network in a map, read in this process."""
    tables = KUMU_JSON.read(file_of(content), Reading())
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


def ties_of(network):
    return sorted(
        (*row[:4], row[5]) for row in content_of(network)["reports"]
    )  # source, target, reporter, relation, value


BLUEPRINT = {
    "elements": [
        {"id": "p-1", "label": "Ana", "type": "Person", "tags": ["a", "b"], "Age": 30,
         "id 2": True},
        {"id": "p-2", "label": "Ben", "type": "Person", "description": None, "name": "Benny"},
        {"id": "p-3", "label": "Ana", "type": "Project"},
    ],
    "connections": [
        {"id": "t-1", "from": "p-1", "to": "p-2", "type": "trust", "direction": "directed",
         "Strength": 3},
        {"id": "t-2", "from": "Ben", "to": "p-3", "type": "work", "direction": "undirected",
         "Strength": 0.5, "note": "x"},
    ],
}  # fmt: skip


def test_a_simple_map_is_read():
    network = read(BLUEPRINT)

    assert network.people.ids == ("p-1", "p-2", "p-3")
    assert network.people.names == ("Ana", "Ben", "Ana")
    assert dict(network.people.attributes) == {
        "type": ("Person", "Person", "Project"),
        "tags": ("a|b", None, None),
        "Age": ("30", None, None),
        "id 2": ("yes", None, None),
        "description": (None, None, None),
        "field name": (None, "Benny", None),
    }
    assert ties_of(network) == [
        ("p-1", "p-2", "p-1", "trust", 3.0),
        ("p-2", "p-3", "p-2", "work", 0.5),
        ("p-2", "p-3", "p-3", "work", 0.5),
    ]
    assert [relation.directed for relation in network.all_relations] == [True, False]
    assert network.notices == (
        Notice(
            kind="columns-left-out",
            text="Attributes of the ties of map.json that were left out: “note”.",
            count=1,
        ),
    )


def test_without_ids_the_label_is_one():
    network = read(
        {
            "elements": [{"label": "Ana"}, {"label": 7}],
            "connections": [{"from": "Ana", "to": 7, "direction": "mutual"}],
        }
    )

    assert (network.name, network.people.ids, network.people.names) == (
        "map",
        ("Ana", "7"),
        ("Ana", "7"),
    )
    assert [relation.directed for relation in network.all_relations] == [False]


def test_sumapp_writes_the_same_with_other_capitals():
    network = read(
        {
            "Elements": [{"Id": 1, "Label": "Ana", "Team": "x"}, {"Id": 2, "Label": "Ben"}],
            "Connections": [{"From": 1, "To": 2, "Type": "trust", "Strength": "2"}],
        }
    )

    assert network.people.ids == ("1", "2")
    assert network.people.names == ("Ana", "Ben")
    assert network.people.attribute("Team") == ("x", None)
    assert ties_of(network) == [("1", "2", "1", "trust", 2.0)]
    assert network.notices == (
        Notice(
            kind="direction-assumed",
            text=(
                "1 connection does not say in map.json whether there is a direction; read as "
                "directed."
            ),
            count=1,
        ),
    )


def test_one_direction_may_be_said_for_the_whole_map():
    network = read(
        {"direction": "undirected", "elements": [{"label": "a"}, {"label": "b"}],
         "connections": [{"from": "a", "to": "b"}]}
    )  # fmt: skip

    assert [relation.directed for relation in network.all_relations] == [False]
    assert network.notices == ()


BACKUP = {
    "name": "Harbour",
    "description": "",
    "defaultMap": "map-1",
    "attributeRelevance": {},
    "attributes": [{"_id": "attr-1", "name": "team"}],
    "elements": [
        {"_id": "elem-1", "attributes": {"label": "Ana", "element type": "Person", "id": "x",
                                         "geo": {"lat": 1}}},
        {"_id": "elem-2", "attributes": {"label": "Ben", "tags": ["a", "b"]}},
    ],
    "connections": [
        {"_id": "conn-1", "direction": "directed", "delayed": True, "reversed": True,
         "attributes": {"connection type": "++", "from": "y"}, "from": "elem-1", "to": "elem-2"},
    ],
    "loops": [{"_id": "loop-1"}],
    "maps": [{"_id": "map-1", "elements": [{"_id": "node-1", "element": "elem-1"}]}],
    "perspectives": [],
}  # fmt: skip


def test_a_backup_is_read_and_what_it_leaves_open_is_said():
    network = read(BACKUP)

    assert network.name == "Harbour"
    assert network.people.ids == ("elem-1", "elem-2")
    assert network.people.names == ("Ana", "Ben")
    assert dict(network.people.attributes) == {
        "element type": ("Person", None),
        "tags": (None, "a|b"),
    }
    assert ties_of(network) == [("elem-2", "elem-1", "elem-2", "++", 1.0)]
    assert [(notice.kind, notice.text, notice.count) for notice in network.notices] == [
        (
            "drawing-left-out",
            "How the map in map.json is drawn and told was left out: 1 loop, 1 map.",
            2,
        ),
        (
            "trash-unknown",
            (
                "map.json is a backup from Kumu. A backup also holds what was moved to the "
                "trash, and does not say what that is; here 1 element is on no map."
            ),
            1,
        ),
        (
            "columns-left-out",
            "Fields of the elements of map.json that hold no plain values were left out: “geo”.",
            1,
        ),
        ("delays-left-out", "That 1 connection is delayed in map.json was left out.", 1),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            [],
            ("map.json: found JSON that is no map, expected an object with elements and "
            "connections. Export the map from Kumu again, as JSON."),
        ),
        (
            {"elements": [], "connections": None},
            ("map.json: found neither elements nor connections, expected a table with a row of "
            "headings and a row for each tie or person. Check that the export finished and that "
            "this is the right file."),
        ),
        (
            {"elements": {"nodes": []}},
            ("map.json, column elements: found “{'nodes': []}”, expected a list of objects. Export "
            "the map again."),
        ),
        (
            {"elements": [{"label": "a"}, 3]},
            ("map.json, row 2, column elements: found “3”, expected an object in braces. Export "
            "the map again."),
        ),
        (
            {"elements": [{"label": "a"}, {"label": "b"}],
             "connections": [{"from": "a", "to": "zoe", "direction": "directed"}]},
            ("map.json, row 1, column target: found “zoe”, expected the id of somebody in the "
            "people table. Add the person to the people table, or correct the id."),
        ),
        (
            {"elements": [{"id": "1", "label": "a"}, {"id": "2", "label": "a"},
                          {"id": "3", "label": "b"}],
             "connections": [{"from": "b", "to": "a", "direction": "directed"}]},
            ("map.json, row 1, column to: found “a”, which 2 elements are called, expected the id "
            "of an element. Give the elements ids and name them by those, or give them different "
            "labels."),
        ),
        (
            {"elements": [{"label": "a"}, {"label": "b"}],
             "connections": [{"from": "a", "to": "b", "direction": "sideways"}]},
            ("map.json, row 1, column direction: found “sideways”, expected directed, undirected "
            "or mutual. Correct the connection."),
        ),
        (
            {"elements": [{"label": "a"}, {"label": "a"}], "connections": []},
            ("map.json, row 2, column id: found “a”, which row 1 has too, expected an id that no "
            "other row has. Give each person an id of their own, or delete the repeated row."),
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(content, message):
    assert refused(content) == message


@pytest.mark.parametrize(
    "content",
    [
        {"elements": [{"id": [1], "label": {"a": 1}}], "connections": [{"from": None}]},
        {"elements": [{}], "connections": [{"direction": ["directed"], "reversed": "no"}]},
        {"elements": [{"attributes": 3, "_id": "a"}], "connections": [{"attributes": {"to": 1}}]},
        {"connections": [{"from": "a", "to": "b", "Strength": 1, "value": 2}]},
    ],
)  # fmt: skip
def test_odd_values_are_refused_with_a_reason(content):
    assert "expected " in refused(content)


def test_odd_parts_are_left_out():
    network = read(
        {"elements": [{"label": "a"}, {"label": "b"}],
         "connections": [{"from": "a", "to": "b", "type": {}, "direction": "directed"}],
         "maps": [3, {"elements": 1}, {"elements": [1, {}]}], "loops": 3}
    )  # fmt: skip

    assert ties_of(network) == [("a", "b", "a", "ties", 1.0)]
    assert [(notice.kind, notice.count) for notice in network.notices] == [
        ("drawing-left-out", 3),
        ("trash-unknown", 2),
        ("columns-left-out", 1),
    ]


def test_a_map_is_known_by_its_first_keys():
    assert looks_like_kumu(file_of(BLUEPRINT))
    assert looks_like_kumu(file_of(BACKUP))
    assert looks_like_kumu(file_of({"Elements": [], "Connections": []}))
    long = {"elements": [{"label": "a" * HEAD}], "connections": []}
    assert looks_like_kumu(file_of(long))
    assert is_cut(file_of(long))
    backup = {"name": "n", "defaultMap": "m", "attributeRelevance": {"a": "b" * HEAD}, **BACKUP}
    assert looks_like_kumu(file_of(backup))
    assert not looks_like_kumu(file_of({"elements": {"nodes": []}, "connections": []}))
    assert not looks_like_kumu(file_of({"elements": [{"data": {"id": "a"}}]}))
    assert not looks_like_kumu(file_of({"nodes": [{"elements": [], "connections": []}]}))
    assert not looks_like_kumu(file_of({"format": "weft.portrait/1", "network": {}}))
    assert not looks_like_kumu(file_of([{"elements": [], "connections": []}]))
    assert not looks_like_kumu(file_of(b"elements,connections\n1,2\n"))


def test_first_keys_are_not_misled_by_what_stands_in_text():
    content = b'\xef\xbb\xbf {"a": "x\\"}, \\"b\\": 1", "C": {"d": [1]}, "e": -1, "f'

    assert first_keys(file_of(content)) == {"a": '"', "c": "{", "e": "-"}
    assert first_keys(file_of({"a": 1})) == {"a": "1"}
    assert first_keys(file_of(b"[1]")) == {}


def test_what_is_written_is_what_kumu_imports():
    network = weft.read(
        [("a", "b", "trusts", 2), ("a", "b", "works_with", 1.5)],
        {"id": ["a", "b"], "name": ["Ana", None], "steward": [1, 0], "responded": [1, None],
         "tags": ["x|y", None], "label": ["q", None], "empty": [None, None]},
    )  # fmt: skip

    written = KUMU_JSON.write(network)

    assert json.loads(written.data) == {
        "elements": [
            {"id": "a", "label": "Ana", "Steward": "yes", "Responded": "yes", "tags": ["x", "y"],
             "field label": "q", "empty": None},
            {"id": "b", "label": "b"},
        ],
        "connections": [
            {"from": "a", "to": "b", "direction": "directed", "Strength": 2, "type": "trusts"},
            {"from": "a", "to": "b", "direction": "undirected", "Strength": 1.5,
             "type": "works_with", "Reporter": "a"},
        ],
    }  # fmt: skip
    assert written.notices == (
        Notice(
            kind="attributes-renamed",
            text=(
                "Attributes were called otherwise, as their names are taken: “label” is "
                "“field label”."
            ),
            count=1,
        ),
    )


@settings(max_examples=200, deadline=None)
@given(network=networks())
def test_what_was_written_comes_back(network):
    expected, _ = reduced(network, KUMU_JSON.carries, KUMU_JSON.title)

    assert content_of(read(KUMU_JSON.write(expected).data)) == content_of(expected)
