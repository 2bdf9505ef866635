"""The offered against the held out: by how much more often they are tied, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.weaving.effect.contents import Group, LeftOut, Needed, Range
from weft.weaving.effect.interval import arms_of, range_of_shares
from weft.weaving.effect.lots import Lots, differences, p_of, spread_beyond
from weft.weaving.effect.pairs import Pairs, Rows
from weft.weaving.effect.sample import pairs_needed

USUAL_RATE, AS_MANY_PAIRS = 0.05, 2
"""Before anything is known, 5 in 100 are taken to become tied anyway, with the weight of two pairs:
the rate of the table of samples in the design."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """Offered and held-out pairs side by side.

    Attributes
    ----------
    pairs : Pairs
    every : Lots
        The lot over all rows of the records.
    """

    pairs: Pairs
    every: Lots

    @cached_property
    def rows(self) -> Rows:
        """The rows that are compared: outcome known, in a round with such pairs of both kinds."""
        return self._with_both_kinds(self.pairs.counted & ~self.every.settled)

    def _with_both_kinds(self, rows: Rows) -> Rows:
        among = self.every.among(rows)
        kept = np.zeros(len(rows), dtype=bool)
        for of_round in among.rounds:
            kept[np.flatnonzero(rows)[of_round]] = True
        return kept

    @cached_property
    def lots(self) -> Lots:
        """The lot over the rows that are compared."""
        return self.every.among(self.rows)

    @cached_property
    def tied(self) -> NDArray[np.float64]:
        """Which of them are tied, as 0 and 1."""
        return self.pairs.tied[self.rows].astype(np.float64)

    def group(self, *, held_out: bool) -> Group:
        """Return how many of one kind there are, and how many of them are tied."""
        of_kind = self.lots.held_out == held_out
        return Group(pairs=int(of_kind.sum()), tied=int(self.tied[of_kind].sum()))

    @cached_property
    def beyond(self) -> float:
        """How many times as much the lot varies as one over single pairs."""
        return spread_beyond(self.lots, self.tied)

    def difference(self, confidence: float) -> Range:
        """Return how much more often the offered are tied, and between what that lies."""
        if because := self.undefined_because:
            return Range(undefined_because=because)
        arms = arms_of(self.lots, self.tied)
        low, high = range_of_shares(arms, confidence, self.beyond)
        return Range(value=arms.difference, low=low, high=high)

    def p(self) -> float | None:
        """Return how often the lot alone gives so large a difference.

        Between lots of the same difference it decides whose ties are the more surprising: a tie
        counts by one over one more than how close the two were before.
        """
        surprise = self.tied / (1 + self.pairs.closeness[self.rows])
        return p_of(self.lots, self.tied, surprise)

    def bounds(self) -> tuple[float | None, float | None]:
        """Return the difference if all unknown outcomes spoke against introductions, or for."""
        unknown = self.pairs.unknown & ~self.every.settled
        rows = self.rows | unknown
        lots = self.every.among(rows)
        if self.undefined_because or not lots.rounds:
            return None, None
        tied, open_ = self.pairs.tied[rows], unknown[rows]
        ends = [
            np.where(open_, lots.held_out == against, tied).astype(np.float64)
            for against in (True, False)
        ]
        least, most = differences(lots, lots.held_out[None, :], np.stack(ends, axis=1))[0]
        return float(least), float(most)

    def left_out(self) -> LeftOut:
        """Return how many rows of either kind are not compared, and why."""
        pairs, held = self.pairs, self.every.held_out
        unknown = pairs.unknown
        p_unknown = None
        if unknown.any():
            rows = (pairs.counted | unknown) & ~self.every.settled
            p_unknown = p_of(self.every.among(rows), unknown[rows].astype(np.float64))

        def both(rows: Rows) -> tuple[int, int]:
            return int((rows & ~held).sum()), int((rows & held).sum())

        return LeftOut(
            repeated=both(pairs.repeated),
            tied_before=both(pairs.tied_before),
            unknown=both(unknown),
            settled=both(pairs.counted & ~self.rows),
            p_unknown=p_unknown,
        )

    def needed(self, worth: float) -> Needed | None:
        """Return how many pairs it takes before a difference as large as ``worth`` is told."""
        if self.undefined_because:
            return None
        out, offered = self.group(held_out=True), self.group(held_out=False)
        usual = (out.tied + USUAL_RATE * AS_MANY_PAIRS) / (out.pairs + AS_MANY_PAIRS)
        rate = min(usual, 1 - worth)
        share = out.pairs / (out.pairs + offered.pairs)
        of_each = pairs_needed(rate, rate + worth)[0]
        now = pairs_needed(rate, rate + worth, share_held_out=share)
        held_out, given = (round(self.beyond * many) for many in now)
        return Needed(
            held_out_rate=rate,
            offered_rate=rate + worth,
            per_arm=round(self.beyond * of_each),
            held_out=held_out,
            offered=given,
            reached=out.pairs + offered.pairs >= held_out + given,
        )

    @cached_property
    def undefined_because(self) -> str | None:
        """Why nothing can be compared, if so."""
        held, counted = self.every.held_out, self.pairs.counted
        because = None
        if not len(held):
            because = "the records hold no pair"
        elif held.all():
            because = "every pair was held out, and nobody was offered an introduction"
        elif not held.any():
            because = (
                "no pair was held out by lot, so that nothing says how many would have become tied "
                "anyway"
            )
        elif not counted.any():
            because = "of no pair it is known whether a tie came about"
        elif not self.rows.any():
            because = "no round has offered and held-out pairs of which the outcome is known"
        return None if because is None else f"Undefined, because {because}."
