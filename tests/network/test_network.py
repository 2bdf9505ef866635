"""The network: filters that share columns, compiled graphs, views, coverage and who answered."""

import numpy as np
import pyarrow as pa
import pytest

import weft
from weft.network import Columns, build, claims_of


def table(origin, **columns):
    return Columns(origin, {k: pa.array(v, type=pa.string()) for k, v in columns.items()})


@pytest.fixture
def network():
    """Four people, two relations, two waves; c is silent and d has not said anything."""
    rows = [
        ("a", "b", "trusts", "3", "1"),
        ("b", "a", "trusts", "1", "1"),
        ("a", "c", "trusts", "2", "1"),
        ("a", "b", "works_with", "2", "1"),
        ("b", "a", "works_with", "4", "1"),
        ("b", "c", "works_with", "1", "1"),
        ("a", "d", "trusts", "1", "2"),
    ]
    keys = ("source", "target", "relation", "weight", "wave")
    return build(
        table("ties", **dict(zip(keys, map(list, zip(*rows, strict=True)), strict=True))),
        table(
            "people",
            id=["a", "b", "c", "d"],
            team=["x", "x", "y", None],
            steward=["yes", "", "", ""],
            **{
                "responded:1": ["", "", "no", ""],
                "responded": ["", "", "", "yes"],
                "invited:1": ["", "", "", "no"],
            },
        ),
    )


def ties_of(graph):
    ids = graph.people.ids
    return [
        (ids[s], ids[t], float(w))
        for s, t, w in zip(graph.source, graph.target, graph.weight, strict=True)
    ]


def test_the_last_wave_is_meant_where_none_is_said(network):
    assert network.graph("trusts").wave == "2"
    assert ties_of(network.graph("trusts")) == [("a", "d", 1.0)]
    assert ties_of(network.graph("trusts", 1)) == [
        ("a", "b", 3.0),
        ("a", "c", 2.0),
        ("b", "a", 1.0),
    ]


def test_a_relation_without_direction_is_one_tie_with_the_mean_of_what_was_said(network):
    assert ties_of(network.graph("works_with", 1)) == [("a", "b", 3.0), ("b", "c", 1.0)]


def test_in_the_view_of_both_only_what_both_said_counts_and_silence_is_no_no(network):
    # C did not answer; what B says of the two of them is all that there is.
    assert ties_of(network.graph("works_with", 1, view="both")) == [
        ("a", "b", 3.0),
        ("b", "c", 1.0),
    ]
    answered = network.everyone_answered()
    assert ties_of(answered.graph("works_with", 1, view="both")) == [("a", "b", 3.0)]


def test_in_the_view_of_both_a_tie_that_only_one_was_asked_about_does_not_count(network):
    assert ties_of(network.graph("trusts", 1, view="both")) == []


def test_a_directed_tie_that_both_ends_report_counts_in_both_views():
    reported = build(
        table(
            "ties",
            source=["a", "a", "a"],
            target=["b", "b", "c"],
            reporter=["a", "b", "c"],
            weight=["2", "4", "1"],
        )
    )

    assert reported.graph().known_by == "either"
    assert ties_of(reported.graph()) == [("a", "b", 3.0), ("a", "c", 1.0)]
    assert ties_of(reported.graph(view="both")) == [("a", "b", 3.0)]


def test_a_report_of_zero_is_an_answer_and_no_tie():
    said_no = build(table("ties", source=["a", "b"], target=["b", "a"], weight=["0", "1"]))

    assert ties_of(said_no.graph()) == [("b", "a", 1.0)]
    assert said_no.graph().answered.tolist() == [True, True]


def test_who_answered_said_so_or_reported_something(network):
    first, second = network.graph("trusts", 1), network.graph("trusts", 2)

    assert dict(zip(first.people.ids, first.answered.tolist(), strict=True)) == {
        "a": True,
        "b": True,
        "c": False,
    }
    assert dict(zip(second.people.ids, second.answered.tolist(), strict=True)) == {
        "a": True,
        "b": False,
        "c": False,
        "d": True,
    }
    assert (first.undeclared, second.undeclared) == (0, 2)


def test_coverage_counts_those_invited(network):
    assert network.coverage() == [
        {"wave": "1", "people": 3, "answered": 2, "said_no": 1, "undeclared": 0, "rate": 2 / 3},
        {"wave": "2", "people": 4, "answered": 2, "said_no": 0, "undeclared": 2, "rate": 0.5},
    ]


def test_the_statement_that_everyone_answered_holds_for_every_wave(network):
    complete = network.everyone_answered()

    assert [row["rate"] for row in complete.coverage()] == [1.0, 1.0]
    assert complete.graph("trusts", 1).complete
    assert not network.graph("trusts", 1).complete


def test_filters_share_columns_and_compiled_graphs(network):
    graph = network.graph("trusts", 1)

    filtered = network.relation("trusts").wave(1)

    assert filtered.people is network.people
    assert filtered.all_reports is network.all_reports
    assert filtered.graph() is graph
    assert network.graph("trusts", 1) is graph
    assert (filtered.relations, filtered.waves) == (("trusts",), ("1",))
    assert len(filtered.reports) == 3
    assert len(network.reports) == 7


def test_what_changes_the_ties_does_not_share_compiled_graphs(network):
    network.graph("trusts", 1)

    strong = network.at_least(2)

    assert ties_of(strong.graph("trusts", 1)) == [("a", "b", 3.0), ("a", "c", 2.0)]
    assert strong.graph("trusts", 1).answered.tolist() == [True, True, False]
    assert len(ties_of(network.graph("trusts", 1))) == 3


