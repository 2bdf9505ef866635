"""Into how many circles people can be parted, and how large each is."""

from __future__ import annotations

from weft.weaving.numbers import whole

SMALLEST, USUAL = 3, 5
FEWEST_IN_A_CIRCLE = 2


def bounds(size: int) -> tuple[int, int]:
    """Return the smallest and the largest circle that still counts as about this size."""
    return max(size - 1, FEWEST_IN_A_CIRCLE), size + 1


def sizes_of(people: int, size: int) -> tuple[int, ...]:
    """Return the sizes of the circles, which differ by one at most, the larger ones first.

    All lie between ``size - 1`` and ``size + 1`` wherever people can be parted so; of several ways
    the one nearest to the size is taken, then the one with fewer circles.

    Examples
    --------
    >>> sizes_of(23, 5), sizes_of(7, 5), sizes_of(1, 5)
    ((5, 5, 5, 4, 4), (4, 3), ())
    """
    whole("size", size, least=SMALLEST, hint=f"{USUAL} are usual.")
    if people < FEWEST_IN_A_CIRCLE:
        return ()
    low, high = bounds(size)
    fitting = range(-(-people // high), people // low + 1)
    choice = fitting or range(1, max(people // FEWEST_IN_A_CIRCLE, 1) + 1)
    many = min(choice, key=lambda circles: (abs(people / circles - size), circles))
    smaller, larger = divmod(people, many)
    return (smaller + 1,) * larger + (smaller,) * (many - larger)
