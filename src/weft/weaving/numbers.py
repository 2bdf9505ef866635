"""Whole numbers that a request gives: checked in one way, and told in one way."""

from __future__ import annotations

import numpy as np

from weft.network import InvalidRequestError


def whole(name: str, value: object, *, least: int, hint: str = "") -> int:
    """Return a whole number that was asked for, such as how many introductions.

    Parameters
    ----------
    name : str
        What the caller knows it as.
    value : object
    least : int
        The smallest that makes sense.
    hint : str
        What may be done instead, as a sentence.

    Raises
    ------
    InvalidRequestError
        For anything but a whole number of ``least`` or more.

    Examples
    --------
    >>> whole("most", 3, least=0)
    3
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
        message = f"{name} is {value!r}; expected a whole number of {least} or more. {hint}"
        raise InvalidRequestError(message.rstrip())
    return int(value)
