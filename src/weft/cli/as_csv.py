"""CSV as every command prints it: no cell is one that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any


def as_csv(kind: type[Any], rows: Sequence[Any]) -> bytes:
    """Return rows of one dataclass as CSV with a heading; a reason is its sentence.

    Parameters
    ----------
    kind : dataclass
        Its fields are the columns, also where there are no rows.
    rows : sequence of that dataclass
    """
    import pyarrow as pa

    from weft.formats.plain.written import delimited_bytes

    columns = {
        field.name: pa.array([_cell(getattr(row, field.name)) for row in rows], type=pa.string())
        for field in fields(kind)
    }
    return delimited_bytes(pa.table(columns), ",")


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(str(one) for one in value)
    return str(getattr(value, "text", value))
