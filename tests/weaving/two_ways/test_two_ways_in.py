"""The plan as people read it: reasons, introducers, progress, limits, and what is wrong to ask."""

import random

import networkx as nx
import pytest

import weft
from tests.weaving.two_ways.test_choice import network_of
from weft.network import InvalidRequestError, UnknownNameError
from weft.weaving.reasons import KINDS

TIES = [
    ("Ana", "Ben", "works_with"),
    ("Ben", "Cy", "works_with"),
    ("Cy", "Ana", "works_with"),
    ("Cy", "Di", "works_with"),
    ("Ana", "Eva", "works_with"),
    ("Di", "Ben", "trusts"),
]


def read(rows, people=(), **more):
    columns = dict(
        zip(("source", "target", "relation"), map(list, zip(*rows, strict=True)), strict=True)
    )
    named = sorted({name for row in rows for name in row[:2]} | set(people))
    table = {"id": named} | more
    return weft.read(columns, people=table, everyone_answered=True)


def test_a_plan_says_who_why_by_whom_and_how_far_it_leads():
    (one,) = weft.two_ways_in(read(TIES)).introductions
    assert (one.a, one.b, one.introducer, one.steps) == ("Di", "Eva", None, 3)
    assert one.reason.text == "Di hangs by a single tie; Eva would be a second."
    assert one.share_after == 1.0


def test_the_sentences_give_the_number_the_progress_and_who_hangs():
    assert " ".join(weft.two_ways_in(read(TIES)).sentences) == (
        "One introduction is enough, and no fewer would do, so that nobody’s leaving cuts anybody "
        "off. Today 60% of people belong to the largest group that no single person’s leaving can "
        "split; with this introduction all would. Today two people hang on a single other, without "
        "which they would lose touch with half of the others or more; afterwards nobody would be "
        "left like that."
    )


def test_what_was_said_in_confidence_changes_no_pair_and_no_word():
    more = [*TIES, ("Eva", "Di", "trusts"), ("Eva", "Cy", "trusts")]
    one, other = (weft.two_ways_in(read(rows)).to_dict() for rows in (TIES, more))
    assert one == other
    assert "“trusts”" in one["limits"][0]["text"]


def test_a_private_answer_only_draws_among_introducers_who_do_equally_well():
    # Flo and Gus hang on the ring; each pair of ring members that know both could introduce
    ring = nx.wheel_graph(7)
    rows = [(f"p{a}", f"p{b}", "works_with") for a, b in ring.edges]
    rows += [("p1", "Flo", "works_with"), ("p1", "Gus", "works_with")]
    quiet = [*rows, ("Flo", "p3", "trusts")]
    for seed in range(4):
        one, other = (
            [{**made, "introducer": 0, "introducer_name": 0, "how": 0} for made in found]
            for found in (
                weft.two_ways_in(read(r), seed=seed).to_dict()["introductions"]
                for r in (quiet, [*quiet, ("Flo", "p1", "trusts"), ("Gus", "p1", "trusts")])
            )
        )
        assert one == other


def test_the_introducer_knows_both_and_is_no_steward():
    # Di and Eva both hang on Cy and on Ana; either could introduce them
    rows = [
        ("Cy", "Ana"),
        ("Cy", "Di"),
        ("Cy", "Eva"),
        ("Ana", "Di"),
        ("Ana", "Ben"),
        ("Cy", "Ben"),
    ]
    rows = [(*row, "works_with") for row in [*rows, ("Di", "Flo"), ("Eva", "Gus")]]
    plan = weft.two_ways_in(read(rows), stewards=["Cy"])
    graph = nx.Graph(row[:2] for row in rows)
    assert plan.introductions
    for one in plan.introductions:
        assert one.introducer != "Cy"
        both = set(graph[one.a]) & set(graph[one.b]) - {"Cy"}
        assert (one.introducer in both) if both else one.introducer is None


def test_a_pair_has_an_introducer_where_somebody_but_the_hub_knows_both():
    # 3 and 4 hang on 1, in a ring of 0, 1 and 2
    graph = nx.Graph([(0, 1), (1, 2), (2, 0), (1, 3), (1, 4)])
    for stewards, introducer in (((0,), "1"), ((1,), None)):
        plan = weft.two_ways_in(network_of(graph, stewards=stewards))
        beside = [one for one in plan.introductions if {one.a, one.b} == {"3", "4"}]
        assert [one.introducer for one in beside] == [introducer] * len(beside)
        assert all(one.introducer != "1" for one in plan.introductions) == (introducer is None)


