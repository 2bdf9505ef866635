"""A no, before it starts, to what would not fit into memory."""

from __future__ import annotations

from weft.engine import memory
from weft.network.errors import NotEnoughMemoryError

INSTEAD = (
    "Take --engine duckdb, which works from the disk, leave out relations or waves that are not "
    "needed, or use a machine with more memory."
)


def require(needed: int, what: str, instead: str = INSTEAD) -> None:
    """Refuse what would not fit.

    Parameters
    ----------
    needed : int
        Bytes, as estimated by :mod:`weft.engine.memory`.
    what : str
        What they are for, as the beginning of a sentence: ``"Reading ties.csv"``.
    instead : str
        What to do where it does not fit.

    Raises
    ------
    NotEnoughMemoryError
    """
    there = memory.lacking(needed)
    if there is not None:
        message = (
            f"{what} would take about {memory.said(needed)} of memory, and "
            f"{memory.said(there)} are free. It was not started. {instead}"
        )
        raise NotEnoughMemoryError(message)
