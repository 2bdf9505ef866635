"""Which groups people belong to, and how ties run between groups."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph, InvalidRequestError


def chosen_groups(
    graph: Graph, attribute: str | None, measure_id: str
) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """Return everyone's group as a code and the names; no attribute named is an error."""
    if attribute is None:
        known = tuple(graph.people.attributes)
        have = f"people have: {', '.join(known)}" if known else "people have no attributes here"
        example = known[0] if known else "organisation"
        raise InvalidRequestError(
            f"{measure_id} needs to know what groups are meant, and no attribute was named; "
            f"{have}. Say which, such as group={example!r}."
        )
    return graph.groups(attribute)


def assortativity_of_groups(
    source: NDArray[np.int32], target: NDArray[np.int32], group: NDArray[np.intp]
) -> float | None:
    """Return Newman's r of groups over ties; None where every tie stays within one group."""
    groups, m = int(group.max()) + 1, len(source)
    sent = np.bincount(group[source], minlength=groups)
    received = np.bincount(group[target], minlength=groups)
    within = int((group[source] == group[target]).sum())
    by_chance = int(sent @ received)
    if by_chance == m * m:
        return None
    return (within * m - by_chance) / (m * m - by_chance)


def correlation(x: NDArray[np.int64], y: NDArray[np.int64]) -> float | None:
    """Return Pearson's r of two columns of whole numbers; None where one of them is constant."""
    if x.min() == x.max() or y.min() == y.max():
        return None
    from_mean_x, from_mean_y = x - x.mean(), y - y.mean()
    together = float(from_mean_x @ from_mean_y)
    return together / float(np.sqrt((from_mean_x @ from_mean_x) * (from_mean_y @ from_mean_y)))
