"""Finds every measure: a module below ``weft.measures`` whose name is the id of a declaration."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure
from weft.network import UnknownNameError

FAMILIES = ("coverage", "cohesion", "trust", "leadership", "resilience", "structure", "change")
"""The folders of measures, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A measure as found: its declaration and its functions.

    Attributes
    ----------
    declaration : Declaration
    figure : callable
        From a graph (or two, or the claims of both ends) and options to a :class:`Figure`.
    by_person : callable or None
        From a graph and options to one value a person, where the level is ``person``.
    options, person_options : frozenset of str
        The keywords that ``figure`` and ``by_person`` take.
    """

    declaration: Declaration
    figure: Callable[..., Figure]
    by_person: Callable[..., NDArray[np.float64]] | None
    options: frozenset[str]
    person_options: frozenset[str]


@cache
def where() -> Mapping[str, str]:
    """Return the module of every measure by id, without importing any."""
    found = {}
    for family in FAMILIES:
        package = import_module(f"weft.measures.{family}")
        for module in sorted(iter_modules(package.__path__), key=lambda m: m.name):
            found[module.name] = f"weft.measures.{family}.{module.name}"
    return MappingProxyType(found)


@cache
def registered(measure_id: str) -> Registered:
    """Return one measure by its id; an id that is not there is an error that lists them."""
    if measure_id not in where():
        raise UnknownNameError("measure", measure_id, tuple(where()))
    module = import_module(where()[measure_id])
    figure: Callable[..., Figure] = getattr(module, measure_id)
    by_person: Callable[..., NDArray[np.float64]] | None = getattr(module, "by_person", None)
    return Registered(
        declaration=module.DECLARATION,
        figure=figure,
        by_person=by_person,
        options=_keywords(figure),
        person_options=_keywords(by_person) if by_person else frozenset(),
    )


def _keywords(function: Callable[..., object]) -> frozenset[str]:
    return frozenset(
        name
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    )


def declarations() -> tuple[Declaration, ...]:
    """Return the declarations of all measures, family by family."""
    return tuple(registered(measure_id).declaration for measure_id in where())