def test_people_where_keeps_the_reports_among_them(network):
    few = network.people_where(team="x")

    assert few.people.ids == ("a", "b")
    assert few.stewards == ("a",)
    assert ties_of(few.graph("trusts", 1)) == [("a", "b", 3.0), ("b", "a", 1.0)]
    assert few.graph("trusts", 1).answered.tolist() == [True, True]
    assert len(network.people_where(team="z")) == 0


def test_stewards_can_be_said_anew(network):
    assert network.stewards == ("a",)
    assert network.with_stewards(["d", "b"]).stewards == ("b", "d")
    assert network.stewards == ("a",)


def test_a_network_never_changes(network):
    with pytest.raises(AttributeError):
        network.name = "other"
    with pytest.raises(TypeError):
        network.people.attributes["team"] = ()


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda n: n.graph(),
            (
                "The network has 2 relations (trusts, works_with); say which one is meant, such as "
                "relation='trusts'."
            ),
        ),
        (
            lambda n: n.relation("trust"),
            "There is no relation “trust”; there is: trusts, works_with. Did you mean “trusts”?",
        ),
        (lambda n: n.wave(3), "There is no wave “3”; there is: 1, 2."),
        (lambda n: n.wave(1).graph("trusts", 2), "There is no wave “2”; there is: 1."),
        (
            lambda n: n.people_where(age="3"),
            "There is no attribute of people “age”; there is: team.",
        ),
        (lambda n: n.with_stewards(["e"]), "There is no person “e”; there is: a, b, c, d."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(network, ask, message):
    with pytest.raises(weft.WeftError) as caught:
        ask(network)

    assert str(caught.value) == message


def test_a_summary_says_what_is_in_the_network(network):
    assert network.summary() == {
        "name": "network",
        "people": 4,
        "relations": ["trusts", "works_with"],
        "waves": ["1", "2"],
        "reports": 7,
        "stewards": 1,
    }


def claims_in(network, relation, wave="1"):
    claims, ids = claims_of(network, relation, wave), network.people.ids
    columns = (claims.source, claims.target, claims.by_source, claims.by_target)
    return {
        (ids[s], ids[t]): (bool(by_s), bool(by_t))
        for s, t, by_s, by_t in zip(*columns, strict=True)
    }


def test_claims_say_which_end_reported_a_tie(network):
    claims = claims_of(network, "works_with", "1")

    assert claims_in(network, "works_with") == {("a", "b"): (True, True), ("b", "c"): (True, False)}
    assert claims.both_answered.tolist() == [True, False]
    assert (claims.asked_twice, claims.n) == (True, 3)
    assert not claims_of(network, "trusts", "1").asked_twice


def test_claims_of_third_persons_and_of_no_tie_are_left_out():
    network = build(
        table(
            "ties",
            source=["a", "a", "b", "a"],
            target=["b", "b", "c", "c"],
            reporter=["b", "c", "c", "a"],
            weight=["2", "1", "0", "1"],
        )
    )

    assert claims_in(network, "ties") == {("a", "b"): (False, True), ("a", "c"): (True, False)}
    assert claims_of(network, "ties", "1").asked_twice


def asked_about_themselves(*stray):
    """Return eight people of whom c, d, e, f say whom they turn to, and some rows beside."""
    rows = [("c", "c", "a"), ("d", "d", "a"), ("e", "e", "c"), ("f", "f", "b"), *stray]
    columns = zip(*rows, strict=True)
    ties = dict(zip(("reporter", "source", "target"), map(list, columns), strict=True))
    return build(table("ties", **ties), table("people", id=list("abcdefgh")))


@pytest.mark.parametrize(
    "stray",
    [("f", "a", "b"), ("f", "d", "e"), ("f", "a", "f"), ("f", "c", "f")],
    ids=["third, of the silent", "third, of the heard", "target, of the silent", "target"],
)
def test_a_stray_report_does_not_make_the_silence_of_all_others_known(stray):
    graph = asked_about_themselves(stray).graph()

    assert graph.known_by == "source"
    assert graph.possible == 4 * 7
    assert graph.answered[graph.source].all()
    assert not claims_of(asked_about_themselves(stray), "ties", "1").asked_twice


def test_a_stray_report_about_somebody_who_was_heard_is_kept():
    assert ("d", "e", 1.0) in ties_of(asked_about_themselves(("f", "d", "e")).graph())


def test_without_direction_a_stray_report_of_two_silent_people_is_left_out():
    rows = [("c", "c", "a"), ("d", "d", "a"), ("e", "e", "c"), ("e", "a", "b")]
    columns = zip(*rows, strict=True)
    ties = dict(zip(("reporter", "source", "target"), map(list, columns), strict=True))
    works = table("ties", relation=["works_with"] * 4, **ties)
    graph = build(works, table("people", id=list("abcde"))).graph()

    assert graph.known_by == "either"
    assert ties_of(graph) == [("a", "c", 1.0), ("a", "d", 1.0), ("c", "e", 1.0)]


def test_third_persons_make_every_tie_known_by_anyone():
    network = build(table("ties", source=["a"], target=["b"], reporter=["c"]))

    graph = network.graph()
    assert graph.known_by == "anyone"
    assert graph.raters.tolist() == [2, 2, 2]
    assert graph.complete
    assert np.array_equal(graph.answered, [False, False, True])
