"""The text of a GML file as lists of keys and values, without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.network import InvalidDataError, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r'[ \t\r\n\x0b\x0c]*(?:(?P<key>[A-Za-z_][0-9A-Za-z_]*)|"(?P<text>[^"]*)"'
    r"|(?P<number>[-+]?[0-9.][0-9.eE+-]*|[-+]?(?:INF|NAN)\b)|(?P<open>\[)|(?P<close>\])"
    r"|#[^\r\n]*|(?P<end>\Z))"
)
NEW_LINE = re.compile(r"\r\n|\r|\n")
ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][0-9A-Za-z]{1,31}));")
TO_BE_WRITTEN = re.compile(r'[^ -~]|[&"]')
NAMED = {"&": "&amp;", '"': "&quot;"}
HIGHEST_SIGN = 0x10FFFF
DEEPEST = 32
NO_NUMBERS = frozenset({"INF", "NAN"})


@dataclass(slots=True)
class Entries:
    """A list of a GML file: keys with values, which are text or lists, and where it begins.

    Attributes
    ----------
    start : int
        The position in the text.
    keys : list of str
    values : list of (str or Entries)
    row : int
        The line on which it begins.
    """

    start: int
    keys: list[str] = field(default_factory=list)
    values: list[str | Entries] = field(default_factory=list)
    row: int = 0

    def text(self, key: str) -> str | None:
        """Return the first value of a key, where that is no list."""
        for its, value in zip(self.keys, self.values, strict=True):
            if its == key and isinstance(value, str):
                return value
        return None

    def lists(self, key: str) -> list[Entries]:
        """Return the lists under a key."""
        pairs = zip(self.keys, self.values, strict=True)
        return [value for its, value in pairs if its == key and isinstance(value, Entries)]


def entries_in(text: str, origin: str) -> Entries:
    """Return what a file holds.

    Raises
    ------
    InvalidDataError
        If it is no GML, is cut off or is nested more than 32 lists deep.

    Examples
    --------
    >>> whole = entries_in('graph [ node [ id 1 label "R&amp;D" ] ]', "a.gml")
    >>> whole.lists("graph")[0].lists("node")[0].values
    ['1', 'R&D']
    """
    whole = Entries(0)
    stack, every = [whole], []
    now, key = whole, None
    for kind, value, start in _tokens(text, origin):
        if kind == "close" and key is None and len(stack) > 1:
            stack.pop()
            now = stack[-1]
        elif key is None:
            if kind != "key":
                raise _wrong(text, start, origin, "a key, such as node or edge")
            key = value
        elif kind == "open":
            now.keys.append(key)
            inner = Entries(start)
            now.values.append(inner)
            every.append(inner)
            stack.append(inner)
            now, key = inner, None
            if len(stack) > DEEPEST:
                raise _wrong(text, start, origin, f"at most {DEEPEST} lists within lists")
        elif kind in {"text", "number"} or value in NO_NUMBERS:
            now.keys.append(key)
            now.values.append(unescaped(value) if kind == "text" else value)
            key = None
        else:
            raise _wrong(text, start, origin, f"a value of the key {quoted(key)}")
    if key is not None:
        raise _wrong(text, len(text), origin, f"a value of the key {quoted(key)}")
    if len(stack) > 1:
        raise _wrong(text, now.start, origin, "a bracket that closes this one")
    _give_rows(text, every)
    return whole


def _tokens(text: str, origin: str) -> Iterator[tuple[str, str, int]]:
    """Yield the kind, the text and the position of each token but blanks and comments."""
    at, end, match = 0, len(text), TOKEN.match
    while at < end:
        found = match(text, at)
        if found is None:
            where = at + len(text[at:]) - len(text[at:].lstrip())
            expected = "a key, a number, text between quotes, or a bracket"
            raise _wrong(text, where, origin, expected)
        at = found.end()
        kind = found.lastgroup
        if kind is not None and kind != "end":
            yield kind, found.group(kind), found.start(kind)


def _give_rows(text: str, every: list[Entries]) -> None:
    """Give each list the line on which it begins; they stand in the order of the text."""
    new_lines = [found.end() for found in NEW_LINE.finditer(text)]
    row, most = 0, len(new_lines)
    for entries in every:
        while row < most and new_lines[row] <= entries.start:
            row += 1
        entries.row = row + 1


def _wrong(text: str, at: int, origin: str, expected: str) -> InvalidDataError:
    row = 1 + len(NEW_LINE.findall(text, 0, at))
    rest = text[at : at + 80].split("\n", maxsplit=1)[0].rstrip()
    problem = Problem(
        kind="no-gml",
        origin=origin,
        row=row,
        found=quoted(rest) if rest else "the end of the file",
        expected=expected,
        mend="Export the file again, or correct it here.",
    )
    return InvalidDataError([problem])


def escaped(text: str) -> str:
    r"""Return text in the signs that a GML file may hold between quotes.

    Examples
    --------
    >>> escaped('Bö & "Co"\n')
    'B&#246; &amp; &quot;Co&quot;&#10;'
    """
    return TO_BE_WRITTEN.sub(lambda sign: NAMED.get(sign.group(), f"&#{ord(sign.group())};"), text)


def unescaped(text: str) -> str:
    """Return text with signs in place of their names and numbers.

    Examples
    --------
    >>> unescaped("B&#246; &amp;amp; AT&T &nonsense; &#xe9;")
    'Bö &amp; AT&T &nonsense; é'
    """
    return ENTITY.sub(_sign, text) if "&" in text else text


NO_SIGN = -1


def _sign(found: re.Match[str]) -> str:
    from html.entities import name2codepoint

    decimal, hexadecimal, name = found.groups()
    if name:
        number = {"apos": 39, **name2codepoint}.get(name, NO_SIGN)
    else:
        number = int(decimal) if decimal else int(hexadecimal, 16)
    is_sign = 0 <= number <= HIGHEST_SIGN and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_sign else found.group()
