"""How sure: what to do about silence, and what chance alone would give."""

from weft.uncertainty.shares import share_as_far, share_as_high, share_as_low
from weft.uncertainty.silence import Policy, by_habits, completed

__all__ = [
    "Policy",
    "by_habits",
    "completed",
    "share_as_far",
    "share_as_high",
    "share_as_low",
]
