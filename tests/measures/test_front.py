"""The one way from a network to a figure."""

import pytest

import weft
from weft.measures import Figure

STAR = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana")]


def test_a_figure_has_a_value_or_a_reason_and_never_both_or_neither() -> None:
    with pytest.raises(ValueError, match="either a value or a sentence"):
        Figure()
    with pytest.raises(ValueError, match="either a value or a sentence"):
        Figure(value=1.0, undefined_because="Undefined, because no.")


def test_silence_is_filled_in_alike_for_the_same_seed_and_said_in_the_method() -> None:
    once, again = (weft.measure(STAR, "efficiency", seed=5) for _ in range(2))
    assert once == again
    assert once.method.startswith("what 1 who did not answer would have said was filled in")
    assert weft.measure(STAR, "efficiency", seed=6).value != once.value


def test_n_answered_and_coverage_stand_beside_each_figure() -> None:
    found = weft.measure(STAR, "density")
    assert (found.n, found.answered, found.coverage) == (4, 3, 0.75)


def test_an_unknown_measure_names_the_nearest() -> None:
    with pytest.raises(weft.UnknownNameError, match="Did you mean “reciprocity”"):
        weft.measure(STAR, "reciprocty")


def test_the_same_wave_twice_is_no_change() -> None:
    ties = {"source": ["a", "b"], "target": ["b", "a"], "wave": ["1", "2"]}
    with pytest.raises(weft.InvalidRequestError, match="wave 1 was given twice"):
        weft.measure(ties, "jaccard", before="1", after="1")


def test_a_figure_of_a_person_is_given_by_id_and_none_where_undefined() -> None:
    ids = ["Ana", "Ben", "Cy", "alone"]
    found = weft.by_person(weft.read(STAR[:2], people={"id": ids}), "constraint")
    assert found == {"Ana": 0.5, "Ben": 1.0, "Cy": 1.0, "alone": None}


def test_a_figure_of_the_whole_network_has_no_value_for_a_person() -> None:
    with pytest.raises(weft.InvalidRequestError, match="density is a figure of the whole network"):
        weft.by_person(STAR, "density")


def test_the_number_of_an_undefined_figure_cannot_be_taken() -> None:
    found = weft.measure([("a", "b")], "steward_share")
    with pytest.raises(ValueError, match="steward_share has no number here: Undefined, because"):
        _ = found.number
