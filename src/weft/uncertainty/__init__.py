"""How sure: what to do about silence, and what chance alone would give."""

from weft.uncertainty.silence import Policy, completed

__all__ = ["Policy", "completed"]
