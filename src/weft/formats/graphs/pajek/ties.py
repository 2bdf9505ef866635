"""The ties of a Pajek file, from the lines of its lists and matrices."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.formats.graphs.pajek.lines import problem_at, whole_number

if TYPE_CHECKING:
    from weft.formats.graphs.pajek.content import Content, Vertices
    from weft.formats.graphs.pajek.lines import Section

TOKEN = re.compile(r'"[^"]*"?|\[[^\]]*\]?|%.*|[^\s"\[%]+', re.DOTALL)
PLAIN = re.compile(r"([0-9]{1,9})[ \t]+([0-9]{1,9})(?:[ \t]+([0-9.]+))?\Z")
OF_RELATION = re.compile(r"\s*([0-9]{1,9})\s*:")
DRAWING = frozenset(
    {"w", "c", "p", "s", "a", "ap", "l", "lp", "lr", "lphi", "lc", "la", "fos", "font"}
    | {"a1", "a2", "h1", "h2", "k1", "k2"}
)
"""How Pajek says how a line is drawn; its label is ``l``."""


@dataclass(slots=True)
class Ties:
    """Ties by column: numbers of vertices, weights and times as the file has them.

    Attributes
    ----------
    source, target : list of int
    weight, time, relation : list of (str or None)
    directed : list of bool
    rows : list of int
    labelled : int
        How many lines have a label.
    """

    source: list[int] = field(default_factory=list)
    target: list[int] = field(default_factory=list)
    weight: list[str | None] = field(default_factory=list)
    time: list[str | None] = field(default_factory=list)
    relation: list[str | None] = field(default_factory=list)
    directed: list[bool] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    labelled: int = 0

    def add(
        self,
        ends: tuple[int, int],
        weight: str | None,
        row: int,
        *,
        relation: str | None,
        directed: bool,
        time: str | None = None,
    ) -> None:
        """Add a tie."""
        self.source.append(ends[0])
        self.target.append(ends[1])
        self.weight.append(weight)
        self.time.append(time)
        self.relation.append(relation)
        self.directed.append(directed)
        self.rows.append(row)

    def add_all(self, other: Ties) -> None:
        """Add the ties of another network."""
        self.source += other.source
        self.target += other.target
        self.weight += other.weight
        self.time += other.time
        self.relation += other.relation
        self.directed += other.directed
        self.rows += other.rows
        self.labelled += other.labelled


def add_ties_of(content: Content, network: Vertices, called: dict[str, str], ties: Ties) -> None:
    """Add the ties of a network.

    Parameters
    ----------
    content : Content
        Where problems go.
    network : Vertices
    called : dict of str to str
        What each relation of the network is called, by its number; grows.
    ties : Ties
        Grows.
    """
    for section in network.ties:
        number, name = section.relation
        if number is not None:
            called[number] = name or called.get(number, number)
            name = called[number]
        directed = section.keyword in {"arcs", "arcslist"}
        if section.keyword == "matrix":
            _add_matrix(content, network, section, name, ties)
        elif section.keyword.endswith("list"):
            _add_lists(content, network, section, name, ties, directed=directed)
        else:
            _add_lines(content, network, section, (name, called), ties, directed=directed)


def _add_lines(
    content: Content,
    network: Vertices,
    section: Section,
    names: tuple[str | None, dict[str, str]],
    ties: Ties,
    *,
    directed: bool,
) -> None:
    relation, called = names
    count = network.count
    for line, row in zip(section.lines, section.rows, strict=True):
        plain = PLAIN.match(line)
        if plain:  # as nearly all lines are
            one, other = int(plain.group(1)), int(plain.group(2))
            if 0 < one <= count and 0 < other <= count:
                ties.add((one, other), plain.group(3), row, relation=relation, directed=directed)
                continue
        numbered = OF_RELATION.match(line)
        its, rest = relation, line
        if numbered:
            number = str(int(numbered.group(1)))
            its, rest = called.setdefault(number, number), line[numbered.end() :]
        tokens = TOKEN.findall(rest)
        too_many = len(tokens) > 3 and tokens[3][0].isdigit() and tokens[2].lower() not in DRAWING
        ends = _ends(content, network, [] if too_many else tokens[:2], line, row)
        if ends is not None:
            weight, time = _more(tokens[2:], ties)
            ties.add(ends, weight, row, relation=its, directed=directed, time=time)


def _more(tokens: list[str], ties: Ties) -> tuple[str | None, str | None]:
    """Return the weight and the time of a line; how it is drawn is left out."""
    comment = next((i for i, token in enumerate(tokens) if token[0] == "%"), len(tokens))
    tokens = tokens[:comment]
    time = next((token for token in tokens if token[0] == "["), None)
    ties.labelled += any(token.lower() == "l" for token in tokens[:-1])
    first = tokens[0] if tokens else "["
    return None if first[0] == "[" or first.lower() in DRAWING else first, time


def _add_lists(
    content: Content,
    network: Vertices,
    section: Section,
    relation: str | None,
    ties: Ties,
    *,
    directed: bool,
) -> None:
    """Add lines with a vertex, and all those that it has ties to."""
    for line, row in zip(section.lines, section.rows, strict=True):
        first, *others = line.split("%")[0].split()
        for other in others or [""]:
            ends = _ends(content, network, [first, other], line, row)
            if ends is None:
                break
            ties.add(ends, None, row, relation=relation, directed=directed)


def _ends(
    content: Content, network: Vertices, tokens: list[str], line: str, row: int
) -> tuple[int, int] | None:
    numbers = [whole_number(token) for token in tokens]
    if len(numbers) == 2:
        one, other = numbers
        if one and other and one <= network.count and other <= network.count:
            return one, other
    expected = f"the numbers of two vertices, from 1 to {network.count:,}, and perhaps a strength"
    mend = "Correct the numbers, or the count behind *Vertices."
    problem = problem_at(content.origin, row, "not-a-vertex", line, expected, mend)
    content.problems.add(problem)
    return None


def _add_matrix(
    content: Content, network: Vertices, section: Section, relation: str | None, ties: Ties
) -> None:
    """Add the cells of a matrix that are not 0; with two kinds of vertices, of one by the other."""
    first = network.first_mode
    height, width = (first, network.count - first) if first else (network.count, network.count)
    if len(section.lines) != height:
        found = f"{len(section.lines):,} rows"
        expected = f"a matrix of {height:,} rows of {width:,} numbers"
        mend = "Add or delete rows, or correct the count behind *Vertices."
        problem = problem_at(content.origin, section.row, "matrix-shape", found, expected, mend)
        content.problems.add(problem)
        return
    for i, (line, row) in enumerate(zip(section.lines, section.rows, strict=True), start=1):
        cells = line.split("%")[0].split()
        if len(cells) != width:
            found, expected = f"{len(cells):,} numbers", f"{width:,} numbers"
            mend = "Add or delete numbers, or correct the count behind *Vertices."
            problem = problem_at(content.origin, row, "matrix-shape", found, expected, mend)
            content.problems.add(problem)
            continue
        for j, cell in enumerate(cells, start=first + 1):
            if not _is_zero(cell):
                ties.add((i, j), cell, row, relation=relation, directed=not first)


def _is_zero(cell: str) -> bool:
    if cell == "0":
        return True
    try:
        return float(cell) == 0
    except ValueError:  # said by the check of all weights, with the line
        return False
