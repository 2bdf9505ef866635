"""What is true: the ties of each wave, drawn from lasting traits, organisations and the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.simulate.membership import Membership
from weft.simulate.parameters import Parameters
from weft.simulate.streams import Purpose, stream
from weft.simulate.utility import (
    Luck,
    Matrix,
    Ties,
    arcs_with_most,
    graded,
    highest,
    pairs_with_most,
    returned_and_one_way,
)

WORKS_WITH, TRUSTS, TURNS_TO = 8.0, 5.5, 3.0
"""How many each person works with, trusts and turns to on average, in the first wave."""

MOST_OF_THE_OTHERS = 0.3
"""In a small network nobody has more ties on average than this share of the others."""

TRUST_SHARES = (0.15, 0.30, 0.35, 0.20)
LEADERSHIP_SHARES = (0.30, 0.45, 0.25)
"""How often each value of the scale is given."""

HUB = 1.3
"""What the convener adds to working together in the first wave."""

CONVENER_NAMED_BY = 0.55
"""The share of the others who turn to the convener in the first wave."""

LIFT = 0.5
"""How much more leadership there is in all once the convener has handed over everything."""

NOT_YET_KNOWN = 1.0
"""How much less others turn to newcomers in their first wave."""

CLOSED = 0.15
"""The share of working ties that go to pairs for the partners they have in common."""

CERTAIN, LINGERING = 100.0, 1.0
"""What an introduction adds to working together in the next wave, and in those after it."""


@dataclass(frozen=True, eq=False, slots=True)
class Wave:
    """What is true in one wave, by seat: row = source, column = target, 0 = no tie.

    ``introductions`` has one row for each made since the wave before: the introducer, and the two
    who were brought together.
    """

    works_with: Ties
    trusts: Matrix
    turns_to: Matrix
    introductions: NDArray[np.intp]


def true_waves(asked: Parameters, members: Membership) -> Iterator[Wave]:
    """Yield what is true, wave after wave."""
    lucks = Luck(0.97), Luck(0.95), Luck(0.95)
    purposes = Purpose.WORKS_WITH, Purpose.TRUSTS, Purpose.TURNS_TO
    bonus = np.zeros((asked.people, asked.people))
    before: Ties | None = None
    for wave in range(asked.waves):
        newly = members.newly[wave]
        bonus = lingering(bonus, newly)
        made = np.empty((0, 3), dtype=np.intp)
        if before is not None:
            made = _introductions(asked, members, wave, before)
            _, first, second = made.T
            bonus[first, second] = bonus[second, first] = CERTAIN
        luck = [
            kind.next(stream(asked.seed, purpose, wave), newly)
            for kind, purpose in zip(lucks, purposes, strict=True)
        ]
        kept = (1 - asked.hand_over) ** wave
        before = _works_with(asked, members, wave, luck[0], bonus, kept)
        trusts = _trusts(asked, members, wave, luck[1], before)
        turns_to = _turns_to(asked, members, wave, luck[2], before, trusts > 0, kept)
        yield Wave(before, trusts, turns_to, made)


def lingering(bonus: Matrix, newly: NDArray[np.bool_]) -> Matrix:
    """Return what earlier introductions still add; nothing where somebody new has the seat."""
    stays = ~newly
    return np.minimum(bonus, LINGERING) * (stays[:, None] & stays[None, :])


def ties_in_all(mean: float, people: int) -> int:
    """Return how many ties there are where each person has this many on average (as source)."""
    return round(min(mean, MOST_OF_THE_OTHERS * (people - 1)) * people)


def _same_organisation(members: Membership) -> Ties:
    seat = members.seat_organisation
    same: Ties = seat[:, None] == seat[None, :]
    return same


def _works_with(
    asked: Parameters, members: Membership, wave: int, luck: Matrix, bonus: Matrix, kept: float
) -> Ties:
    sociable = members.sociability[members.seats[wave]].copy()
    sociable[members.steward] = HUB * kept
    noise = np.triu(luck, 1)
    utility = sociable[:, None] + sociable[None, :] + 1.5 * _same_organisation(members)
    utility += noise + noise.T + bonus
    many = ties_in_all(WORKS_WITH, asked.people) // 2
    first = pairs_with_most(utility, round((1 - CLOSED) * many))
    share = first.astype(np.float32)
    in_common = (share @ share).astype(np.float64)
    return pairs_with_most(utility + 0.6 * in_common + CERTAIN * 2 * first, many)


def _trusts(
    asked: Parameters, members: Membership, wave: int, luck: Matrix, works_with: Ties
) -> Matrix:
    here = members.seats[wave]
    sending, receiving = 0.95 * members.sociability[here], 0.5 * members.popularity[here]
    utility = (
        sending[:, None]
        + receiving[None, :]
        + 1.4 * works_with
        + 0.3 * _same_organisation(members)
        + luck
    )
    many = ties_in_all(TRUSTS, asked.people)
    return graded(utility, returned_and_one_way(utility, many, asked.reciprocity), TRUST_SHARES)


def _turns_to(
    asked: Parameters,
    members: Membership,
    wave: int,
    luck: Matrix,
    works_with: Ties,
    trusts: Ties,
    kept: float,
) -> Matrix:
    n, convener = asked.people, members.steward
    popular = 0.9 * members.popularity[members.seats[wave]] - NOT_YET_KNOWN * members.newly[wave]
    utility = popular[None, :] + 0.9 * works_with + 0.7 * trusts + luck
    np.fill_diagonal(utility, -np.inf)
    to_convener = np.zeros((n, n), dtype=bool)
    many = round(CONVENER_NAMED_BY * (n - 1) * kept)
    to_convener[highest(utility[:, convener], many), convener] = True
    among_others = utility.copy()
    among_others[:, convener] = -np.inf
    more = 1 + LIFT * (1 - kept)
    among_others = arcs_with_most(among_others, ties_in_all(TURNS_TO * more, n) - many)
    return graded(utility, to_convener | among_others, LEADERSHIP_SHARES)


def _introductions(
    asked: Parameters, members: Membership, wave: int, before: Ties
) -> NDArray[np.intp]:
    """Return pairs brought together by somebody both worked with: open triangles, closed.

    Pairs with more partners in common and from different organisations are likelier; the
    introducer is one of those partners at random, not the convener where there is another.
    """
    rng = stream(asked.seed, Purpose.INTRODUCTIONS, wave)
    n = asked.people
    share = before.astype(np.float32)
    stays = ~members.newly[wave]
    weight = (share @ share).astype(np.float64) * (2 - _same_organisation(members))
    weight[before | ~(stays[:, None] & stays[None, :])] = 0
    first, second = np.triu_indices(n, 1)
    with np.errstate(divide="ignore"):
        key = np.log(weight[first, second]) + rng.gumbel(size=len(first))
    chosen = highest(key, round(asked.introductions * n))
    chosen = np.sort(chosen[np.isfinite(key[chosen])])
    turn = 1 + rng.random((len(chosen), n))
    turn[:, members.steward] = 0.5
    turn *= before[first[chosen]] & before[second[chosen]]
    return np.stack([turn.argmax(axis=1), first[chosen], second[chosen]], axis=1)
