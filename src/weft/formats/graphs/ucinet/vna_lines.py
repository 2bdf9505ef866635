"""The sections of a VNA file: headings and cells, apart by spaces, tabs or commas."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from weft.formats.graphs.ucinet.dl_tokens import unnumbered
from weft.formats.roles.edges import MOST_COLUMNS, too_many_columns
from weft.network import InvalidDataError, Notice, Problem, Problems, quoted

SECTION = re.compile(r"\s*\*\s*(node|tie)[\s_]*(data|properties)\s*$", re.IGNORECASE)
ANY_SECTION = re.compile(r"\s*\*\s*[a-z]", re.IGNORECASE)
COMMENT = re.compile(r"\s*(?://|%)")
QUOTED = r'"[^"]*(?:""[^"]*)*"'
CELLS = {
    " ": re.compile(rf"{QUOTED}|\S+"),
    "\t": re.compile(rf"\t|{QUOTED}|[^\t]+"),
    ",": re.compile(rf",|{QUOTED}|[^,]+"),
}

NODES, LOOKS, TIES = "node data", "node properties", "tie data"


@dataclass(slots=True)
class Section:
    """A section of a VNA file: its headings, and its cells with the lines they stand in."""

    origin: str
    headings: list[str] = field(default_factory=list)
    apart: str = " "
    cells: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    short: int = 0

    def column(self, place: int) -> list[str | None]:
        """Return a column; a blank cell is None."""
        return [cells[place] or None for cells in self.cells]

    def line(self, text: str, number: int) -> Problem | None:
        """Take over a line, the first as headings; return what is wrong with it."""
        if not self.headings:
            outside = re.sub(QUOTED, "", text)
            self.apart = "\t" if "\t" in outside else "," if "," in outside else " "
            self.headings = split(text, self.apart)
            if len(self.headings) > MOST_COLUMNS:
                return too_many_columns(self.origin, len(self.headings), number)
            return self._repeated(number)
        wanted = len(self.headings)
        each = [split(text, apart) for apart in dict.fromkeys((self.apart, "\t", " "))]
        cells = next((found for found in each if len(found) == wanted), each[0])
        if len(cells) > wanted:
            return Problem(
                kind="ragged-row",
                origin=self.origin,
                row=number,
                found=f"{len(cells):,} cells",
                expected=f"{wanted:,}, one below each heading",
                mend="Write what holds a space in quotes.",
            )
        self.short += len(cells) < wanted
        self.cells.append(cells + [""] * (wanted - len(cells)))
        self.lines.append(number)
        return None

    def _repeated(self, number: int) -> Problem | None:
        twice = [h for h, times in Counter(self.headings).items() if times > 1]
        if not twice:
            return None
        return Problem(
            kind="repeated-heading",
            origin=self.origin,
            row=number,
            found=f"the heading {quoted(twice[0])} twice",
            expected="a heading of its own for each column",
            mend="Rename one of the two columns.",
        )


def split(line: str, apart: str) -> list[str]:
    r"""Return the cells of a line; quotes hold together what belongs together.

    Examples
    --------
    >>> split('1 "Ann A" ""', " "), split('1\t"Ann A"\t\tx', "\t")
    (['1', 'Ann A', ''], ['1', 'Ann A', '', 'x'])
    """
    found = CELLS[apart].findall(line)
    if apart == " ":
        return [_cell(cell) for cell in found]
    cells = [""]
    for part in found:
        if part == apart:
            cells.append("")
        else:
            cells[-1] += part
    return [_cell(cell.strip()) for cell in cells]


def _cell(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return unnumbered(cell[1:-1].replace('""', '"'))
    return unnumbered(cell)


def sections_of(text: str, origin: str) -> tuple[dict[str, Section], list[Notice]]:
    """Return the sections of a VNA file by name, and notices of what is left out.

    Raises
    ------
    InvalidDataError
        If a line has more cells than there are headings, or a heading stands twice.
    """
    sections: dict[str, Section] = {}
    unknown: list[str] = []
    problems = Problems()
    section: Section | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        title = SECTION.match(line)
        if title is not None:
            name = f"{title.group(1)} {title.group(2)}".lower()
            section = sections.setdefault(name, Section(origin))
        elif ANY_SECTION.match(line):
            unknown.append(line.strip())
            section = None
        elif section is not None and line.strip() and not COMMENT.match(line):
            wrong = section.line(line, number)
            if wrong is not None:
                problems.add(wrong)
    if problems.kept():
        raise InvalidDataError(problems.kept())
    return sections, [*_unknown(origin, unknown), *_short(origin, sections)]


def _unknown(origin: str, unknown: list[str]) -> list[Notice]:
    if not unknown:
        return []
    text = f"Sections of {origin} that were left out: {', '.join(map(quoted, unknown[:10]))}."
    return [Notice(kind="sections-left-out", text=text, count=len(unknown))]


def _short(origin: str, sections: dict[str, Section]) -> list[Notice]:
    count = sum(section.short for section in sections.values())
    if not count:
        return []
    text = f"{count:,} lines of {origin} have fewer cells than headings; the last ones were blank."
    return [Notice(kind="short-lines", text=text, count=count)]
