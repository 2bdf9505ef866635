"""The words of UCINET and NetDraw files: labels in quotes, numbers, and what neither can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from weft.formats.files.text import as_utf8

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.network import Notice

TOKEN = re.compile(r'"[^"\n]*"|[^\s,]+|(?<=,)(?=[ \t]*,)')
"""A label in quotes, a word, or nothing between two commas."""

ENTITY = re.compile(r"&#(\d{1,7});")
LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def lines_of(file: File, encoding: str | None) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a file with one kind of line end, and what was assumed of its encoding.

    Old DOS programs end a file with Control-Z; what follows it is no text.
    """
    data, notices = as_utf8(file, encoding)
    text = data.decode().replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip("\x1a\n \t") if text.rstrip().endswith("\x1a") else text, notices


def words(line: str) -> list[str]:
    r"""Return the labels and numbers of a line; an empty cell between commas is an empty word.

    Examples
    --------
    >>> words('"Ann A" 1,2 ,, 3')
    ['Ann A', '1', '2', '', '3']
    """
    if '"' not in line and "," not in line:
        return line.split()
    return [bare(word) for word in TOKEN.findall(line)]


def bare(word: str) -> str:
    """Return a label without its quotes, with the characters that stand as numbers put back.

    Examples
    --------
    >>> bare('"the &#34;elder&#34;"')
    'the "elder"'
    """
    if len(word) > 1 and word.startswith('"') and word.endswith('"'):
        word = word[1:-1]
    return unnumbered(word)


def unnumbered(label: str) -> str:
    """Return a label with the characters that stand as numbers put back."""
    return ENTITY.sub(_character, label) if "&#" in label else label


def _character(found: re.Match[str]) -> str:
    code = int(found.group(1))
    known = code <= LAST_CHARACTER and code not in SURROGATES
    return chr(code) if known else found.group()


def in_quotes(label: str) -> str:
    r"""Return a label as these programs read it: in quotes, on one line, without quotes inside.

    A quote, a line break or another control character is written by its number, and so is the
    ``&`` of a label that looks like such a number already; :func:`bare` puts them back.

    Examples
    --------
    >>> in_quotes('the "elder"')
    '"the &#34;elder&#34;"'
    """
    safe = label.replace("&#", "&#38;#")
    return '"' + "".join(f"&#{ord(c)};" if _unsafe(c) else c for c in safe) + '"'


def _unsafe(character: str) -> bool:
    return character == '"' or unicodedata.category(character) in {"Cc", "Zl", "Zp"}
