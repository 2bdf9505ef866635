"""Shares and names as they read in a suggestion: in words, never as a score of a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from weft.measures.words import sentence_case

SHARES = (
    (1.0, "all"),
    (0.85, "nearly all"),
    (0.6, "most"),
    (0.4, "about half"),
    (0.15, "some"),
    (0.0, "a few"),
)


def how_many(share: float) -> str:
    """Return a share above 0 in words, so that no number stands beside a person's name.

    Examples
    --------
    >>> how_many(1.0), how_many(0.7), how_many(0.01)
    ('all', 'most', 'a few')
    """
    return next(said for least, said in SHARES if share >= least)


def by_alphabet(positions: Iterable[int], names: Sequence[str], ids: Sequence[str]) -> list[int]:
    """Return people in the order of the alphabet: the order that says nothing about them.

    Examples
    --------
    >>> by_alphabet([0, 1, 2], ["ben", "Ana", "Ana"], ["b", "a2", "a1"])
    [2, 1, 0]
    """
    return sorted(positions, key=lambda i: (names[i].casefold(), ids[i]))


def called(name: str) -> str:
    """Return what somebody is called in a sentence; a number alone would read as a count.

    Examples
    --------
    >>> called("Ana"), called("7")
    ('Ana', 'person 7')
    """
    return f"person {name}" if name.isdigit() else name


def pair_named(a: str, b: str) -> str:
    """Return two people as the heading of what is proposed about them.

    Examples
    --------
    >>> pair_named("Ana", "Ben"), pair_named("7", "Ben")
    ('Ana and Ben', 'Person 7 and Ben')
    """
    return sentence_case(f"{called(a)} and {called(b)}")


def one_stop(text: str) -> str:
    """Return a sentence that ends once, also where a name such as "Ana B." stands at its end.

    Examples
    --------
    >>> one_stop("Cy is tied to Ana B.. Ask Cy.")
    'Cy is tied to Ana B. Ask Cy.'
    """
    return re.sub(r"\.\.(?=\s|$)", ".", text)
