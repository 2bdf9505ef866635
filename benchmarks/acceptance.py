"""Whether the chance of acceptance ranks those highest who are tied in the next wave.

On five real networks with several waves: pairs that are not tied in either direction in one wave,
of people who answered in both, and whether they are tied in the next. Each score is judged by the
chance that it puts a pair that came to be tied above one that did not (the area under the curve).
"""

import os
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.stats import rankdata

import weft
from weft.network import Graph
from weft.weaving.ground import ground_of
from weft.weaving.introductions.acceptance import closeness

SHARED = Path(os.environ.get("WEFT_SHARED_DATA", "../shared/data"))
NETWORKS = {
    "newcomb_fraternity": ("preference_rank", 13),
    "vandebunt_students": ("relationship", 2),
    "glasgow_s50": ("friendship", 1),
    "school_leaders": ("collaboration", 1),
    "freeman_eies": ("acquaintance", 3),
}
"""The relation, and from which value on there is a tie: Newcomb's first four ranks, van de Bunt's
friendly relation, Freeman's friend."""

DRAWS, SEED, USUAL = 400, 1, 0.85

Table = NDArray[np.float64]
Ties = NDArray[np.bool_]


def run() -> dict[str, Any]:
    """Return, for every network and score, the area and its 90 % range over people drawn anew."""
    found: dict[str, Any] = {}
    again: dict[str, list[Table]] = {score: [] for score in SCORES}
    for name in NETWORKS:
        steps = list(waves(name))
        rng = np.random.default_rng([SEED, len(steps)])
        drawn = [[rng.integers(len(b), size=len(b)) for b, _ in steps] for _ in range(DRAWS)]
        found[name] = {"waves": len(steps) + 1}
        for score, make in SCORES.items():
            worth = [make(before) for before, _ in steps]
            everybody = [np.arange(len(before)) for before, _ in steps]
            areas = np.array([area_of(steps, worth, people) for people in drawn])
            again[score].append(areas)
            found[name][score] = _with_range(area_of(steps, worth, everybody), areas)
    over = {score: np.nanmean(areas, axis=0) for score, areas in again.items()}
    mean = {score: float(np.mean([found[name][score][0] for name in NETWORKS])) for score in SCORES}
    found["mean of the five"] = {s: _with_range(mean[s], over[s]) for s in SCORES}
    ahead = {s: _with_range(mean["Weft"] - mean[s], over["Weft"] - over[s]) for s in SCORES}
    return {"draws": DRAWS, "networks": found, "ahead": ahead}


def _with_range(value: float, drawn: Table) -> list[float]:
    return [value, *np.nanquantile(drawn, (0.05, 0.95)).tolist()]


def waves(name: str) -> Iterator[tuple[Ties, Ties]]:
    """Yield each two waves in a row: who names whom, among those who answered in both."""
    relation, least = NETWORKS[name]
    folder = SHARED / name
    net = weft.read(ties_of(folder), people=folder / "people.csv").at_least(least)
    graphs = [net.graph(relation, wave) for wave in net.waves]
    for one, other in pairwise(graphs):
        both = [
            person
            for person in one.people.ids
            if person in other.people.position
            and one.answered[one.people.position[person]]
            and other.answered[other.people.position[person]]
        ]
        yield table_of(one, both), table_of(other, both)


def ties_of(folder: Path) -> Any:  # noqa: ANN401  (a pyarrow table)
    """Return the ties of a data set without those that mean the opposite (weights below 0)."""
    from pyarrow import csv

    ties = csv.read_csv(folder / "ties.csv")
    return ties.filter(pc.greater(ties["weight"], 0)).select(
        ["source", "target", "relation", "weight", "wave"]
    )


def table_of(graph: Graph, people: list[str]) -> Ties:
    """Return who names whom among some people."""
    ties = np.zeros((graph.n, graph.n), dtype=bool)
    ties[graph.source, graph.target] = True
    at = graph.people.positions_of(people)
    return ties[np.ix_(at, at)]


def area_of(
    steps: list[tuple[Ties, Ties]], worth: list[Table], drawn: list[NDArray[np.intp]]
) -> float:
    """Return the area under the curve among some people, as the mean over steps between waves."""
    areas = []
    for (before, after), score, people in zip(steps, worth, drawn, strict=True):
        tied, then = before | before.T, after | after.T
        one, other = np.triu_indices(len(people), 1)
        a, b = people[one], people[other]
        free = (a != b) & ~tied[a, b]
        areas.append(area(score[a[free], b[free]], then[a[free], b[free]]))
    return float(np.nanmean(areas))


def area(score: Table, came: Ties) -> float:
    """Return the chance that a pair that came to be tied scores above one that did not."""
    many = int(came.sum())
    if many in (0, len(came)):
        return float("nan")
    rank = rankdata(score)
    return float((rank[came].sum() - many * (many + 1) / 2) / (many * (len(came) - many)))


def by_weft(ties: Ties) -> Table:
    """Return how close Weft takes two people to stand."""
    one, other = np.nonzero(np.triu(ties | ties.T, 1))
    ids = [str(i) for i in range(len(ties))]
    pairs = {"source": [ids[i] for i in one], "target": [ids[i] for i in other]}
    return closeness(ground_of(weft.read(pairs, people={"id": ids}, everyone_answered=True)).tied)


def in_common(worth: Callable[[Table], Table]) -> Callable[[Ties], Table]:
    """Return the score that adds up what each acquaintance in common is worth."""

    def score(ties: Ties) -> Table:
        either = (ties | ties.T).astype(float)
        return either @ np.diag(worth(np.maximum(either.sum(axis=1), 2))) @ either

    return score


def pagerank(ties: Ties) -> Table:
    """Return personalised PageRank along the direction of ties, both ways added."""
    walk = ties / np.maximum(ties.sum(axis=1, keepdims=True), 1)
    ways = np.linalg.inv(np.eye(len(ties)) - USUAL * walk)
    return ways + ways.T


def pagerank_either(ties: Ties) -> Table:
    """Return personalised PageRank on the ties without direction, both ways added."""
    return pagerank(ties | ties.T)


def popularity(ties: Ties) -> Table:
    """Return how many name the two."""
    named = ties.sum(axis=0).astype(float)
    return named[:, None] + named[None, :]


def returned(ties: Ties) -> Table:
    """Return how much two people return the ties of others.

    Of a pair that is not tied in either direction there is nothing to return; that is
    what is left of reciprocity.
    """
    back = (ties & ties.T).sum(axis=1) / np.maximum(ties.sum(axis=1), 1)
    return back[:, None] + back[None, :]


SCORES: dict[str, Callable[[Ties], Table]] = {
    "Weft": by_weft,
    "Adamic-Adar": in_common(lambda many: 1 / np.log(many)),
    "resource allocation": in_common(lambda many: 1 / many),
    "personalised PageRank": pagerank,
    "the same without direction": pagerank_either,
    "reciprocity alone": returned,
    "popularity": popularity,
}
