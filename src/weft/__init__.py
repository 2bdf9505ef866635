"""Weft: see the network you are, and how sure that is.

The public names are loaded when first used, so that ``import weft`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft import change, plan, portrait, simulate
    from weft.change import Change
    from weft.formats import check, read, write
    from weft.measures import (
        Declaration,
        Measure,
        answers_awaited,
        by_person,
        declarations,
        measure,
    )
    from weft.network import (
        InvalidDataError,
        InvalidRequestError,
        Network,
        NotEnoughMemoryError,
        Notice,
        Problem,
        Relation,
        UnknownNameError,
        UnreadableFileError,
        WeftError,
    )
    from weft.portrait import Portrait
    from weft.scenarios.leaving import StepBack, step_back
    from weft.uncertainty.between import Related, relate
    from weft.weaving.circles import circles
    from weft.weaving.effect import Effect, introduction_effect
    from weft.weaving.handovers import handovers
    from weft.weaving.introductions import introductions
    from weft.weaving.referrals import refer
    from weft.weaving.two_ways import TwoWaysIn, two_ways_in

__version__ = "0.1.0"

_WHERE = {
    "Change": "weft.change",
    "Declaration": "weft.measures",
    "Effect": "weft.weaving.effect",
    "InvalidDataError": "weft.network",
    "InvalidRequestError": "weft.network",
    "Measure": "weft.measures",
    "Network": "weft.network",
    "NotEnoughMemoryError": "weft.network",
    "Notice": "weft.network",
    "Portrait": "weft.portrait",
    "Problem": "weft.network",
    "Related": "weft.uncertainty.between",
    "Relation": "weft.network",
    "StepBack": "weft.scenarios.leaving",
    "TwoWaysIn": "weft.weaving.two_ways",
    "UnknownNameError": "weft.network",
    "UnreadableFileError": "weft.network",
    "WeftError": "weft.network",
    "answers_awaited": "weft.measures",
    "by_person": "weft.measures",
    "check": "weft.formats",
    "circles": "weft.weaving.circles",
    "declarations": "weft.measures",
    "introduction_effect": "weft.weaving.effect",
    "introductions": "weft.weaving.introductions",
    "handovers": "weft.weaving.handovers",
    "measure": "weft.measures",
    "read": "weft.formats",
    "refer": "weft.weaving.referrals",
    "relate": "weft.uncertainty.between",
    "step_back": "weft.scenarios.leaving",
    "two_ways_in": "weft.weaving.two_ways",
    "write": "weft.formats",
}
_PACKAGES = ("change", "plan", "portrait", "simulate")

__all__ = [
    "Change",
    "Declaration",
    "Effect",
    "InvalidDataError",
    "InvalidRequestError",
    "Measure",
    "Network",
    "NotEnoughMemoryError",
    "Notice",
    "Portrait",
    "Problem",
    "Related",
    "Relation",
    "StepBack",
    "TwoWaysIn",
    "UnknownNameError",
    "UnreadableFileError",
    "WeftError",
    "answers_awaited",
    "by_person",
    "change",
    "check",
    "circles",
    "declarations",
    "handovers",
    "introduction_effect",
    "introductions",
    "measure",
    "plan",
    "portrait",
    "read",
    "refer",
    "relate",
    "simulate",
    "step_back",
    "two_ways_in",
    "write",
]


def __getattr__(name: str) -> object:
    if name in _PACKAGES:
        return import_module(f"weft.{name}")
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    message = f"module 'weft' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted(__all__)
