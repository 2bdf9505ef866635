"""NetDraw's VNA: a text of people with attributes, and of ties with a column for each relation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.file import binary_kind
from weft.formats.format import Format

if TYPE_CHECKING:
    from weft.formats.carrying import Written
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables
    from weft.network import Network

BEGINNING = re.compile(
    r"^[\s\ufeff]*\*[ \t]*(?:node|tie)[ \t_]*(?:data|properties)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def looks_like_vna(file: File) -> bool:
    """Return whether the first section of a text is one of a VNA file."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    utf_16 = file.head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = file.head.decode("utf-16" if utf_16 else "utf-8", errors="replace")
    text = text.replace("\r", "\n")
    first = re.search(r"^[ \t\ufeff]*\*", text, re.MULTILINE)
    return first is not None and BEGINNING.match(text, first.start()) is not None


def _read(file: File, reading: Reading) -> Tables:
    from weft.formats.graphs.ucinet.vna_reader import read_vna

    return read_vna(file, reading)


def _write(network: Network) -> Written:
    from weft.formats.graphs.ucinet.vna_writer import as_vna

    return as_vna(network)


VNA = Format(
    name="vna",
    title="NetDraw VNA",
    about=(
        "Text files of NetDraw, the drawing program that comes with UCINET: people with their "
        "attributes, and ties. In NetDraw: File, Save data as, VNA."
    ),
    extensions=(".vna",),
    carries=frozenset({"weights", "relations", "people", "names", "declarations", "attributes"}),
    not_read=("places, colours and sizes of nodes",),
    recognises=looks_like_vna,
    read=_read,
    write=_write,
)
