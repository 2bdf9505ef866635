"""A native file that does not agree with itself is refused with the file, row and column."""

from dataclasses import replace

import pytest

import weft
from tests.formats.native.everything import (
    all_of,
    described,
    files_of,
    harbour,
    read_back,
    zipped,
)
from weft.network import Notice


@pytest.fixture
def network():
    return harbour()


@pytest.fixture
def contents():
    return files_of(harbour())


def refused(contents):
    with pytest.raises(weft.WeftError) as error:
        read_back(zipped(contents))
    return str(error.value)


PLACE = "n.weft.zip, network.json, column"
MEND = "Write the file again with Weft, or correct it as the page on the native file says."
WAVE_2 = "column wave: found “2”, expected a wave that network.json lists."


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"format": "weft.network/2"},
            (
                "n.weft.zip, network.json: found the format “weft.network/2”, expected "
                "weft.network/1. The file was made by a newer Weft; read it with that one, or "
                "update this one."
            ),
        ),
        (
            {"format": "weft.portrait/1"},
            (
                "n.weft.zip, network.json: found the format “weft.portrait/1”, expected "
                "weft.network/1. This archive is not one that Weft wrote."
            ),
        ),
        (
            {"format": None},
            (
                "n.weft.zip, network.json: found no format, expected weft.network/1. This archive "
                "is not one that Weft wrote."
            ),
        ),
        ({"waves": ["1", 2]}, f"{PLACE} waves[1]: found “2”, expected text. {MEND}"),
        (
            {"waves": ["1", "1"]},
            f"{PLACE} waves[1]: found “1”, expected a name that comes once. {MEND}",
        ),
        (
            {"relations": [{"name": "trusts", "directed": 1}]},
            f"{PLACE} relations[0].directed: found “1”, expected true or false. {MEND}",
        ),
        (
            {"relations": [{"name": "trusts", "directed": True, "scale": [4, 0]}]},
            (
                f"{PLACE} relations[0].scale: found “[4, 0]”, expected two numbers of 0 or more, "
                f"the smaller first. {MEND}"
            ),
        ),
        (
            {"tables": {"people": {"rows": -1, "columns": []}}},
            (
                f"{PLACE} tables.people.rows: found “-1”, expected a whole number of 0 or more. "
                f"{MEND}"
            ),
        ),
        (
            {"waves": ["1"]},
            (
                f"n.weft.zip, reports.csv, row 4, {WAVE_2} {MEND}\n"
                f"n.weft.zip, reports.csv, row 5, {WAVE_2} {MEND}"
            ),
        ),
    ],
)
def test_a_description_that_cannot_be_meant_is_refused(contents, change, message):
    assert refused(described(contents, **change)) == message


@pytest.mark.parametrize(
    "change",
    [
        {"tables": []},
        {"tables": {"people": 1}},
        {"tables": {"people": {"rows": 4, "columns": {}}}},
        {"tables": {"people": {"rows": 4, "columns": [{"role": "id"}]}}},
        {"tables": {"people": {"rows": 4, "columns": [{"role": "boss", "heading": "id"}]}}},
        {"tables": {"people": {"rows": 4, "columns": [{"role": "invited", "heading": "id"}]}}},
        {"tables": {"people": {"rows": 4, "columns": []}, "reports": {"rows": 4}}},
        {"tables": {"people": {"rows": 4, "columns": [
            {"role": "id", "heading": "id"}, {"role": "id", "heading": "name"}]},
            "reports": {"rows": 4}}},
        {"name": None},
        {"notices": [{"kind": "x"}]},
        {"relations": [{"name": "trusts", "directed": True, "scale": ["0", 1]}]},
        {"relations": [{"name": "trusts", "directed": True, "scale": 3}]},
        {"relations": [{"name": "trusts", "directed": True, "scale": [0, 10**400]}]},
        {"relations": [{"name": "trusts", "directed": True}] * 2},
    ],
)  # fmt: skip
def test_a_description_of_another_shape_is_refused_with_its_place(contents, change):
    assert refused(described(contents, **change)).startswith("n.weft.zip, ")


