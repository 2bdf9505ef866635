"""The records of introductions: who was offered whom, who was held out by lot, what came of it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.formats.files.file import opened
from weft.formats.objects.frames import is_frame, table_of_frame, table_of_mapping
from weft.formats.plain.delimited import table_in
from weft.formats.roles.table import Table
from weft.network import Columns, InvalidDataError, InvalidRequestError, Problem, Problems, quoted
from weft.network.people import NO, UNDECLARED, YES
from weft.network.people_table import WORDS
from weft.network.waves import in_order

RecordsLike: TypeAlias = Any
"""A frame, a path to a table, a mapping of columns or a list of mappings."""

NEEDED = ("a", "b", "held_out")
STEPS = ("accepted_a", "accepted_b", "met", "acted")
"""What may be recorded of a pair after it was chosen: yes, no, or blank for not known."""

States = NDArray[np.int8]
"""Yes, no or not said, as in a people table."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Records:
    """Pairs that were chosen for an introduction, one row each.

    Attributes
    ----------
    table : Columns
        The cells as they came, for messages.
    a, b : tuple of str
        The ids of the two.
    introducer : tuple of (str or None)
        Who was to introduce them; None where nobody was.
    held_out : bool array, shape (n,)
        Whom the lot kept from being introduced.
    rounds : tuple of str
        In the order of time.
    round : int array, shape (n,)
        The position of each row's round in ``rounds``.
    steps : mapping of str to int8 array
        Those of ``STEPS`` that are recorded.
    """

    table: Columns
    a: tuple[str, ...]
    b: tuple[str, ...]
    introducer: tuple[str | None, ...]
    held_out: NDArray[np.bool_]
    rounds: tuple[str, ...]
    round: NDArray[np.intp]
    steps: Mapping[str, States]

    def __len__(self) -> int:
        return len(self.a)

    def step(self, name: str) -> States:
        """Return what is recorded of a step; not said where it is not recorded at all."""
        return self.steps.get(name, np.full(len(self), UNDECLARED, dtype=np.int8))

    @property
    def accepted(self) -> States:
        """Whether both accepted: no as soon as one did not, yes if both did."""
        return both_of(self.step("accepted_a"), self.step("accepted_b"))

    @property
    def made(self) -> NDArray[np.bool_]:
        """Which introductions were made: offered, and as far as is known not declined or missed."""
        no = (self.accepted == NO) | (self.step("met") == NO)
        made: NDArray[np.bool_] = ~(self.held_out | no)
        return made


def both_of(one: States, other: States) -> States:
    """Return what two answers come to together.

    Examples
    --------
    Yes and yes is yes; yes and blank is not known; blank and no is no:

    >>> both_of(np.array([1, 1, -1]), np.array([1, -1, 0])).tolist()
    [1, -1, 0]
    """
    no = (one == NO) | (other == NO)
    return np.where(no, NO, np.where((one == YES) & (other == YES), YES, UNDECLARED))


def records_of(source: RecordsLike, needed: Sequence[str] = NEEDED) -> Records:
    """Return records from a frame, a path, a mapping of columns or a list of mappings.

    Parameters
    ----------
    source : Introductions, frame, path, mapping of columns or list of mappings
    needed : sequence of str
        The columns that have to be there. Without ``held_out`` nobody was held out.

    Raises
    ------
    InvalidDataError
        With every cell that cannot be meant: where it stands, what was expected, what to do.
    InvalidRequestError
        For something that holds no records at all.
    """
    columns = _columns(_table(source))
    problems = Problems()
    for name in needed:
        if name not in columns.columns:
            problems.add(_missing(columns, name))
    problems.raise_if_any()
    a, b = (_ids(columns, name, problems) for name in ("a", "b"))
    _refuse_oneself(columns, a, b, problems)
    held_out = np.zeros(len(a), dtype=np.int8)
    if "held_out" in columns.columns:
        held_out = _states(columns, "held_out", problems, blank=False)
    steps = {name: _states(columns, name, problems) for name in STEPS if name in columns.columns}
    problems.raise_if_any()
    said = [text or "" for text in _texts(columns, "round")]
    rounds = in_order(said) if said else ()
    return Records(
        table=columns,
        a=a,
        b=b,
        introducer=tuple(_texts(columns, "introducer")),
        held_out=held_out == YES,
        rounds=rounds,
        round=np.array([rounds.index(name) for name in said], dtype=np.intp),
        steps=steps,
    )


