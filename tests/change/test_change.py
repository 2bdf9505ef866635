"""The comparison as a whole."""

import json

import pytest

import weft
from tests.change.waves import two_waves
from weft.change import FIGURES

LETTERS = "abcdefghijkl"


def handing_over():
    """Return waves in which everyone turned to a, and later each to two others as well."""
    later = {p: (LETTERS * 2)[i + 1 : i + 4].replace("a", "") for i, p in enumerate(LETTERS)}
    return two_waves({p: ["a" if p != "a" else "b", later[p]] for p in LETTERS})


@pytest.fixture(scope="module")
def change():
    return weft.change(handing_over(), draws=40)


def test_a_clear_hand_over_is_called_one(change):
    assert change.verdict.id == "handing_over"
    assert "Power is being handed over" in change.answer


def test_an_arrow_stands_only_where_chance_and_silence_are_excluded(change):
    arrows = {figure.id: figure.arrow for figure in change.figures}
    assert (arrows["steward_share"], arrows["effective_leaders"]) == ("down", "up")
    for figure in change.figures:
        assert figure.arrow is None or (figure.p <= 0.05 and figure.low * figure.high > 0)


def test_the_same_seed_gives_the_same_comparison(change):
    assert weft.change(handing_over(), draws=40).to_dict() == change.to_dict()


def test_as_plain_data_it_is_json(change):
    data = json.loads(json.dumps(change.to_dict(), allow_nan=False))
    assert data["format"] == "weft.change/1"
    assert [figure["id"] for figure in data["figures"]] == list(FIGURES)
    assert [one["id"] for one in data["ties"]][:2] == ["persistence", "emergence"]
    assert data["counts"]["answered_both_times"] == len(LETTERS)


def test_complete_data_have_ranges_without_width(change):
    assert all(figure.low == figure.high for figure in change.figures)
    fade = change.fade_and_lift
    assert fade.region.fade_between == pytest.approx((fade.fade, fade.fade))


def test_nobody_is_named(change):
    assert not {person for person in LETTERS if f"“{person}”" in json.dumps(change.to_dict())}


def test_many_times_as_many_ties_are_taken_for_another_question():
    named = {p: [(LETTERS * 2)[i + 1], LETTERS.replace(p, "")] for i, p in enumerate(LETTERS)}
    found = weft.change(two_waves(named), draws=20)
    assert found.answer.startswith("Read with caution: the two waves were most likely not asked")
    assert found.verdict.id == "no_telling"
    assert {figure.arrow for figure in found.figures} == {None}


def test_three_waves_are_compared_from_first_to_last_and_step_by_step():
    network = weft.simulate.coalition(people=12, organisations=3, waves=3, seed=2).network
    found = weft.change(network, relation="turns_to", figures=["density"], draws=20)
    assert (found.before, found.after) == ("1", "3")
    assert [(step.before, step.after) for step in found.steps] == [("1", "2"), ("2", "3")]


def test_two_waves_have_no_steps(change):
    assert change.steps == ()


def test_one_wave_is_an_error_that_says_what_to_do():
    with pytest.raises(weft.InvalidRequestError, match="There is one wave only"):
        weft.change([("a", "b")])


def test_waves_in_the_wrong_order_are_an_error():
    with pytest.raises(weft.InvalidRequestError, match="in the order of time, which is 1, 2"):
        weft.change(handing_over(), before=2, after=1)


@pytest.mark.parametrize(
    "name", ["persistence", "mixing", "phase", "coverage_people", "concordance"]
)
def test_a_figure_that_cannot_be_taken_apart_is_refused(name):
    with pytest.raises(weft.InvalidRequestError, match="cannot be taken apart"):
        weft.change(handing_over(), figures=[name])


def test_too_few_draws_are_refused():
    with pytest.raises(weft.InvalidRequestError, match="draws is 3; expected at least 20"):
        weft.change(handing_over(), draws=3)


def test_nobody_who_stayed_is_said():
    network = two_waves({"a": ["b", "-"], "b": ["a", "-"], "c": ["-", "d"], "d": ["-", "c"]})
    found = weft.change(network, draws=20)
    assert found.answer.startswith("Nobody was there both in wave 1 and in wave 2.")
    assert found.verdict.id in {"no_telling", "not_asked"}


def test_one_who_answered_twice_is_too_few():
    network = two_waves({"a": ["b", "b"], "b": ["a", None], "c": [None, "a"]})
    found = weft.change(network, draws=20)
    assert found.verdict.id == "no_telling"
    assert all(figure.arrow is None for figure in found.figures)
