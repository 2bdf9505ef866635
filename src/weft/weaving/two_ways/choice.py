"""Chooses as few introductions as possible, and of as few those most wished for.

Every graph that is not yet safe has an introduction after which one fewer is needed (else the least
number would not be enough). So whichever of these is taken first, the least number is kept; taking
the one most wished for each time is exact in number and greedy in wishes. Then partners change
places wherever that meets more wishes and leaves everybody safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.weaving.two_ways.pieces import Kind, Pieces, Place, pieces_of
from weft.weaving.two_ways.wishes import SECOND_TIME, Costs, Wishes

Pair = tuple[int, int]

TRIES = 8
"""How often the choice is made anew with other dice, where it did not reach the least number."""

DICE = 30.0
"""How much the dice may weigh in such a try."""

MOST_CHECKED, CHECKED_PEOPLE = 400, 400_000
"""How many changes of partners are looked at; in large networks so many divided by the people."""

WORTH_A_CHANGE = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Question:
    """What is asked: for whom, and within which bounds.

    Attributes
    ----------
    n : int
    tied : tuple of (int, int)
        The pairs tied today.
    kind : {'person', 'tie'}
    wishes : Wishes
    each : int or None
        How many introductions one person may have.
    seed : int
    """

    n: int
    tied: tuple[Pair, ...]
    kind: Kind
    wishes: Wishes
    each: int | None
    seed: int

    def pieces(self, more: list[Pair] | tuple[Pair, ...] = ()) -> Pieces:
        """Return the pieces that are left with some introductions made."""
        return pieces_of(self.n, [*self.tied, *more], self.kind)


def chosen(question: Question) -> list[Pair]:
    """Return the introductions, as few as possible."""
    least = question.pieces().least
    best = _once(question, None)
    if question.wishes.bound or question.each is not None:
        best = _without_the_needless(question, best)
        rng = np.random.default_rng(question.seed)
        for _ in range(TRIES):
            if len(best) <= least and not question.pieces(best).least:
                break
            other = _without_the_needless(question, _once(question, rng))
            best = min(best, other, key=lambda pairs: _worse(question, pairs))
    return _with_better_partners(question, best)


def _worse(question: Question, pairs: list[Pair]) -> tuple[int, int]:
    return question.pieces(pairs).least, len(pairs)


def _once(question: Question, rng: np.random.Generator | None) -> list[Pair]:
    """Return introductions taken one by one, each the best there is."""
    pieces = question.pieces()
    made: list[Pair] = []
    while pieces.least:
        ends = pieces.ends()
        # One of every useful pair is outside the largest end, so that its many rows are spared;
        # unless the others may not be introduced to anybody.
        pair = _best(question, pieces, ends[:-1], made, rng)
        pair = pair or _best(question, pieces, ends[-1:], made, rng)
        if pair is None:
            break
        pieces.tie(*pair)
        made.append(pair)
    return made


def _best(
    question: Question,
    pieces: Pieces,
    ends: list[Place],
    made: list[Pair],
    rng: np.random.Generator | None,
) -> Pair | None:
    """Return the cheapest pair that brings the least number down; else the one that joins most."""
    place = pieces.place
    rows = np.flatnonzero(np.isin(place, ends))
    load = np.bincount(np.array(made, dtype=np.int64).ravel(), minlength=question.n)
    cost = question.wishes.table(rows.tolist()) + SECOND_TIME * (load[rows][:, None] + load)
    if rng is not None:
        cost += DICE * rng.random(cost.shape)
    if question.each is not None:
        cost[load[rows] >= question.each] = np.inf
        cost[:, load >= question.each] = np.inf
    cost[place[rows][:, None] == place] = np.inf
    for a, b in (*made, *(pair[::-1] for pair in made)):
        cost[rows == a, b] = np.inf
    spare = cost.copy()
    if pieces.even:
        cost[:, ~np.isin(place, pieces.ends())] = np.inf
    least = pieces.least
    for a, b, _ in _cheapest_of_each_place(rows, cost, place):
        if pieces.least_with(a, b) < least:
            return a, b
    joins = [
        (pieces.least_with(a, b), -pieces.joined_with(a, b), worth, (a, b))
        for a, b, worth in _cheapest_of_each_place(rows, spare, place)
        if pieces.joined_with(a, b)
    ]
    return min(joins)[-1] if joins else None


def _cheapest_of_each_place(
    rows: NDArray[np.intp], cost: Costs, place: NDArray[np.int64]
) -> Iterator[tuple[int, int, float]]:
    """Yield the cheapest pair, then the cheapest of any other two places, and so on."""
    while cost.size:
        row, b = (int(at) for at in np.unravel_index(int(cost.argmin()), cost.shape))
        a, worth = int(rows[row]), float(cost[row, b])
        if not np.isfinite(worth):
            return
        yield a, b, worth
        for one, other in ((a, b), (b, a)):
            cost[np.ix_(place[rows] == place[one], place == place[other])] = np.inf


def _without_the_needless(question: Question, pairs: list[Pair]) -> list[Pair]:
    """Return the introductions less those that the others make needless, the dearest first."""
    wanted = _reached(question, pairs)
    kept = list(pairs)
    for pair in sorted(pairs, key=lambda pair: -question.wishes.of(*pair)):
        fewer = [other for other in kept if other != pair]
        if _reached(question, fewer) == wanted:
            kept = fewer
    return kept


def _reached(question: Question, pairs: list[Pair]) -> tuple[int, int, int]:
    """Return how far introductions lead: what is still needed, the pieces, and who is apart."""
    pieces = question.pieces(pairs)
    return pieces.least, pieces.pieces, int(pieces.apart().sum())


def _with_better_partners(question: Question, pairs: list[Pair]) -> list[Pair]:
    """Return as many introductions of the same people, with partners exchanged where wished."""
    pairs, wishes = list(pairs), question.wishes
    checks, checked = min(MOST_CHECKED, CHECKED_PEOPLE // question.n), 0
    wanted = _reached(question, pairs)
    better = True
    while better and checked < checks:
        better = False
        for gain, at, to, one, other in _exchanges(pairs, wishes):
            if gain < WORTH_A_CHANGE or checked >= checks:
                break
            checked += 1
            changed = [pair for i, pair in enumerate(pairs) if i not in {at, to}] + [one, other]
            if len(set(map(frozenset, changed))) == len(pairs) and (
                _reached(question, changed) == wanted
            ):
                pairs, better = changed, True
                break
    return pairs


def _exchanges(pairs: list[Pair], wishes: Wishes) -> list[tuple[float, int, int, Pair, Pair]]:
    """Return every exchange of partners between two introductions, most gain first."""
    if len(pairs) < 2:
        return []
    people = sorted({person for pair in pairs for person in pair})
    at_row = {person: row for row, person in enumerate(people)}
    cost = wishes.table(people)[:, people]
    first = np.array([at_row[a] for a, _ in pairs])
    second = np.array([at_row[b] for _, b in pairs])
    now = cost[first, second]
    straight, crossed = cost[np.ix_(first, second)], cost[np.ix_(first, first)]
    gains = (
        now[:, None] + now - straight - straight.T,  # a with d, and c with b
        now[:, None] + now - crossed - cost[np.ix_(second, second)],  # a with c, and b with d
    )
    found = []
    for turned, gain in enumerate(gains):
        for i, j in np.argwhere(np.triu(gain >= WORTH_A_CHANGE, 1)).tolist():
            (a, b), (c, d) = pairs[i], pairs[j]
            new = ((a, c), (b, d)) if turned else ((a, d), (c, b))
            found.append((float(gain[i, j]), i, j, *new))
    return sorted(found, key=lambda row: (-row[0], row[3], row[4]))
