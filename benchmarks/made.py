"""Networks of known truth by three different rules, and who falls silent in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

import weft
from weft.network import Graph, People, Relation

Ties = NDArray[np.bool_]
Who = Literal["at random", "the popular"]


def coalition(people: int, density: float, rng: np.random.Generator) -> Graph:
    """Return who turns to whom in a coalition of Weft's simulator, which sets its own density."""
    del density
    made = weft.simulate.coalition(people=people, waves=1, seed=int(rng.integers(2**31)))
    return made.truth.graph("turns_to")


def blocks(people: int, density: float, rng: np.random.Generator) -> Graph:
    """Return a network of three hidden groups, of people who differ in naming and being named.

    The log odds of a tie are normal in both ends and higher by 1.5 within a group; ties are
    returned with odds that are exp(1.5) higher (model p1 of Holland and Leinhardt within blocks).
    """
    group = rng.integers(3, size=people)
    odds = rng.normal(0, 0.6, people)[:, None] + rng.normal(0, 1.0, people)
    odds = odds + 1.5 * (group[:, None] == group)
    low, high = -12.0, 5.0
    for _ in range(30):
        usual = (low + high) / 2
        low, high = (low, usual) if _expected(odds + usual) > density else (usual, high)
    return as_graph(_of_pairs(odds + usual, rng))


def attachment(people: int, density: float, rng: np.random.Generator) -> Graph:
    """Return a network that grew tie by tie, towards the popular and through those one knows.

    Everyone names a number of others (negative binomial, three times as varied as Poisson): a
    quarter of times one who named them, a quarter one named by those they name, else somebody with
    chances in proportion to 0.7 + how many named them already.
    """
    ties = np.zeros((people, people), dtype=bool)
    many = rng.negative_binomial(3, 3 / (3 + density * (people - 1)), people)
    order = np.repeat(np.arange(people), np.minimum(many, people - 1))
    for i in rng.permutation(order):
        free = ~ties[i]
        free[i] = False
        way = rng.random()
        wanted = ties[:, i] if way < 1 / 4 else ties[ties[i]].any(axis=0)
        chance = (wanted & free).astype(float) if way < 1 / 2 else np.zeros(people)
        if not chance.any():
            chance = (0.7 + ties.sum(axis=0)) * free
        if chance.any():
            ties[i, rng.choice(people, p=chance / chance.sum())] = True
    return as_graph(ties)


GENERATORS: dict[str, Callable[[int, float, np.random.Generator], Graph]] = {
    "coalition": coalition,
    "blocks": blocks,
    "attachment": attachment,
}


def as_graph(ties: Ties, *, directed: bool = True) -> Graph:
    """Return a table of ties as a graph in which everyone answered; the first two are stewards."""
    people = len(ties)
    ids = tuple(f"p{i}" for i in range(people))
    source, target = np.nonzero(ties if directed else np.triu(ties | ties.T))
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.arange(people) < 2),
        relation=Relation(name="ties", directed=directed),
        wave="1",
        source=source.astype(np.int32),
        target=target.astype(np.int32),
        weight=np.ones(len(source)),
        answered=np.ones(people, dtype=bool),
        known_by="source" if directed else "either",
    )


def silenced(graph: Graph, share: float, who: Who, rng: np.random.Generator) -> Graph:
    """Return a graph of which so many fell silent: anybody, or rather those whom many name."""
    chance = np.ones(graph.n) if who == "at random" else graph.received + 1.0
    silent = rng.choice(graph.n, round(share * graph.n), replace=False, p=chance / chance.sum())
    return unheard(graph, silent)


def unheard(graph: Graph, silent: NDArray[np.intp]) -> Graph:
    """Return a graph without what these people, given by position, said."""
    answered = ~np.isin(np.arange(graph.n), silent)
    heard = answered[graph.source]
    if graph.known_by != "source":
        heard = heard | answered[graph.target]
    return replace(
        graph,
        source=graph.source[heard],
        target=graph.target[heard],
        weight=graph.weight[heard],
        answered=answered,
    )


def _expected(odds: NDArray[np.float64]) -> float:
    one, both, total = _chances(odds)
    chance = (one + both) / total
    np.fill_diagonal(chance, 0)
    return float(chance.sum() / (len(odds) * (len(odds) - 1)))


def _of_pairs(odds: NDArray[np.float64], rng: np.random.Generator) -> Ties:
    one, both, total = _chances(odds)
    draw = np.triu(rng.random(odds.shape), 1)
    draw = (draw + draw.T) * total
    up = np.triu(np.ones(odds.shape, dtype=bool), 1)
    first, second = np.where(up, one, one.T), np.where(up, one.T, one)
    mutual = draw < both
    forth = ~mutual & (draw < both + first)
    back = ~mutual & ~forth & (draw < both + first + second)
    ties: Ties = mutual | np.where(up, forth, back)
    np.fill_diagonal(ties, val=False)
    return ties


def _chances(odds: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    one = np.exp(odds)
    both = np.exp(odds + odds.T + 1.5)
    return one, both, 1 + one + one.T + both
