"""Whether introductions helped, as a whole."""

import json
from dataclasses import replace

import numpy as np
import pytest

import weft
from tests.weaving.effect.trials import network, side_by_side, trial
from weft.weaving.effect import Group, Range

PEOPLE = "abcdefghijkl"


@pytest.fixture(scope="module")
def found():
    """Twelve people in six pairs; three of four offered pairs are tied, and none held out."""
    before = network(["ac", "eg"], PEOPLE)
    after = network(["ac", "eg", "ab", "cd", "ef"], PEOPLE)
    return weft.introduction_effect(trial("ab cd ef gh", "ij kl"), before, after)


def test_worked_by_hand(found):
    assert (found.offered, found.held_out) == (Group(pairs=4, tied=3), Group(pairs=2, tied=0))
    assert found.difference.value == 0.75
    assert (found.p, found.exact) == (6 / 15, True)
    assert (found.least, found.most) == (0.75, 0.75)
    assert (found.rounds, found.relation, found.undefined_because) == (1, "ties", None)


def test_few_pairs_cannot_tell_yet_and_say_how_many_it_takes(found):
    assert found.verdict.id == "cannot_tell_yet"
    assert found.difference.low < 0 < found.difference.high
    assert not found.needed.reached
    assert f"about {found.needed.per_arm} pairs of each kind" in found.verdict.settle
    assert found.answer.startswith(
        "Of four pairs offered an introduction, three (75%) are tied in wave "
    )
    assert "Whether introductions helped cannot be told yet." in found.answer


def test_as_plain_data_it_is_json(found):
    data = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert data["format"] == "weft.effect/1"
    assert data["offered"] == {"pairs": 4, "tied": 3, "rate": 0.75}
    assert data["difference"]["value"] == 0.75
    assert data["left_out"]["unknown"] == {"offered": 0, "held_out": 0}
    assert data["funnel"][0]["offered"] == {"count": 4, "of": 4}
    assert data["funnel"][1]["offered"] is None


def test_nobody_is_named():
    rows, before, after = side_by_side(20, 10, (12, 1))
    said = json.dumps(weft.introduction_effect(rows, before, after).to_dict())
    assert [person for person in before.people.ids if person in said] == []


def test_a_clear_difference_is_told():
    found = weft.introduction_effect(*side_by_side(30, 15, (20, 1)))
    assert found.verdict.id == "helped"
    assert found.difference.low > 0
    assert found.p < 0.005
    assert "in fewer than one case in 100" in found.answer


def test_harm_is_told_too():
    found = weft.introduction_effect(*side_by_side(30, 15, (0, 8)))
    assert found.verdict.id == "hindered"
    assert found.difference.high < 0


def test_no_difference_is_said_once_there_are_enough_pairs():
    many = side_by_side(160, 160, (8, 8))
    assert weft.introduction_effect(*many, draws=200).verdict.id == "no_difference"
    assert weft.introduction_effect(*many, worth=0.02, draws=200).verdict.id == "cannot_tell_yet"


def test_one_network_of_two_waves_is_enough():
    rows, before, after = side_by_side(6, 3, (4, 1))
    both = [
        (*tie, "ties", 1, wave)
        for wave, one in (("1", before), ("2", after))
        for tie in ties_of(one)
    ]
    whole = weft.read(both, list(before.people.ids), undirected=["ties"], everyone_answered=True)
    found = weft.introduction_effect(rows, whole)
    assert (found.before, found.after) == ("1", "2")
    once = weft.introduction_effect(rows, before, after)
    same = {"before": "1", "after": "2", "name": whole.name, "answer": found.answer}
    assert found.to_dict() == replace(once, **same).to_dict()


def test_renaming_people_changes_nothing():
    rows, before, after = side_by_side(12, 6, (7, 1))
    new = {person: f"q{i}" for i, person in enumerate(reversed(before.people.ids))}
    renamed = [{**row, "a": new[row["b"]], "b": new[row["a"]]} for row in rows]
    people = list(new.values())
    waves = [
        weft.read(
            [(new[a], new[b]) for a, b in ties_of(one)],
            people,
            undirected=["ties"],
            everyone_answered=True,
            name=one.name,
        )
        for one in (before, after)
    ]
    once, again = (weft.introduction_effect(*x) for x in ((rows, before, after), (renamed, *waves)))
    assert again.to_dict() == once.to_dict()


