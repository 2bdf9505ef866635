"""Pajek: networks (.net, .mat) and projects (.paj)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.file import BYTE_ORDER_MARKS, binary_kind
from weft.formats.format import Format
from weft.formats.graphs.pajek.partition import ENDINGS
from weft.formats.graphs.pajek.reader import read_pajek
from weft.formats.graphs.pajek.writer import write_network, write_project

if TYPE_CHECKING:
    from weft.formats.files.file import File

KEYWORD = re.compile(
    rb"\*\s*(network|vertices|arcs|arcslist|edges|edgeslist|matrix|partition|vector|permutation|"
    rb"cluster|hierarchy|events)\b",
    re.IGNORECASE,
)


def _recognises(file: File) -> bool:
    """Return whether the first line that is no comment begins a section of a Pajek file."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    head = file.head
    if head.startswith(BYTE_ORDER_MARKS):
        head = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    lines = (line.strip() for line in head.splitlines())
    first = next((line for line in lines if line and not line.startswith(b"%")), b"")
    if file.extension in ENDINGS:
        return False
    return KEYWORD.match(first) is not None


CARRIED = frozenset({"weights", "denials", "relations", "waves", "directions", "people"})
NOT_READ = (
    "where and how vertices and lines are drawn",
    "labels of lines",
    "when a vertex is there",
    "further networks of other vertices",
    "permutations, clusters, hierarchies",
    "events in time (.tim)",
)

PAJEK = Format(
    name="pajek",
    title="Pajek network",
    about="Networks of Pajek, and of the many old studies kept in its form (.net, .paj, .mat).",
    extensions=(".net", ".paj", ".mat"),
    only_read=(".paj", ".mat"),
    carries=CARRIED,
    not_read=NOT_READ,
    recognises=_recognises,
    read=read_pajek,
    write=write_network,
)
PAJEK_PROJECT = Format(
    name="pajek-project",
    title="Pajek project",
    about=(
        "A Pajek network with what is known of people: a partition or a vector for each "
        "attribute. Pajek opens it with File, Pajek Project File, Read."
    ),
    extensions=(".paj",),
    carries=CARRIED | {"attributes"},
    not_read=NOT_READ,
    read=read_pajek,
    write=write_project,
)
"""Files are recognised as ``pajek``, which reads projects too."""
