"""Who answers, and what they get wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.simulate.parameters import Parameters
from weft.simulate.streams import Purpose, stream

if TYPE_CHECKING:
    from weft.simulate.ties import Wave


def answering(asked: Parameters, steward: int, wave: int, true: Wave) -> NDArray[np.bool_]:
    """Return who answers, by seat: the convener, and as many others as were asked for.

    With w(i) the weight of being silent, the silent are drawn one after another without
    replacement in proportion to w: as those with the highest log w(i) + Gumbel noise.
    """
    named = (true.trusts > 0).sum(axis=0) + (true.turns_to > 0).sum(axis=0)
    tilt = {"at_random": 0, "more_popular": 1, "less_popular": -1}[asked.silent]
    rng = stream(asked.seed, Purpose.SILENCE, wave)
    silence = tilt * np.log1p(named) + rng.gumbel(size=asked.people)
    silence[steward] = -np.inf
    answered = np.zeros(asked.people, dtype=bool)
    answered[np.argsort(silence, kind="stable")[: asked.answers]] = True
    return answered


def reported_work(asked: Parameters, wave: int, true: Wave) -> NDArray[np.bool_]:
    """Return whom each person would say they work with: row = reporter."""
    overlooks, invents = stream(asked.seed, Purpose.ERROR, wave).random(
        (2, asked.people, asked.people)
    )
    invented = invents < asked.invented / (asked.people - 1)
    np.fill_diagonal(invented, val=False)
    reported: NDArray[np.bool_] = np.where(true.works_with, overlooks >= asked.overlooked, invented)
    return reported
