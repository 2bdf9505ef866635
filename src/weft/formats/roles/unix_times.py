"""Times counted in seconds since 1970, as computers keep them."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from weft.network import Columns, Notice

EARLIEST, LATEST = 100_000_000, 10_000_000_000
"""March 1973 and the year 2286, in seconds: a number outside these is no such time."""


def are_unix_times(cells: pa.Array) -> bool:
    """Return whether every cell can be a time in seconds since 1970.

    Examples
    --------
    >>> are_unix_times(pa.array(["1082040961"])), are_unix_times(pa.array(["2004", "7"]))
    (True, False)
    """
    if not len(cells) or cells.null_count:
        return False
    try:
        seconds = pc.min_max(pc.cast(cells, pa.float64()))
    except pa.ArrowInvalid:
        return False
    return bool(seconds["min"].as_py() >= EARLIEST and seconds["max"].as_py() < LATEST)


def with_dates_of_unix_times(ties: Columns) -> tuple[Columns, tuple[Notice, ...]]:
    """Return the ties with their dates written out, where these are times in seconds since 1970."""
    cells = ties.columns.get("date")
    if cells is None or not are_unix_times(cells):
        return ties, ()
    seconds = pc.floor(pc.cast(cells, pa.float64())).cast(pa.int64())
    written = pc.strftime(seconds.cast(pa.timestamp("s")), "%Y-%m-%dT%H:%M:%SZ")
    first, last = pc.min_max(written).as_py().values()
    text = (
        f"The times of {ties.origin} are seconds since 1970; they were read as dates from "
        f"{first[:10]} to {last[:10]}, in universal time."
    )
    notice = Notice(kind="unix-times", text=text, count=len(ties))
    return ties.having("date", written), (notice,)
