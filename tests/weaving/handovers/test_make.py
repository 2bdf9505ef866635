"""Roles to hand over, as a whole: for a small network by hand, and what holds for any."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.weaving.drawn import NAMES, network, of_pairs, pairs_of
from weft.weaving.handovers import DONE
from weft.weaving.handovers.shown import how
from weft.weaving.reasons import KINDS

HEARTH = {
    "turns_to": "Ben-Ana Cy-Ana Di-Ana Eve-Ana Cy-Ben Di-Ben Eve-Fay",
    "works_with": "Ben-Di Eve-Ben Fay-Gil",
}
SAID = {"willing": {"Ben": "yes", "Cy": "no"}, "steward": {"Gil": "yes"}}


@pytest.fixture(scope="module")
def welcome():
    net = network(**HEARTH, columns=SAID)
    return weft.handovers(net, {"welcome": "Ana"})


def test_a_role_as_plain_data(welcome):
    """Around Ana are Ben, Cy, Di and Eve; without her Cy–Di, Cy–Eve and Di–Eve have Ben in common.

    Ben is tied to all of them, so nothing would be orphaned.
    """
    (role,) = welcome.to_dict()["roles"]
    assert role == {
        "role": "welcome",
        "holders": [{"id": "Ana", "name": "Ana"}],
        "state": "All pairs of people whom Ana links have another short way to each other. So the "
        "relations would outlast a departure; what is left to hand over is the role itself: say "
        "publicly whose it is.",
        "orphaned_today": 0.0,
        "done": True,
        "shadowing": {"holder": "Ana", "goes_along": "Ben", "stands_in": "Fay"},
        "candidates": [
            candidate("Ben", "goes along", to_meet=[], kind="willing-and-known", text=BEN,
                      wrong_if="Ben has less time than when saying yes, or the role asks for "
                      "something that ties do not show.", willing=True),
            candidate("Di", "could be asked", to_meet=["Cy", "Eve"], kind="known-to-the-same",
                      text="Some of those who turn to Ana are tied to Di, too."),
            candidate("Fay", "stands in", to_meet=["Cy", "Di", "Ben"], kind="known-to-the-same",
                      text="Some of those who turn to Ana are tied to Fay, too."),
        ],
        "because": "",
        "moves": ["leadership_centralization", "effective_leaders", "leadership_gini"],
    }  # fmt: skip


BEN = "Ben is willing, and most of those who turn to Ana turn to Ben, too."


def candidate(name, part, *, to_meet, kind, text, willing=None, wrong_if=None):
    return {
        "id": name,
        "name": name,
        "part": part,
        "reason": {"kind": kind, "text": text},
        "wrong_if": wrong_if
        or f"{name}, whom nobody has asked yet, has no time for it or does not want it; or the "
        "role asks for something that ties do not show.",
        "willing": willing,
        "orphaned_if": 0.0,
        "to_meet": to_meet,
    }


def test_the_whole_says_what_it_is_and_what_it_was_made_with(welcome):
    data = welcome.to_dict()
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert (data["format"], data["wave"], data["because"]) == ("weft.handovers/1", "1", "")
    assert data["weights"] == {"overlap": 1.0, "looked_to": 0.4, "willing": 0.4, "load": 0.4}
    assert data["made_with"] == {"weft": weft.__version__, "seed": 0}


def test_it_is_told_who_has_fewer_ties_than_most():
    """Ben has two ties; Ana, Cy and Di have three and more, and Eve has one."""
    net = network(works_with="Ana-Ben Ana-Cy Ana-Di Ben-Cy Cy-Di Di-Eve")
    said = {c.name: c.reason for c in weft.handovers(net, {"chair": "Cy"}).roles[0].candidates}
    assert said["Ben"].text == (
        "About half of those who are tied to Cy are tied to Ben, who has fewer ties than most."
    )


def test_a_row_for_each_candidate(welcome):
    rows = welcome.rows()
    assert [(row["role"], row["candidate"], row["part"]) for row in rows] == [
        ("welcome", "Ben", "goes along"),
        ("welcome", "Di", "could be asked"),
        ("welcome", "Fay", "stands in"),
    ]
    assert rows[2]["to_meet"] == "Cy; Di; Ben"
    assert rows[0]["reason"] == BEN


def test_a_card_says_who_goes_along_and_how(welcome):
    (card,) = welcome.cards()
    assert card.title == "Hand over: welcome"
    assert card.who == ("Ana holds it", "Ben goes along", "Di could be asked", "Fay stands in")
    assert (card.reason, card.how) == (
        BEN,
        "Ben goes along with Ana for a while, and Fay stands in.",
    )


def test_a_role_that_several_hold_is_shared():
    found = weft.handovers(network(**HEARTH), {"chair": ["Ben", "Ana"]}).roles[0]
    assert (found.candidates, found.orphaned_today, found.moves) == ((), None, ())
    assert found.because == (
        "Ben and Ana share this role, so nothing has to be handed over. See to it that each of "
        "them could do it alone."
    )


def test_the_stewards_role_is_the_one_to_hand_over_and_moves_their_figures():
    found = weft.handovers(network(**HEARTH), stewards=["Ana"]).roles[0]
    assert (found.role, found.holder_ids) == ("steward", ("Ana",))
    assert found.moves[:3] == ("steward_share", "fade", "lift")


def test_every_figure_that_would_move_is_one_of_the_portrait():
    known = {declared.id for declared in weft.declarations()}
    found = weft.handovers(network(**HEARTH), {"a": "Ana", "b": "Gil"}, stewards=["Ana"])
    assert [set(role.moves) <= known for role in found.roles] == [True, True]


def test_without_a_role_or_steward_it_says_what_to_do():
    found = weft.handovers(network(**HEARTH))
    assert found.roles == ()
    assert found.because.endswith("such as roles={'treasurer': 'ana'}.")


def test_a_hub_without_which_all_is_lost_asks_for_introductions_first():
    found = weft.handovers(network(works_with="Ana-Ben Ana-Cy Ana-Di Ana-Eve"), {"chair": "Ana"})
    (role,) = found.roles
    assert (role.orphaned_today, role.done) == (1.0, False)
    along = role.goes_along
    others = tuple(sorted({"Ben", "Cy", "Di", "Eve"} - {along.name}))
    assert (along.orphaned_if, along.to_meet) == (1.0, others)
    assert along.reason.text == f"{along.name} is tied to Ana and leads nothing else yet."
    (card,) = found.cards()
    assert card.how.endswith(
        f"Ana introduces {along.name} to {others[0]}, {others[1]} and {others[2]} first. Without "
        "that, 100% of these pairs would still be lost; or share the role among two or three."
    )


def test_two_roles_do_not_go_to_one_person_where_others_are_as_good():
    ties = "Ana-Ben Ana-Cy Ana-Di Ben-Cy Cy-Di Ben-Di Eve-Ben Eve-Cy Eve-Di"
    found = weft.handovers(network(works_with=ties), {"one": "Ana", "two": "Eve"})
    assert len({role.goes_along.name for role in found.roles}) == 2


def test_where_everybody_declines_it_says_so():
    net = network(works_with="Ana-Ben Ana-Cy", columns={"willing": {"Ben": "no", "Cy": "no"}})
    role = weft.handovers(net, {"chair": "Ana"}).roles[0]
    assert role.candidates == ()
    assert role.because == (
        "Everybody around Ana has said no, leads something already or is not tied to those who "
        "turn to them. Ask openly who would like to take this on, or share the role out in smaller "
        "pieces."
    )


def test_nobody_around_the_holder_is_told():
    role = weft.handovers(network("Ana", works_with="Ben-Cy"), {"chair": "Ana"}).roles[0]
    assert role.because.startswith("Nobody is on record as tied to Ana")
    assert role.state == (
        "No two people are linked through Ana, so nothing would be lost between them."
    )


PRIVATE = "Ben-Cy:4 Cy-Di:2 Di-Ben:3 Eve-Di:1"


@settings(deadline=None)
@given(st.integers(0, 3), st.integers(1, 5))
def test_a_private_rating_changes_nothing_but_the_lots_between_equals(which, rating):
    """Di and Eve are in the same place around Ana; Ben is better placed, Fay is farther."""
    ties = {"works_with": "Ana-Ben Ana-Di Ana-Eve Ben-Di Ben-Eve Ana-Hub Hub-Fay Hub-Gil Hub-Ben"}
    rated = PRIVATE.split()
    rated[which] = f"{rated[which].partition(':')[0]}:{rating}"
    before, after = (
        weft.handovers(network(**ties, trusts=trusts, columns={"willing": {"Fay": "no"}}),
                       {"chair": "Ana"}).roles[0]
        for trusts in (PRIVATE, " ".join(rated))
    )  # fmt: skip
    assert before.goes_along == after.goes_along
    said = [{c.id: (c.reason, c.wrong_if, c.orphaned_if, c.to_meet) for c in role.candidates}
            for role in (before, after)]  # fmt: skip
    assert said[0].items() == said[1].items()
    assert (before.state, before.because, before.moves) == (after.state, after.because, after.moves)


@settings(deadline=None)
@given(pairs_of(fewest=4, most=9), st.integers(0, 9))
def test_rows_in_another_order_change_nothing(drawn, seed):
    people, pairs = drawn
    found, again = (
        weft.handovers(of_pairs(people, pairs, shuffle=shuffle), {"chair": people[0]}, seed=seed)
        for shuffle in (None, seed)
    )
    assert found.to_dict() == again.to_dict()


@settings(deadline=None)
@given(pairs_of(fewest=4, most=9), st.sets(st.sampled_from(NAMES[:4])), st.integers(0, 3))
def test_what_holds_for_any_network(drawn, unwilling, holder):
    people, pairs = drawn
    said = {"willing": dict.fromkeys(unwilling, "no")}
    found = weft.handovers(of_pairs(people, pairs, columns=said), {"chair": people[holder]})
    (role,) = found.roles
    names = [candidate.name for candidate in role.candidates]
    assert len(names) <= 3
    assert names == sorted(names)
    assert not set(names) & ({people[holder]} | unwilling)
    assert bool(role.because) == (not names)
    parts = ["goes along", "stands in", "could be asked"]
    assert sorted(c.part for c in role.candidates) == sorted(parts[: len(names)])
    assert role.done == (role.orphaned_today is not None and role.orphaned_today < DONE)
    for one in role.candidates:
        assert one.reason.kind in KINDS
        assert not any(digit.isdigit() for digit in one.reason.text)  # no score of a person


def test_of_many_to_meet_four_are_named_and_the_rest_counted():
    star = network(works_with=" ".join(f"Ana-{name}" for name in NAMES[1:9]))
    (role,) = weft.handovers(star, {"chair": "Ana"}).roles
    first = role.goes_along.to_meet[:4]
    assert f"to {', '.join(first)} and 3 others first." in how(role)


def test_a_role_without_candidates_has_no_how_and_no_card():
    found = weft.handovers(network(**HEARTH), {"chair": ["Ana", "Ben"]})
    assert (how(found.roles[0]), found.cards()) == ("", ())
    (row,) = found.rows()
    assert (row["held_by"], row["candidate"], row["reason"]) == (
        "Ana; Ben",
        "",
        found.roles[0].because,
    )