def test_what_to_do_is_said():
    graph = nx.Graph([("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Ana"), ("Ben", "Di")])
    rows = [(*pair, "works_with") for pair in graph.edges]
    for steward, how in (
        ("Cy", "Ben knows both: ask whether they would introduce Di and Ana, after asking each"),
        ("Ben", "Only Ben could introduce them, and much hangs there already: ask both into one"),
    ):
        (one,) = weft.two_ways_in(
            read(rows), stewards=[steward], blocked=[("Di", "Cy")]
        ).introductions
        assert one.how.startswith(how)


def test_the_order_brings_most_people_in_first():
    # two triangles hang on the ring 0-1-2-3, one person hangs as well
    graph = nx.cycle_graph(4)
    graph.add_edges_from([(0, 4), (4, 5), (5, 6), (6, 4), (1, 7), (2, 8), (8, 9), (9, 10), (10, 8)])
    shares = [one.share_after for one in weft.two_ways_in(network_of(graph)).introductions]
    assert shares == sorted(shares)
    assert shares[0] >= 8 / 11
    assert shares[-1] == 1.0


@pytest.mark.parametrize("seed", range(5))
def test_who_is_called_what_changes_no_number(seed):
    graph = nx.gnm_random_graph(25, 24, seed=seed)
    new = list(range(25))
    random.Random(seed).shuffle(new)  # noqa: S311
    one, other = (
        weft.two_ways_in(network_of(g))
        for g in (graph, nx.relabel_nodes(graph, dict(enumerate(new))))
    )
    assert (one.least, len(one.introductions), one.before) == (
        other.least,
        len(other.introductions),
        other.before,
    )
    assert one.before.two_connected_share == pytest.approx(
        weft.measure(network_of(graph), "two_connected_share").number
    )


def test_the_order_of_the_rows_changes_nothing():
    rows = [(f"p{a}", f"p{b}", "works_with") for a, b in nx.gnm_random_graph(30, 28, seed=3).edges]
    assert (
        weft.two_ways_in(read(rows)).to_dict()["introductions"]
        == weft.two_ways_in(read(rows[::-1])).to_dict()["introductions"]
    )


def test_another_seed_chooses_others_among_equals():
    net = network_of(nx.star_graph(12))
    found = {
        tuple((one.a, one.b) for one in weft.two_ways_in(net, seed=seed).introductions)
        for seed in range(4)
    }
    assert len(found) > 1


def test_reasons_are_of_the_kinds_that_are_allowed():
    kinds = set()
    for graph in (nx.gnm_random_graph(24, 12), nx.barbell_graph(4, 1), nx.caveman_graph(3, 4)):
        net = network_of(nx.convert_node_labels_to_integers(graph))
        kinds |= {one.reason.kind for one in weft.two_ways_in(net).introductions}
    assert kinds == {"first-tie", "second-tie", "only-through-one", "no-way-yet"}
    assert kinds <= set(KINDS)


def test_a_safe_network_needs_nothing():
    plan = weft.two_ways_in(network_of(nx.cycle_graph(5)))
    assert plan.sentences == (
        "Two ways in for everybody: nobody’s leaving cuts anybody off today.",
    )
    assert (plan.introductions, plan.reached) == ((), True)


def test_two_people_have_no_two_ways():
    plan = weft.two_ways_in([("Ana", "Ben")])
    assert plan.undefined_because == plan.sentences[0]
    assert plan.undefined_because.startswith("Undefined, because ")


def test_silence_is_told_as_a_number():
    net = weft.read({"source": ["a", "b"], "target": ["b", "c"]}, people={"id": list("abc")})
    assert "One person of three did not answer" in weft.two_ways_in(net).limits["silence"]


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({"kind": "group"}, InvalidRequestError, "expected 'person' or 'tie'"),
        ({"each": 0}, InvalidRequestError, "expected a whole number of 1 or more"),
        ({"blocked": [("Ana", "Zoe")]}, UnknownNameError, "There is no person “Zoe”"),
        ({"candidates": [("Ana", "Ana")]}, InvalidRequestError, "with themselves"),
        ({"candidates": ["Ana"]}, InvalidRequestError, "the ids of two people"),
        ({"alike": ["region"]}, UnknownNameError, "There is no attribute of people “region”"),
    ],
)
def test_what_cannot_be_meant_is_said(asked, error, says):
    with pytest.raises(error, match=says):
        weft.two_ways_in(read(TIES), **asked)
