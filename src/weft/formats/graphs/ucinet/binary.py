"""UCINET's own data sets: two files of one name, one with the labels and one with the numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.format import Format
from weft.formats.graphs.ucinet.binary_header import VERSIONS, UcinetHeader, ucinet_header
from weft.formats.graphs.ucinet.dl_matrices import missing_notice
from weft.formats.graphs.ucinet.modes import modes_of
from weft.formats.graphs.ucinet.stack import Stack, tables_of_stack
from weft.network import InvalidDataError, Problem

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

HEADER, NUMBERS = ".##h", ".##d"
LARGEST = 1e36
"""A larger number stands for a cell without a value."""


def looks_like_ucinet(file: File) -> bool:
    """Return whether this is either of the two files of a UCINET data set."""
    if file.is_folder:
        return False
    return file.extension in {HEADER, NUMBERS} or file.head.startswith(tuple(VERSIONS))


def read_ucinet(file: File, _: Reading) -> Tables:
    """Return the ties and people in a UCINET data set; either of its two files may be named.

    Raises
    ------
    InvalidDataError
        If the other file is not there, or the two do not belong together.
    """
    header_file, numbers_file = _pair(file)
    header = ucinet_header(header_file.origin, header_file.data)
    data = numbers_file.data
    if len(data) != header.n_cells * header.cell.itemsize or not data:
        sizes = f"{header.levels:,} × {header.rows:,} × {header.columns:,}"
        raise InvalidDataError(
            [
                Problem(
                    kind="wrong-count",
                    origin=numbers_file.origin,
                    found=f"{len(data):,} bytes",
                    expected=f"{header.n_cells * header.cell.itemsize:,}, for {sizes} numbers, as "
                    f"{header_file.origin} says",
                    mend="Copy both files again from the same data set.",
                )
            ]
        )
    return tables_of_stack(_stack(file, header, data))


def _stack(file: File, header: UcinetHeader, data: bytes) -> Stack:
    cells = np.frombuffer(data, dtype=header.cell)
    missing = ~(cells < LARGEST)
    tied = np.flatnonzero((cells != 0) & ~missing)
    size = header.rows * header.columns
    level, within = np.divmod(tied, size)
    row, column = np.divmod(within, header.columns)
    given = header.row_labels, header.column_labels
    return Stack(
        origin=file.origin,
        name=file.stem,
        modes=modes_of(file.origin, (header.rows, header.columns), *given),
        levels=header.level_labels,
        n_levels=header.levels,
        row=row,
        column=column,
        level=level,
        weight=pa.array(cells[tied]).cast(pa.string()),
        notices=missing_notice(file.origin, int(missing.sum())),
    )


def _pair(file: File) -> tuple[File, File]:
    """Return the file with the labels and the file with the numbers."""
    is_header = file.head.startswith(tuple(VERSIONS)) and file.extension != NUMBERS
    is_header = is_header or file.extension == HEADER
    own, ending = (HEADER, NUMBERS) if is_header else (NUMBERS, HEADER)
    name = Path(file.origin).name
    base = name[: -len(own)] if name.lower().endswith(own) else name
    for other_ending in (ending, ending.upper()):
        other = file.beside(base + other_ending)
        if other is not None:
            return (file, other) if is_header else (other, file)
    what = "labels" if is_header else "numbers"
    raise InvalidDataError(
        [
            Problem(
                kind="half-a-pair",
                origin=file.origin,
                found=f"the {what} of a UCINET data set alone",
                expected=f"the file {base}{ending} in the same folder",
                mend="A UCINET data set is two files of one name; put both into one folder and "
                "give the path of either.",
            )
        ]
    )


UCINET = Format(
    name="ucinet",
    title="UCINET data set",
    about=(
        "The two files .##h and .##d in which UCINET keeps its data; name either, with the other "
        "beside it."
    ),
    extensions=(HEADER, NUMBERS),
    not_read=("the title and the date of the data set",),
    recognises=looks_like_ucinet,
    guarded=True,
    read=read_ucinet,
)
