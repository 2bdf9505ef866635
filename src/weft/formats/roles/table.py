"""A table as a file holds it, before anyone has said what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from weft.network import Columns, Notice, Problem


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Table:
    """Columns of text in the order of the file.

    Attributes
    ----------
    origin : str
        The file or object, as messages name it.
    headings : tuple of str
        The first row as it stands, or invented ones where ``headed`` is false.
    columns : tuple of pyarrow string array
        All of equal length; a missing cell is null or empty.
    headed : bool
        Whether the headings are certainly headings (a frame's are; a text file's may be its first
        row of data).
    first_row : int
        The row number of the first row below the headings.
    rows : int64 array, optional
        The number of each row, where some are left out.
    notices, problems
        What reading did to the data, and what it found wrong.
    """

    origin: str
    headings: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    headed: bool = True
    first_row: int = 2
    rows: NDArray[np.int64] | None = None
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def with_first_row_as_data(self) -> Table:
        """Return the table in which what was taken for headings is the first row of data."""
        columns = tuple(
            pa.concat_arrays([pa.array([heading], type=pa.string()), column])
            for heading, column in zip(self.headings, self.columns, strict=True)
        )
        numbers = self.row_numbers
        return replace(
            self,
            headings=tuple(f"column {i}" for i in range(1, len(columns) + 1)),
            columns=columns,
            first_row=self.first_row - 1,
            rows=None if self.rows is None else np.concatenate([[self.first_row - 1], numbers]),
        )

    @property
    def row_numbers(self) -> NDArray[np.int64]:
        """The number of each row, as a spreadsheet counts it."""
        if self.rows is not None:
            return self.rows
        return np.arange(self.first_row, self.first_row + len(self), dtype=np.int64)

    def without_blank_rows(self) -> Table:
        """Return the rows in which at least one cell holds something."""
        blank = is_blank(self.columns[0]) if self.columns else None
        for column in self.columns[1:]:
            if not pc.any(blank).as_py():
                return self
            blank = pc.and_(blank, is_blank(column))
        if blank is None or not pc.any(blank).as_py():
            return self
        keep = pc.invert(blank)
        return replace(
            self,
            columns=tuple(column.filter(keep) for column in self.columns),
            rows=self.row_numbers[np.asarray(keep)],
        )

    def named(self, roles: dict[str, int]) -> Columns:
        """Return the columns that have a role, under the name of the role."""
        return Columns(
            self.origin,
            {role: self.columns[i] for role, i in roles.items()},
            {role: self.headings[i] for role, i in roles.items()},
            first_row=self.first_row,
            rows=self.rows,
        )


def is_blank(column: pa.Array) -> pa.Array:
    """Return which cells hold nothing, or nothing but blank space."""
    return pc.fill_null(pc.or_(pc.utf8_is_space(column), pc.equal(column, "")), fill_value=True)
