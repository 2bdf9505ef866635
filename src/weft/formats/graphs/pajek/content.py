"""What stands in a Pajek file: networks, and values of their vertices."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.formats.graphs.pajek.lines import Section, problem_at, unescaped, whole_number
from weft.network import InvalidDataError, Notice, Problem, Problems, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

TIES = frozenset({"arcs", "edges", "arcslist", "edgeslist", "matrix"})
VALUES = frozenset({"partition", "vector"})
MEANT = TIES | {"network", "vertices", "events"}
LEFT_OUT = frozenset({"permutation", "cluster", "hierarchy"})
VERTEX = re.compile(r'\s*([0-9]{1,9})(?:\s+(?:"([^"]*)"|([^\s"]\S*)))?(.*)\Z', re.DOTALL)
NUMBER = re.compile(r"[+-]?[0-9.]+([eE][+-]?[0-9]+)?\s*\Z")
MEND_OF_VALUES = (
    "A list of classes or values (.clu, .vec) says something of people by their position, and "
    "nothing of ties: put it and the network into one project in Pajek (File, Pajek Project File, "
    "Save), and read that; or give a table of people with their ids."
)
MOST_UNLISTED, UNLISTED_PER_LINE = 100_000, 10


@dataclass(slots=True)
class Vertices:
    """A network of a file: its vertices, and the lists of its ties.

    Attributes
    ----------
    name : str
    count, first_mode : int
        How many vertices there are, and how many of them are of the first of two kinds (0 where
        there is one kind).
    labels : dict of int to str
    rows : dict of int to int
        On which line each vertex is listed.
    timed : int
        How many vertices say when they were there.
    ties : list of Section
    """

    name: str
    row: int
    count: int = 0
    first_mode: int = 0
    labels: dict[int, str] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    timed: int = 0
    known: bool = False
    ties: list[Section] = field(default_factory=list)

    def unlike(self, other: Vertices) -> str | None:
        """Return how the vertices differ from those of another network; None where they do not."""
        for mine, its in ((self.count, other.count), (self.first_mode, other.first_mode)):
            if mine != its:
                return f"{mine:,} vertices, not {its:,}"
        for number in sorted({*self.labels, *other.labels}):
            label, its_label = self.labels.get(number, ""), other.labels.get(number, "")
            if label != its_label:
                return f"vertex {number:,} is {quoted(label)}, not {quoted(its_label)}"
        return None


@dataclass(slots=True)
class Values:
    """A partition or vector: a value for each vertex, by position, and comments on them."""

    heading: Section
    cells: Section
    comments: Sequence[str]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.heading.name or self.heading.keyword


@dataclass(slots=True)
class Content:
    """Everything in a file that is read, what is left out, and what is wrong."""

    origin: str
    networks: list[Vertices] = field(default_factory=list)
    values: list[Values] = field(default_factory=list)
    comments: Sequence[str] = ()
    problems: Problems = field(default_factory=Problems)
    notices: list[Notice] = field(default_factory=list)


def content_of(origin: str, sections: Sequence[Section]) -> Content:
    """Return the networks and values of a file.

    Raises
    ------
    InvalidDataError
        If it holds events in time, or a number of vertices that cannot be.
    """
    content = Content(origin, comments=sections[0].comments)
    if _is_one_list_of_values(sections):
        raise InvalidDataError([_bare_values(content, sections[1])])
    if sections[0].lines:
        content.problems.add(_without_heading(content, sections[0]))
    lines = sum(len(section.lines) + 1 for section in sections)
    owner: Section | None = None  # whose vertices come next
    skipped: dict[str, int] = {}
    for section in sections[1:]:
        word = section.keyword
        heading = section if word in VALUES else owner
        if heading is not None and word in VALUES | {"vertices"}:
            _add_values(content, heading, section)
        elif word in MEANT:
            _add_to_networks(content, section, lines)
        else:
            skipped[word] = skipped.get(word, 0) + 1
        if word != "vertices":
            owner = section if word in VALUES | LEFT_OUT else None
    if skipped:
        content.notices.append(_skipped(origin, skipped))
    return content


def _add_to_networks(content: Content, section: Section, lines: int) -> None:
    """Add what a section says of a network: its name, its vertices, or ties of it."""
    if section.keyword == "events":
        raise InvalidDataError([_events(content, section)])
    if section.keyword == "network":
        content.networks.append(Vertices(section.name, section.row))
    elif section.keyword == "vertices":
        _add_vertices(content, section, lines)
    else:
        _add_ties(content, section)


def _add_values(content: Content, heading: Section, cells: Section) -> None:
    """Add a partition or vector; what else has vertices of its own is left out."""
    if heading.keyword in VALUES and cells.lines:  # else the values stand below *Vertices
        comments = [*heading.comments, *cells.comments]
        content.values.append(Values(heading, cells, comments))


def _add_ties(content: Content, section: Section) -> None:
    if content.networks and content.networks[-1].known:
        content.networks[-1].ties.append(section)
        return
    problem = problem_at(
        content.origin, section.row, "no-vertices", f"*{section.keyword.capitalize()}",
        "a line such as *Vertices 12 before the ties",
        "Add the line, with the number of vertices.",
    )  # fmt: skip
    content.problems.add(problem)


def _add_vertices(content: Content, section: Section, lines: int) -> None:
    """Add the vertices of a network; a list of them without a name begins another network."""
    if not content.networks or content.networks[-1].known:
        content.networks.append(Vertices("", section.row))
    network = content.networks[-1]
    network.known = True
    counts = [whole_number(token) for token in section.rest.split("%")[0].split()[:2]]
    count = counts[0] if counts else None
    if not count or count > max(MOST_UNLISTED, UNLISTED_PER_LINE * lines):
        raise InvalidDataError([_no_such_count(content, section, lines)])
    first = counts[1] if len(counts) > 1 else 0
    if first is None or first > count:
        raise InvalidDataError([_no_such_count(content, section, lines)])
    network.count, network.first_mode = count, first if first < count else 0
    for line, row in zip(section.lines, section.rows, strict=True):
        _add_vertex(content, network, line, row)


def _add_vertex(content: Content, network: Vertices, line: str, row: int) -> None:
    found = VERTEX.match(line)
    number = int(found.group(1)) if found else 0
    if found is None or not 0 < number <= network.count:
        expected = f"the number of a vertex, from 1 to {network.count:,}, and its label"
        mend = "Correct the number, or the count behind *Vertices."
        problem = problem_at(content.origin, row, "not-a-vertex", line, expected, mend)
    elif number in network.rows:
        expected = f"each vertex once; {number} stands on line {network.rows[number]:,} already"
        mend = "Delete one of the two lines, or correct its number."
        problem = problem_at(content.origin, row, "repeated-vertex", line, expected, mend)
    elif found.group(4).lstrip().startswith('"'):
        expected, mend = "a label between two quotes", "Close the quotes."
        problem = problem_at(content.origin, row, "unclosed-quotes", line, expected, mend)
    else:
        network.rows[number] = row
        label = found.group(2) if found.group(2) is not None else found.group(3) or ""
        if found.group(2) is None and label.startswith(("[", "%")):
            label = ""
        network.timed += "[" in (found.group(4) if label else line).split("%")[0]
        network.labels[number] = unescaped(label.strip(" \t"))
        return
    content.problems.add(problem)


def _is_one_list_of_values(sections: Sequence[Section]) -> bool:
    """Return whether this is a file .clu or .vec: a number for each vertex, and no ties."""
    if [section.keyword for section in sections[1:]] != ["vertices"] or not sections[1].lines:
        return False
    lines = sections[1].lines
    numbers = [str(i) for i in range(1, len(lines) + 1)]
    return lines != numbers and all(NUMBER.match(line) for line in lines)


def _bare_values(content: Content, section: Section) -> Problem:
    return problem_at(
        content.origin, section.rows[0], "no-ties", section.lines[0],
        "ties, not one number for each vertex", MEND_OF_VALUES,
    )  # fmt: skip


def _without_heading(content: Content, section: Section) -> Problem:
    return problem_at(
        content.origin, section.rows[0], "no-vertices", section.lines[0],
        "a line such as *Vertices 12 first",
        "Add that line, if these are vertices or ties. " + MEND_OF_VALUES,
    )  # fmt: skip


def _events(content: Content, section: Section) -> Problem:
    return problem_at(
        content.origin, section.row, "time-events", "*Events",
        "ties, as *Arcs, *Edges or *Matrix",
        "Weft does not read events in time (.tim): open the file in Pajek, generate the network "
        "(Network, Temporal Network, Generate in Time) and save that.",
    )  # fmt: skip


def _no_such_count(content: Content, section: Section, lines: int) -> Problem:
    expected = (
        "the number of vertices, perhaps followed by how many of them are of the first kind; the "
        f"file has {lines:,} lines"
    )
    found = f"*Vertices {section.rest}".strip()
    mend = "Correct the number."
    return problem_at(content.origin, section.row, "vertex-count", found, expected, mend)


def _skipped(origin: str, skipped: dict[str, int]) -> Notice:
    words = ", ".join(f"*{word.capitalize()}"[:40] for word in list(skipped)[:10])
    text = f"Parts of {origin} that were left out: {words}."
    return Notice(kind="sections-left-out", text=text, count=sum(skipped.values()))
