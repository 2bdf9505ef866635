"""Before asking: how sure the figures would be, and what would make them surer.

The package itself can be called: ``weft.plan(people=40, named=4)`` is :func:`make_plan`.
"""

from __future__ import annotations

import sys
from types import ModuleType

from weft.plan.make import Expected, Plan, make_plan

__all__ = ["Expected", "Plan", "make_plan"]


class _Callable(ModuleType):
    """A package that makes a plan when called, and holds its parts when imported from."""

    __call__ = staticmethod(make_plan)


sys.modules[__name__].__class__ = _Callable
