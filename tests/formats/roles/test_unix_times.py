"""Times in seconds since 1970."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import weft
from weft.formats.roles.unix_times import are_unix_times, with_dates_of_unix_times
from weft.network import Columns


@given(st.lists(st.integers(100_000_000, 9_999_999_999), min_size=1))
def test_seconds_are_read_as_python_reads_them(seconds):
    ties = Columns("a.txt", {"date": pa.array([str(second) for second in seconds])})

    dated, notices = with_dates_of_unix_times(ties)

    expected = [datetime.fromtimestamp(s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for s in seconds]
    assert dated.columns["date"].to_pylist() == expected
    assert notices[0].count == len(seconds)


@pytest.mark.parametrize(
    "cells", [[], ["2004"], ["1082040961", None], ["1082040961", "soon"], ["99999999999999"]]
)
def test_anything_else_is_left_as_it_is(cells):
    assert not are_unix_times(pa.array(cells, pa.string()))


def test_times_in_a_table_of_ties_are_read_where_the_caller_says_so(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("from,to,time\na,b,1289241911.72836\n")

    network = weft.read(path, columns={"time": "date"})

    assert list(network.reports.date) == ["2010-11-08T18:45:11Z"]


def test_a_column_date_is_kept_as_it_is_written(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("source,target,date\na,b,4/4/13 16:32\na,c,1289241911\n")

    assert list(weft.read(path).reports.date) == ["4/4/13 16:32", "1289241911"]
