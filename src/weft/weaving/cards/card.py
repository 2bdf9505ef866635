"""One card: a thing worth doing, on a piece of paper that fits a pocket."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing worth doing, as it is printed on a card and handed to those who could do it.

    A card is 95 by 66 millimetres. Texts of up to about 180 letters fit; longer ones make the
    card, and its neighbour, taller.

    Attributes
    ----------
    title : str
        What to do, in a few words.
    who : tuple of str
        The names of those whom it is about, in the order in which they are to be read.
    reason : str
        Why, in one sentence.
    how : str
        How to go about it; may be empty.
    wrong_if : str
        What would make it wrong, in one sentence that can stand after "Wrong if:"; may be empty.
    blanks : tuple of str
        What people fill in by hand, such as ``"Done on"``: each gets a line to write on.

    Examples
    --------
    >>> Card(title="Say hello", who=("Ana", "Ben"), reason="Ana and Ben know three in common.").who
    ('Ana', 'Ben')
    """

    title: str
    who: tuple[str, ...]
    reason: str
    how: str = ""
    wrong_if: str = ""
    blanks: tuple[str, ...] = ()
