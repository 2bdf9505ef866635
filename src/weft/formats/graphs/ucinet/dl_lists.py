"""Lists of ties in a DL file: edges, nodes with all they name, nodes in order of preference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.graphs.ucinet.dl_matrices import MISSING, NUMBER, ZERO, missing_notice
from weft.formats.graphs.ucinet.dl_tokens import words
from weft.formats.graphs.ucinet.modes import Modes, by_position, checked, modes_of
from weft.formats.graphs.ucinet.stack import Stack
from weft.network import InvalidDataError, Notice, Problem, Problems, quoted

if TYPE_CHECKING:
    from weft.formats.graphs.ucinet.dl_header import Header

NEXT_MATRIX = "!"
MOST_PEOPLE = 5_000_000
"""More than Weft holds; without this a number at the top could fill the memory."""

MOST_MATRICES = 30_000

IS_MISSING = re.compile(MISSING, re.IGNORECASE)
IS_ZERO = re.compile(ZERO)
IS_NUMBER = re.compile(NUMBER)


class Ends:
    """The people on one side of the ties: by number, by label, or as they come."""

    def __init__(self, header: Header, whose: str, size: int | None) -> None:
        self.labels = list(header.labels.get(whose, []))
        self.given = bool(self.labels)
        if self.given:
            checked(header.origin, whose.removesuffix("s"), self.labels)
        self.place = {label: i for i, label in enumerate(self.labels)}
        self.embedded = bool(header.embedded)
        self.size = size
        self.largest = 0

    def of(self, word: str) -> int | None:
        """Return where somebody stands; None where there is nobody of that number or label."""
        if self.embedded:
            return self.place.setdefault(word, len(self.place))
        if word.isascii() and word.isdigit() and len(word) < len(str(MOST_PEOPLE)) + 1:
            number = int(word)
            if 0 < number <= (self.size or MOST_PEOPLE):
                self.largest = max(self.largest, number)
                return number - 1
        return self.place.get(word)

    @property
    def expected(self) -> str:
        """What may stand here."""
        most = f"{self.size:,}" if self.size else "the number of people"
        return f"a number from 1 to {most}" + (", or one of the labels" if self.given else "")

    def found(self) -> list[str] | None:
        """Return the labels of everyone, or None where people have numbers only."""
        return list(self.place) if self.embedded or self.given else None

    def count(self) -> int:
        """Return how many there are."""
        return len(self.place) if self.place else self.size or self.largest


class Lists:
    """The ties of a list, gathered line by line."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.two = header.layout.removesuffix("b").endswith("2")
        self.apart = self.two or header.n_rows != header.n_columns or (
            header.labels.get("rows") != header.labels.get("columns")
        )  # fmt: skip
        self.rows = Ends(header, "rows", header.n_rows)
        self.columns = Ends(header, "columns", header.n_columns) if self.apart else self.rows
        self.ties: list[tuple[int, int, int, str, int]] = []
        self.problems = Problems()
        self.level = self.missing = self.in_order = 0

    def line(self, found: list[str], number: int) -> None:
        """Take over the ties in one line."""
        layout = self.header.layout
        if layout.startswith("edgearray"):
            self._array(found, number)
        elif layout.startswith("edgelist"):
            self._edge(found, number)
        elif layout.endswith("b"):
            self._counted(found, number)
        else:
            self._named(found, number)

    def _edge(self, found: list[str], number: int) -> None:
        if len(found) not in {2, 3}:
            self._odd(number, f"{len(found):,} words", "two people and perhaps a value")
            return
        self._tie(found[0], found[1], found[2] if len(found) > 2 else "1", number)

    def _array(self, found: list[str], number: int) -> None:
        values = self.header.n_levels
        if len(found) != 2 + values:
            expected = f"two people and {values:,} values, one for each matrix"
            self._odd(number, f"{len(found):,} words", expected)
            return
        for self.level, value in enumerate(found[2:]):
            if not IS_ZERO.match(value):
                self._tie(found[0], found[1], value, number)

    def _named(self, found: list[str], number: int) -> None:
        ranked = self.header.layout.startswith("ranked")
        self._end(self.rows, found[0], number)
        for rank, word in enumerate(found[1:], start=1):
            self._tie(found[0], word, str(rank) if ranked else "1", number)

    def _counted(self, found: list[str], number: int) -> None:
        self.in_order += 1
        if found[0] != str(len(found) - 1):
            expected = "how many follow in this line, and then these"
            self._odd(number, f"{quoted(found[0])} before {len(found) - 1:,} words", expected)
            return
        rows = self.header.labels.get("rows", [])
        own = rows[self.in_order - 1] if self.in_order <= len(rows) else str(self.in_order)
        self._end(self.rows, own, number)
        for word in found[1:]:
            self._tie(own, word, "1", number)

    def _tie(self, source: str, target: str, value: str, number: int) -> None:
        row, column = self._end(self.rows, source, number), self._end(self.columns, target, number)
        if IS_MISSING.match(value):
            self.missing += 1
        elif row is not None and column is not None:
            self.ties.append((row, column, self.level, value, number))

    def _end(self, ends: Ends, word: str, number: int) -> int | None:
        place = ends.of(word)
        if place is None:
            self.problems.add(
                self.header.wrong(
                    "unknown-person", number, quoted(word), ends.expected,
                    "Correct it or the size at the top; write LABELS EMBEDDED above DATA where "
                    "people stand there by their labels.",
                )
            )  # fmt: skip
        return place

    def _odd(self, number: int, found: str, expected: str) -> None:
        mend = "Correct the line or the layout; write labels that hold a space in quotes."
        self.problems.add(self.header.wrong("odd-line", number, found, expected, mend))


