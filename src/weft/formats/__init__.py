"""Reading and writing: one module for each format, one registry."""

from weft.formats.door import as_network, check, read
from weft.formats.format import Format
from weft.formats.registry import format_named, known_formats
from weft.formats.tables import NetworkLike, PeopleLike, Reading, Tables
from weft.formats.writing import write

__all__ = [
    "Format",
    "NetworkLike",
    "PeopleLike",
    "Reading",
    "Tables",
    "as_network",
    "check",
    "format_named",
    "known_formats",
    "read",
    "write",
]
