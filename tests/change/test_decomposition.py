"""The difference between two waves, taken apart."""

import pytest

import weft
from tests.change.waves import two_waves

FIGURES = ["density", "mean_degree", "reciprocity", "transitivity", "effective_leaders"]


def figure(network, name="density"):
    (found,) = weft.change(network, figures=[name], draws=20).figures
    return found


@pytest.mark.parametrize("name", FIGURES)
def test_the_three_parts_add_up_to_the_difference_of_the_figures_as_they_stand(name):
    network = weft.simulate.coalition(people=20, seed=3).network.relation("turns_to")
    found = figure(network, name)
    then, now = (
        weft.measure(network, name, wave=wave, interval=False, draws=20).value for wave in (1, 2)
    )
    assert (found.before, found.after) == (then, now)
    assert found.stayers + found.membership + found.coverage == pytest.approx(now - then)


def test_where_all_stayed_and_answered_all_of_it_is_change():
    network = two_waves({"a": ["b", "bc"], "b": ["a", "a"], "c": ["a", "ab"]})
    found = figure(network)
    assert (found.before, found.after) == (3 / 6, 5 / 6)
    assert (found.stayers, found.membership, found.coverage) == pytest.approx((2 / 6, 0, 0))


def test_a_fall_in_answers_is_coverage_and_not_change():
    network = two_waves({"a": ["b", "b"], "b": ["a", "a"], "c": ["ab", None]})
    found = figure(network)
    assert (found.before, found.after) == (4 / 6, 2 / 4)
    assert (found.stayers, found.membership, found.coverage) == pytest.approx((0, 0, -1 / 6))
    assert found.mostly_not_change


def test_newcomers_who_know_nobody_are_membership_and_not_change():
    network = two_waves({"a": ["b", "b"], "b": ["a", "a"], "c": ["a", "a"], "d": ["-", ""]})
    found = figure(network)
    assert (found.before, found.after) == (3 / 6, 3 / 12)
    assert (found.stayers, found.membership, found.coverage) == pytest.approx((0, -3 / 12, 0))


def test_a_figure_that_one_wave_does_not_define_is_undefined():
    network = two_waves({"a": ["", "b"], "b": ["", "a"], "c": ["", "a"]})
    found = figure(network, "reciprocity")
    assert found.undefined_because.startswith("Undefined, because")
    assert (found.stayers, found.arrow) == (None, None)