def records_together(sources: Sequence[RecordsLike]) -> list[dict[str, str | None]]:
    """Return the introductions that were made, of several records: who, and who introduced them.

    Pairs that were held out are in it as well, but nobody introduced them.
    """
    rows = []
    for records in (records_of(source, needed=("a", "b")) for source in sources):
        ends = zip(records.a, records.b, records.introducer, records.made, strict=True)
        rows += [{"a": a, "b": b, "introducer": who if made else None} for a, b, who, made in ends]
    return rows


def _table(source: RecordsLike) -> Table:
    if isinstance(source, str | os.PathLike) or hasattr(source, "read"):
        return table_in(opened(source))
    if hasattr(source, "to_frame") and hasattr(source, "__arrow_c_stream__"):
        return table_of_frame(source.to_frame())
    if is_frame(source):
        return table_of_frame(source)
    if isinstance(source, Mapping):
        return table_of_mapping(source, "the records")
    if isinstance(source, Sequence) and all(isinstance(row, Mapping) for row in source):
        names = list(dict.fromkeys(name for row in source for name in row)) or list(NEEDED)
        columns = {name: [row.get(name) for row in source] for name in names}
        return table_of_mapping(columns, "the records")
    message = (
        f"The records are a {type(source).__name__}; expected a frame, the path of a table, or a "
        "list with a mapping for each pair, as weft.introductions gives them."
    )
    raise InvalidRequestError(message)


def _columns(table: Table) -> Columns:
    if table.problems:
        raise InvalidDataError(table.problems)
    named: dict[str, int] = {}
    for i, heading in enumerate(table.headings):
        named.setdefault("_".join(heading.strip().casefold().split()), i)
    return table.named(named)


def _missing(columns: Columns, name: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=columns.origin,
        found=f"the columns {', '.join(columns.headings.values()) or 'none'}",
        expected=f"a column “{name}”",
        mend="Keep the records as weft.introductions gives them: a, b, introducer, held_out.",
    )


def _texts(columns: Columns, name: str) -> list[str | None]:
    """Return the cells of a column without blanks around; None where there is nothing."""
    cells = columns.columns.get(name, pa.nulls(len(columns), pa.string())).to_pylist()
    return [(cell.strip() or None) if cell else None for cell in cells]


def _ids(columns: Columns, name: str, problems: Problems) -> tuple[str, ...]:
    """Return a column of ids, exactly as they stand; a blank one is a problem."""
    cells = columns.columns[name].to_pylist()
    blank = np.flatnonzero([not cell for cell in cells])
    problems.add_rows(
        "empty-cell",
        blank,
        lambda row: wrong(columns, row, name, "empty-cell", "the id of a person", "Fill it in."),
    )
    return tuple(cell or "" for cell in cells)


def _refuse_oneself(
    columns: Columns, a: Sequence[str], b: Sequence[str], problems: Problems
) -> None:
    same = np.flatnonzero([bool(one) and one == other for one, other in zip(a, b, strict=True)])
    mend = "Correct the id, or delete the row."
    problems.add_rows(
        "same-person",
        same,
        lambda row: wrong(columns, row, "b", "same-person", "another person than a", mend),
    )


def _states(columns: Columns, name: str, problems: Problems, *, blank: bool = True) -> States:
    words = [(cell or "").lower() for cell in _texts(columns, name)]
    states = np.array([WORDS.get(word, UNDECLARED) for word in words], dtype=np.int8)
    unfit = [i for i, word in enumerate(words) if word not in WORDS or not (word or blank)]
    expected = "yes or no (also true/false, 1/0" + (", or blank for not known)" if blank else ")")
    problems.add_rows(
        "not-yes-or-no",
        np.array(unfit, dtype=np.intp),
        lambda row: wrong(columns, row, name, "not-yes-or-no", expected, "Correct the cell."),
    )
    return states


def wrong(columns: Columns, row: int, name: str, kind: str, expected: str, mend: str) -> Problem:
    """Return the problem of one cell of the records."""
    place = columns.place(row, name)
    cell = columns.columns[name][row].as_py()
    return Problem(
        kind=kind,
        origin=place.origin,
        row=place.row,
        column=place.column,
        found=quoted(cell) if cell else "nothing",
        expected=expected,
        mend=mend,
    )