def test_the_same_seed_gives_the_same_answer_and_another_seed_other_draws():
    many = side_by_side(30, 15, (14, 4))
    one, same, other = (weft.introduction_effect(*many, draws=200, seed=seed) for seed in (1, 1, 2))
    assert one.to_dict() == same.to_dict()
    assert (one.exact, one.p == other.p) == (False, False)
    assert one.difference == other.difference


def test_rounds_are_pooled_and_compared_each_with_itself():
    """In either round as many are tied of both kinds, but the rounds differ in how many."""
    rows, before, after = side_by_side(8, 8, (6, 6))
    for i, row in enumerate(rows):
        tied_rows = i < 6 or 8 <= i < 14
        row["round"] = "1" if tied_rows else "2"
    found = weft.introduction_effect(rows[:8] + rows[8:12] + rows[14:], before, after)
    assert (found.rounds, found.difference.value) == (2, 0.0)
    assert found.offered.rate - found.held_out.rate != 0


def test_every_reason_to_leave_a_row_out_is_counted():
    before = network(["ab", "ce"], PEOPLE)
    after = network(["cd"], PEOPLE, answered="abcdefij")
    rows = trial("ab cd ef gh", "ij kl cd", round=["1"] * 6 + ["2"])
    found = weft.introduction_effect(rows, before, after)
    assert found.left_out.tied_before == (1, 0)
    assert found.left_out.unknown == (1, 1)
    assert found.left_out.repeated == (0, 1)
    assert (found.offered, found.held_out) == (Group(pairs=2, tied=1), Group(pairs=1, tied=0))
    assert "two it is unknown" not in found.answer
    assert {"unknown", "left-out"} <= set(found.limits)


def test_unknown_outcomes_give_bounds():
    """One of two offered is tied, the held out is not; one more of each kind is unknown."""
    before = network(["ac"], "abcdefghij")
    after = network(["ac", "ab"], "abcdefghij", answered="abcdgh")
    found = weft.introduction_effect(trial("ab cd ef", "gh ij"), before, after)
    assert found.difference.value == 0.5
    assert (found.least, found.most) == pytest.approx((1 / 3 - 1 / 2, 2 / 3 - 0))


def test_a_lopsided_silence_leaves_the_verdict_open():
    """All of the offered who were not tied fell silent, and none of the held out."""
    rows, before, after = side_by_side(30, 15, (20, 3))
    silent = {row[end] for row in rows[20:30] for end in "ab"}
    people = before.people.ids
    table = {"id": list(people), "responded": ["no" if p in silent else "yes" for p in people]}
    heard = weft.read(ties_of(after), table, undirected=["ties"])
    found = weft.introduction_effect(rows, before, heard)
    assert (found.offered.rate, found.left_out.unknown) == (1.0, (10, 0))
    assert found.p < 0.05
    assert found.left_out.p_unknown < 0.05
    assert found.least > 0  # here even the worst case leaves a difference
    assert found.verdict.id == "helped"
    worse = weft.introduction_effect(*side_by_side_silent())
    assert worse.left_out.p_unknown < 0.05
    assert worse.least < 0 < worse.difference.low
    assert worse.verdict.id == "cannot_tell_yet"
    assert "unknown more often of one kind" in worse.verdict.text


def side_by_side_silent():
    rows, before, after = side_by_side(30, 15, (11, 6))
    silent = {row[end] for row in rows[12:30] for end in "ab"}
    people = before.people.ids
    table = {"id": list(people), "responded": ["no" if p in silent else "yes" for p in people]}
    return rows, before, weft.read(ties_of(after), table, undirected=["ties"])


def ties_of(one):
    graph = one.graph()
    ids = graph.people.ids
    return [(ids[a], ids[b]) for a, b in zip(graph.source, graph.target, strict=True)]


