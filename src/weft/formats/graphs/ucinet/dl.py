"""UCINET's DL: a text of commands, labels, and matrices or lists of ties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.graphs.ucinet.dl_header import COMMAND, header_of
from weft.formats.graphs.ucinet.dl_lists import stack_of_lists
from weft.formats.graphs.ucinet.dl_matrices import stack_of_matrices
from weft.formats.graphs.ucinet.dl_tokens import lines_of
from weft.formats.graphs.ucinet.dl_writer import as_dl
from weft.formats.graphs.ucinet.stack import tables_of_stack
from weft.network import InvalidDataError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

BEGINNING = re.compile(rf"[\s\ufeff]*dl[\s,]+(?:{COMMAND.pattern})", re.IGNORECASE | re.VERBOSE)
MATRICES = ("fullmatrix", "upperhalf", "lowerhalf")


def looks_like_dl(file: File) -> bool:
    """Return whether a text begins with the word DL and a command of it."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    utf_16 = file.head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    head = file.head.decode("utf-16" if utf_16 else "utf-8", errors="replace")
    return BEGINNING.match(head) is not None


def read_dl(file: File, reading: Reading) -> Tables:
    """Return the ties and people in a DL file.

    Raises
    ------
    InvalidDataError
        If it is not as its commands say.
    """
    text, notices = lines_of(file, reading.encoding)
    header = header_of(text, file.origin)
    header.notices += notices
    if not header.data.strip():
        raise InvalidDataError([
            header.wrong(
                "no-data", header.line, "nothing below “DATA:”", "the data there",
                "Check that the export finished.",
            )
        ])  # fmt: skip
    read = stack_of_matrices if header.layout in MATRICES else stack_of_lists
    return tables_of_stack(read(header, file.stem))


DL = Format(
    name="dl",
    title="UCINET DL",
    about=(
        "Text files of UCINET, and of many data sets for teaching. In UCINET: Data, Export, DL. "
        "UCINET reads what Weft writes with Data, Import text file, DL."
    ),
    extensions=(".dl", ".dat", ".txt"),
    only_read=(".dat", ".txt"),
    carries=frozenset({"weights", "relations", "people", "empty"}),
    not_read=("block matrices",),
    recognises=looks_like_dl,
    read=read_dl,
    write=as_dl,
)
