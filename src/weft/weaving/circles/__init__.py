"""Circles: everybody in small groups that mix clusters, and in none of which all are strangers."""

from weft.weaving.circles.contents import Circle, Circles, Unmet
from weft.weaving.circles.make import circles
from weft.weaving.circles.shown import FORMAT

__all__ = ["FORMAT", "Circle", "Circles", "Unmet", "circles"]
