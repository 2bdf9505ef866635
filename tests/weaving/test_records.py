"""Records, however they come."""

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import weft
from weft.weaving.records import records_of

ROWS = [
    {"a": "1", "b": "2", "introducer": "3", "held_out": False, "round": 2, "met": True},
    {"a": "4", "b": "5", "introducer": None, "held_out": True, "round": 10, "met": None},
]


def seen(records):
    return (
        records.a,
        records.b,
        records.introducer,
        records.held_out.tolist(),
        records.rounds,
        records.round.tolist(),
        {name: state.tolist() for name, state in records.steps.items()},
    )


EXPECTED = (
    ("1", "4"),
    ("2", "5"),
    ("3", None),
    [False, True],
    ("2", "10"),
    [0, 1],
    {"met": [1, -1]},
)


@pytest.mark.parametrize(
    "source",
    [
        ROWS,
        pa.Table.from_pylist(ROWS),
        pl.DataFrame(ROWS),
        pd.DataFrame(ROWS),
        {name: [row[name] for row in ROWS] for name in ROWS[0]},
    ],
    ids=["mappings", "pyarrow", "polars", "pandas", "columns"],
)
def test_every_kind_of_table_gives_the_same(source):
    assert seen(records_of(source)) == EXPECTED


def test_a_file_gives_the_same(tmp_path):
    path = tmp_path / "introductions.csv"
    path.write_text("A,B,Introducer,Held out,Round,Met\n1,2,3,no,2,yes\n4,5,,yes,10,\n")
    assert seen(records_of(path)) == EXPECTED


def test_no_rows_are_records_too():
    assert len(records_of([])) == 0


def test_without_rounds_there_is_one():
    records = records_of([{"a": "1", "b": "2", "held_out": "no"}])
    assert (records.rounds, records.introducer) == (("",), (None,))


def test_every_cell_that_cannot_be_meant_is_named(tmp_path):
    path = tmp_path / "introductions.csv"
    path.write_text("a,b,held_out,met\n1,,no,perhaps\n2,2,,yes\n")
    with pytest.raises(weft.InvalidDataError) as caught:
        records_of(path)
    told = [(p.kind, p.row, p.column) for p in caught.value.problems]
    assert told == [
        ("empty-cell", 2, "b"),
        ("not-yes-or-no", 2, "met"),
        ("same-person", 3, "b"),
        ("not-yes-or-no", 3, "held_out"),
    ]


def test_a_missing_column_is_named():
    with pytest.raises(weft.InvalidDataError, match="expected a column “held_out”"):
        records_of([{"a": "1", "b": "2"}])


def test_what_holds_no_records_is_refused():
    with pytest.raises(weft.InvalidRequestError, match="The records are a int"):
        records_of(3)


def test_made_are_offers_that_are_not_known_to_have_come_to_nothing():
    answers = [("yes", "yes", "yes"), ("yes", "", ""), ("", "no", ""), ("", "", "no")]
    rows = [
        {"a": f"a{i}", "b": "b", "held_out": "no", "accepted_a": x, "accepted_b": y, "met": m}
        for i, (x, y, m) in enumerate(answers)
    ]
    rows.append({**rows[0], "a": "z", "held_out": "yes"})
    assert records_of(rows).made.tolist() == [True, True, False, False, False]
