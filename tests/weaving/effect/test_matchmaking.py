"""What became of introductions, and who made them."""

import pytest

import weft
from tests.weaving.effect.trials import network, trial
from weft.weaving.effect import matchmaking, matchmaking_by_others

PEOPLE = "abcdefghij"


def test_the_share_of_introductions_that_became_ties():
    """ab became a tie, cd did not, ef declined, gh were tied before; ij were held out."""
    rows = trial("ab cd ef gh", "ij", accepted_a=["yes", "", "no", "", ""])
    before, after = network(["gh"], PEOPLE), network(["gh", "ab", "ef", "ij"], PEOPLE)
    found = matchmaking(rows, before, after)
    assert (found.id, found.value) == ("matchmaking", 0.5)
    assert found.parts == {"made": 2, "known": 2, "tied": 1}
    assert found.sentence.startswith("Of two introductions, one (50%) became a tie by wave ")


def test_an_introduction_of_unknown_outcome_does_not_count():
    before, after = network(["ac"], PEOPLE), network(["ac", "ab"], PEOPLE, answered="ac")
    found = matchmaking(trial("ab ef", ""), before, after)
    assert (found.value, found.parts["made"], found.parts["known"]) == (1.0, 2, 1)


@pytest.mark.parametrize(
    ("rows", "because"),
    [
        (trial("", "ab"), "no introduction is recorded as made"),
        (trial("ef", ""), "of no introduction that was made"),
    ],
)
def test_without_introductions_it_says_why(rows, because):
    before, after = network(["ac"], PEOPLE), network(["ac"], PEOPLE, answered="ac")
    found = matchmaking(rows, before, after)
    assert found.value is None
    assert found.sentence == found.undefined_because
    assert found.sentence.startswith(f"Undefined, because {because}")


def test_the_share_that_others_than_stewards_made():
    """Of three made by somebody two were the steward's; one had no introducer, one was declined."""
    rows = trial(
        "ab cd ef gh ij",
        "",
        introducer=["a", "a", "b", "", "b"],
        met=["", "yes", "yes", "yes", "no"],
    )
    one = network(["ac"], PEOPLE)
    found = matchmaking_by_others(rows, one, stewards=["a"])
    assert found.value == pytest.approx(1 / 3)
    assert found.parts == {"made": 3, "by_others": 1}
    assert "three introductions, one (33%) came of somebody who is no steward" in found.sentence


@pytest.mark.parametrize(
    ("introducer", "stewards", "because"),
    [
        ("", ["a"], "nobody is recorded as having introduced anybody"),
        ("a", [], "nobody is marked as a steward"),
    ],
)
def test_where_nobody_introduced_or_stewards_are_unknown(introducer, stewards, because):
    rows = trial("cd", "", introducer=[introducer])
    found = matchmaking_by_others(rows, network(["ac"], PEOPLE), stewards=stewards)
    assert found.undefined_because == f"Undefined, because {because}."


def test_an_introducer_who_is_in_no_network_is_named():
    rows = trial("cd", "", introducer=["nobody"])
    with pytest.raises(weft.InvalidDataError, match="column introducer: found “nobody”"):
        matchmaking_by_others(rows, network(["ac"], PEOPLE), stewards=["a"])
