"""Whether two waves look as if people had been asked alike."""

from __future__ import annotations

from weft.network import Graph

MANY_TIMES_AS_MANY, FEWEST_TIES_TO_WARN = 3, 3
"""From where on a step between two waves is taken for another question. A choice of Weft's own."""


def ties_for_each(graph: Graph) -> float | None:
    """Return how many ties there are for each who answered; None where nobody did."""
    return graph.m / graph.n_answered if graph.n_answered else None


def asked_alike(before: Graph, after: Graph) -> bool:
    """Return whether about as many ties were reported by each respondent in either wave.

    So large a step that it is not alike: three times as many ties for each who answered, and three
    or more of them. People seldom change so much; questions do. Where nobody answered in a wave
    there is nothing to tell by, and it counts as alike.

    Examples
    --------
    Of four people each names one other, and then all others:

    >>> import weft
    >>> people = {"id": ["Ana", "Ben", "Cy", "Di"]}
    >>> ring = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di"), ("Di", "Ana")]
    >>> every = [(a, b) for a in people["id"] for b in people["id"] if a != b]
    >>> one, all_ = (weft.read(ties, people=people).graph() for ties in (ring, every))
    >>> ties_for_each(one), ties_for_each(all_), asked_alike(one, all_), asked_alike(one, one)
    (1.0, 3.0, False, True)
    """
    then, now = ties_for_each(before), ties_for_each(after)
    if then is None or now is None:
        return True
    less, more = sorted((then, now))
    return more < MANY_TIMES_AS_MANY * less or more < FEWEST_TIES_TO_WARN
