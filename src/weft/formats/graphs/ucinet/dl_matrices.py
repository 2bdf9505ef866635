"""Matrices in a DL file: full ones, and halves without direction; rows may run over line ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.graphs.ucinet.dl_tokens import words
from weft.formats.graphs.ucinet.modes import modes_of
from weft.formats.graphs.ucinet.stack import Stack
from weft.network import InvalidDataError, Notice, Problems, quoted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.formats.graphs.ucinet.dl_header import Header

MISSING = r"^(\.|na|nan)?$"
ZERO = r"^[+-]?(0+\.?0*|\.0+)([eE][+-]?\d+)?$"
NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"


@dataclass(frozen=True, slots=True)
class Block:
    """Where the cells of one matrix, and the labels among them, stand in a row of words."""

    size: int
    row_labels: NDArray[np.int64]
    column_labels: NDArray[np.int64]
    cell: NDArray[np.int64]
    row: NDArray[np.int64]
    column: NDArray[np.int64]


def stack_of_matrices(header: Header, name: str) -> Stack:
    """Return the ties in the matrices of a DL file.

    Raises
    ------
    InvalidDataError
        If there are more or fewer values than the sizes say, or one is no number.
    """
    rows, columns = _sizes(header)
    found, lines = _words_and_lines(header)
    block = _block(header, rows, columns, found, lines)
    levels = header.n_levels
    labels = _embedded(header, block, found)
    modes = modes_of(header.origin, (rows, columns), labels["rows"], labels["columns"])
    where = (block.cell + np.arange(levels)[:, None] * block.size).ravel()
    cells, at = pa.array(found, type=pa.string()).take(pa.array(where)), lines[where]
    tied, notices = _tied(header, cells, at, [modes.columns[j] for j in block.column.tolist()])
    return Stack(
        origin=header.origin,
        name=name,
        modes=modes,
        levels=header.labels.get("levels"),
        n_levels=levels,
        row=np.tile(block.row, levels)[tied],
        column=np.tile(block.column, levels)[tied],
        level=np.repeat(np.arange(levels), len(block.cell))[tied],
        weight=cells.take(pa.array(tied)),
        lines=at[tied].tolist(),
        directed=False if header.layout.endswith("half") else None,
        notices=[*header.notices, *notices],
    )


def _sizes(header: Header) -> tuple[int, int]:
    rows, columns = header.n_rows, header.n_columns
    if rows is None or columns is None:
        raise InvalidDataError([
            header.wrong(
                "no-size", None, "matrices of no size",
                "N, or NR and NC, at the top", "Write how many people there are, such as N=5.",
            )
        ])  # fmt: skip
    if rows != columns and header.layout.endswith("half"):
        raise InvalidDataError([
            header.wrong(
                "not-square", None, f"half a matrix of {rows:,} rows and {columns:,} columns",
                "as many columns as rows", "Correct NR and NC, or the layout.",
            )
        ])  # fmt: skip
    return rows, columns


def _words_and_lines(header: Header) -> tuple[list[str], NDArray[np.int64]]:
    found: list[str] = []
    counts = []
    for line in header.data.split("\n"):
        in_line = words(line)
        found += in_line
        counts.append(len(in_line))
    return found, np.repeat(np.arange(len(counts)), counts) + header.line


def _block(
    header: Header, rows: int, columns: int, found: list[str], lines: NDArray[np.int64]
) -> Block:
    """Return the plan of one matrix, once there are as many words as there should be."""
    with_row, with_column = ("rows" in header.embedded), ("columns" in header.embedded)
    off = 0 if header.diagonal or rows != columns else 1
    half = header.layout.endswith("half")
    cells = rows * (rows + 1 - 2 * off) // 2 if half else rows * (columns - off)
    size = cells + with_row * rows + with_column * columns
    if len(found) != size * header.n_levels or not cells:
        _raise_wrong_count(header, found, lines, size * header.n_levels)
    i = np.arange(rows)
    lengths = np.full(rows, columns - off)
    if half:
        lengths = i + 1 - off if header.layout == "lowerhalf" else rows - i - off
    starts = np.cumsum(lengths) - lengths
    row = np.repeat(i, lengths)
    within = np.arange(cells) - np.repeat(starts, lengths)
    column = within
    if header.layout == "upperhalf":
        column = row + within + off
    elif not half and off:
        column = within + (within >= row)
    before = with_column * columns
    return Block(
        size=size,
        row_labels=before + starts + i if with_row else i[:0],
        column_labels=np.arange(before),
        cell=before + np.arange(cells) + with_row * (row + 1),
        row=row,
        column=column,
    )


def _raise_wrong_count(
    header: Header, found: list[str], lines: NDArray[np.int64], expected: int
) -> None:
    stray = pc.match_substring_regex(pa.array(found, type=pa.string()), f"{NUMBER}|{MISSING}",
                                     ignore_case=True)  # fmt: skip
    odd = [] if header.embedded else np.flatnonzero(~np.asarray(stray))[:1].tolist()
    hint = f"; the first that is no number is {quoted(found[odd[0]])}" if odd else ""
    kind = "matrix" if header.n_levels == 1 else f"{header.n_levels:,} matrices"
    sizes = f"{header.n_rows:,} rows and {header.n_columns:,} columns"
    raise InvalidDataError(
        [
            header.wrong(
                "wrong-count",
                int(lines[odd[0]]) if odd else header.line,
                f"{len(found):,} values below “DATA:”{hint}",
                f"{expected:,}, for a {kind} ({header.layout}) of {sizes}"
                if header.n_levels == 1
                else f"{expected:,}, for {kind} ({header.layout}) of {sizes}",
                "Correct the sizes or the layout at the top, or complete the data.",
            )
        ]
    )


def _embedded(header: Header, block: Block, found: list[str]) -> dict[str, list[str] | None]:
    """Return the labels of rows and columns, from among the data where they stand there."""
    labels: dict[str, list[str] | None] = {}
    for whose, places in (("rows", block.row_labels), ("columns", block.column_labels)):
        if whose not in header.embedded:
            labels[whose] = header.labels.get(whose)
            continue
        each = [
            [found[place + k * block.size] for place in places.tolist()]
            for k in range(header.n_levels)
        ]
        if any(other != each[0] for other in each[1:]):
            raise InvalidDataError([
                header.wrong(
                    "labels-differ", None, f"other labels of {whose} in one matrix than in another",
                    "the same in every matrix", "Put them into the same order, or in two files.",
                )
            ])  # fmt: skip
        labels[whose] = each[0]
    return labels


def _tied(
    header: Header, cells: pa.Array, lines: NDArray[np.int64], columns: list[str]
) -> tuple[NDArray[np.intp], list[Notice]]:
    """Return which cells hold a tie, and a notice of those that hold nothing."""
    missing = np.asarray(pc.match_substring_regex(cells, MISSING, ignore_case=True))
    zero = np.asarray(pc.match_substring_regex(cells, ZERO))
    number = np.asarray(pc.match_substring_regex(cells, NUMBER))
    problems = Problems()
    problems.add_rows(
        "not-a-number",
        np.flatnonzero(~(missing | number)),
        lambda k: header.wrong(
            "not-a-number", int(lines[k]),
            f"{quoted(cells[k].as_py())} in the column of {quoted(columns[k % len(columns)])}",
            "a number of 0 or more, with a decimal point, or NA",
            "Write a number, or 0 for no tie.",
        ),
    )  # fmt: skip
    problems.raise_if_any()
    return np.flatnonzero(~(missing | zero)), missing_notice(header.origin, int(missing.sum()))


def missing_notice(origin: str, count: int) -> list[Notice]:
    """Return the notice of cells that hold no value."""
    if not count:
        return []
    what = "1 cell holds" if count == 1 else f"{count:,} cells hold"
    text = f"In {origin}, {what} no value (blank, a point or NA); nothing was reported there."
    return [Notice(kind="missing-values", text=text, count=count)]
