"""Two ways in: the fewest introductions after which no single departure cuts anybody off."""

from weft.weaving.two_ways.as_dict import FORMAT
from weft.weaving.two_ways.contents import Introduction, Safety, TwoWaysIn
from weft.weaving.two_ways.make import two_ways_in

__all__ = ["FORMAT", "Introduction", "Safety", "TwoWaysIn", "two_ways_in"]
