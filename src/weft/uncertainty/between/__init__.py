"""Between relations: how far one goes with others among the same people, beyond chance."""

from weft.uncertainty.between.relate import relate
from weft.uncertainty.between.related import Related, Term

__all__ = ["Related", "Term", "relate"]
