"""The one way from a network to a figure."""

import numpy as np
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
    net = weft.read(STAR[:2], people={"id": ids}, everyone_answered=True)
    found = weft.by_person(net, "constraint")
    assert found == {"Ana": 0.5, "Ben": 1.0, "Cy": 1.0, "alone": None}


def test_a_figure_of_the_whole_network_has_no_value_for_a_person() -> None:
    with pytest.raises(weft.InvalidRequestError, match="density is a figure of the whole network"):
        weft.by_person(STAR, "density")


def test_the_number_of_an_undefined_figure_cannot_be_taken() -> None:
    found = weft.measure([("a", "b")], "steward_share")
    with pytest.raises(ValueError, match="steward_share has no number here: Undefined, because"):
        _ = found.number


def test_a_persons_figure_does_not_read_silence_as_having_no_ties() -> None:
    # Di is silent and named by Cy alone; the others name one another.
    ties = [(a, b) for a in ("Ana", "Ben", "Cy") for b in ("Ana", "Ben", "Cy") if a != b]
    net = weft.read([*ties, ("Cy", "Di")])
    cut = weft.by_person(net, "cut_people")
    assert 0 < cut["Cy"] < 1
    assert sum(cut.values()) == pytest.approx(weft.measure(net, "cut_people").number)
    assert weft.by_person(net.everyone_answered(), "cut_people")["Cy"] == 1


def test_fewer_draws_of_a_large_network_are_set_against_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ties = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("b", "e")]

    def method() -> str:
        return weft.measure(ties, "modularity", null_draws=2).method

    assert "in 20 draws" in method()
    monkeypatch.setattr("weft.measures.front.MOST_TIES_AGAINST_CHANCE", 5 * len(ties))
    assert "in 5 draws" in method()
    monkeypatch.setattr("weft.measures.front.MOST_TIES_AGAINST_CHANCE", 0)
    assert "in 2 draws" in method()


def test_a_person_s_share_of_draws_follows_the_seed_and_the_number_of_draws() -> None:
    once = weft.by_person(STAR, "cut_people", draws=10, seed=1)
    assert once == weft.by_person(STAR, "cut_people", draws=10, seed=1)
    assert {round(share * 10, 9) % 1 for share in once.values()} == {0.0}


def test_an_option_that_a_person_s_figure_does_not_take_is_refused() -> None:
    with pytest.raises(weft.InvalidRequestError, match="cut_people takes no option 'colour'"):
        weft.by_person(STAR, "cut_people", colour="red")


def test_a_kernel_tells_how_far_it_is_and_what_the_teller_raises_ends_it() -> None:
    class StoppedError(Exception):
        pass

    told = []

    def tell(done: int, of: int, what: str) -> None:
        told.append((0 <= done < of, what))
        raise StoppedError

    people = 300
    rng = np.random.default_rng(1)
    network = weft.read(
        {"source": rng.integers(0, people, 900), "target": rng.integers(0, people, 900)},
        everyone_answered=True,
    )
    with pytest.raises(StoppedError):
        weft.measure(network, "betweenness_centralization", tell=tell)
    assert told == [(True, "shortest ways")]
    assert weft.measure(network, "betweenness_centralization").value is not None
