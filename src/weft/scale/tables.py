"""A network in the tables of an engine: opened, checked, and counted when a figure asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from weft.formats import read
from weft.formats.roles.table import Table
from weft.formats.roles.tie_table import roles_of
from weft.formats.roles.values import as_text
from weft.formats.tables import Reading
from weft.network import (
    InvalidRequestError,
    Network,
    Relation,
    UnknownNameError,
    quoted,
)
from weft.network.relation import WITHOUT_DIRECTION
from weft.network.unnamed import UNNAMED_RELATION, UNNAMED_WAVE
from weft.network.waves import in_order
from weft.scale import plans
from weft.scale.counted import Counted
from weft.scale.refusing import refuse_unknown_people, refuse_wrong_cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.formats.tables import PeopleLike
from weft.scale.engine import Engine

LOOKED_AT = 1_000
MOST_NAMES = 1_000
UNCOUNTED = {"reporter": "what third persons or both ends report", "direction": "mixed directions"}


@dataclass(frozen=True, eq=False, kw_only=True)
class TiesAtScale:
    """A network whose ties stay in the tables of an engine.

    Attributes
    ----------
    name : str
    engine : Engine
    relations : tuple of str
    waves : tuple of str
        In order of time.
    declared : mapping of str to Relation
    """

    name: str
    engine: Engine
    relations: tuple[str, ...]
    waves: tuple[str, ...]
    declared: Mapping[str, Relation]
    people: Network | None
    everyone_answered: bool
    seed: int = 0
    blocks: int | None = None
    _counted: dict[tuple[int, int], Counted] = field(default_factory=dict, repr=False)
    _seated: set[int] = field(default_factory=set, repr=False)

    def counted(self, relation: str | None = None, wave: str | int | None = None) -> Counted:
        """Return the counts of one relation in one wave; made once and kept."""
        if relation is None and len(self.relations) != 1:
            message = (
                f"The network has {len(self.relations)} relations ({', '.join(self.relations)}); "
                "say which one is meant with --relation."
            )
            raise InvalidRequestError(message)
        name = relation or self.relations[0]
        when = self.waves[-1] if wave is None else str(wave)
        if name not in self.relations:
            raise UnknownNameError("relation", name, self.relations)
        if when not in self.waves:
            raise UnknownNameError("wave", when, self.waves)
        key = self.relations.index(name), self.waves.index(when)
        if key not in self._counted:
            self._seat(key[1])
            declared = self.declared[name]
            once = plans.ONCE.format(at=key[1], relation=key[0], wave=key[1])
            plan = plans.DIRECTED if declared.directed else plans.UNDIRECTED
            ties = f"ties_{key[0]}_{key[1]}"
            self.engine.keep(ties, plan.format(once=once))
            self._counted[key] = Counted(
                self.engine, declared, when, str(key[1]), ties, seed=self.seed, blocks=self.blocks
            )
        return self._counted[key]

    def _seat(self, wave: int) -> None:
        """Make the table of who is within the boundary of a wave, and who answered in it."""
        if wave in self._seated:
            return
        everyone = int(self.everyone_answered)
        if self.people is None:
            roster = plans.ROSTER_OF_TIES.format(everyone=everyone, wave=wave)
        else:
            said = f"said_{wave}"
            self.engine.give(said, _said(self.people, self.waves[wave]))
            roster = plans.ROSTER.format(everyone=everyone, wave=wave).replace("said", said)
        self.engine.keep(f"roster_{wave}", roster)
        self.engine.keep(f"seats_{wave}", plans.SEATS.format(at=wave))
        self._seated.add(wave)


def opened(  # noqa: PLR0913  (as weft.read: each is about the data)
    engine: Engine,
    files: Sequence[str],
    people: PeopleLike = None,
    *,
    columns: Mapping[str, str | None] | None = None,
    undirected: Sequence[str] = (),
    scales: Mapping[str, tuple[float, float]] | None = None,
    stewards: Sequence[str] = (),
    everyone_answered: bool = False,
    seed: int = 0,
    blocks: int | None = None,
) -> TiesAtScale:
    """Return the network in tables of ties that the engine reads itself.

    Parameters
    ----------
    engine : Engine
    files : sequence of str
        CSV or Parquet with a row of headings, under paths that the engine sees.
    people : path, frame, mapping or list of ids, optional
        As :func:`weft.read` takes them; they are read here.
    columns, undirected, scales, stewards, everyone_answered
        As :func:`weft.read` takes them.
    seed : int
        Of every sample.
    blocks : int, optional
        Into how many blocks people are put for triangles.

    Returns
    -------
    TiesAtScale

    Raises
    ------
    InvalidDataError
        Where ids are blank, strengths are no numbers, or somebody is not in the people table.
    """
    origin = ", ".join(files)
    headings = engine.open("opened_ties", files)
    roles = _roles(engine, origin, headings, columns or {})
    engine.keep("reports", plans.REPORTS.format(**_columns(roles)))
    refuse_wrong_cells(engine, origin)
    relations = _names(engine, plans.RELATIONS, "relation")
    waves = in_order(_names(engine, plans.WAVES, "wave"))
    network = None if people is None else _people(people, stewards)
    if network is None and stewards:
        network = _everybody(engine, stewards)
    if network is None:
        engine.keep("people", plans.NUMBERED)
    else:
        ids = pa.array(network.people.ids, pa.string())
        numbers = pa.array(range(len(ids)), pa.int64())
        engine.give("said", pa.table({"id": ids, "person": numbers}))
        refuse_unknown_people(engine, origin)
        engine.keep("people", plans.AS_SAID)
    for kind, names in (("relation", relations), ("wave", waves)):
        codes = pa.array(range(len(names)), pa.int64())
        engine.give(f"{kind}_codes", pa.table({"name": pa.array(names), "code": codes}))
    engine.keep("coded", plans.CODED)
    declared = {
        name: Relation(
            name=name,
            directed=name not in WITHOUT_DIRECTION and name not in undirected,
            scale=(scales or {}).get(name),
        )
        for name in relations
    }
    for name in (*undirected, *(scales or {})):
        if name not in relations:
            raise UnknownNameError("relation", name, relations)
    return TiesAtScale(
        name=files[0].replace("\\", "/").rpartition("/")[2].split(".")[0],
        engine=engine,
        relations=tuple(relations),
        waves=tuple(waves),
        declared=declared,
        people=network,
        everyone_answered=everyone_answered,
        seed=seed,
        blocks=blocks,
    )


def _roles(
    engine: Engine, origin: str, headings: tuple[str, ...], columns: Mapping[str, str | None]
) -> dict[str, int]:
    """Return which column is what, found as in any other table from the first rows."""
    beginning = engine.rows(f"SELECT * FROM opened_ties LIMIT {LOOKED_AT}")  # noqa: S608  (ours)
    cells = tuple(as_text(column) for column in beginning.columns)
    roles = roles_of(
        Table(origin=origin, headings=headings, columns=cells), Reading(columns=columns)
    )
    for role, what in UNCOUNTED.items():
        if role in roles:
            message = (
                f"{origin} has a column {quoted(headings[roles[role]])}, and the engine "
                f"{engine.name} cannot weigh {what}. Take --engine local."
            )
            raise InvalidRequestError(message)
    return roles


def _columns(roles: Mapping[str, int]) -> dict[str, str]:
    """Return what to select for each role, as text; what a blank or missing cell means."""

    def text(role: str) -> str:
        return f"CAST(c{roles[role]} AS STRING)"

    def named(role: str, unnamed: str) -> str:
        return (
            f"COALESCE(NULLIF({text(role)}, ''), '{unnamed}')" if role in roles else f"'{unnamed}'"
        )

    return {
        "source": text("source"),
        "target": text("target"),
        "relation": named("relation", UNNAMED_RELATION),
        "wave": named("wave", UNNAMED_WAVE),
        "weight": text("weight") if "weight" in roles else "CAST(NULL AS STRING)",
    }


def _names(engine: Engine, plan: str, role: str) -> list[str]:
    found = engine.rows(f"{plan} LIMIT {MOST_NAMES + 1}").column("name").to_pylist()
    if len(found) > MOST_NAMES:
        message = (
            f"There are more than {MOST_NAMES:,} different {role}s. Leave the column out with "
            f"--column if it does not hold the {role} of each tie."
        )
        raise InvalidRequestError(message)
    return sorted(found)


def _people(people: PeopleLike, stewards: Sequence[str]) -> Network:
    nobody_tied: dict[str, list[str]] = {"source": [], "target": []}
    return read(nobody_tied, people=people, stewards=stewards)


def _everybody(engine: Engine, stewards: Sequence[str]) -> Network:
    """Return everyone who stands in a tie, with these as stewards."""
    ids = engine.rows(f"SELECT id FROM ({plans.IDS_IN_TIES}) AS everyone ORDER BY id")  # noqa: S608
    return _people({"id": ids.column("id").to_pylist()}, stewards)


def _said(network: Network, wave: str) -> pa.Table:
    """Return who is a steward, and who declared what of a wave."""
    people = network.people

    def declared(values: NDArray[Any]) -> pa.Array:
        return pa.array(np.asarray(values).astype(np.int64))

    return pa.table(
        {
            "id": pa.array(people.ids, pa.string()),
            "steward": declared(people.steward),
            "responded": declared(people.declared("responded", wave)),
            "invited": declared(people.declared("invited", wave)),
        }
    )
