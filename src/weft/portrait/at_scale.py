"""The portrait of a network whose ties stay in the tables of an engine: the figures it can make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from weft.engine import Tell
from weft.measures import registered
from weft.network.parts_played import PartsPlayed, parts_played
from weft.portrait import answers
from weft.portrait.contents import Chapter, Limit, Shown
from weft.portrait.findings import QUESTIONS, Findings
from weft.portrait.limits import limits
from weft.portrait.portrait import Portrait
from weft.scale import figure_of, in_one_go

if TYPE_CHECKING:
    from weft.network import Graph, Network, Notice
    from weft.scale import TiesAtScale


@dataclass(frozen=True, slots=True)
class _Described:
    """What the sentences of a portrait ask a network for, beside its ties."""

    name: str
    relations: tuple[str, ...]
    waves: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def portrait_at_scale(
    ties: TiesAtScale,
    *,
    relation: str | None = None,
    connection: str | None = None,
    trust: str | None = None,
    leadership: str | None = None,
    wave: str | int | None = None,
    tell: Tell | None = None,
) -> Portrait:
    """Return the portrait of ties in an engine's tables.

    It has the same chapters, and in them every figure: those the engine makes, and those it does
    not, undefined with a sentence why. Maps, people to look after and next steps rest on single
    people and ties, and are left out.
    """
    described = _Described(ties.name, ties.relations, ties.waves[-1:])
    network = cast("Network", described)  # the answers ask it for no more than this
    parts = parts_played(
        network, relation=relation, connection=connection, trust=trust, leadership=leadership
    )
    found = _gathered(ties, network, parts, wave, tell)
    return Portrait(
        network={
            "name": ties.name,
            "people": found.n,
            "relations": {part: parts.of(part) for part in ("connection", "trust", "leadership")},
            "assumed": list(parts.assumed),
            "ties": found.connection.m,
            "wave": found.connection.wave,
            "waves": list(ties.waves),
            "answered": found.connection.n_answered,
            "response": found.response,
            "coverage": found.value("coverage_dyads_once"),
            "stewards": found.stewards,
            "group": None,
        },
        headline=answers.headline(found),
        chapters=_chapters(ties, found),
        look_after=(),
        next_steps=(),
        limits=(_by_engine(ties), *limits(found, group_given=False, drawn=False)),
        drawing=None,
        made_with={"weft": _version(), "seed": ties.seed, "draws": 0},
    )


def _gathered(
    ties: TiesAtScale,
    network: Network,
    parts: PartsPlayed,
    wave: str | int | None,
    tell: Tell | None,
) -> Findings:
    wanted = [figure for question in QUESTIONS for figure in question.figures]
    for part in ("connection", "trust", "leadership"):  # all of a relation at once
        of = [measure_id for measure_id, of_part in wanted if of_part == part]
        in_one_go(ties.counted(parts.of(part), wave), of)
    measures = {}
    for done, (measure_id, part) in enumerate(wanted):
        if tell is not None:
            tell(done, len(wanted), measure_id)
        if "group" not in registered(measure_id).declaration.needs:
            measures[measure_id] = figure_of(ties.counted(parts.of(part), wave), measure_id)
    # Counts answer whatever the sentences ask of these graphs.
    connection, trust, leadership = (
        cast("Graph", ties.counted(parts.of(part), wave))
        for part in ("connection", "trust", "leadership")
    )
    return Findings(
        network=network,
        parts=parts,
        group=None,
        measures=measures,
        connection=connection,
        trust=trust,
        leadership=leadership,
        cut=np.empty(0, dtype=bool),
    )


def _chapters(ties: TiesAtScale, found: Findings) -> tuple[Chapter, ...]:
    change = (
        answers.changing(found)
        if len(ties.waves) < 2
        else f"The engine {ties.engine.name} does not compare waves; --engine local does."
    )
    said: dict[str, Any] = {
        "call": answers.call(found),
        "look": answers.look(found),
        "support": answers.support(found),
        "changing": change,
    }
    return tuple(
        Chapter(
            id=question.id,
            title=question.title,
            answer=said[question.id],
            figures=tuple(
                Shown(measure=found.measures[m], declaration=registered(m).declaration)
                for m, _ in question.figures
                if m in found.measures
            ),
        )
        for question in QUESTIONS
    )


def _by_engine(ties: TiesAtScale) -> Limit:
    return Limit(
        id="engine",
        text=f"Made by the engine {ties.engine.name}, which counts in tables: figures that rest "
        "on groups of people or on more than one wave are left undefined, and there is no map, "
        "nobody to look after and no next step.",
    )


def _version() -> str:
    from weft import __version__

    return __version__
