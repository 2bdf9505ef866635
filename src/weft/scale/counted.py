"""Ties that stay where they are: what is known of them are counts, made when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import cbrt, ceil, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.measures.kernels.betweenness import Between, between_of_draws
from weft.measures.kernels.cell import bits_of
from weft.network import Census, Heard, Strengths
from weft.scale import plans, tasks
from weft.scale.shared_out import SharedOut, ints, shares
from weft.scale.whole import SAID, Whole, figure_from

if TYPE_CHECKING:
    from weft.measures import Figure
    from weft.network import Relation
    from weft.network.heard import KnownBy
    from weft.scale.engine import Engine

PAIRS_IN_A_CELL = 4_000_000
"""How many pairs a task of triangles is to hold at most, roughly: 1 GB with what it makes."""

UNIT = 2**40
"""What is added up in the tables is rounded to one part in so many: so sums are of whole numbers,
and do not depend on the order of adding."""


@dataclass(frozen=True, slots=True)
class Triangles:
    """The sums over all triangles that figures are made of.

    Attributes
    ----------
    codes : int64 array, shape (64,)
        How many there are by their dyads, as :mod:`weft.measures.kernels.census` tells them apart.
    constraint, doubled : float
        Burt's constraint, and how many contacts are doubled, summed over everybody.
    people : int
        How many have ties.
    contacts : int
        How many contacts they have, summed.
    """

    codes: NDArray[np.int64]
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
        self.figures: dict[str, Figure | int] = {}
        self._shared: set[str] = set()
        self._arcs = (plans.ONE_WAY if relation.directed else plans.BOTH_WAYS).format(ties=ties)
        tally = self._rows(plans.TALLY)
        self.answered: NDArray[np.bool_] = ints(tally, "answered") > 0
        self._steward: NDArray[np.bool_] = ints(tally, "steward") > 0
        self.received, self.sent = ints(tally, "received"), ints(tally, "sent")
        self.undeclared = int((~self.answered & (ints(tally, "undeclared") > 0)).sum())

    def _rows(self, plan: str) -> pa.Table:
        return self.engine.rows(self._filled(plan))

    def _one(self, plan: str) -> dict[str, Any]:
        row: dict[str, Any] = self._rows(plan).to_pylist()[0]
        return row

    def _filled(self, plan: str) -> str:
        named = {name: f"{self.ties}_{name}" for name in ("contacts", "turned", "bundle", "summed")}
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
        trees = np.stack([ints(found, "person"), ints(found, "part")])
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
        blocks = self.blocks or max(by_size, ceil(cbrt(self.engine.workers)))
        cells = f"{self.ties}_cells"
        self.engine.give(cells, _cells(blocks))
        plan = plans.IN_CELLS.format(turned=f"{self.ties}_turned", cells=cells, blocks=blocks)
        bits = bits_of(int(self._one(plans.MOST_IN_COMMON)["most"]))
        work = tasks.Bundle(blocks, bits)
        self.engine.work(f"{self.ties}_bundle", plan, work, tasks.BUNDLE, by_task=True)
        self.engine.keep(f"{self.ties}_summed", self._filled(plans.SUMMED))
        found = self._rows(plans.CODES)
        codes = np.zeros(64, dtype=np.int64)
        codes[ints(found, "code")] = ints(found, "added")
        of = {"unit": UNIT, "of_part": f"CAST({2.0**-bits!r} AS DOUBLE)"}
        return Triangles(
            codes=codes,
            constraint=self._in_units(plans.CONSTRAINT, of),
            doubled=self._in_units(plans.DOUBLED, of),
            people=int(((self.sent + self.received) > 0).sum()),
            contacts=2 * self.tied,
        )

    def _in_units(self, plan: str, of: dict[str, Any]) -> float:
        for name, value in of.items():
            plan = plan.replace(f"{{{name}}}", str(value))
        return float(int(self._one(plan)["whole"] or 0) / UNIT)

    @cached_property
    def between(self) -> Between:
        """Who stands between others, of more than 2,000 people: ways drawn by many tasks."""
        ways = SharedOut(self)
        on = (self.sent > 0) & (self.received > 0) if self.directed else self.sent > 1
        arcs = self.m if self.directed else 2 * self.m
        return between_of_draws(self, ways.draw, ways.longest, between=int(on.sum()), arcs=arcs)

    def whole(self, *measure_ids: str) -> None:
        """Have these figures computed by one worker that gets all ties; they are kept."""
        wanted = tuple(measure_id for measure_id in measure_ids if measure_id not in self.figures)
        if not wanted:
            return
        work = Whole(
            ids=wanted,
            relation=self.relation,
            wave=self.wave,
            answered=self.answered,
            steward=self.steward,
            known_by=self.known_by,
            undeclared=self.undeclared,
            seed=self.seed,
        )
        name = f"{self.ties}_whole_{len(self.figures)}"
        if self.m:
            self.engine.work(name, self.to_every_task(1, "weight"), work, SAID, by_task=True)
            made = self.engine.rows(f"SELECT id, figure FROM {name}")  # noqa: S608  (ours)
        else:  # a task without rows is none
            made = pa.Table.from_batches(list(work(iter(()))))
        for row in made.to_pylist():
            self.figures[row["id"]] = figure_from(row["figure"])

    def to_every_task(self, among: int, *further: str) -> str:
        """Return the plan that gives every tie, and what else of it, to each of so many tasks."""
        name = f"{self.ties}_shares_{among}"
        if name not in self._shared:
            self.engine.give(name, shares(among))
            self._shared.add(name)
        columns = ", ".join(f"t.{name} AS {name}" for name in ("source", "target", *further))
        return plans.TO_EVERY_TASK.format(ties=self.ties, shares=name, columns=columns)


def _cells(blocks: int) -> pa.Table:
    """Return which blocks of pairs each task of triangles needs."""
    needed = {
        ((i * blocks + j) * blocks + k, *pair)
        for i, j, k in product(range(blocks), repeat=3)
        for pair in ((i, j), (i, k), (j, k))
    }
    columns = np.array(sorted(needed), dtype=np.int64).T
    return pa.table(dict(zip(("task", "x", "y"), columns, strict=True)))
