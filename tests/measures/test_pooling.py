"""One figure from the figures of many draws."""

import pytest

from weft.measures import Figure, Null
from weft.measures.pooling import pooled


def null(p: float) -> Null:
    """Return what chance gave, rarer or less rare."""
    return Null(model="shuffled", mean=1.0, sd=0.5, p=p, p_higher=p, p_lower=0.9, sides=1, draws=40)


def test_the_mean_over_draws_is_taken_of_the_value_and_of_each_part() -> None:
    figures = [Figure(value=1.0, parts={"a": 2.0}), Figure(value=3.0, parts={"a": 4.0, "b": 1.0})]
    assert pooled(figures) == Figure(value=2.0, parts={"a": 3.0, "b": 1.0})


def test_of_a_name_the_commonest_is_taken_with_the_share_of_each() -> None:
    figures = [Figure(value="scattered"), Figure(value="multi-hub"), Figure(value="multi-hub")]
    parts = {"share multi-hub": pytest.approx(2 / 3), "share scattered": pytest.approx(1 / 3)}
    assert pooled(figures) == Figure(value="multi-hub", parts=parts)


def test_a_figure_undefined_in_most_draws_is_undefined() -> None:
    figures = [Figure(value=1.0), *[Figure(undefined_because="Undefined, because no.")] * 2]
    assert pooled(figures).undefined_because == "Undefined, because no."


def test_comparisons_with_chance_are_averaged_over_the_draws() -> None:
    figures = [Figure(value=value, nulls=(null(p),)) for value, p in ((2.0, 0.1), (4.0, 0.3))]
    assert pooled(figures) == Figure(value=3.0, nulls=(null(pytest.approx(0.2)),))
