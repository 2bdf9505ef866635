"""How strong a tie can be."""

from tests.measures.made import network
from weft.measures.kernels.scale import top_of_scale
from weft.network import Relation


def top(rows: list[str], scale: tuple[float, float] | None = None) -> tuple[float, str]:
    relations = (Relation(name="ties", scale=scale),)
    return top_of_scale(network(rows, "source target weight", relations=relations).graph())


def test_the_declared_top_counts_even_if_nobody_gave_it():
    assert top(["a b 2"], (1, 4)) == (4, "on the declared scale from 1 to 4")


def test_without_a_scale_the_greatest_strength_seen_counts():
    said = "no scale is declared; 3 is the greatest strength seen"
    assert top(["a b 2", "b a 3"]) == (3, said)


def test_where_all_ties_are_alike_it_says_so():
    said = "every tie has the strength 1: the data tell no strengths apart"
    assert top(["a b 1", "b a 1"]) == (1, said)
