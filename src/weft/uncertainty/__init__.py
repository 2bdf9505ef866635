"""How sure: what to do about silence, and what chance alone would give."""

from weft.uncertainty.nulls import (
    same_degrees,
    same_groups,
    same_size,
    share_as_far,
    share_as_high,
)
from weft.uncertainty.silence import Policy, by_habits, completed

__all__ = [
    "Policy",
    "by_habits",
    "completed",
    "same_degrees",
    "same_groups",
    "same_size",
    "share_as_far",
    "share_as_high",
]
