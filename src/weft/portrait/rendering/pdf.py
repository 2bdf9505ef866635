"""The portrait as a tagged PDF, set by typst with the font that ships in the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from weft.formats.files.whole import written_whole
from weft.measures.words import without_commands
from weft.portrait.rendering.pages import pages

if TYPE_CHECKING:
    import typst

    from weft.portrait.portrait import Portrait

HERE = Path(__file__).parent
NOT_IN_THE_FONT = "could not be displayed with font"
"""What typst says of a letter that no font it was given can draw."""


def to_pdf(portrait: Portrait, path: str | None = None) -> bytes:
    """Return the portrait as a PDF for people and screen readers (PDF/UA-1).

    The same portrait gives the same bytes. Letters that the bundled fonts lack are looked for in
    those of the machine.

    Parameters
    ----------
    portrait : Portrait
    path : str, optional
        Where to write it as well; the file appears whole or not at all.

    Returns
    -------
    bytes
    """
    text = json.dumps(_clean(pages(portrait)), ensure_ascii=False, allow_nan=False)
    pdf = _set(text)
    if path is not None:
        written_whole({path: pdf})
    return pdf


def _clean(printed: object) -> object:
    """Return what is printed without the characters that no page can show."""
    if isinstance(printed, dict):
        return {key: _clean(value) for key, value in printed.items()}
    if isinstance(printed, list):
        return [_clean(value) for value in printed]
    return without_commands(printed)


def _set(text: str) -> bytes:
    """Return the typeset pages: with the bundled fonts, else with the machine's, else with gaps."""
    import typst

    for machine in (False, True):
        try:
            return _compiled(text, machine=machine, standards=["ua-1"])
        except typst.TypstError as error:
            if NOT_IN_THE_FONT not in str(error.message):
                raise
    return _compiled(text, machine=True, standards=[])


def _compiled(text: str, *, machine: bool, standards: list[typst.PDFStandard]) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=machine, font_paths=[HERE / "fonts"])
    compiler = typst.Compiler(
        HERE / "portrait.typ", font_paths=fonts, sys_inputs={"portrait": text}
    )
    # The time is fixed: the clock has no say in what a portrait looks like.
    pdf = compiler.compile(format="pdf", pdf_standards=standards, timestamp=0)
    if not isinstance(pdf, bytes):
        message = "typst gave no PDF"
        raise TypeError(message)
    return pdf
