"""Reading and writing: one module for each format, one registry."""

from weft.formats.carrying import Written
from weft.formats.door import as_network, check, read
from weft.formats.files.file import File
from weft.formats.format import Format
from weft.formats.registry import format_named, known_formats
from weft.formats.roles.edges import edges_of, tables_of_edges
from weft.formats.tables import NetworkLike, PeopleLike, Reading, Tables
from weft.formats.writing import write

__all__ = [
    "File",
    "Format",
    "NetworkLike",
    "PeopleLike",
    "Reading",
    "Tables",
    "Written",
    "as_network",
    "check",
    "edges_of",
    "format_named",
    "known_formats",
    "read",
    "tables_of_edges",
    "write",
]
