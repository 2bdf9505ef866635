"""Is trust about people, about raters, or about pairs?"""

import numpy as np
import pytest

import weft
from tests.measures.made import network, of_matrix
from weft.measures.kernels.social_relations import Ratings, variances
from weft.network import Relation


def rated(values, **options):
    return weft.measure(of_matrix(values, **options), "trust_variance_shares")


def of_effects(given, received, scale=(0, 9)):
    values = np.add.outer(given, received).astype(float)
    np.fill_diagonal(values, 0)
    return rated(values, scale=scale)


def test_raters_who_differ_and_nothing_else_are_all_of_it():
    found = of_effects([1, 2, 3, 5], [1, 1, 1, 1])
    assert (found.value, found.parts["rater"], found.parts["rated"]) == (0, 1, 0)
    # The variance of 1, 2, 3 and 5.
    assert found.parts["variance"] == pytest.approx(35 / 12)
    assert found.sentence == (
        "Of what ratings differ by, 0% is particular to the two people, 100% is how the one rates "
        "everybody, and 0% is how the other is rated by everybody."
    )
    assert found.method == "social relations model; not being named is a rating of 0"


def test_the_rated_who_differ_and_nothing_else_are_all_of_it():
    found = of_effects([1, 1, 1, 1], [1, 2, 3, 5])
    assert (found.value, found.parts["rater"], found.parts["rated"]) == (0, 0, 1)


def test_pairs_who_rate_each_other_alike_have_a_reciprocity_of_one():
    # Rows and columns of this table all sum to the same, and it is its own transpose.
    values = [[0, 3, 1, 2], [3, 0, 2, 1], [1, 2, 0, 3], [2, 1, 3, 0]]
    found = rated(values, scale=(0, 3))
    assert (found.value, found.parts["reciprocity"]) == (1, 1)


def test_who_is_not_named_is_not_rated_where_a_scale_starts_above_nothing():
    rng = np.random.default_rng(0)
    values = np.where(rng.random((8, 8)) < 0.7, rng.integers(1, 6, (8, 8)), 0)
    np.fill_diagonal(values, 0)
    found = rated(values, scale=(1, 5))
    rater, to = np.nonzero(values)
    expected = variances(Ratings(8, rater, to, values[rater, to].astype(float)))
    parts = np.maximum([expected.pair, expected.rater, expected.rated], 0)
    assert found.parts["ratings"] == len(rater)
    assert found.method == "social relations model; of those who are rated"
    shares = [found.value, found.parts["rater"], found.parts["rated"]]
    assert shares == pytest.approx(list(parts / parts.sum()))


def test_those_who_did_not_answer_are_rated_and_do_not_rate():
    values = np.random.default_rng(1).integers(0, 2, (7, 7))
    np.fill_diagonal(values, 0)
    found = rated(values, answered=[True] * 5 + [False] * 2)
    assert found.parts["ratings"] == 5 * 6
    assert found.method == (
        "social relations model; not being named is a rating of 0; those who did not answer are "
        "not counted as raters"
    )


@pytest.mark.parametrize(
    ("rows", "options", "because"),
    [
        (
            ["Ana Ben", "Cy Di"],
            {"relations": [Relation(name="ties", directed=False)]},
            "both ends of a tie have the same strength here.",
        ),
        (
            ["Ana Ben", "Ben Ana", "Ana Cy"],
            {},
            "3 people are in the network and at least 4 are needed.",
        ),
        (["Ana Ben 0", "Cy Di 0"], {"columns": "source target weight"}, "all ratings are alike."),
        (
            ["Ana Ben 1", "Cy Di 2"],
            {"columns": "source target weight"},
            "too few people rate one another to tell raters, the rated and pairs apart.",
        ),
    ],
)
def test_where_there_is_nothing_to_split_it_is_undefined(rows, options, because):
    found = weft.measure(network(rows, **options), "trust_variance_shares")
    assert found.undefined_because == f"Undefined, because {because}"
