"""Tables as a reader hands them over: columns of text with a place for error messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

TIE_COLUMNS = ("source", "target", "relation", "weight", "wave", "reporter", "date")
"""The roles a column of a tie table can have; readers rename what they find to these."""


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """A table whose cells are text, with what is needed to name a place in it.

    Attributes
    ----------
    origin : str
        The file or object it came from, as messages name it.
    columns : mapping of str to pyarrow string array
        By role; a missing cell is null. All of equal length.
    headings : mapping of str to str
        For each role, the heading as the file has it, for messages.
    first_row : int
        The row number of the first cell, counted as a spreadsheet does (2 after a header).
    """

    origin: str
    columns: Mapping[str, pa.Array]
    headings: Mapping[str, str] = field(default_factory=dict)
    first_row: int = 2

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def heading(self, role: str) -> str:
        """Return the heading that a role has in the file."""
        return self.headings.get(role, role)
