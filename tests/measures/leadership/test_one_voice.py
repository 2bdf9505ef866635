"""Where one person alone answered, what that person receives is unknown, and not nothing."""

import pytest

import weft
from tests.measures.made import network

IDS = (
    "leadership_centralization",
    "effective_leaders",
    "leadership_gini",
    "leadership_coverage",
    "steward_share",
)


@pytest.mark.parametrize("measure_id", IDS)
def test_one_answer_leaves_leadership_unknown(measure_id):
    net = network(["Ana Ben", "Ana Cy"], people="Ana Ben Cy Di", answered="Ana")
    found = weft.measure(net.with_stewards(["Ana"]), measure_id)
    assert found.undefined_because == (
        "Undefined, because only one person answered, and nobody else could say whether people "
        "look to that one."
    )


@pytest.mark.parametrize("measure_id", IDS)
def test_two_answers_say_something_of_everybody(measure_id):
    net = network(["Ana Ben", "Ben Cy"], people="Ana Ben Cy Di", answered="Ana Ben")
    assert weft.measure(net.with_stewards(["Ana"]), measure_id).undefined_because is None


@pytest.mark.parametrize("measure_id", ["leadership_centralization", "leadership_gini"])
def test_what_is_given_needs_no_other_voice_to_be_undefined_for_its_own_reason(measure_id):
    net = network(["Ana Ben", "Ana Cy"], people="Ana Ben Cy Di", answered="Ana")
    assert weft.measure(net, measure_id, of="out").undefined_because == (
        "Undefined, because fewer than two people answered."
    )


def test_no_share_is_told_of_anyone():
    net = network(["Ana Ben"], people="Ana Ben Cy", answered="Ana")
    assert set(weft.by_person(net, "effective_leaders").values()) == {None}
