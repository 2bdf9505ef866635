"""Tables as a reader hands them over: columns of text with a place for error messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.network.coded import CodedColumns

TIE_COLUMNS = ("source", "target", "relation", "weight", "wave", "reporter", "date")
"""The roles a column of a tie table can have; readers rename what they find to these."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: the file, the row as a spreadsheet counts it, and the heading."""

    origin: str
    row: int
    column: str


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """A table whose cells are text, with what is needed to name a place in it.

    Attributes
    ----------
    origin : str
        The file or object it came from, as messages name it.
    columns : mapping of str to pyarrow string array
        By role; a missing cell is null. All of equal length. Those of a large plain table may be
        numbers already: see :class:`CodedColumns`.
    headings : mapping of str to str
        For each role, the heading as the file has it, for messages.
    first_row : int
        The row number of the first cell, counted as a spreadsheet does (2 after a header).
    rows : int64 array, optional
        The row number of each row, where they do not simply follow ``first_row``.
    parts : tuple of Columns
        The tables that this one was put together from, in order, where it was.
    """

    origin: str
    columns: Mapping[str, pa.Array]
    headings: Mapping[str, str] = field(default_factory=dict)
    first_row: int = 2
    rows: NDArray[np.int64] | None = None
    parts: tuple[Columns, ...] = ()

    def __len__(self) -> int:
        if isinstance(self.columns, CodedColumns):
            return self.columns.rows
        return len(next(iter(self.columns.values()))) if self.columns else 0

    @property
    def coded(self) -> CodedColumns | None:
        """The columns as numbers, where they were turned into numbers as they were read."""
        return self.columns if isinstance(self.columns, CodedColumns) else None

    def having(self, role: str, cells: pa.Array) -> Columns:
        """Return the table with other cells in one column, or with one more."""
        columns = self.columns
        if isinstance(columns, CodedColumns):
            return replace(self, columns=columns.having(role, cells))
        return replace(self, columns={**columns, role: cells})

    def heading(self, role: str) -> str:
        """Return the heading that a role has in the file."""
        return self.headings.get(role, role)

    def place(self, index: int, role: str) -> Place:
        """Return where the cell of a role in the row at ``index`` stands.

        Examples
        --------
        >>> ties = Columns("ties.csv", {"source": pa.array(["a"])}, {"source": "From"})
        >>> ties.place(0, "source")
        Place(origin='ties.csv', row=2, column='From')
        """
        for part in self.parts:
            if index < len(part):
                return part.place(index, role)
            index -= len(part)
        row = self.first_row + index if self.rows is None else int(self.rows[index])
        return Place(self.origin, row, self.heading(role))


def put_together(parts: Sequence[Columns]) -> Columns:
    """Return the rows of several tables as one; a role that a table lacks is blank there."""
    if len(parts) == 1:
        return parts[0]
    roles = list(dict.fromkeys(role for part in parts for role in part.columns))
    columns = {
        role: pa.concat_arrays(
            [part.columns.get(role, pa.nulls(len(part), pa.string())) for part in parts]
        )
        for role in roles
    }
    headings = {role: part.heading(role) for part in reversed(parts) for role in part.columns}
    origin = ", ".join(part.origin for part in parts)
    return Columns(origin, columns, headings, parts=tuple(parts))
