"""What was read, or refused, as bytes: JSON and Arrow, so that nothing in them can be run.

An answer is the length of a line of JSON in 8 bytes, that line, and the columns as one Arrow stream
for each table. Columns are checked by Arrow before they are used, as whoever wrote them has read a
file that may be hostile.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

import numpy as np
import pyarrow as pa

from weft.formats.tables import PeopleTable, Tables
from weft.network import (
    Columns,
    InvalidDataError,
    InvalidRequestError,
    Notice,
    Problem,
    Relation,
    UnknownNameError,
    UnreadableFileError,
    WeftError,
)

Json = dict[str, Any]

OUT_OF_MEMORY = 71
"""The exit status of a process that ran into the limit on memory and could still say so."""

ERRORS = (InvalidDataError, UnreadableFileError, InvalidRequestError, UnknownNameError)
LENGTH = 8
MADE_OF = {"ties", "people", "relations", "notices", "problems"}
PLAIN = tuple(part.name for part in fields(Tables) if part.name not in MADE_OF)
"""The parts of :class:`Tables` that are plain words and truths, as they stand."""

ROWS = "\x00rows"
"""The column with the numbers of the rows; no heading can have this name."""


def message(head: Json, *tables: bytes) -> bytes:
    """Return a line of JSON and what follows it as one message."""
    line = json.dumps(head, default=_plain).encode()
    return b"".join((len(line).to_bytes(LENGTH, "big"), line, *tables))


def split_message(data: bytes) -> tuple[Json, memoryview]:
    """Return the JSON of a message, and what follows it."""
    end = LENGTH + int.from_bytes(data[:LENGTH], "big")
    head: Json = json.loads(data[LENGTH:end])
    return head, memoryview(data)[end:]


def answer_of_tables(tables: Tables) -> bytes:
    """Return what a reader found in a source as a message."""
    both = [tables.ties] if tables.people is None else [tables.ties, tables.people]
    packed = [_packed(columns) for columns in both]
    head = {
        "kind": "tables",
        "plain": {part: getattr(tables, part) for part in PLAIN},
        "tables": [described for described, _ in packed],
        "relations": [asdict(relation) for relation in tables.relations],
        **_said(tables.notices, tables.problems),
    }
    return message(head, *(content for _, content in packed))


def answer_of_people(people: PeopleTable) -> bytes:
    """Return the people that a reader found as a message."""
    columns, notices, problems = people
    described, content = _packed(columns)
    return message({"kind": "people", "tables": [described], **_said(notices, problems)}, content)


def answer_of_error(error: WeftError) -> bytes:
    """Return what a reader refused a file with as a message."""
    name = next((e.__name__ for e in ERRORS if isinstance(error, e)), "WeftError")
    problems = error.problems if isinstance(error, InvalidDataError) else ()
    return message({"kind": "error", "error": name, "text": str(error), **_said((), problems)})


def tables_in(head: Json, rest: memoryview) -> Tables:
    """Return what a reader found, from its message."""
    columns = _unpacked(head["tables"], rest)
    plain: Any = {k: tuple(v) if isinstance(v, list) else v for k, v in head["plain"].items()}
    return Tables(
        ties=columns[0],
        people=columns[1] if len(columns) > 1 else None,
        relations=tuple(_relation(of) for of in head["relations"]),
        notices=_notices(head),
        problems=_problems(head),
        **plain,
    )


def people_in(head: Json, rest: memoryview) -> PeopleTable:
    """Return the people that a reader found, from its message."""
    return _unpacked(head["tables"], rest)[0], _notices(head), _problems(head)


def error_in(head: Json) -> WeftError:
    """Return what a reader refused a file with, from its message: the same class and text."""
    if head["error"] == InvalidDataError.__name__:
        return InvalidDataError(_problems(head))
    kind = next((e for e in ERRORS if e.__name__ == head["error"]), WeftError)
    return kind.__new__(kind, head["text"])  # as it was worded there, whatever its parts were


def _said(notices: tuple[Notice, ...], problems: tuple[Problem, ...]) -> Json:
    return {
        "notices": [asdict(notice) for notice in notices],
        "problems": [asdict(problem) for problem in problems],
    }


def _notices(head: Json) -> tuple[Notice, ...]:
    return tuple(Notice(**notice) for notice in head["notices"])


def _problems(head: Json) -> tuple[Problem, ...]:
    return tuple(Problem(**problem) for problem in head["problems"])


def _relation(of: Json) -> Relation:
    scale = of["scale"]
    return Relation(**of | {"scale": None if scale is None else (scale[0], scale[1])})


def _packed(columns: Columns) -> tuple[Json, bytes]:
    """Return what is known of some columns, and the columns themselves."""
    arrays = dict(columns.columns)
    if columns.rows is not None:
        arrays[ROWS] = pa.array(columns.rows, pa.int64())  # much smaller than as JSON
    batch = pa.RecordBatch.from_arrays(list(arrays.values()), names=list(arrays))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    content = sink.getvalue().to_pybytes()
    return _described(columns) | {"rows": None, "bytes": len(content)}, content


def _described(columns: Columns) -> Json:
    return {
        "origin": columns.origin,
        "roles": list(columns.columns),
        "headings": dict(columns.headings),
        "first_row": columns.first_row,
        "rows": columns.rows,
        "length": len(columns),
        "parts": [_described(part) for part in columns.parts],
    }


def _unpacked(described: list[Json], rest: memoryview) -> list[Columns]:
    found, start = [], 0
    for of in described:
        content = pa.py_buffer(rest[start : start + of["bytes"]])
        start += of["bytes"]
        batch = pa.ipc.open_stream(content).read_next_batch()
        batch.validate(full=True)
        found.append(_columns(of, {n: batch.column(n) for n in batch.schema.names}))
    return found


def _columns(of: Json, arrays: dict[str, pa.Array]) -> Columns:
    parts, start = [], 0
    for part in of["parts"]:
        own = {role: arrays[role].slice(start, part["length"]) for role in part["roles"]}
        parts.append(_columns(part, own))
        start += part["length"]
    rows = arrays[ROWS] if ROWS in arrays else of["rows"]
    return Columns(
        of["origin"],
        {role: arrays[role] for role in of["roles"]},
        of["headings"],
        first_row=of["first_row"],
        rows=None if rows is None else np.asarray(rows, dtype=np.int64),
        parts=tuple(parts),
    )


def _plain(value: object) -> object:
    """Return a number of numpy as one of Python."""
    return value.tolist() if isinstance(value, np.generic | np.ndarray) else str(value)