def test_a_description_that_is_no_object_is_refused(contents):
    assert refused({**contents, "network.json": b"[]"}).startswith(
        "n.weft.zip, network.json: found “[]”, expected an object."
    )


def test_a_missing_table_is_named(contents):
    del contents["people.csv"]

    assert refused(contents) == (
        "n.weft.zip: found an archive without people.csv, expected the tables people.csv and "
        "reports.csv. Write the file again with Weft."
    )


def test_an_archive_without_a_description_is_refused(contents):
    del contents["network.json"]

    assert refused(contents) == (
        "n.weft.zip: found an archive without network.json, expected one that Weft wrote. Name "
        "the file that Weft wrote, as it is."
    )


def test_a_table_that_was_cut_short_is_refused(contents):
    contents["reports.csv"] = b"\n".join(contents["reports.csv"].split(b"\n")[:3])

    assert refused(contents) == (
        "n.weft.zip, reports.csv: found 2 rows, expected as many as network.json says: 4. The "
        "file was cut short, or changed by hand. Copy it again from its source."
    )


def test_an_empty_table_is_refused(contents):
    contents["people.csv"] = b""

    assert refused(contents).startswith("n.weft.zip, people.csv: found an empty file, expected")


def test_a_missing_column_is_named(contents):
    contents["reports.csv"] = contents["reports.csv"].replace(b"reporter", b"by", 1)

    assert "n.weft.zip, reports.csv, row 1: found the columns “source”, “target”" in refused(
        contents
    )


def test_an_unknown_person_is_named_with_the_table_and_row(contents):
    contents["reports.csv"] = contents["reports.csv"].replace(b"a,b,trusts", b"a,zoe,trusts")

    assert refused(contents) == (
        "n.weft.zip, reports.csv, row 2, column target: found “zoe”, expected the id of somebody "
        "in the people table. Add the person to the people table, or correct the id."
    )


def test_columns_may_stand_in_another_order_and_others_are_left_out(contents, network):
    lines = contents["people.csv"].decode().splitlines()
    rows = [f"{i},{','.join(reversed(line.split(',', 4)))}" for i, line in enumerate(lines)]
    contents["people.csv"] = "\n".join(rows).encode()

    again = read_back(zipped(contents))

    assert again.people.ids == network.people.ids
    assert again.people.attributes == network.people.attributes
    assert again.notices == (
        Notice(
            kind="columns-left-out",
            text="Columns of n.weft.zip, people.csv that were left out: “0”.",
            count=1,
        ),
    )


def test_tables_of_a_later_weft_are_counted_and_other_files_named(contents, network):
    contents["actions.csv"] = b"id,title\n1,Clean the beach\n2,Cook\n"
    contents["consents.csv"] = b"id,person\n"
    contents["notes.txt"] = b"hello"

    again = read_back(zipped(contents))

    assert again.notices == (
        Notice(
            kind="table-not-read",
            text=(
                "The table actions.csv of n.weft.zip has 2 rows, which this version of Weft does "
                "not read."
            ),
            count=2,
        ),
        Notice(
            kind="files-left-out",
            text="Files in n.weft.zip that were left out: “notes.txt”.",
            count=1,
        ),
    )
    assert all_of(replace(again, notices=())) == all_of(network)


def test_a_missing_column_of_people_is_named(contents):
    contents["people.csv"] = contents["people.csv"].replace(b"id,name", b"key,name", 1)

    assert "n.weft.zip, people.csv, row 1: found the columns “key”, “name”" in refused(contents)


def test_a_table_of_a_later_weft_without_rows_is_not_worth_a_word(contents):
    contents["stories.csv"] = b"id,title\n"

    assert read_back(zipped(contents)).notices == ()


def test_a_description_without_the_ids_is_refused(contents):
    tables = {"people": {"rows": 4, "columns": []}, "reports": {"rows": 4}}

    assert "expected a column “id”" in refused(described(contents, tables=tables))
