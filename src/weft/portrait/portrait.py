"""What a portrait is: one data object that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.portrait.contents import Chapter, Drawing, Limit, LookAfter, Step


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Portrait:
    """The answers to the four questions, the figures behind them, and what they cannot tell.

    Attributes
    ----------
    network : mapping
        Name, people, relations used and for what, wave, answered, coverage.
    headline : str
        The two sentences a reader should leave with.
    chapters : tuple of Chapter
        Four, in the order of the questions.
    look_after : tuple of LookAfter
    next_steps : tuple of Step
    limits : tuple of Limit
    drawing : Drawing or None
        None where the network is too large to draw.
    made_with : mapping
        Version of Weft, seed and number of draws, so that it can be made again.
    """

    network: Mapping[str, object]
    headline: str
    chapters: tuple[Chapter, ...]
    look_after: tuple[LookAfter, ...]
    next_steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
    drawing: Drawing | None
    made_with: Mapping[str, str | int]

    def to_dict(self) -> dict[str, object]:
        """Return the portrait as plain data in the format ``weft.portrait/1``."""
        from weft.portrait.rendering.as_dict import as_dict

        return as_dict(self)

    def to_html(self, path: str | None = None) -> str:
        """Return the portrait as one self-contained page; also write it where a path is given."""
        from weft.portrait.rendering.html import to_html

        return to_html(self, path)

    def to_pdf(self, path: str | None = None) -> bytes:
        """Return the portrait as a tagged PDF; also write it where a path is given."""
        from weft.portrait.rendering.pdf import to_pdf

        return to_pdf(self, path)
