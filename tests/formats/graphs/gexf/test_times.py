"""Times in GEXF, and the one date that is left of them."""

import pytest
from defusedxml.ElementTree import fromstring

from weft.formats.graphs.gexf.times import date_of, order_of, spans_of


@pytest.mark.parametrize(
    ("xml", "spans"),
    [
        ("<e/>", []),
        ('<e start="1" end="2"/>', [("1", "2")]),
        ('<e startopen="1" endopen="2"/>', [("1", "2")]),
        ('<e start="-Infinity" end="infinity"/>', []),
        ('<e end="2"/>', [(None, "2")]),
        ('<e timestamp="2026-01-01" end="x"/>', [("2026-01-01", "2026-01-01")]),
        ('<e intervals="&lt;[1, 2]; (3,4)&gt;" start="9"/>', [("1", "2"), ("3", "4")]),
        ('<e timestamps="&lt;[1.0, 2.0]&gt;"/>', [("1.0", "1.0"), ("2.0", "2.0")]),
        ('<e intervals="&lt;empty&gt;"/>', [("empty", "empty")]),
        ('<e intervals=" "/>', []),
        ('<e start="9"><spells><spell start="1"/><spell end="5"/></spells></e>',
         [("1", None), (None, "5")]),
        ('<e><slices><slice start="1" end="2"/></slices></e>', [("1", "2")]),
        ('<e><spells><spell timestamp="3"/></spells></e>', [("3", "3")]),
    ],
)  # fmt: skip
def test_every_way_to_write_times_is_read(xml, spans):
    assert spans_of(fromstring(xml)) == spans


@pytest.mark.parametrize(
    ("spans", "date"),
    [
        ([], (None, False)),
        ([("1", None)], ("1", False)),
        ([("1", "1")], ("1", False)),
        ([("1", "2")], ("1", True)),
        ([(None, "2")], (None, True)),
        ([(None, "2"), ("3", None)], ("3", True)),
    ],
)
def test_the_first_beginning_is_the_date_and_the_rest_is_told(spans, date):
    assert date_of(spans) == date


def test_times_sort_as_numbers_and_dates_do():
    times = ["2026-01-02", "10", None, "9", "2026-01-01"]

    assert sorted(times, key=order_of) == [None, "9", "10", "2026-01-01", "2026-01-02"]
