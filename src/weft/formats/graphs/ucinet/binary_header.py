"""The header of a pair of UCINET files: sizes, kind of numbers and labels, in binary.

Read from real files and from public readers of them; there is no description by the makers. All
numbers are little-endian: the length of the version (one byte) and the version (``V6404``, or
``DATE:`` of older programs), five numbers of two bytes (year, month, day, weekday, kind of
labels), the kind of the cells (one byte), the number of dimensions (two bytes), the dimensions
(columns, rows, matrices; four bytes each, two in older files), the title after its length (one
byte), for each dimension whether it has labels (one byte), and the labels after their length in
bytes (two bytes): UTF-16, or one byte a character in older files.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from weft.network import InvalidDataError, Problem, quoted

VERSIONS = {b"\x05V6404": "V6404", b"\x05DATE:": "DATE:"}
CELLS = {1: "u1", 2: "u1", 3: "i1", 4: "<u2", 5: "<i2", 6: "<i4", 7: "<f4", 9: "<f8"}
"""Kinds of cells by their number there; real files hold 7, and 1 or 2 in older ones."""

DATES = 10
TWO, THREE = 2, 3


@dataclass(frozen=True, slots=True)
class UcinetHeader:
    """What the header says: how large the matrices are, of what numbers, and all labels."""

    rows: int
    columns: int
    levels: int
    cell: np.dtype[np.generic]
    row_labels: list[str] | None
    column_labels: list[str] | None
    level_labels: list[str] | None

    @property
    def n_cells(self) -> int:
        """How many numbers there are in the file beside this one."""
        return self.rows * self.columns * self.levels


class Bytes:
    """The bytes of a header, taken one after the other."""

    def __init__(self, origin: str, data: bytes) -> None:
        self.origin, self.data, self.at = origin, data, 0

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        if self.at + count > len(self.data):
            raise InvalidDataError(
                [
                    self.wrong(
                        "damaged", f"a header that ends after {len(self.data):,} bytes", "more"
                    )
                ]
            )
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self, size: int) -> int:
        """Return the next number of so many bytes."""
        return int.from_bytes(self.take(size), "little")

    def label(self, *, wide: bool) -> str:
        """Return the next label."""
        raw = self.take(self.number(2))
        if wide:
            return raw.decode("utf-16-le", errors="replace").rstrip()
        try:
            return raw.decode("cp1252").rstrip()
        except UnicodeDecodeError:
            return raw.decode("latin-1").rstrip()

    def wrong(self, kind: str, found: str, expected: str) -> Problem:
        """Return a problem of this file."""
        mend = "Open the data in UCINET and save them again, or export them as DL."
        return Problem(kind=kind, origin=self.origin, found=found, expected=expected, mend=mend)


def ucinet_header(origin: str, data: bytes) -> UcinetHeader:
    """Return what a UCINET header says.

    Raises
    ------
    InvalidDataError
        If it is of another version, ends early, or holds other data than matrices of numbers.
    """
    content = Bytes(origin, data)
    version = VERSIONS.get(content.take(6))
    if version is None:
        found = f"a header that begins with {quoted(data[:6].decode('latin-1'))}"
        expected = "one of UCINET 6 (V6404) or of an older version (DATE:)"
        raise InvalidDataError([content.wrong("unknown-version", found, expected)])
    wide = version == "V6404"
    content.take(DATES)
    kind = content.number(1)
    if kind not in CELLS:
        raise InvalidDataError(
            [content.wrong("unknown-cells", f"cells of the kind {kind}", "a matrix of numbers")]
        )
    dimensions = content.number(2)
    if dimensions not in {TWO, THREE}:
        raise InvalidDataError(
            [content.wrong("unknown-shape", f"data of {dimensions} dimensions", "matrices")]
        )
    sizes = [content.number(4 if wide else 2) for _ in range(dimensions)]
    content.take(content.number(1))  # the title
    labelled = [content.number(1) > 0 for _ in sizes]
    labels = [
        [content.label(wide=wide) for _ in range(size)] if has else None
        for size, has in zip(sizes, labelled, strict=True)
    ]
    sizes, labels = [*sizes, 1][:THREE], [*labels, None][:THREE]
    return UcinetHeader(
        rows=sizes[1],
        columns=sizes[0],
        levels=sizes[2],
        cell=np.dtype(CELLS[kind]),
        row_labels=labels[1],
        column_labels=labels[0],
        level_labels=labels[2],
    )
