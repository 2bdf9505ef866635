"""Plain tables of ties, read by the compiled core from bytes to numbers in one pass.

Plain is what needs no word to anybody: UTF-8, known headings, rows as long as the headings, ids
that are there and do not begin with blank space, strengths that are numbers. In any doubt the
answer is None, and :mod:`weft.formats.plain.delimited` reads the file, with all it can say of it.
"""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.engine import core_for
from weft.formats.files.file import HEAD
from weft.formats.files.text import UTF_16
from weft.formats.plain.delimited import sheet_in, table_in
from weft.formats.roles.headings import how_many_known, plain
from weft.formats.roles.table import Table
from weft.formats.roles.tie_table import (
    DIRECTION_HEADINGS,
    SIGN_HEADING,
    note_left_out,
    roles_of,
    says_direction,
    ties_from,
)
from weft.formats.roles.unix_times import with_dates_of_unix_times
from weft.formats.tables import Reading, Tables, Tell
from weft.network import CodedColumns, Columns, WeftError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from weft._core import CsvReader
    from weft.formats.files.file import File
    from weft.network import Notice

CHUNK = 1 << 18
"""How many bytes are read at once: they stay in the processor's own memory. No row is longer."""

BEGINNING = 2 * HEAD

KINDS = {"weight": "number", "relation": "label", "wave": "label", "date": "text"}


def ties_at_once(file: File, reading: Reading) -> Tables | None:
    """Return the ties of a plain table; None where the core is not built or there is any doubt."""
    core = core_for("csv", 0)
    if core is None or reading.encoding is not None or not reading.alone:
        return None
    with file.stream() as stream:
        beginning = stream.read(BEGINNING)
        if beginning.startswith(tuple(UTF_16)):
            return None
        text = beginning.removeprefix(codecs.BOM_UTF8)
        text, delimiter, skipped = sheet_in(text)
        found = core.csv_first_row(text[:HEAD], delimiter)
        if found is None or len(beginning) - len(text) > BEGINNING - HEAD:
            return None
        headings, below = found
        table = _headings_alone(file.origin, headings, skipped)
        planned = _planned(table, reading)
        if planned is None:
            return None
        roles, kinds = planned
        ends = [roles[role] for role in ("source", "target", "reporter") if role in roles]
        reader = core.CsvReader(delimiter, kinds, ends, file.size)
        if not _took_all(reader, text[below:], stream, reading.tell, file.size):
            return None
    return _tables(file, reading, table, roles, kinds, reader)


def _headings_alone(origin: str, headings: tuple[str, ...], skipped: int) -> Table:
    nothing = pa.array([], type=pa.string())
    return Table(
        origin=origin,
        headings=headings,
        columns=(nothing,) * len(headings),
        headed=False,
        first_row=2 + skipped,
    )


def _planned(table: Table, reading: Reading) -> tuple[dict[str, int], list[str]] | None:
    """Return what each heading means, and what is to be made of its column."""
    words = [plain(heading) for heading in table.headings]
    if len(words) < 2 or not (how_many_known(table.headings) or reading.columns):
        return None
    try:
        roles = roles_of(table, reading)
    except WeftError:
        return None  # the other reader says it
    if SIGN_HEADING in words:
        return None
    kinds = ["left out" if heading.strip() else "looked at" for heading in table.headings]
    for i, word in enumerate(words):
        if word in DIRECTION_HEADINGS:
            kinds[i] = "label"
    for role, i in roles.items():
        kinds[i] = KINDS.get(role, "id")
    if len(set(roles.values())) < len(roles):
        return None
    return roles, kinds


def _took_all(
    reader: CsvReader, text: bytes, stream: BinaryIO, tell: Tell | None, size: int
) -> bool:
    """Let the reader take all bytes; return whether they were plain."""
    done = 0
    buffer = np.empty(max(CHUNK, len(text)), dtype=np.uint8)
    view = buffer.data
    kept = len(text)
    view[:kept] = text
    while True:
        more = stream.readinto(view[kept:])  # type: ignore[attr-defined]  # BinaryIO lacks it
        end = kept + more
        taken, not_plain = reader.take(buffer, 0, end, more == 0)
        if not_plain is not None or (taken == 0 and end == len(buffer)):
            return False
        if more == 0:
            return reader.rows > 0
        done += more
        if tell is not None:
            tell(done, max(done, size))
        kept = end - taken
        view[:kept] = view[taken:end]


def _tables(
    file: File,
    reading: Reading,
    table: Table,
    roles: dict[str, int],
    kinds: list[str],
    reader: CsvReader,
) -> Tables | None:
    """Return what the reader found as tables, unless it still raises a doubt."""
    weight = _weights(reader, roles["weight"]) if "weight" in roles else None
    if "weight" in roles and weight is None:
        return None
    labels = {i: reader.labels(i) for i, kind in enumerate(kinds) if kind == "label"}
    directions = [i for i in labels if plain(table.headings[i]) in DIRECTION_HEADINGS]
    if any(says_direction(pa.array(labels[i], pa.string())) for i in directions):
        return None
    reader.finish()
    origin, first_row = table.origin, table.first_row

    def read_again() -> Mapping[str, pa.Array]:
        return ties_from(table_in(file), reading, file.stem).ties.columns

    columns = CodedColumns(
        ids=reader.people(),
        ends={r: reader.codes(i) for r, i in roles.items() if kinds[i] == "id"},
        labels={
            role: (reader.codes(i).astype(np.int16), labels[i])
            for role, i in roles.items()
            if kinds[i] == "label"
        },
        weight=weight,
        texts={r: _texts(*reader.texts(i)) for r, i in roles.items() if kinds[i] == "text"},
        read_again=read_again,
    )
    ties = Columns(origin, columns, {r: table.headings[i] for r, i in roles.items()}, first_row)
    notices: list[Notice] = []
    note_left_out(_with_what_was_seen(table, kinds, reader), roles, notices)
    if plain(ties.heading("date")) != "date":
        ties, dated = with_dates_of_unix_times(ties)
        notices += dated
    return Tables(name=file.stem, ties=ties, notices=tuple(notices))


def _weights(reader: CsvReader, at: int) -> np.ndarray[tuple[int], np.dtype[np.float64]] | None:
    """Return the strengths; None if one is no number, or all of them say that there is no tie."""
    values, rows, texts = reader.numbers(at)
    if len(rows):
        try:
            values[rows] = pc.cast(_texts(*texts), pa.float64())
        except pa.ArrowInvalid:
            return None
        if not np.isfinite(values).all():
            return None
    return values if values.any() else None


def _texts(
    start: np.ndarray[tuple[int], np.dtype[np.int32]],
    content: np.ndarray[tuple[int], np.dtype[np.uint8]],
) -> pa.Array:
    return pa.StringArray.from_buffers(len(start) - 1, pa.py_buffer(start), pa.py_buffer(content))


def _with_what_was_seen(table: Table, kinds: list[str], reader: CsvReader) -> Table:
    """Return the table with one cell for each column: of those without a heading, whether blank."""
    cells = [
        "something" if kind != "looked at" or reader.holds_something(i) else ""
        for i, kind in enumerate(kinds)
    ]
    return replace(table, columns=tuple(pa.array([cell]) for cell in cells))
