"""GML: the graph modelling language of Gephi, yEd, networkx, igraph and many older files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.file import BYTE_ORDER_MARKS, binary_kind
from weft.formats.format import Format

if TYPE_CHECKING:
    from weft.formats.carrying import Written
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables
    from weft.network import Network

BEGINS = re.compile(
    rb'(?:\s|#[^\r\n]*[\r\n]|[A-Za-z]\w*[ \t]+(?:"[^"]*"|[-+.0-9eE]+)(?=\s))*graph\s*\['
)


def _recognises(file: File) -> bool:
    """Return whether a graph begins after nothing but comments, and keys with plain values."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    head = file.head
    if head.startswith(BYTE_ORDER_MARKS):
        head = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    return BEGINS.match(head) is not None


CARRIED = frozenset(
    {"weights", "denials", "relations", "waves", "reporters", "dates", "directions"}
    | {"people", "names", "attributes"}
)


def _read(file: File, reading: Reading) -> Tables:
    from weft.formats.graphs.gml.reader import read_gml

    return read_gml(file, reading)


def _write(network: Network) -> Written:
    from weft.formats.graphs.gml.writer import write_gml

    return write_gml(network)


GML = Format(
    name="gml",
    title="GML",
    about=(
        "Graphs of Gephi, yEd, Cytoscape, networkx and igraph, and of many collections of "
        "networks (Newman's, for one). Files from Weft hold all but declarations and scales."
    ),
    extensions=(".gml",),
    carries=CARRIED,
    not_read=(
        "how nodes and edges are drawn",
        "lists within nodes and edges",
        "attributes of ties other than those of a report",
        "what is said of the whole graph",
        "a second graph in the file",
    ),
    recognises=_recognises,
    read=_read,
    write=_write,
)
