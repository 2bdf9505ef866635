"""Introductions from a network: what is asked for holds, and what is said is true."""

import hypothesis.strategies as st
import networkx as nx
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings

import weft
from tests.weaving import made
from weft.weaving.reasons import KINDS

CLUSTERS = nx.connected_caveman_graph(5, 5)


@pytest.fixture(scope="module")
def clusters():
    return made.network_of(
        CLUSTERS,
        org=[f"o{i // 5}" for i in range(25)],
        offers=["maps"] + [""] * 24,
        seeks=[""] * 20 + ["maps"] + [""] * 4,
    )


def pairs(found):
    return [(row.a, row.b) for row in found]


@st.composite
def asked(draw):
    n = 25
    ids = st.integers(0, n - 1).map(str)
    return {
        "each": draw(st.one_of(st.integers(0, 3), st.dictionaries(ids, st.integers(0, 3)))),
        "most": draw(st.one_of(st.none(), st.integers(0, 12))),
        "blocked": draw(st.lists(st.lists(ids, min_size=2, max_size=2, unique=True), max_size=6)),
        "before": [
            {"a": a, "b": b, "introducer": c}
            for a, b, c in draw(st.lists(st.tuples(ids, ids, ids), max_size=6))
            if a != b
        ],
        "keep_out": draw(st.sampled_from([0.0, 0.2, 0.5])),
        "explore": draw(st.sampled_from([0.0, 0.15])),
        "least_served_first": draw(st.booleans()),
        "seed": draw(st.integers(0, 99)),
        "stewards": draw(st.lists(ids, max_size=2)),
    }


@given(asked())
@settings(max_examples=25, deadline=None)
def test_bounds_blocks_and_repeats_hold_for_anything_that_is_asked(clusters, asked):
    found = weft.introductions(clusters, **asked)

    each = asked["each"]
    bound = each if isinstance(each, dict) else dict.fromkeys(clusters.people.ids, each)
    names, counts = np.unique([p for pair in pairs(found) for p in pair], return_counts=True)
    assert all(count <= bound.get(name, 1) for name, count in zip(names, counts, strict=True))
    assert asked["most"] is None or len(found) <= asked["most"]
    never = {frozenset(pair) for pair in asked["blocked"]}
    never |= {frozenset((row["a"], row["b"])) for row in asked["before"]}
    never |= {frozenset(map(str, edge)) for edge in CLUSTERS.edges}
    together = [frozenset(pair) for pair in pairs(found)]
    assert not never & set(together)
    assert len(set(together)) == len(together)
    assert not set(asked["stewards"]) & {p for row in found for p in (row.a, row.b, row.introducer)}
    assert sum(row.held_out for row in found) == round(asked["keep_out"] * len(found))
    for row in found:
        if row.introducer is not None:
            assert CLUSTERS.has_edge(int(row.a), int(row.introducer))
            assert CLUSTERS.has_edge(int(row.b), int(row.introducer))
        assert row.reason.kind in KINDS


def test_the_same_seed_gives_the_same_and_the_rows_do_not_matter(clusters):
    once = weft.introductions(clusters, keep_out=0.2, seed=7)
    again = weft.introductions(clusters, keep_out=0.2, seed=7)

    assert once.to_dict() == again.to_dict()
    ids = [str(v) for v in CLUSTERS]
    edges = [(str(b), str(a)) for a, b in reversed(list(CLUSTERS.edges))]
    turned = weft.read(
        {"source": [a for a, _ in edges], "target": [b for _, b in edges]},
        people={"id": ids} | {k: list(v) for k, v in clusters.people.attributes.items()},
        everyone_answered=True,
    )
    assert weft.introductions(turned, keep_out=0.2, seed=7).to_dict() == once.to_dict()


def test_what_one_offers_and_another_seeks_is_the_reason_where_it_weighs_most(clusters):
    found = weft.introductions(clusters, weights={"fit": 50}, explore=0)

    row = next(row for row in found if {row.a, row.b} == {"0", "20"})
    assert row.reason.text == "Person 20 seeks maps, and person 0 offers it."
    assert row.gain_fit == 0.5


