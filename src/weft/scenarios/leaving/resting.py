"""The reverse view: where the network rests on one person, whoever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.cut_points import cut_points
from weft.measures.words import counted, sentence_case
from weft.network.parts_played import LEADERSHIP
from weft.scenarios.leaving.contents import Resting
from weft.scenarios.leaving.short_ways import on_one, ties_of
from weft.weaving.two_ways.by_person import PiecesByPerson
from weft.weaving.wording import by_alphabet

if TYPE_CHECKING:
    from weft.network import Graph
    from weft.weaving.ground import Ground

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Hold:
    """One way in which something may rest on one person: who holds, how much, and in words."""

    id: str
    text: str
    none: str
    who: Callable[[Graph], Mask]
    held: Callable[[Graph], int]


def resting(ground: Ground, draws: Sequence[Graph], *, names: bool) -> tuple[Resting, ...]:
    """Return on how many people something rests that nobody else holds.

    Parameters
    ----------
    ground : Ground
    draws : sequence of Graph
        Today's ties, completed, where somebody is silent: then a person counts as the only link or
        the only tie who is it in more than half of them. Empty for the ties as reported.
    names : bool
        Whether to name them.
    """
    found = []
    for hold in HOLDS:
        who = hold.who(ground.tied)
        if draws and hold in LINKS:
            who = np.mean([hold.who(draw) for draw in draws], axis=0) > 1 / 2
        found.append(_resting(ground, hold, who, hold.held(ground.tied), names=names))
    unknown = LEADERSHIP in ground.parts.assumed or not ground.leadership.directed
    if not unknown and ground.parts.leadership not in ground.private:
        hold, graph = TURNED_TO, ground.leadership
        found.append(_resting(ground, hold, hold.who(graph), hold.held(graph), names=names))
    return tuple(found)


def _resting(ground: Ground, hold: _Hold, who: Mask, held: int, *, names: bool) -> Resting:
    on = np.flatnonzero(who).tolist()
    order = by_alphabet(on, ground.people.names, ground.people.ids)
    text = (hold.text if on else hold.none).format(
        people=counted(len(on), "person is", "people are each"),
        several=counted(len(on), "person is", "people are"),
        held=counted(held, "person", "people"),
        pairs=counted(held, "pair has", "pairs have"),
    )
    return Resting(
        id=hold.id,
        text=sentence_case(text),
        people=len(on),
        held=held if on else 0,
        names=tuple(ground.names(person) for person in order) if names else (),
    )


def _hanging(graph: Graph) -> int:
    return int(PiecesByPerson(graph.n, *graph.either).hanging().sum())


def _only_tie(graph: Graph) -> Mask:
    """Return who is the only one somebody is tied to."""
    first, second = graph.either
    ties = _ties(graph)
    on = np.zeros(graph.n, dtype=bool)
    on[second[ties[first] == 1]] = True
    on[first[ties[second] == 1]] = True
    return on


def _ties(graph: Graph) -> NDArray[np.int64]:
    return np.bincount(np.concatenate(graph.either), minlength=graph.n)


def _only_one_turned_to(graph: Graph) -> Mask:
    """Return who is the only one somebody turns to."""
    on = np.zeros(graph.n, dtype=bool)
    on[graph.target[(graph.sent == 1)[graph.source]]] = True
    return on


LINKS = (
    _Hold(
        "cut",
        "{people} the only link between parts of the network: {held} would lose touch with half of "
        "the others or more if the one they hang on left.",
        "Nobody is the only link between parts of the network.",
        cut_points,
        _hanging,
    ),
    _Hold(
        "only-tie",
        "{people} the only tie that somebody has: {held} would be left with none if that one left.",
        "Nobody is the only tie that somebody has.",
        _only_tie,
        lambda graph: int((_ties(graph) == 1).sum()),
    ),
)
HOLDS = (
    *LINKS,
    _Hold(
        "only-short-way",
        "{several} enough to hold half of the short ways that rest on a single person: {pairs} one "
        "person alone between them.",
        "No short way between two people rests on a single person.",
        lambda graph: on_one(ties_of(graph)).half_on,
        lambda graph: on_one(ties_of(graph)).pairs,
    ),
)
TURNED_TO = _Hold(
    "only-one-turned-to",
    "{people} the only one somebody turns to for leadership: {held} would have nobody to turn to "
    "if that one left.",
    "Nobody is the only one somebody turns to for leadership.",
    _only_one_turned_to,
    lambda graph: int((graph.sent == 1).sum()),
)
