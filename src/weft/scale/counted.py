"""Ties that stay where they are: what is known of them are counts, made when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.network import Census, Heard, Strengths
from weft.scale import plans, tasks
from weft.scale.ways import passed_on_the_way

if TYPE_CHECKING:
    from weft.network import Relation
    from weft.network.heard import KnownBy
    from weft.scale.engine import Engine

PAIRS_IN_A_CELL = 4_000_000
"""How many pairs a task of triangles is to hold at most, roughly: 1 GB with what it makes."""

BATCHES, PAIRS_IN_A_BATCH = 16, 128
"""Pairs of people are drawn in batches, so that the spread between them tells the error."""


@dataclass(frozen=True, slots=True)
class Triangles:
    """The sums over all triangles that figures are made of.

    Attributes
    ----------
    closed : int
        How many ways i to j to k have a tie i to k.
    constraint, doubled : float
        Burt's constraint, and how many contacts are doubled, summed over everybody.
    people : int
        How many have ties.
    contacts : int
        How many contacts they have, summed.
    """

    closed: int
    constraint: float
    doubled: float
    people: int
    contacts: int


class Counted(Heard):
    """One relation in one wave, its ties in the tables of an engine.

    The people must fit into memory, as a few numbers each; the ties need not.

    Parameters
    ----------
    engine : Engine
    relation : Relation
    wave : str
    at : str
        The number of the wave, as the tables of its people are called.
    ties : str
        The table of ties.
    seed : int
        Of every sample.
    blocks : int, optional
        Into how many blocks people are put for triangles; chosen by size where left out.
    """

    def __init__(
        self,
        engine: Engine,
        relation: Relation,
        wave: str,
        at: str,
        ties: str,
        *,
        seed: int = 0,
        blocks: int | None = None,
    ) -> None:
        self.engine, self.relation, self.wave, self.seed = engine, relation, wave, seed
        self.known_by: KnownBy = "source" if relation.directed else "either"
        self.at, self.ties, self.blocks = at, ties, blocks
        self._arcs = (plans.ONE_WAY if relation.directed else plans.BOTH_WAYS).format(ties=ties)
        tally = self._rows(plans.TALLY)
        self.answered: NDArray[np.bool_] = _ints(tally, "answered") > 0
        self._steward: NDArray[np.bool_] = _ints(tally, "steward") > 0
        self.received, self.sent = _ints(tally, "received"), _ints(tally, "sent")
        self.undeclared = int((~self.answered & (_ints(tally, "undeclared") > 0)).sum())

    def _rows(self, plan: str) -> pa.Table:
        return self.engine.rows(self._filled(plan))

    def _one(self, plan: str) -> dict[str, Any]:
        row: dict[str, Any] = self._rows(plan).to_pylist()[0]
        return row

    def _filled(self, plan: str) -> str:
        named = {name: f"{self.ties}_{name}" for name in ("contacts", "turned", "bundle", "passed")}
        if "{pairs}" in plan:
            named["pairs"] = self._pairs
        return plan.format(at=self.at, ties=self.ties, arcs=self._arcs, **named)

    @cached_property
    def _pairs(self) -> str:
        name = f"{self.ties}_pairs"
        self.engine.keep(name, plans.PAIRS.format(arcs=self._arcs))
        return name

    @property
    def people(self) -> Counted:
        """The same, for what asks the people of a graph who their stewards are."""
        return self

    @property
    def steward(self) -> NDArray[np.bool_]:
        """Who holds the convening role."""
        return self._steward

    @cached_property
    def _weights(self) -> dict[str, Any]:
        return self._one(plans.STRENGTHS)

    @property
    def m(self) -> int:
        """How many ties; in a relation without direction each pair counts once."""
        return int(self._weights["m"])

    @property
    def strengths(self) -> Strengths:
        """The least, the greatest and the summed strength; there must be a tie."""
        of = self._weights
        return Strengths(float(of["least"]), float(of["greatest"]), float(of["total"]))

    @cached_property
    def tied(self) -> int:
        """How many pairs are tied in one direction or both."""
        return int(self._one(plans.TIED)["tied"])

    @cached_property
    def census(self) -> Census:
        """How the pairs of people whose word is known are tied."""
        found, people = self._one(plans.CENSUS), self.n_answered
        mutual = int(found["mutual"] or 0)
        return Census(mutual, int(found["tied"]) - mutual, people * (people - 1) // 2)

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """The size of each part that hangs together when direction is disregarded."""
        name = f"{self.ties}_forest"
        self.engine.work(name, self._arcs, tasks.forest, tasks.FOREST)
        found = self.engine.rows(f"SELECT person, part FROM {name}")  # noqa: S608  (ours)
        trees = np.stack([_ints(found, "person"), _ints(found, "part")])
        person, part = tasks.spanning(trees)
        alone = np.ones(self.n - len(person), dtype=np.int64)
        _, sizes = np.unique(part, return_counts=True)
        return np.concatenate([sizes.astype(np.int64), alone])

    @cached_property
    def alike(self) -> dict[str, int]:
        """The sums over ties of what the two ends have: m, x, y, xx, yy and xy."""
        return {name: int(value or 0) for name, value in self._one(plans.ALIKE).items()}

    @cached_property
    def ways_over_two(self) -> int:
        """How many ways i to j to k there are, i not k; where everybody's word is known."""
        there_and_back = 2 * (self.census.mutual if self.directed else self.m)
        ways: int = sum((self.sent.astype(object) * self.received).tolist())
        return ways - there_and_back

    @cached_property
    def triangles(self) -> Triangles:
        """What all triangles sum up to; there must be a tie."""
        self.engine.keep(f"{self.ties}_contacts", self._filled(plans.CONTACTS))
        self.engine.keep(f"{self.ties}_turned", self._filled(plans.TURNED))
        by_size = ceil(sqrt(3 * self.tied / PAIRS_IN_A_CELL))
        blocks = self.blocks or max(by_size, 1 if self.engine.workers == 1 else 2)
        cells = f"{self.ties}_cells"
        self.engine.give(cells, _cells(blocks))
        plan = plans.IN_CELLS.format(turned=f"{self.ties}_turned", cells=cells, blocks=blocks)
        work = tasks.Bundle(blocks)
        self.engine.work(f"{self.ties}_bundle", plan, work, tasks.BUNDLE, by_task=True)
        found = self._one(plans.BUNDLED)
        return Triangles(
            closed=int(found["closed"]),
            constraint=float(found["constraint_sum"]),
            doubled=float(found["doubled"]),
            people=int(((self.sent + self.received) > 0).sum()),
            contacts=2 * self.tied,
        )

    @cached_property
    def passed(self) -> NDArray[np.int64]:
        """How often each person stood on the way, by batch of pairs drawn at random."""
        many = self.engine.workers
        shares = f"{self.ties}_shares"
        self.engine.give(shares, pa.table({"task": pa.array(range(many), pa.int64())}))
        work = tasks.Between(self.n, many, BATCHES, PAIRS_IN_A_BATCH, self.seed, passed_on_the_way)
        plan = self._filled(plans.TO_EVERYONE)
        self.engine.work(f"{self.ties}_passed", plan, work, tasks.PASSED, by_task=True)
        found = self._rows(plans.TIMES)
        times = np.zeros((BATCHES, self.n), dtype=np.int64)
        times[_ints(found, "batch"), _ints(found, "person")] = _ints(found, "times")
        return times

    def at_hand(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the ties themselves, of a network that is small enough after all."""
        found = self._rows("SELECT source, target FROM {ties} ORDER BY source, target")
        return _ints(found, "source").astype(np.int32), _ints(found, "target").astype(np.int32)


def _cells(blocks: int) -> pa.Table:
    """Return which blocks of pairs each task of triangles needs."""
    needed = {
        ((i * blocks + j) * blocks + k, *pair)
        for i, j, k in product(range(blocks), repeat=3)
        for pair in ((i, j), (i, k), (j, k))
    }
    columns = np.array(sorted(needed), dtype=np.int64).T
    return pa.table(dict(zip(("task", "x", "y"), columns, strict=True)))


def _ints(table: pa.Table, name: str) -> NDArray[np.int64]:
    return np.asarray(table.column(name).to_numpy()).astype(np.int64)
