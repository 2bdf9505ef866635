"""What is supposed of reporters and ties before anybody has said anything."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaincinv

from weft.network import InvalidRequestError

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Priors:
    """Suppositions, each as the two numbers of its distribution.

    Where two people are asked about each tie, they decide part of the answer. So they stand in the
    result, and :attr:`Estimate.learned` says how far the reports moved them.

    Attributes
    ----------
    prevalence : (float, float)
        How often two are tied: a beta distribution. (1, 4) is 1 in 5, give or take as much again
    reporter : (float, float)
        How much each reports, against others: a gamma distribution by shape and rate. Its mean
        should be 1; the greater both numbers, the more alike all are.
    tied, untied : (float, float)
        How much is reported of a tie that is there, and of one that is not (gamma distributions).
        With yes or no, a rate r means that 1 - exp(-r) say yes: (8, 5) is about 78 % of those who
        are tied, and (1, 20) about 5 % of those who are not.
    mutuality : (float, float)
        How much is added because the same person reports the tie the other way round (gamma).
    right, wrong : (float, float)
        With ``model="rates"``: how often each says yes to a tie that is there, and to one that is
        not (beta distributions).

    Examples
    --------
    People whom you know to forget half of their ties:

    >>> Priors(tied=(8, 11.5)).tied
    (8, 11.5)
    """

    prevalence: Pair = (1.0, 4.0)
    reporter: Pair = (5.0, 5.0)
    tied: Pair = (8.0, 5.0)
    untied: Pair = (1.0, 20.0)
    mutuality: Pair = (0.5, 1.0)
    right: Pair = (8.0, 2.0)
    wrong: Pair = (1.0, 20.0)

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if len(value) != 2 or not all(np.isfinite(v) and v > 0 for v in value):
                message = (
                    f"The prior of {name} is {value}; expected two finite numbers above 0, such "
                    "as (1.0, 1.0)."
                )
                raise InvalidRequestError(message)

    def strengths(self, many: int) -> NDArray[np.float64]:
        """Return shape and rate for each strength k above 0, of which k times as much is said.

        Returns
        -------
        float64 array, shape (many - 1, 2)
        """
        shape, rate = self.tied
        return np.array([(k * shape, rate) for k in range(1, many)])

    def given(self, shares: NDArray[np.float64], *, as_rate: bool) -> NDArray[np.float64]:
        """Return how much is reported of no tie, at these shares of what is supposed of it."""
        if as_rate:
            found = betaincinv(*self.wrong, shares)
        else:
            found = gammaincinv(self.untied[0], shares) / self.untied[1]
        given: NDArray[np.float64] = np.maximum(found, 1e-9)
        return given
