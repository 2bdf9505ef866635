"""Change: two waves compared on the same people and the same reporters, and how sure that is.

The package itself can be called: ``weft.change(network)`` is :func:`make_change`.
"""

from __future__ import annotations

import sys
from types import ModuleType

from weft.change.as_dict import FORMAT
from weft.change.contents import (
    Change,
    Counts,
    Decomposed,
    FadeAndLift,
    Region,
    Step,
    Verdict,
)
from weft.change.make import FIGURES, make_change

__all__ = [
    "FIGURES",
    "FORMAT",
    "Change",
    "Counts",
    "Decomposed",
    "FadeAndLift",
    "Region",
    "Step",
    "Verdict",
    "make_change",
]


class _Callable(ModuleType):
    """A package that compares waves when called, and holds its parts when imported from."""

    __call__ = staticmethod(make_change)


sys.modules[__name__].__class__ = _Callable
