"""Reading and writing: one module for each format, one registry.

The names are loaded when first used: a process that reads one file needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.formats.carrying import Written
    from weft.formats.door import as_network, check, read
    from weft.formats.files.file import File
    from weft.formats.format import Format
    from weft.formats.registry import format_named, known_formats
    from weft.formats.roles.edges import edges_of, tables_of_edges
    from weft.formats.tables import NetworkLike, PeopleLike, Reading, Tables
    from weft.formats.writing import write

_WHERE = {
    "File": "weft.formats.files.file",
    "Format": "weft.formats.format",
    "NetworkLike": "weft.formats.tables",
    "PeopleLike": "weft.formats.tables",
    "Reading": "weft.formats.tables",
    "Tables": "weft.formats.tables",
    "Written": "weft.formats.carrying",
    "as_network": "weft.formats.door",
    "check": "weft.formats.door",
    "edges_of": "weft.formats.roles.edges",
    "format_named": "weft.formats.registry",
    "known_formats": "weft.formats.registry",
    "read": "weft.formats.door",
    "tables_of_edges": "weft.formats.roles.edges",
    "write": "weft.formats.writing",
}

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


def __getattr__(name: str) -> object:
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
