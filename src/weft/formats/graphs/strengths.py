"""Strengths of ties as graph files write them."""

from __future__ import annotations


def strength_text(weight: object) -> str:
    """Return a strength as every program reads it: whole numbers without a point.

    Examples
    --------
    >>> strength_text(2.0), strength_text(0.1), strength_text(1e-07), strength_text(1e300)
    ('2', '0.1', '1.0e-07', '1.0e+300')
    """
    value = float(str(weight))
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    return text if "." in text else text.replace("e", ".0e")
