"""Lists of Siena: a line for each tie with ego, alter, value and wave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.plain.spaced import WHOLE_NUMBER, rows_at_the_beginning
from weft.formats.plain.squares import WORDS, Codes, said_of_codes, siena_values
from weft.formats.tables import Tables
from weft.network import Columns, InvalidDataError, Problem

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table

LIST = ("source", "target", "weight", "wave")
MOST_DIGITS = 2
"""How many digits the number of a wave has at most."""


def looks_like_list(file: File) -> bool:
    """Return whether a text begins with rows of ego, alter, value and wave."""
    rows = rows_at_the_beginning(file.head)
    return bool(rows) and all(
        len(row) == len(LIST)
        and all(WHOLE_NUMBER.fullmatch(cell) for cell in row)
        and row[2].decode() in WORDS
        and len(row[3]) <= MOST_DIGITS
        for row in rows
    )


def ties_in_list(table: Table, name: str, codes: Codes, actors: int | None = None) -> Tables:
    """Return the ties in rows of ego, alter, value and wave.

    Parameters
    ----------
    table : Table
        With its first row as headings.
    name : str
        What to call the network.
    codes : Codes
        What stands for a missing answer and for a tie.
    actors : int, optional
        How many people there are; otherwise those who stand in a row.
    """
    whole = table.with_first_row_as_data()
    if len(whole.columns) != len(LIST):
        raise InvalidDataError([_other_width(table)])
    ties = whole.named({role: i for i, role in enumerate(LIST)})
    value, marked = siena_values(ties.columns["weight"], codes)
    keep = pc.invert(pc.or_(marked["missing"], marked["10"]))
    everyone = [ties.columns["source"], ties.columns["target"]]
    ids = pc.unique(pa.concat_arrays(everyone))
    if actors is not None:
        ids = pa.array([str(i) for i in range(1, actors + 1)])
    counts = {kind: pc.sum(where).as_py() or 0 for kind, where in marked.items()}
    columns = {role: column.filter(keep) for role, column in ties.columns.items()}
    columns["weight"] = value.filter(keep)
    return Tables(
        name=name,
        ties=replace(ties, columns=columns, rows=whole.row_numbers[np.asarray(keep)]),
        people=Columns(table.origin, {"id": ids}),
        waves=tuple(pc.unique(ties.columns["wave"]).to_pylist()),
        notices=(*table.notices, *said_of_codes(table.origin, counts)),
        problems=table.problems,
    )


def _other_width(table: Table) -> Problem:
    return Problem(
        kind="unequal-row",
        origin=table.origin,
        row=table.first_row - 1,
        found=f"{len(table.headings)} columns",
        expected="four: who reports, about whom, the value and the wave",
        mend="Check that this is a list as Siena reads it.",
    )
