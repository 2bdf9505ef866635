"""The lines of a Pajek file by section, and the signs that Pajek writes as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from weft.network import Problem, quoted

SECTION = re.compile(r"\*\s*([A-Za-z]+)[ \t]*(.*)", re.DOTALL)
NUMBERED = re.compile(r"\s*:\s*([0-9]{1,9})\b")
WRITTEN_AS_NUMBER = re.compile(r"&#(\d{1,7});")
TO_BE_WRITTEN = re.compile(r'["\x00-\x1f\x7f-\x9f\u2028\u2029]|&(?=#)|^[ \xa0]|[ \xa0]$')
HIGHEST_SIGN = 0x10FFFF
BLANKS = " \t\x0b\x0c\x1a\xa0"
"""With the end-of-file sign of DOS, and the blank that does not break."""


@dataclass(slots=True)
class Section:
    """A line that begins with ``*``, and the lines below it.

    Attributes
    ----------
    keyword, rest : str
        ``arcs`` and ``:1 "trusts"``; before the first section both are empty.
    row : int
        The line of the heading.
    lines, rows
        What stands below, without blank lines and comments, and on which lines.
    comments : list of str
        Comments, without the percent sign.
    """

    keyword: str
    rest: str
    row: int
    lines: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What stands behind the keyword, without quotes."""
        text = self.rest.strip(BLANKS)
        if len(text) > 1 and text[0] == text[-1] == '"':
            text = text[1:-1].strip(" \t")
        return unescaped(text)

    @property
    def relation(self) -> tuple[str | None, str | None]:
        """The number and the name that stand behind the keyword of a list of ties."""
        numbered = NUMBERED.match(self.rest)
        text = self.rest[numbered.end() :] if numbered else self.rest
        quoted_name = re.match(r'\s*"([^"]*)"', text)
        name = quoted_name.group(1) if quoted_name else text.split("%")[0]
        number = str(int(numbered.group(1))) if numbered else None
        return number, unescaped(name.strip(" \t")) or None


def sections_of(text: bytes) -> list[Section]:
    r"""Return the sections of a file; the first holds what stands before any heading.

    Examples
    --------
    >>> [(s.keyword, s.relation, s.lines) for s in sections_of(b'%\n*Arcs :1 "likes"\r\n1 2')]
    [('', (None, None), []), ('arcs', ('1', 'likes'), ['1 2'])]
    """
    found = [Section("", "", 0)]
    now = found[0]
    for row, raw in enumerate(text.splitlines(), start=1):
        line = raw.decode().strip(BLANKS)
        if not line:
            continue
        if line[0] == "%":
            now.comments.append(line[1:].strip(BLANKS))
        elif line[0] == "*":
            heading = SECTION.match(line)
            keyword, rest = heading.groups() if heading else (line[1:].strip(BLANKS), "")
            now = Section(keyword.lower(), rest, row)
            found.append(now)
        else:
            now.lines.append(line)
            now.rows.append(row)
    return found


def whole_number(token: str) -> int | None:
    """Return a number of at most nine digits; None for anything else.

    Examples
    --------
    >>> whole_number("12"), whole_number("-1"), whole_number("9" * 5000)
    (12, None, None)
    """
    plain = token.isascii() and token.isdigit() and len(token) <= 9
    return int(token) if plain else None


def escaped(text: str) -> str:
    r"""Return text as it may stand between quotes on one line.

    Examples
    --------
    >>> escaped('Bob "the elder"\n&#38;')
    'Bob &#34;the elder&#34;&#10;&#38;#38;'
    """
    return TO_BE_WRITTEN.sub(lambda sign: f"&#{ord(sign.group())};", text)


def unescaped(text: str) -> str:
    """Return text with signs in place of their numbers, as Pajek writes them.

    Examples
    --------
    >>> unescaped("R&#38;D &#353; AT&T &#x; &#9999999;")
    'R&D š AT&T &#x; &#9999999;'
    """
    if "&#" not in text:
        return text
    return WRITTEN_AS_NUMBER.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    number = int(found.group(1))
    is_sign = 0 < number <= HIGHEST_SIGN and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_sign else found.group()


def problem_at(origin: str, row: int, kind: str, found: str, expected: str, mend: str) -> Problem:
    """Return a problem with a line of the file; what was found is quoted."""
    return Problem(
        kind=kind, origin=origin, row=row, found=quoted(found), expected=expected, mend=mend
    )
