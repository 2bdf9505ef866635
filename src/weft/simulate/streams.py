"""Where chance comes from: one stream for each purpose and wave.

Because no two purposes share a stream, a later wave changes nothing in an earlier one, and who
keeps silent changes nothing in what is true.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np


class Purpose(IntEnum):
    """What chance is needed for; the numbers are part of what a seed means."""

    NAMES = 0
    ORGANISATIONS = 1
    EFFECTS = 2
    ROLES = 3
    LEAVING = 4
    INTRODUCTIONS = 5
    WORKS_WITH = 6
    TRUSTS = 7
    TURNS_TO = 8
    SILENCE = 9
    ERROR = 10


def stream(seed: int, purpose: Purpose, wave: int = 0) -> np.random.Generator:
    """Return the stream of one purpose in one wave; 0 where it is for all waves.

    Examples
    --------
    >>> one = stream(7, Purpose.SILENCE, 2).random()
    >>> one == stream(7, Purpose.SILENCE, 2).random()
    True
    >>> one == stream(7, Purpose.SILENCE, 1).random()
    False
    """
    return np.random.default_rng([seed, int(purpose), wave])
