"""The charts: their tables say what counting by hand says."""

import numpy as np
import pytest

from tests.portrait import drawn_by_hand as drawn
from tests.portrait.page import Page
from weft.portrait import Chart, make_portrait
from weft.portrait.rendering.svg_charts import chart_svg


def charts_of(network, **given):
    portrait = make_portrait(network, draws=3, **given)
    return {chart.id: chart for chapter in portrait.chapters for chart in chapter.charts}


def test_leadership_received_counts_people_in_doubling_bands():
    ids = [f"p{i}" for i in range(12)]
    received = {"p0": 9, "p1": 4, "p2": 3, "p3": 2, "p4": 1}
    ties = [
        (other, who) for who, n in received.items() for other in [i for i in ids if i != who][:n]
    ]
    chart = charts_of(drawn.network(ties, {"id": ids}))["leadership-received"]
    assert chart.rows == (("nobody", 7), ("1", 1), ("2 to 3", 2), ("4 to 7", 1), ("8 to 15", 1))


def test_robustness_of_a_star_falls_with_the_first_who_leaves():
    chart = charts_of(drawn.star(10))["robustness"]
    assert chart.rows[:3] == (
        (0.0, 1.0),
        (pytest.approx(0.1), pytest.approx(0.1)),
        (pytest.approx(0.2), pytest.approx(0.1)),
    )
    assert chart.rows[-1] == (1.0, 0.0)


def test_robustness_of_a_clique_loses_only_those_who_leave():
    chart = charts_of(drawn.network(drawn.clique([f"p{i}" for i in range(10)])))["robustness"]
    gone, together = np.array(chart.rows).T
    np.testing.assert_allclose(together, 1 - gone)


def test_mixing_leaves_out_groups_of_fewer_than_five():
    ids = [f"p{i}" for i in range(12)]
    people = {"id": ids, "team": ["a"] * 5 + ["b"] * 5 + ["c"] * 2}
    ties = [("p0", "p1"), ("p0", "p5"), ("p5", "p0"), ("p6", "p7"), ("p10", "p0"), ("p11", "p5")]
    chart = charts_of(drawn.network(ties, people))["mixing"]
    assert chart.columns == ("from \\ to", "a", "b")
    assert chart.rows == (("a", 1, 1), ("b", 1, 1))
    assert chart.summary == (
        "50% of the ties stay within a group. Groups of fewer than 5 people are left out."
    )


def test_mixing_takes_small_groups_together_where_they_are_five_or_more():
    ids = [f"p{i}" for i in range(11)]
    people = {"id": ids, "team": ["a"] * 5 + ["b"] * 3 + ["c"] * 3}
    ties = [("p0", "p1"), ("p5", "p8"), ("p8", "p0")]
    chart = charts_of(drawn.network(ties, people))["mixing"]
    assert chart.rows == (("a", 1, 0), ("smaller groups", 1, 1))
    assert chart.summary == "33% of the ties stay within a group."


def test_mixing_is_left_out_where_fewer_than_two_groups_remain():
    people = {"id": [f"p{i}" for i in range(8)], "team": ["a"] * 6 + ["b"] * 2}
    assert "mixing" not in charts_of(drawn.network([("p0", "p7")], people))


def test_mixing_of_ties_without_direction_reads_the_same_both_ways():
    ids = [f"p{i}" for i in range(10)]
    people = {"id": ids, "team": ["a"] * 5 + ["b"] * 5}
    ties = [("p0", "p1", "works_with"), ("p1", "p5", "works_with"), ("p6", "p2", "works_with")]
    chart = charts_of(drawn.network(ties, people))["mixing"]
    assert chart.rows == (("a", 1, 2), ("b", 2, 0))
    assert chart.summary == "33% of the ties of “works_with” stay within a group."


def test_who_was_heard_is_shown_only_where_somebody_was_not():
    people = {"id": list("abcdef"), "responded": ["yes"] * 3 + ["no", "no", ""]}
    ties = [("a", "b"), ("b", "c"), ("c", "d")]
    chart = charts_of(drawn.network(ties, people, everyone_answered=False))["answered"]
    assert chart.rows == (("answered", 3), ("did not answer", 2), ("not stated", 1))
    assert "answered" not in charts_of(drawn.star())


@pytest.mark.parametrize(
    ("kind", "columns", "rows"),
    [
        ("bars", ("who", "n"), ()),
        ("bars", ("who", "n"), (("a", 0), ("b", None))),
        ("bars", ("who", "before", "after"), (("<b>", 1, 2), ("x" * 200, 3, 4.5))),
        ("line", ("gone", "left"), ((0.0, 1.0),)),
        ("line", ("gone", "left"), ()),
        ("matrix", ("from", "a"), (("a", 12345),)),
        ("matrix", ("from",), ()),
    ],
)
def test_odd_tables_are_drawn_all_the_same(kind, columns, rows):
    chart = Chart(id="c", title="T & co", summary="S", kind=kind, columns=columns, rows=rows)
    svg = str(chart_svg(chart))
    assert Page(svg).unclosed == []
    assert "nan" not in svg
    assert "T & co" in Page(svg).text
