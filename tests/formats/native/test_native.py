"""Weft's own file gives back everything, exactly, and can be read without Weft."""

import json
import os
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.formats.native.everything import (
    all_of,
    everything,
    files_of,
    harbour,
    read_back,
    zipped,
)
from weft.formats import format_named
from weft.formats.carrying import CAN_CARRY
from weft.formats.files.file import File
from weft.formats.native.native import NATIVE, looks_native
from weft.formats.native.tables import people_as_table
from weft.network import People

EXAMPLES = 5_000 if os.environ.get("CI") else 500
"""All of them take 80 s of a slow machine."""


@pytest.fixture
def network():
    return harbour()


@pytest.fixture
def contents():
    return files_of(harbour())


@settings(max_examples=EXAMPLES, deadline=None)
@given(network=everything())
def test_everything_comes_back_exactly_as_it_was(network):
    assert all_of(read_back(NATIVE.write(network).data)) == all_of(network)


def test_what_is_written_can_be_read_without_weft(contents):
    assert list(contents) == ["network.json", "people.csv", "reports.csv", "ties.csv"]
    assert contents["people.csv"].decode().splitlines() == [
        "id,name,steward,responded:2,team",
        "a,Ana,yes,,x",
        "b,Ben,no,yes,",
        'c,c,no,yes,"y, z"',
        "007,'=Cy,no,no,+1",
    ]
    assert contents["reports.csv"].decode().splitlines() == [
        "source,target,relation,value,wave,reporter,date",
        "a,b,trusts,2,1,a,",
        "b,a,trusts,0,1,b,2026-01-02",
        "b,c,works_with,1,2,b,",
        "c,b,works_with,3.5,2,c,",
    ]
    assert contents["ties.csv"].decode().splitlines() == [
        "source,target,relation,wave,strength,reports",
        "a,b,trusts,1,2,1",
        "b,c,works_with,2,2.25,2",
    ]
    assert json.loads(contents["network.json"]) == {
        "format": "weft.network/1",
        "name": "harbour",
        "relations": [
            {"name": "trusts", "directed": True, "scale": [0, 4]},
            {"name": "works_with", "directed": False, "scale": None},
        ],
        "waves": ["1", "2"],
        "notices": [],
        "tables": {
            "people": {
                "rows": 4,
                "columns": [
                    {"heading": "id", "role": "id"},
                    {"heading": "name", "role": "name"},
                    {"heading": "steward", "role": "steward"},
                    {"heading": "responded:2", "role": "responded", "wave": "2"},
                    {"heading": "team", "role": "attribute", "attribute": "team"},
                ],
            },
            "reports": {"rows": 4},
            "ties": {"rows": 2},
        },
    }


def test_the_tables_can_be_read_one_by_one(contents, tmp_path, network):
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)

    again = weft.read(
        tmp_path / "reports.csv",
        tmp_path / "people.csv",
        name="harbour",
        scales={"trusts": (0, 4)},
    )

    assert all_of(again) == all_of(network)


def test_the_same_network_gives_the_same_bytes_through_the_door(network, tmp_path):
    path = tmp_path / "mine.weft.zip"

    notices = weft.write(network, path)

    assert notices == ()
    assert path.read_bytes() == NATIVE.write(network).data
    assert all_of(weft.read(path)) == all_of(network)
    with ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_what_the_filters_left_is_written(network, tmp_path):
    path = tmp_path / "trust.weft.zip"

    weft.write(network.relation("trusts").wave("1"), path)

    again = weft.read(path)
    assert (again.relations, again.waves, len(again.reports)) == (("trusts",), ("1",), 2)


def test_a_table_that_packs_very_well_is_not_taken_for_a_bomb():
    rows = [("a" * 900, f"b{i}") for i in range(2_000)]
    made = weft.read(rows)

    assert all_of(read_back(NATIVE.write(made).data))["ids"] == made.people.ids


def test_a_network_of_nobody_comes_back():
    nobody = weft.read({"source": [], "target": []}, [], name="nobody")

    assert all_of(read_back(NATIVE.write(nobody).data)) == all_of(nobody)


def test_a_nul_character_cannot_be_written():
    with pytest.raises(weft.InvalidRequestError) as error:
        NATIVE.write(weft.read([("a\x00", "b")]))

    assert str(error.value) == (
        "A cell for people.csv holds a NUL character; expected text. Take it out of the data, "
        "then write the file again."
    )


def test_it_is_recognised_by_what_is_in_it(contents):
    def looks(data, name="n.zip"):
        return looks_native(File(name, content=data))

    assert looks(zipped(contents))
    assert not looks(zipped({"network.json": b"{}"}))
    assert looks(zipped({"network.json": b"{}"}), "n.weft.zip")
    assert not looks(zipped({"people.csv": b"", "reports.csv": b""}), "n.weft.zip")
    assert not looks(b"PK\x03\x04")
    assert not looks(b"source,target\na,b\n")
    assert format_named("weft") is NATIVE
    assert NATIVE.carries == frozenset(CAN_CARRY)


def test_attributes_that_look_like_roles_have_headings_of_their_own():
    columns = {"id": ["a"], "name": ["b"], "responded:2": ["c"], "attribute id": ["d"], "t": ["e"]}
    people = People(
        ids=("a",),
        names=("Ana",),
        attributes={name: tuple(cells) for name, cells in columns.items()},
        steward=np.array([False]),
    )

    table, described = people_as_table(people)

    assert table.column_names == [
        "id", "name", "steward", "attribute id", "attribute name", "attribute responded:2",
        "attribute id_", "t",
    ]  # fmt: skip
    assert [column.of for column in described[3:]] == list(columns)
