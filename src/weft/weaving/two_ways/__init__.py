"""Two ways in: the fewest introductions after which no single departure cuts anybody off."""

from weft.weaving.two_ways.contents import Introduction, Safety, TwoWaysIn
from weft.weaving.two_ways.make import two_ways_in
from weft.weaving.two_ways.shown import FORMAT

__all__ = ["FORMAT", "Introduction", "Safety", "TwoWaysIn", "two_ways_in"]
