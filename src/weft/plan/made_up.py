"""Made-up networks like the one that is to be asked about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph, People, Relation

NAMING, NAMED = 0.5, 1.0
"""How far people differ in how readily they name others and are named: standard deviations of log
odds, as in networks of advice and leadership."""

HALVINGS = 40


def made_up(
    people: int, named: float, returned: float, *, both_ends: bool, rng: np.random.Generator
) -> Graph:
    """Return a network in which people name so many others, and so large a share name back.

    Parameters
    ----------
    people : int
    named : float
        How many others a person names on average.
    returned : float
        The share of ties that are returned, about.
    both_ends : bool
        Whether both ends are asked about each tie, so that the word of one is enough.
    rng : numpy Generator
    """
    odds = rng.normal(0, NAMING, people)[:, None] + rng.normal(0, NAMED, people)
    density = named / (people - 1)
    # How much likelier a tie back is, as if all pairs were alike.
    alone = density * (1 - returned) / (1 - density * (2 - returned))
    back = np.log(returned / (1 - returned)) - np.log(alone) if 0 < returned < 1 else 0.0
    low, high = -20.0, 10.0
    for _ in range(HALVINGS):
        usual = (low + high) / 2
        forth, mutual, total = _pairs(odds + usual, back)
        chance = (forth + mutual) / total
        expected = (chance.sum() - np.trace(chance)) / (people * (people - 1))
        low, high = (low, usual) if expected > density else (usual, high)
    ties = _drawn(*_pairs(odds + usual, back), rng)
    source, target = np.nonzero(ties)
    ids = tuple(str(i) for i in range(people))
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.arange(people) == 0),
        relation=Relation(name="ties"),
        wave="1",
        source=source.astype(np.int32),
        target=target.astype(np.int32),
        weight=np.ones(len(source)),
        answered=np.ones(people, dtype=bool),
        known_by="either" if both_ends else "source",
    )


def silenced(graph: Graph, many: int, rng: np.random.Generator) -> Graph:
    """Return a graph of which so many people, whoever they are, did not answer."""
    answered = np.ones(graph.n, dtype=bool)
    answered[rng.choice(graph.n, many, replace=False)] = False
    heard = answered[graph.source]
    if graph.known_by == "either":
        heard |= answered[graph.target]
    return replace(
        graph,
        source=graph.source[heard],
        target=graph.target[heard],
        weight=graph.weight[heard],
        answered=answered,
    )


def _pairs(
    odds: NDArray[np.float64], back: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the weights of a tie one way, of one both ways, and of all that can be."""
    forth = np.exp(odds)
    mutual = np.exp(odds + odds.T + back)
    return forth, mutual, 1 + forth + forth.T + mutual


def _drawn(
    forth: NDArray[np.float64],
    mutual: NDArray[np.float64],
    total: NDArray[np.float64],
    rng: np.random.Generator,
) -> NDArray[np.bool_]:
    first, second = np.triu_indices(len(forth), 1)
    draw = rng.random(len(first)) * total[first, second]
    both = draw < mutual[first, second]
    up = both | (draw < mutual[first, second] + forth[first, second])
    down = both | (~up & (draw < (mutual + forth + forth.T)[first, second]))
    ties = np.zeros(forth.shape, dtype=bool)
    ties[first, second], ties[second, first] = up, down
    return ties
