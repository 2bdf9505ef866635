"""Introductions where the data are thin, odd, or in another order."""

import numpy as np
import pytest

import weft
from tests.weaving.drawn import network
from tests.weaving.made import ground
from weft.weaving.introductions.asked import Asked


def drawn_at_random(seed, shuffle=None):
    rng = np.random.default_rng(seed)
    ids = [f"{letter}{i}" for i, letter in enumerate("khcmaztbdq")]
    every = [(a, b) for a in ids for b in ids if a != b]
    said = {
        relation: " ".join(
            f"{a}-{b}:{rng.integers(1, 5)}" for a, b in every if rng.random() < share
        )
        for relation, share in (("works_with", 0.15), ("trusts", 0.2))
    }
    offers = dict(zip(ids, rng.choice(["tea", "maps", ""], len(ids)), strict=True))
    seeks = dict(zip(ids, rng.choice(["tea", "maps", ""], len(ids)), strict=True))
    columns = {"offers": offers, "seeks": seeks}
    return network(" ".join(ids), columns=columns, shuffle=shuffle, **said)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("asked", [{"explore": 0}, {"keep_out": 0.4}, {"least_served_first": True}])
def test_in_which_row_somebody_stands_does_not_matter(seed, asked):
    straight, shuffled = (
        weft.introductions(drawn_at_random(seed, shuffle), seed=seed, **asked).to_dict()
        for shuffle in (None, seed + 1)
    )
    assert straight == shuffled


def test_where_nobody_is_tied_everybody_can_be_introduced():
    ties = {"source": ["a", "b", "c"], "target": ["b", "c", "d"], "weight": ["0", "0", "0"]}
    found = weft.introductions(weft.read(ties, everyone_answered=True))
    assert sorted(person for row in found for person in (row.a, row.b)) == ["a", "b", "c", "d"]
    assert {row.reason.kind for row in found} == {"first-tie"}


@pytest.mark.parametrize(("held", "made"), [("yes", {}), ("no", {"b": 1})])
def test_who_was_to_introduce_a_pair_that_was_held_out_has_not_introduced(held, made):
    asked = Asked.of(
        ground("ab bc cd"),
        each=1,
        most=None,
        keep_out=0,
        explore=0,
        blocked=(),
        before=[{"a": "a", "b": "c", "introducer": "b", "held_out": held}],
        quotas=None,
        least_served_first=False,
    )
    assert (asked.never, asked.made_before) == ({(0, 2)}, made)


def test_who_has_left_by_this_wave_is_no_obstacle_to_a_list_of_blocked_pairs():
    ties = {"source": list("abcdab"), "target": list("bcdebc"), "wave": list("111122")}
    people = {
        "id": list("abcde"), "responded": ["yes"] * 5, "invited:2": ["yes"] * 3 + ["no"] * 2,
    }  # fmt: skip
    net = weft.read(ties, people=people)
    for make in (weft.introductions, weft.two_ways_in, weft.step_back):
        assert make(net, blocked=[("a", "d")]).to_dict() == make(net).to_dict()
        with pytest.raises(weft.UnknownNameError, match="There is no person “z”"):
            make(net, blocked=[("a", "z")])
        with pytest.raises(weft.InvalidRequestError, match="pairs 'a' with themselves"):
            make(net, blocked=[("a", "a")])
        with pytest.raises(weft.InvalidRequestError, match="expected the ids of two people"):
            make(net, blocked=["ab"])


def test_one_column_in_which_people_are_alike_may_be_given_by_its_name():
    net = network("a b c d", works_with="a-b c-d", columns={"hall": {"a": "north", "c": "north"}})
    kept = [weft.introductions(net, alike=alike).to_dict() for alike in ("hall", ["hall"])]
    assert kept[0] == kept[1]


def test_a_share_that_holds_back_no_pair_is_told():
    net = network(works_with="a-b b-c c-d d-e")
    said = " ".join(weft.introductions(net, most=2, keep_out=0.2).notes)
    assert "too few to hold back 20% of them" in said
    assert "No pairs are held back" not in said
