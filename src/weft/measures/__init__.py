"""The figures: one measure, one file, one declaration."""

from weft.measures.awaited import Awaited, answers_awaited
from weft.measures.declaration import Declaration, Figure, Measure, Null
from weft.measures.for_each_person import by_person
from weft.measures.front import measure
from weft.measures.registry import FAMILIES, declarations, registered

__all__ = [
    "FAMILIES",
    "Awaited",
    "Declaration",
    "Figure",
    "Measure",
    "Null",
    "answers_awaited",
    "by_person",
    "declarations",
    "measure",
    "registered",
]
