"""Which shape is our network in?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from weft.measures.declaration import Declaration, Figure, Null
from weft.measures.kernels.betweenness import between
from weft.measures.kernels.chance import (
    DRAWS,
    TOO_LARGE,
    against_same_degrees,
    circles_of,
    core_against_same_size,
    too_large,
)
from weft.measures.kernels.components import weak_sizes
from weft.measures.kernels.concentration import centralization
from weft.measures.kernels.core import core_fit
from weft.measures.kernels.cut_points import cut_points
from weft.measures.kernels.removal import largest_left
from weft.network import Graph

DECLARATION = Declaration(
    id="phase",
    family="structure",
    question="Which shape is our network in?",
    unit="",
    low=None,
    high=None,
    direction="depends",
    smallest=4,
    sentence="Of the four shapes that networks pass through, this one's is: {value}.",
    reading=(
        "scattered: small groups without ways between them. hub-and-spoke: one person holds most "
        "ways together. multi-hub: several circles with ties between them. core/periphery: a dense "
        "core with a loose rim. undetermined: none of the four stands out from chance."
    ),
    misreading=(
        "The phases are a way of seeing, not a ladder to climb, and the limits between them are "
        "Weft's own choice. The shape is easily upset by missing answers: where some are missing, "
        "look at how many draws agree."
    ),
    sources=(
        "Krebs, V. and Holley, J. (2002). Building smart communities through network weaving.",
        (
            "Borgatti, S. P. and Everett, M. G. (1999). Models of core/periphery structures. "
            "Social Networks, 21(4), 375-395. https://doi.org/10.1016/S0378-8733(99)00019-2"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={
        "L": "share of people in the largest component",
        "C_B": "betweenness centralization",
        "drop": "share of people whom the largest component loses if the one most between leaves",
        "fit": "fit of the best core",
        "p_gnm": "p of the fit against networks with as many people and ties",
        "Q": "modularity",
        "p_Q": "p of the modularity against networks with the same ties for everyone",
    },
    no_interval_because="it is a name; how many draws gave each name stands beside it",
)


def phase(graph: Graph, *, null_draws: int = DRAWS, seed: int = 0) -> Figure:
    """Return which of four shapes the network is closest to.

    Of the pairs tied in either direction, the first of these that holds:

    * **scattered**: less than half of all people in the largest component, or at least 4
      components of 2 or more people;
    * **hub-and-spoke**: betweenness centralization of 0.5 or more, and the largest component loses
      at least 0.3 of all people when the one most between leaves;
    * **core/periphery**: the best core fits by 0.5 or more, with p < .05 against networks with as
      many people and ties;
    * **multi-hub**: modularity with p < .05 against networks in which everyone keeps as many ties;
    * **undetermined**: none of these.

    ==============  =============================================================================
    Range           scattered, hub-and-spoke, core/periphery, multi-hub, undetermined
    Unit            none
    Direction       depends on what the network is for
    Level           the whole network
    Undefined when  fewer than 4 people, or nobody answered; not computed above 2,000 people or
                    50,000 pairs, unless scattered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    null_draws : int
        How many random networks of each kind it is set against; at least 20, or no p is below .05.
    seed : int
        Of the random networks.

    Returns
    -------
    Figure
        The value is a name. Where answers are missing, the shape of most draws, and the parts
        ``share ...`` say how many draws gave each.

    See Also
    --------
    weft.measures.structure.core_periphery : The third question, with its second null.
    weft.measures.structure.modularity : The fourth.

    Notes
    -----
    The rule and its limits are Weft's own, after the four phases of Krebs and Holley; on 8 made
    networks of each shape, and 8 random ones, it is right each time. Fixed limits on modularity
    alone call sparse random networks multi-hub. Cost: O(n m), and O(m) for each random network.

    References
    ----------
    Krebs and Holley (2002); Borgatti and Everett (1999).

    Examples
    --------
    Ana is tied to five others, who are not tied to each other. She is on every way between two
    others (C_B = 1), and without her everyone is alone (the largest component falls from 6/6 to
    1/6):

    >>> import weft
    >>> net = weft.read([("Ana", x) for x in "BCDEF"], everyone_answered=True)
    >>> m = weft.measure(net, "phase")
    >>> m.value, m.parts["C_B"], round(m.parts["drop"], 4)
    ('hub-and-spoke', 1.0, 0.8333)
    """
    pieces = weak_sizes(graph)
    largest = float(pieces.max() / graph.n)
    found = _Found({"L": largest}, [])
    if largest < 1 / 2 or (pieces > 1).sum() >= 4:
        return found.shape("scattered")
    if too_large(graph):
        because = f"Not computed at this size, because {TOO_LARGE}."
        return Figure(undefined_because=because, parts=found.parts)
    found.parts.update(_hub(graph, largest))
    if found.parts["C_B"] >= 1 / 2 and found.parts["drop"] >= 0.3:
        return found.shape("hub-and-spoke")
    if _has_core(graph, found, seed, null_draws):
        return found.shape("core/periphery")
    if _has_circles(graph, found, seed, null_draws):
        return found.shape("multi-hub")
    return found.shape("undetermined")


@dataclass(frozen=True, slots=True)
class _Found:
    parts: dict[str, float]
    nulls: list[Null]

    def shape(self, name: str) -> Figure:
        said = "pairs tied in either direction; the first shape of which the limits are met"
        return Figure(value=name, parts=self.parts, nulls=tuple(self.nulls), method=said)


def _hub(graph: Graph, largest: float) -> dict[str, float]:
    """Return how far ways run through one person, and what the largest component loses with them.

    Where several are most between, the one whose leaving costs most counts.
    """
    n = graph.n
    each = between(graph, seed=0, either=True).each  # all ways are followed: the network is small
    hubs = np.flatnonzero(each >= each.max() * (1 - 1e-9))
    cuts = np.intersect1d(hubs, np.flatnonzero(cut_points(graph)))
    # Anybody who is no cut point takes nobody else along: one of them stands for all.
    without = [_largest_without(graph, int(v)) for v in (cuts if len(cuts) else hubs[:1])]
    return {
        "C_B": centralization(each, (n - 1) ** 2 * (n - 2) / 2),
        "drop": largest - min(without),
    }


def _largest_without(graph: Graph, person: int) -> float:
    order = np.concatenate([[person], np.delete(np.arange(graph.n), person)])
    return float(largest_left(graph, order)[0] / graph.n)


def _has_core(graph: Graph, found: _Found, seed: int, draws: int) -> bool:
    core = core_fit(graph.n, *graph.either)
    null = core_against_same_size(graph, seed=seed, draws=draws)
    if core is None or null is None:
        return False
    found.parts.update({"fit": core.fit, "p_gnm": null.p})
    found.nulls.append(null)
    return core.fit >= 1 / 2 and null.p < 0.05


def _has_circles(graph: Graph, found: _Found, seed: int, draws: int) -> bool:
    null = against_same_degrees(graph, seed=seed, draws=draws).circles
    found.parts.update({"Q": circles_of(graph, seed=seed).best.modularity, "p_Q": null.p})
    found.nulls.append(null)
    return null.p < 0.05
