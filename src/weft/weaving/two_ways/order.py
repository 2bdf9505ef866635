"""Puts introductions into the order in which each does most, and says how far each leads."""

from __future__ import annotations

from dataclasses import dataclass

from weft.weaving.two_ways.choice import Pair, Question

LOOKED_AT = 250
"""So many of the introductions that are left are compared for the next place."""


@dataclass(frozen=True, slots=True)
class Step:
    """One introduction in its place, and how many people no single departure splits after it."""

    pair: Pair
    unsplit: int


def in_order(question: Question, pairs: list[Pair]) -> list[Step]:
    """Return introductions so that each adds most to the largest group that nothing single splits.

    Where none adds to it, the one that brings most people together comes first; of equal ones the
    one most wished for.
    """
    pieces = question.pieces()
    left = sorted(pairs, key=lambda pair: question.wishes.of(*pair))
    steps = []
    while left:
        at, pair = max(
            enumerate(left[:LOOKED_AT]),
            key=lambda row: (
                pieces.unsplit_with(*row[1]),
                pieces.together_with(*row[1]),
                -row[0],
            ),
        )
        pieces.tie(*pair)
        steps.append(Step(pair, pieces.unsplit))
        del left[at]
    return steps
