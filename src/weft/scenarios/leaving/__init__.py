"""If somebody left tomorrow: what is lost, and what would mend it."""

from weft.scenarios.leaving.contents import (
    Count,
    HandOver,
    Mending,
    Moved,
    Named,
    Resting,
    StepBack,
)
from weft.scenarios.leaving.make import step_back
from weft.scenarios.leaving.shown import FORMAT

__all__ = [
    "FORMAT",
    "Count",
    "HandOver",
    "Mending",
    "Moved",
    "Named",
    "Resting",
    "StepBack",
    "step_back",
]