def test_what_two_have_in_common_speaks_for_them_where_it_is_asked_for(clusters):
    found = weft.introductions(
        made.network("ab ac ad ae af", town=["", "x", "y", "x", "y", ""]),
        alike=["town"],
        most=2,
        explore=0,
        each=1,
    )

    assert {frozenset(pair) for pair in pairs(found)} == {frozenset("bd"), frozenset("ce")}
    assert found.pairs[0].reason.kind == "alike"
    assert "have the same town (" in found.pairs[0].reason.text
    with pytest.raises(weft.UnknownNameError, match="village"):
        weft.introductions(clusters, alike=["village"])


def test_a_quota_brings_in_a_group(clusters):
    found = weft.introductions(clusters, most=2, quotas={"o3": 2}, group="org", explore=0)

    assert len(found) == 2
    assert all({row.a, row.b} & {"15", "16", "17", "18", "19"} for row in found)


def test_the_frame_has_a_row_for_each_and_any_library_can_take_it(clusters):
    found = weft.introductions(clusters, most=3, keep_out=0.4, seed=1)

    frame = found.to_frame()
    assert frame.column_names[:4] == ["a", "b", "introducer", "reason"]
    assert {"held_out", "gain_centralization", "gain_two_connected"} <= set(frame.column_names)
    assert frame.num_rows == len(found) == 3
    assert pa.table(found).equals(frame)
    assert pl.DataFrame(found).rows() == [tuple(row.values()) for row in frame.to_pylist()]
    assert found["held_out"] == frame["held_out"].to_pylist()
    assert list(found.columns) == frame.column_names


def test_an_empty_answer_says_why():
    complete = weft.introductions(made.network("ab bc ca ad bd cd"))
    two = weft.introductions(made.network("ab"))

    assert complete.to_frame().num_rows == two.to_frame().num_rows == 0
    assert "tied already" in complete.answer
    assert two.answer == "No introductions, because there are fewer than three people."


def test_two_of_whom_neither_answered_are_left_out():
    people = {"id": list("abcd"), "responded": ["yes", "no", "no", "yes"]}
    net = weft.read([("a", "b"), ("a", "c"), ("d", "a")], people=people)
    found = weft.introductions(net, stewards=["a"], explore=0, each=3)

    assert ("b", "c") not in pairs(found)
    assert pairs(found)
    assert len({row.wrong_if for row in found}) == 1  # who has not answered is not told
    assert "not all who could say so have answered" in found.pairs[0].wrong_if


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"keep_out": 0.7}, weft.InvalidRequestError, "keep_out is 0.7; expected a share"),
        ({"explore": -1}, weft.InvalidRequestError, "explore is -1"),
        ({"each": 1.5}, weft.InvalidRequestError, "each is 1.5; expected a whole number"),
        ({"most": -1}, weft.InvalidRequestError, "most is -1"),
        ({"each": {"nobody": 1}}, weft.UnknownNameError, "nobody"),
        ({"blocked": [("0", "x9")]}, weft.UnknownNameError, "x9"),
        ({"weights": {"fame": 1}}, weft.UnknownNameError, "fame"),
        ({"weights": {"fit": -1}}, weft.InvalidRequestError, "The weight fit is -1"),
        ({"quotas": {"o9": 1}, "group": "org"}, weft.UnknownNameError, "o9"),
        ({"before": [{"a": "1"}]}, weft.InvalidDataError, "a column “b”"),
        ({"stewards": ["x"]}, weft.UnknownNameError, "x"),
    ],
)
def test_what_cannot_be_is_refused_with_its_name(clusters, given, error, said):
    with pytest.raises(error, match=said):
        weft.introductions(clusters, **given)


def test_quotas_need_groups():
    with pytest.raises(weft.InvalidRequestError, match="nothing groups people"):
        weft.introductions(made.network("ab bc cd"), quotas={"x": 1})