@pytest.mark.parametrize(
    ("rows", "because"),
    [
        ([], "the records hold no pair"),
        (trial("ab cd", ""), "no pair was held out by lot"),
        (trial("", "ab cd"), "every pair was held out"),
        (trial("gh", "ij"), "of no pair it is known"),
        (trial("ab", "ij"), "no round has offered and held-out pairs"),
        (trial("ab", "cd", round=["1", "2"]), "no round has offered and held-out pairs"),
    ],
)
def test_what_cannot_be_compared_says_why(rows, because):
    before = network(["ac"], PEOPLE)
    after = network(["ab"], PEOPLE, answered="abcd")
    found = weft.introduction_effect(rows, before, after)
    assert found.undefined_because.startswith(f"Undefined, because {because}")
    assert (found.verdict.id, found.p, found.needed) == ("undefined", None, None)
    assert found.difference == Range(undefined_because=found.undefined_because)
    assert because in found.answer
    json.dumps(found.to_dict(), allow_nan=False)


def test_one_wave_is_an_error_that_says_what_to_do():
    with pytest.raises(weft.InvalidRequestError, match="There is one wave only"):
        weft.introduction_effect(trial("ab", "cd"), network(["ac"], PEOPLE))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"worth": 0}, "worth is 0; expected a share above 0"),
        ({"confidence": 1.0}, "confidence is 1.0; expected"),
        ({"draws": 5}, "draws is 5; expected at least 100"),
    ],
)
def test_a_request_that_cannot_be_meant_is_refused(asked, message):
    one = network(["ac"], PEOPLE)
    with pytest.raises(weft.InvalidRequestError, match=message):
        weft.introduction_effect(trial("ab", "cd"), one, one, **asked)


def test_a_relation_that_is_not_there_is_named():
    one = network(["ac"], PEOPLE)
    with pytest.raises(weft.UnknownNameError, match="trusts"):
        weft.introduction_effect(trial("ab", "cd"), one, one, relation="trusts")


def test_private_ties_do_not_count_unless_they_are_asked_for():
    rows = trial("ab cd", "ef gh")
    ties = [("a", "c", "works_with", 1, w) for w in "12"] + [("a", "b", "trusts", 1, "2")]
    whole = weft.read(ties, list(PEOPLE), everyone_answered=True)
    assert weft.introduction_effect(rows, whole).offered.tied == 0
    asked = weft.introduction_effect(
        rows, weft.read(ties, list(PEOPLE), everyone_answered=True).relation("trusts")
    )
    assert asked.offered.tied == 1


def test_a_lot_over_circles_widens_the_range_and_is_drawn_as_it_was():
    """Eight circles of four pairs; two circles were held out as a whole."""
    rows, before, after = side_by_side(24, 8, (12, 1))
    circle = np.arange(32) // 4
    mixed = [i for i in range(24) if i % 2] + [i for i in range(24) if not i % 2]
    rows = [rows[i] for i in mixed] + rows[24:]

    def assign(seed: int) -> np.ndarray:
        return np.isin(circle, np.random.default_rng(seed).permutation(8)[:2])

    plain = weft.introduction_effect(rows, before, after)
    asked = weft.introduction_effect(rows, before, after, assign=assign)
    assert asked.difference.value == pytest.approx(plain.difference.value, abs=0.02)
    assert asked.difference.low < plain.difference.low
    assert asked.p > plain.p
    assert asked.needed.per_arm > plain.needed.per_arm


def test_a_lot_that_cannot_be_that_of_the_records_is_refused():
    rows, before, after = side_by_side(4, 2, (2, 0))
    with pytest.raises(weft.InvalidRequestError, match="expected 6 truth values"):
        weft.introduction_effect(rows, before, after, assign=lambda _: np.zeros(6))
    with pytest.raises(weft.InvalidRequestError, match="never has pair 5 of the records held out"):
        weft.introduction_effect(rows, before, after, assign=lambda _: np.zeros(6, bool))
