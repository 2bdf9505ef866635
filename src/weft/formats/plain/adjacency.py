"""Adjacency lists: a line for each person, with everyone they are tied to."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.files.file import empty
from weft.formats.files.text import as_utf8
from weft.formats.format import Format
from weft.formats.plain.delimited import DELIMITERS, SPACE
from weft.formats.tables import Tables, text_array
from weft.network import Columns, InvalidDataError, UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading

COMMENT = "#"


def read_adjacency(file: File, reading: Reading) -> Tables:
    """Return a tie from the first person of each line to each other person in it.

    Someone alone in a line is there without a tie. Blank space around ids is no part of them.
    """
    data, notices = as_utf8(file, reading.encoding)
    text = data.decode()
    source: list[str] = []
    target: list[str] = []
    lines: list[int] = []
    everyone: dict[str, int] = {}
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter_of(text))
    try:
        for row in rows:
            ids = [cell.strip() for cell in row if cell.strip()]
            if not ids or ids[0].startswith(COMMENT):
                continue
            for person in ids:
                everyone.setdefault(person, rows.line_num)
            source += ids[:1] * (len(ids) - 1)
            target += ids[1:]
            lines += [rows.line_num] * (len(ids) - 1)
    except csv.Error as error:
        raise UnreadableFileError(
            f"{file.origin}: found text that cannot be split into rows and cells ({error}), "
            "expected a line for each person. Look for a quotation mark that is not closed."
        ) from error
    if not everyone:
        raise InvalidDataError([empty(file.origin, "nobody")])
    ties = {"source": text_array(source), "target": text_array(target)}
    return Tables(
        name=file.stem,
        ties=Columns(file.origin, ties, rows=np.array(lines, dtype=np.int64)),
        people=Columns(
            file.origin,
            {"id": text_array(list(everyone))},
            rows=np.array(list(everyone.values()), dtype=np.int64),
        ),
        notices=notices,
    )


def _delimiter_of(text: str) -> str:
    """Return what stands most often between the cells; a space only where nothing else does."""
    counts = Counter(letter for letter in text[:65_536] if letter in DELIMITERS)
    return counts.most_common(1)[0][0] if counts else SPACE


ADJACENCY_LIST = Format(
    name="adjacency-list",
    title="an adjacency list",
    about=(
        "A line for each person: first they, then everyone they are tied to, as Gephi and NetworkX "
        "write it. Say so with --from adjacency-list, as nothing tells it from a damaged table."
    ),
    extensions=(".adjlist",),
    read=read_adjacency,
)
