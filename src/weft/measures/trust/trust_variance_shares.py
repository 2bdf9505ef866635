"""Is trust about people, about raters, or about pairs?"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.dyads import word_is_known
from weft.measures.kernels.scale import tells_strengths
from weft.measures.kernels.social_relations import Ratings, Variances, variances
from weft.network import Graph

MOST_PEOPLE = 1_000
"""Above this the tables of a round robin with gaps take too long."""

MOST_RATINGS = 10_000_000

DECLARATION = Declaration(
    id="trust_variance_shares",
    family="trust",
    question="Is trust about people, about raters, or about pairs?",
    unit="share of the variance of ratings",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence=(
        "Of what ratings differ by, {value:.0%} is particular to the two people, {rater:.0%} is "
        "how the one rates everybody, and {rated:.0%} is how the other is rated by everybody."
    ),
    reading=(
        "Near 1: trust is a matter of each pair. A large part of the rated: people agree on whom "
        "to trust. A large part of raters: some trust everybody more than others do."
    ),
    misreading=(
        "What is particular to a pair includes error. With fewer than ten raters the shares move "
        "a lot from one wave to the next."
    ),
    sources=(
        (
            "Kenny, D. A. and La Voie, L. (1984). The social relations model. Advances in "
            "Experimental Social Psychology, 18, 141-182. "
            "https://doi.org/10.1016/S0065-2601(08)60144-6"
        ),
        (
            "Warner, R. M., Kenny, D. A. and Stoto, M. (1979). A new round robin analysis of "
            "variance for social interaction data. Journal of Personality and Social Psychology, "
            "37(10), 1742-1757. https://doi.org/10.1037/0022-3514.37.10.1742"
        ),
        (
            "Henderson, C. R. (1953). Estimation of variance and covariance components. "
            "Biometrics, 9(2), 226-252. https://doi.org/10.2307/3001853"
        ),
    ),
    silence=("available", "impute"),
    smallest=4,
    no_interval_because="how often a range would hold the truth is not measured",
    parts=MappingProxyType(
        {
            "rater": "the share of raters: how generous they are to everybody",
            "rated": "the share of the rated: how all see them",
            "reciprocity": "correlation of what two people are particularly to each other",
            "given_and_received": "covariance of how people rate and are rated, as a correlation",
            "variance": "of all ratings, as the sum of the three",
            "ratings": "how many ratings there are",
        }
    ),
)


def trust_variance_shares(graph: Graph) -> Figure:
    r"""Return the share of the variance of ratings that is particular to the pair.

    .. math::

       t_{ij} = \mu + \alpha_i + \beta_j + \gamma_{ij}, \qquad
       \frac{\sigma^2_\gamma}{\sigma^2_\alpha + \sigma^2_\beta + \sigma^2_\gamma}

    where :math:`\alpha_i` is how i rates everybody, :math:`\beta_j` how everybody rates j, and
    :math:`\gamma_{ij}` what is left.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of the variance of ratings
    Direction       depends on what the network is for
    Level           the whole network; never shown as a score for a person
    Undefined when  ties have no direction, fewer than 4 people, all ratings are alike, or too
                    few people rate one another
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source rates target.

    Returns
    -------
    Figure
        The parts ``rater`` and ``rated`` are the other two shares. ``reciprocity`` is missing where
        no two people rate each other, or nothing is particular to pairs.

    See Also
    --------
    weft.measures.trust.trust_asymmetry : How far apart two people are in what they give each other.

    Notes
    -----
    Where ties have strengths, these are the ratings, and who does not name somebody does not rate
    them; if the declared scale starts at 0, not being named is a rating of 0. Where all ties have
    the same strength, naming is a rating of 1 and not naming one of 0: it then splits who names
    whom, and a share can be no more than chance leaves of yes and no.

    Where everyone rated everyone (a round robin), the closed form of Warner, Kenny and Stoto
    (1979); with gaps, the same moments of the least-squares fit, set equal to what they are
    expected to be given who rated whom (Henderson 1953). Both are unbiased, and equal without gaps.
    A variance estimated below 0 is taken for 0, as is usual, and correlations are cut to -1 and 1.
    Cost: O(n**2); with gaps O(n**3), up to 1,000 people.

    References
    ----------
    Kenny and La Voie (1984); Warner, Kenny and Stoto (1979); Henderson (1953).

    Examples
    --------
    Ana and Ben rate everybody 3, Cy and Di everybody 1. Raters differ, and nothing else:

    >>> import weft
    >>> people = ["Ana", "Ben", "Cy", "Di"]
    >>> pairs = [(a, b) for a in people for b in people if a != b]
    >>> who, whom = zip(*pairs)
    >>> how = [3 if a in {"Ana", "Ben"} else 1 for a in who]
    >>> ties = {"source": who, "target": whom, "weight": how}
    >>> figure = weft.measure(ties, "trust_variance_shares")
    >>> figure.value, figure.parts["rater"], figure.parts["rated"]
    (0.0, 1.0, 0.0)
    """
    if not graph.directed:
        return undefined("Undefined, because both ends of a tie have the same strength here.")
    strengths = graph.m > 0 and tells_strengths(graph)
    zeros = not strengths or (graph.relation.scale is not None and graph.relation.scale[0] == 0)
    known = word_is_known(graph)
    if zeros and int(known.sum()) * graph.n > MOST_RATINGS:
        return undefined(f"Not computed at this size, because {graph.n:,} people are too many.")
    ratings = _rated(graph) if zeros else _named(graph)
    if not len(ratings.value) or np.ptp(ratings.value) == 0:
        return undefined("Undefined, because all ratings are alike.")
    if not ratings.round_robin and ratings.n > MOST_PEOPLE:
        return undefined(
            f"Not computed at this size, because not everyone rated everyone and {ratings.n:,} "
            f"people are more than {MOST_PEOPLE:,}."
        )
    found = variances(ratings)
    if found is None:
        return undefined(
            "Undefined, because too few people rate one another to tell raters, the rated and "
            "pairs apart."
        )
    method = "not being named is a rating of 0" if zeros else "of those who are rated"
    return _shares(found, len(ratings.value), method)


def _shares(found: Variances, many: int, method: str) -> Figure:
    # Rounding leaves traces of nothing.
    nothing = 1e-12 * max(abs(found.rater), abs(found.rated), abs(found.pair))
    rater, rated, pair = (
        part if part > nothing else 0.0 for part in (found.rater, found.rated, found.pair)
    )
    total = rater + rated + pair
    if total == 0:
        return undefined("Undefined, because ratings differ by no more than chance.")
    parts = {"rater": rater / total, "rated": rated / total, "variance": total, "ratings": many}
    if pair > 0 and found.both_ways is not None:
        parts["reciprocity"] = _within_one(found.both_ways / pair)
    if rater > 0 and rated > 0:
        parts["given_and_received"] = _within_one(
            found.given_and_received / float(np.sqrt(rater * rated))
        )
    form = "social relations model"
    return Figure(value=pair / total, parts=parts, method=f"{form}; {method}")


def _within_one(correlation: float) -> float:
    return min(max(correlation, -1.0), 1.0)


def _named(graph: Graph) -> Ratings:
    """Return the strengths of ties as ratings, among those who rate or are rated."""
    given = word_is_known(graph)[graph.source]
    source, target = graph.source[given], graph.target[given]
    people, ends = np.unique(np.concatenate([source, target]), return_inverse=True)
    return Ratings(
        n=len(people),
        rater=ends[: len(source)],
        rated=ends[len(source) :],
        value=graph.weight[given],
    )


def _rated(graph: Graph) -> Ratings:
    """Return everybody as rated by all who answered: 0 where they are not named."""
    known = word_is_known(graph)
    table = np.zeros((graph.n, graph.n))
    table[graph.source, graph.target] = graph.weight
    asked = np.repeat(known[:, None], graph.n, axis=1) & ~np.eye(graph.n, dtype=bool)
    rater, rated = np.nonzero(asked)
    return Ratings(n=graph.n, rater=rater, rated=rated, value=table[rater, rated])
