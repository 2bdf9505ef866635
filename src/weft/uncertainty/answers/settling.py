"""The ties that are not known, drawn anew one after another, given habits and all other ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.answers.known import Known, Numbers, Table


class Unknown:
    """The pairs of which it is not known whether there is a tie.

    Parameters
    ----------
    known : Known

    Attributes
    ----------
    source, target : int32 arrays
        In the order in which they are drawn; without direction each pair once.
    """

    def __init__(self, known: Known) -> None:
        self.directed, self._core = known.directed, known.core
        open_ = ~known.known
        np.fill_diagonal(open_, val=False)
        if not known.directed:
            open_ = np.triu(open_)
        source, target = np.nonzero(open_)
        self.source, self.target = source.astype(np.int32), target.astype(np.int32)

    def settled(
        self,
        ties: Table,
        base: Numbers,
        in_common: float,
        returning: Numbers,
        rng: np.random.Generator,
    ) -> Table:
        """Return the ties with every unknown one drawn anew.

        Parameters
        ----------
        ties : bool array, shape (n, n)
            As they stand; both ways where there is no direction.
        base : float64 array, shape (len(source),)
            The log odds of each of them between two who have nobody in common and where the other
            does not name the one.
        in_common : float
            What is added, times ln(1 + people in common).
        returning : float64 array, shape (n,)
            What is added to the ties of each person to those who name them.
        rng : numpy Generator

        Returns
        -------
        bool array, shape (n, n)
        """
        steps = in_common * np.log1p(np.arange(len(ties)))
        chance = rng.random(len(base))
        wanted = np.log(chance) - np.log1p(-chance)
        settle = _settled if self._core is None else self._core.settled
        drawn: Table = settle(
            ties, self.source, self.target, self.directed, base, steps, returning, wanted
        ).view(bool)
        return drawn


def _settled(
    ties: Table,
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    directed: bool,  # noqa: FBT001
    base: Numbers,
    steps: Numbers,
    returning: Numbers,
    wanted: Numbers,
) -> Table:
    """Return the ties with the unknown ones drawn anew; rows of bits are whole numbers here."""
    drawn = ties.copy()
    either = [_as_bits(row) for row in drawn | drawn.T]
    pairs = list(zip(source.tolist(), target.tolist(), base.tolist(), strict=True))
    added, backs = steps.tolist(), returning.tolist()
    for (i, j, odds), least in zip(pairs, wanted.tolist(), strict=True):
        in_common = (either[i] & either[j]).bit_count()
        back = bool(drawn[j, i])
        total = odds + added[in_common]
        if directed and back:
            total += backs[i]
        drawn[i, j] = there = least < total
        if not directed:
            drawn[j, i] = there
        tied = there or (directed and back)
        either[i] = either[i] | 1 << j if tied else either[i] & ~(1 << j)
        either[j] = either[j] | 1 << i if tied else either[j] & ~(1 << i)
    return drawn


def _as_bits(row: NDArray[np.bool_]) -> int:
    return int.from_bytes(np.packbits(row, bitorder="little").tobytes(), "little")
