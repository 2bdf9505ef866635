"""Hand-overs: who could take a role on, and whether its relations would outlast whoever leaves."""

from weft.weaving.handovers.contents import Candidate, HandOver, HandOvers
from weft.weaving.handovers.leaving import DONE
from weft.weaving.handovers.make import handovers
from weft.weaving.handovers.shown import FORMAT

__all__ = ["DONE", "FORMAT", "Candidate", "HandOver", "HandOvers", "handovers"]
