"""Each rule speaks when its figures call for it, and only then."""

import pytest

from tests.portrait import drawn_by_hand as drawn
from weft.portrait import make_portrait


def steps_of(network, **given):
    return {step.id: step for step in make_portrait(network, draws=3, **given).next_steps}


def pieces(*sizes):
    names = iter(range(sum(sizes)))
    return [tie for size in sizes for tie in drawn.clique([f"p{next(names)}" for _ in range(size)])]


def test_pieces_are_to_be_knit():
    step = steps_of(drawn.network(pieces(4, 4, 4, 4)))["knit-clusters"]
    assert step.why.startswith("Only 25% of people hang together. ")


def test_hub_is_to_connect_the_spokes():
    assert steps_of(drawn.star())["connect-spokes"].why == (
        "Most ways run through one person (on a scale from 0 to 1, 1.00). If that person leaves, "
        "most ways go too."
    )


def test_without_a_clear_shape_triangles_are_to_be_closed():
    assert "close-triangles" in steps_of(drawn.network(drawn.clique(list("abcdef"))))


def test_second_thread_counts_both_kinds_of_need():
    ties = drawn.both_ways([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    assert steps_of(drawn.network(ties))["second-thread"].why == (
        "One person hangs by one tie and one person is the only link between parts: if one person "
        "leaves, others are lost too."
    )


def test_nothing_to_thread_in_a_ring():
    ring = drawn.both_ways((f"p{i}", f"p{(i + 1) % 8}") for i in range(8))
    assert "second-thread" not in steps_of(drawn.network(ring))


def test_one_sided_trust_is_to_be_talked_about():
    ties = [(a, b, "trusts") for a in "abcd" for b in "efgh"]
    ties += [(a, b, "turns_to") for a in "abcd" for b in "abcd" if a != b]
    step = steps_of(drawn.network(ties))["talk"]
    assert step.why.startswith("Only 0% of the ties of “trusts” are returned")


def test_one_sided_leadership_alone_is_nothing_to_talk_about():
    assert "talk" not in steps_of(drawn.network([(a, "z", "turns_to") for a in "abcdefg"]))


def test_a_second_wave_is_planned_where_there_is_one_and_the_next_where_there_are_two():
    assert "second-wave" in steps_of(drawn.two_waves(), wave=1)
    assert "next-wave" in steps_of(drawn.two_waves())


@pytest.mark.parametrize("n", [2, 3, 5, 9])
def test_there_are_always_three_to_five(n):
    names = [f"p{i}" for i in range(n)]
    assert 3 <= len(steps_of(drawn.network(drawn.clique(names)))) <= 5
    assert 3 <= len(steps_of(drawn.star(n))) <= 5
