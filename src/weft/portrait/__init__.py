"""The portrait: four plain answers about a network, the figures behind them, what to do next.

The package itself can be called: ``weft.portrait(network)`` is :func:`make_portrait`.
"""

from __future__ import annotations

import sys
from types import ModuleType

from weft.portrait.contents import Chapter, Chart, Drawing, Limit, LookAfter, Shown, Step
from weft.portrait.make import make_portrait
from weft.portrait.portrait import Portrait
from weft.portrait.rendering.as_dict import FORMAT

__all__ = [
    "FORMAT",
    "Chapter",
    "Chart",
    "Drawing",
    "Limit",
    "LookAfter",
    "Portrait",
    "Shown",
    "Step",
    "make_portrait",
]


class _Callable(ModuleType):
    """A package that makes a portrait when called, and holds its parts when imported from."""

    __call__ = staticmethod(make_portrait)


sys.modules[__name__].__class__ = _Callable
