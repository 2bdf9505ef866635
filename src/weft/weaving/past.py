"""Introductions made before, from whatever table they are kept in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from weft.network import InvalidRequestError


def rows_of(records: object) -> list[dict[str, Any]]:
    """Return the rows of a table of introductions: each at least with ``a`` and ``b``.

    Parameters
    ----------
    records : path of a CSV file, frame, anything that speaks Arrow, or mappings one after another

    Raises
    ------
    InvalidRequestError
        For a row without ``a`` or ``b``.
    """
    rows = [dict(row) for row in _read(records)]
    for at, row in enumerate(rows, start=1):
        for column in ("a", "b"):
            if row.get(column) in (None, ""):
                message = (
                    f"Row {at} of the introductions made before has nothing in column {column!r}; "
                    f"expected the id of a person. The columns are {', '.join(map(str, row))}."
                )
                raise InvalidRequestError(message)
        row |= {column: str(row[column]) for column in ("a", "b")}
    return rows


def _read(records: Any) -> Iterable[Mapping[str, Any]]:  # noqa: ANN401  (any table)
    if isinstance(records, str | Path):
        import csv

        with Path(records).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    if hasattr(records, "__arrow_c_stream__"):
        import pyarrow as pa

        table: list[dict[str, Any]] = pa.table(records).to_pylist()
        return table
    if isinstance(records, Iterable) and not hasattr(records, "columns"):
        return records
    import narwhals as nw

    frame: Iterable[Mapping[str, Any]] = nw.from_native(records, eager_only=True).rows(named=True)
    return frame


def made_by(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return how many of the introductions each person made, by id."""
    made: dict[str, int] = {}
    for row in rows:
        if (who := row.get("introducer")) not in (None, ""):
            made[str(who)] = made.get(str(who), 0) + 1
    return made
