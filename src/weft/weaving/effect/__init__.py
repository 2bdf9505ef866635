"""Did it help: pairs that were offered an introduction against pairs held out by lot."""

from weft.weaving.effect.as_dict import FORMAT
from weft.weaving.effect.contents import (
    Effect,
    Group,
    LeftOut,
    Needed,
    Range,
    Step,
    Verdict,
)
from weft.weaving.effect.make import introduction_effect
from weft.weaving.effect.matchmaking import matchmaking, matchmaking_by_others
from weft.weaving.effect.sample import pairs_needed

__all__ = [
    "FORMAT",
    "Effect",
    "Group",
    "LeftOut",
    "Needed",
    "Range",
    "Step",
    "Verdict",
    "introduction_effect",
    "matchmaking",
    "matchmaking_by_others",
    "pairs_needed",
]
