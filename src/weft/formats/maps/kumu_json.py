"""Kumu's JSON: the simple form that maps are imported from, full backups, and SumApp's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import WITH_COLUMNS
from weft.formats.format import Format
from weft.formats.maps.first_keys import first_keys, is_cut

if TYPE_CHECKING:
    from weft.formats.carrying import Written
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables
    from weft.network import Network

OF_A_BACKUP = frozenset({"defaultmap", "defaultperspective", "attributerelevance"})


def looks_like_kumu(file: File) -> bool:
    """Return whether this begins like a map of Kumu: lists of elements and connections."""
    keys = first_keys(file)
    if keys.get("elements", "[") != "[" or keys.get("connections", "[") != "[":
        return False
    if keys.keys() >= {"elements", "connections"} or len(keys.keys() & OF_A_BACKUP) > 1:
        return True
    return bool(keys.keys() & {"elements", "connections"}) and is_cut(file)


def _read(file: File, reading: Reading) -> Tables:
    from weft.formats.maps.kumu_reader import read_kumu

    return read_kumu(file, reading)


def _write(network: Network) -> Written:
    from weft.formats.maps.kumu_writer import write_kumu

    return write_kumu(network)


KUMU_JSON = Format(
    name="kumu-json",
    title="Kumu JSON",
    about=(
        "A map of Kumu (in a project: Export, then JSON), the file behind a live map, or what "
        "SumApp offers as Kumu JSON. Kumu imports what Weft writes."
    ),
    extensions=(".json",),
    carries=WITH_COLUMNS,
    not_read=(
        "loops",
        "maps with their positions",
        "perspectives (colours, sizes, filters)",
        "fields of connections besides type, strength, wave, date and reporter",
        "whether a connection is delayed",
    ),
    recognises=looks_like_kumu,
    guarded=True,
    read=_read,
    write=_write,
)
