"""What people offer and what they seek, as tags in two columns of the people table."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import People

OFFERS, SEEKS = "offers", "seeks"
BETWEEN_TAGS = re.compile(r"[;|,]")


@dataclass(frozen=True, slots=True)
class Tags:
    """What each person offers and seeks.

    Attributes
    ----------
    offered, sought : tuple of frozenset of str
        For each person, in small letters.
    """

    offered: tuple[frozenset[str], ...]
    sought: tuple[frozenset[str], ...]

    @property
    def known(self) -> bool:
        """Whether anybody says what they offer, and anybody what they seek."""
        return any(self.offered) and any(self.sought)

    def met(self, seeker: int, other: int) -> tuple[str, ...]:
        """Return what one seeks that the other offers, in the order of the alphabet."""
        return tuple(sorted(self.sought[seeker] & self.offered[other]))

    def shared(self, tags: frozenset[str]) -> NDArray[np.float64]:
        """Return for each person which share of some tags they offer, 0 to 1."""
        many = max(len(tags), 1)
        return np.array([len(tags & offered) / many for offered in self.offered])

    def fit(self) -> NDArray[np.float64]:
        """Return how well each two people fit, as a table: the mean of both ways.

        One way is the share of what one seeks that the other offers, so that 1 is: each has all
        that the other seeks. Who seeks nothing adds 0.
        """
        words = sorted(set().union(*self.offered, *self.sought))
        place = {word: at for at, word in enumerate(words)}
        offered, sought = (
            np.zeros((len(self.offered), max(len(words), 1)), dtype=np.float32) for _ in range(2)
        )
        for table, tags in ((offered, self.offered), (sought, self.sought)):
            for person, said in enumerate(tags):
                table[person, [place[word] for word in said]] = 1.0
        met = sought @ offered.T / np.maximum(sought.sum(axis=1), 1.0)[:, None]
        both: NDArray[np.float64] = ((met + met.T) / 2).astype(np.float64)
        return both


def tags_of(people: People) -> Tags:
    """Return what people say they offer and seek; nothing where there are no such columns.

    A cell holds tags between semicolons, commas or bars; capitals and blanks around do not count.
    """
    columns = []
    for name in (OFFERS, SEEKS):
        cells = people.attributes.get(name, (None,) * len(people))
        columns.append(tuple(tags_in(cell) for cell in cells))
    return Tags(*columns)


def tags_in(cell: str | None) -> frozenset[str]:
    """Return the tags of one cell.

    Examples
    --------
    >>> sorted(tags_in("Grant writing; evaluation,"))
    ['evaluation', 'grant writing']
    """
    said = (" ".join(tag.split()).lower() for tag in BETWEEN_TAGS.split(cell or ""))
    return frozenset(tag for tag in said if tag)
