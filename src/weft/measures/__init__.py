"""The figures: one measure, one file, one declaration."""

from weft.measures.declaration import Declaration, Figure, Measure, Null
from weft.measures.front import by_person, measure
from weft.measures.registry import FAMILIES, declarations, registered

__all__ = [
    "FAMILIES",
    "Declaration",
    "Figure",
    "Measure",
    "Null",
    "by_person",
    "declarations",
    "measure",
    "registered",
]
