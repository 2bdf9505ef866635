"""How sure: what to do about silence, and what chance alone would give."""

from weft.uncertainty.nulls import (
    same_degrees,
    same_groups,
    same_size,
    share_as_far,
    share_as_high,
)
from weft.uncertainty.silence import Policy, completed

__all__ = [
    "Policy",
    "completed",
    "same_degrees",
    "same_groups",
    "same_size",
    "share_as_far",
    "share_as_high",
]
