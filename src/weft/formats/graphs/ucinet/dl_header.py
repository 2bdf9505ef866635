"""The commands at the top of a UCINET DL file: sizes, layout and labels, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from weft.formats.graphs.ucinet.dl_tokens import TOKEN, bare
from weft.network import InvalidDataError, Notice, Problem, quoted

LAYOUTS = {
    "fullmatrix": "fullmatrix", "fm": "fullmatrix", "full": "fullmatrix",
    "upperhalf": "upperhalf", "uh": "upperhalf", "lowerhalf": "lowerhalf", "lh": "lowerhalf",
    "edgelist1": "edgelist1", "edgelist": "edgelist1", "el1": "edgelist1",
    "edgelist2": "edgelist2", "el2": "edgelist2",
    "edgearray1": "edgearray1", "edgearray": "edgearray1", "edgearray2": "edgearray2",
    "nodelist1": "nodelist1", "nodelist": "nodelist1", "nl1": "nodelist1",
    "nodelist2": "nodelist2", "nl2": "nodelist2",
    "nodelist1b": "nodelist1b", "nodelist2b": "nodelist2b",
    "rankedlist1": "rankedlist1", "rankedlist": "rankedlist1", "rankedlist2": "rankedlist2",
}  # fmt: skip
"""What a file may call the layout of its data, and what it is."""

COMMAND = re.compile(
    r"""(?P<size>n[rcm]?)\s*=\s*(?P<count>\d+)
    | format\s*[=:]?\s*(?P<layout>[a-z]\w*)
    | diagonal\s*[=:]?\s*(?P<diagonal>present|absent)
    | (?:(?P<whose>row|col|column|matrix|level|page)\s+)?labels?(?:[ \t]*:?[ \t]*
      (?P<embedded>embedded)\b)?(?:\s*:)?
    | (?P<data>data(?:\s*:|[ \t]*(?=\n)))""",
    re.IGNORECASE | re.VERBOSE,
)
NEXT_COMMAND = re.compile(
    rf"""n[rcm]?\s*=\s*\d | format\s*[=:] | format\s+(?:{"|".join(LAYOUTS)})\b
    | diagonal\s*(?:[=:]|present|absent) | data\s*:
    | (?:row|col|column|matrix|level|page)\s+labels?[ \t]*(?::|embedded\b|(?=\n))
    | labels?[ \t]*(?::|embedded\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What ends a list of labels: a command that cannot be a label."""

START = re.compile(r"[\s\ufeff]*dl(?=[\s,])", re.IGNORECASE)
APART = re.compile(r"[\s,]*")
MOST_DIGITS = 12
WHOSE = {"": "rows", "row": "rows", "col": "columns", "column": "columns", "matrix": "levels",
         "level": "levels", "page": "levels"}  # fmt: skip


@dataclass(slots=True)
class Header:
    """What the commands of a file say.

    Attributes
    ----------
    sizes : dict of str to int
        ``n``, ``nr``, ``nc`` and ``nm``, as far as they are said.
    layout : str
        How the data stand there.
    diagonal : bool
        Whether matrices hold their diagonal.
    labels : dict of str to list of str
        Of the ``rows``, ``columns`` and ``levels``, as far as they are said.
    embedded : set of str
        Of which of these the labels stand among the data.
    data, line : str, int
        The data, and the line of the file in which they begin.
    """

    origin: str
    sizes: dict[str, int] = field(default_factory=dict)
    layout: str = "fullmatrix"
    diagonal: bool = True
    labels: dict[str, list[str]] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)
    data: str = ""
    line: int = 1
    notices: list[Notice] = field(default_factory=list)

    @property
    def n_rows(self) -> int | None:
        """How many rows there are, if the file says so."""
        return self._size("nr", "rows")

    @property
    def n_columns(self) -> int | None:
        """How many columns there are, if the file says so."""
        return self._size("nc", "columns")

    @property
    def n_levels(self) -> int:
        """How many matrices there are."""
        return max(1, self.sizes.get("nm", len(self.labels.get("levels", []))))

    def _size(self, command: str, whose: str) -> int | None:
        said = self.sizes.get(command, self.sizes.get("n"))
        labels = self.labels.get(whose) or self.labels.get("rows")
        return said if said is not None else len(labels) if labels else None

    def wrong(self, kind: str, line: int | None, found: str, expected: str, mend: str) -> Problem:
        """Return a problem of this file."""
        return Problem(
            kind=kind, origin=self.origin, row=line, found=found, expected=expected, mend=mend
        )


def header_of(text: str, origin: str) -> Header:
    """Return what the commands of a DL file say, and its data.

    Raises
    ------
    InvalidDataError
        If a command is unknown, or there are no data.
    """
    header = Header(origin)
    start = START.match(text)
    where = start.end() if start else 0
    lists: dict[str, str] = {}
    while True:
        where = _after(APART, text, where)
        found = COMMAND.match(text, where)
        if found is None:
            raise InvalidDataError([_not_a_command(header, text, where)])
        if found["data"]:
            break
        where = _obeyed(header, found, lists)
    header.data, header.line = text[found.end() :], text.count("\n", 0, found.end()) + 1
    _counted(header, lists)
    return header


def _obeyed(header: Header, found: re.Match[str], lists: dict[str, str]) -> int:
    """Take over what a command says, and return where the next one may begin."""
    where, whose = found.end(), (found["whose"] or "").lower()
    if found["size"]:
        header.sizes[found["size"].lower()] = int(found["count"][: MOST_DIGITS + 1])
    elif found["layout"]:
        line = found.string.count("\n", 0, where) + 1
        header.layout = _layout(header, found["layout"], line)
    elif found["diagonal"]:
        header.diagonal = found["diagonal"].lower() == "present"
    elif found["embedded"]:
        header.embedded |= {WHOSE[whose]} if whose else {"rows", "columns"}
    else:
        labels, where, lists[WHOSE[whose]] = _labels(found.string, where)
        header.labels[WHOSE[whose]] = labels
        if not whose:
            header.labels["columns"], lists["columns"] = labels, lists["rows"]
    return where


def _after(pattern: re.Pattern[str], text: str, where: int) -> int:
    found = pattern.match(text, where)
    return found.end() if found else where


def _layout(header: Header, word: str, line: int) -> str:
    known = LAYOUTS.get(word.lower())
    if known is None:
        raise InvalidDataError([
            header.wrong(
                "unknown-layout", line, f"the layout {quoted(word)}",
                "one that Weft reads: fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, "
                "edgearray1, nodelist1, nodelist2, nodelist1b, rankedlist1",
                "Open the data in UCINET and export them as DL with the layout fullmatrix.",
            )
        ])  # fmt: skip
    return known


def _labels(text: str, where: int) -> tuple[list[str], int, str]:
    """Return the labels up to the next command, where that stands, and the text in between."""
    begin = where
    labels: list[str] = []
    while True:
        where = _after(APART, text, where)
        token = TOKEN.match(text, where)
        if token is None or NEXT_COMMAND.match(text, where):
            return labels, where, text[begin:where]
        labels.append(bare(token.group()))
        where = token.end()


def _counted(header: Header, lists: dict[str, str]) -> None:
    """Check that there are as many labels as the sizes say.

    Where there are not, labels of several words without quotes may stand one a line.
    """
    sizes = {"rows": header.n_rows, "columns": header.n_columns, "levels": header.n_levels}
    if header.embedded:  # then the data may name more than the list does
        sizes = {"levels": sizes["levels"]}
    for whose, size in sizes.items():
        labels = header.labels.get(whose)
        if labels is None or size is None or len(labels) == size:
            continue
        lines = [bare(part.strip()) for part in re.split(r"[\n,]", lists[whose]) if part.strip()]
        if len(lines) == size:
            header.labels[whose] = lines
            text = f"Labels without quotes were read one a line: {quoted(lines[0])} and so on."
            notice = Notice(kind="labels-by-line", text=text, count=size)
            if notice.kind not in {said.kind for said in header.notices}:
                header.notices.append(notice)
            continue
        raise InvalidDataError([
            header.wrong(
                "labels-missing", None, f"{len(labels):,} labels of {whose}",
                f"{size:,}, as the sizes at the top say",
                "Write a label for each, in quotes where it holds a space, or correct the size.",
            )
        ])  # fmt: skip


def _not_a_command(header: Header, text: str, where: int) -> Problem:
    line = text.count("\n", 0, where) + 1
    token = TOKEN.match(text, where)
    if token is None:
        return header.wrong(
            "no-data", None, "a DL file without “DATA:”", "the data below that word",
            "Check that the export finished, or write “DATA:” in the line above the data.",
        )  # fmt: skip
    return header.wrong(
        "unknown-command", line, quoted(token.group()),
        "a command: N, NR, NC, NM, FORMAT, DIAGONAL, LABELS or DATA",
        "Correct the word, or write “DATA:” in the line above the data.",
    )  # fmt: skip