def stack_of_lists(header: Header, name: str) -> Stack:
    """Return the ties in the lists of a DL file; a line with ``!`` begins the next matrix.

    Raises
    ------
    InvalidDataError
        If a line is not what the layout says, or names somebody who is not there.
    """
    _small_enough(header)
    lists = Lists(header)
    for number, line in enumerate(header.data.split("\n"), start=header.line):
        found = words(line)
        if found == [NEXT_MATRIX]:
            lists.level, lists.in_order = lists.level + 1, 0
        elif found:
            lists.line(found, number)
    lists.problems.raise_if_any()
    modes = _modes(lists)
    row, column, level, weight, lines = zip(*lists.ties, strict=True) if lists.ties else [()] * 5
    notices = [*header.notices, *missing_notice(header.origin, lists.missing), *_unlike(lists)]
    if header.layout.startswith("ranked"):
        text = (
            f"The ties in {header.origin} are ranks: 1 stands for the first choice. Weft takes a "
            "larger number for a stronger tie."
        )
        notices.append(Notice(kind="ranks", text=text, count=len(row)))
    return Stack(
        origin=header.origin,
        name=name,
        modes=modes,
        levels=_levels(header, max(level, default=0) + 1),
        n_levels=max(header.n_levels, max(level, default=0) + 1),
        row=np.array(row, dtype=np.int64),
        column=np.array(column, dtype=np.int64),
        level=np.array(level, dtype=np.int64),
        weight=pa.array(weight, type=pa.string()),
        lines=lines,
        notices=notices,
    )


def _modes(lists: Lists) -> Modes:
    rows, columns = lists.rows, lists.columns
    if not lists.apart:
        ids = rows.found() or by_position(rows.count())
        checked(lists.header.origin, "row", ids)
        return Modes(ids, ids)
    size = (rows.count(), columns.count())
    return modes_of(lists.header.origin, size, rows.found(), columns.found(), always_two=lists.two)


def _levels(header: Header, found: int) -> list[str] | None:
    """Return what the matrices are called; those beyond the labels by their number."""
    levels = header.labels.get("levels")
    more = range(len(levels or []) + 1, found + 1)
    return levels and [*levels, *(f"matrix {k}" for k in more)]


def _unlike(lists: Lists) -> list[Notice]:
    """Return a notice where the data name more or fewer people than the file says there are."""
    said, found = lists.rows.size, lists.rows.count()
    if not lists.rows.embedded or said is None or said == found:
        return []
    text = (
        f"{lists.header.origin} says that there are {said:,} people and names {found:,}; those "
        "who are named were read."
    )
    return [Notice(kind="size-differs", text=text, count=abs(said - found))]


def _small_enough(header: Header) -> None:
    problems: list[Problem] = [
        header.wrong(
            "too-many", None, f"{command.upper()}={size:,}", f"at most {most:,}",
            "Correct the sizes at the top.",
        )
        for command, size in header.sizes.items()
        if size > (most := MOST_MATRICES if command == "nm" else MOST_PEOPLE)
    ]  # fmt: skip
    if problems:
        raise InvalidDataError(problems)
