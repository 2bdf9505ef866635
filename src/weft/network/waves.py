"""The order of waves: that of time, as far as their names tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weft.network.network import Notice
from weft.network.unnamed import UNNAMED_WAVE

DATE = re.compile(r"^\d{4}(-\d{2}){0,2}$|^\d{4}-(Q[1-4]|W\d{2})$")
NUMBER = re.compile(r"^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$")


def in_order(waves: Sequence[str]) -> tuple[str, ...]:
    """Return waves in order of time: as numbers where all are, else as text (ISO dates sort).

    Examples
    --------
    >>> in_order(["10", "9", "9"])
    ('9', '10')
    """
    unique = sorted(set(waves)) or [UNNAMED_WAVE]
    try:
        number = {wave: float(wave) for wave in unique}
    except ValueError:
        return tuple(unique)
    return tuple(sorted(unique, key=number.__getitem__))


def all_in_order(
    known: Sequence[str],
    met: Sequence[str],
    known_in_order: bool,  # noqa: FBT001  (as of build)
) -> tuple[str, ...]:
    """Return all waves in order of time: those known to be in order first, as they stand."""
    if not known or not known_in_order:
        return in_order([*known, *met])
    others = [wave for wave in met if wave not in known]
    return (*known, *(in_order(others) if others else ()))


def said_of_order(waves: Sequence[str]) -> list[Notice]:
    """Return a notice where the order of waves rests on the alphabet alone."""
    if len(waves) < 2 or all(DATE.match(wave) or NUMBER.match(wave) for wave in waves):
        return []
    text = (
        f"The waves were put in the order of the alphabet: {', '.join(waves)}. If that is not the "
        "order of time, number them."
    )
    return [Notice(kind="waves-by-alphabet", text=text, count=len(waves))]
