"""Cards on one self-contained page: no script, no request, eight to a sheet of A4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from weft.measures.words import without_commands
from weft.network import InvalidRequestError, UnknownNameError
from weft.weaving.cards.card import Card

if TYPE_CHECKING:
    from jinja2 import Template

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "why": "Why",
                "how": "How",
                "wrong_if": "Wrong if",
                "empty": "There is no card here: nothing is suggested.",
                "made": "Made with Weft. Each card is a suggestion: whoever is named on it may "
                "say no, and need not say why.",
            }
        )
    }
)
"""What a page says besides its cards, in each language that it can be made in."""


def cards_page(cards: Iterable[Card], *, heading: str, note: str = "", language: str = "en") -> str:
    """Return cards as one page of HTML, to read on a phone or to print and cut out.

    On paper eight cards share a sheet of A4, in two columns of four, and no card is torn between
    two sheets. The page holds no script and asks for nothing from elsewhere; whatever the data
    hold is shown as text.

    Parameters
    ----------
    cards : iterable of Card
        In the order in which they are to stand.
    heading : str
        What the cards are about.
    note : str
        A sentence below the heading, such as what was left out.
    language : str
        Of the page's own words: ``"en"``.

    Returns
    -------
    str
        The page. Without cards it says so.

    Raises
    ------
    InvalidRequestError
        For an empty heading.
    UnknownNameError
        For a language that Weft has no words in.

    Notes
    -----
    Cost: linear in the number of cards.

    Examples
    --------
    >>> card = Card(title="Say hello", who=("Ana", "Ben"), reason="Both know Cy & Di.")
    >>> page = cards_page([card], heading="This month")
    >>> "Say hello</h2>" in page, "Both know Cy &amp; Di." in page
    (True, True)
    """
    if not heading.strip():
        message = "The heading of a page of cards is empty; say what the cards are about."
        raise InvalidRequestError(message)
    if language not in WORDS:
        raise UnknownNameError("language", language, tuple(WORDS))
    return _template().render(
        cards=tuple(cards), heading=heading, note=note, language=language, words=WORDS[language]
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=without_commands,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("cards.html.j2")
