"""GEXF, the format of Gephi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import WITH_COLUMNS
from weft.formats.format import Format
from weft.formats.graphs.graph_xml import begins_with

if TYPE_CHECKING:
    from weft.formats.carrying import Written
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables
    from weft.network import Network


def _read(file: File, reading: Reading) -> Tables:
    from weft.formats.graphs.gexf.reader import read_gexf

    return read_gexf(file, reading)


def _write(network: Network) -> Written:
    from weft.formats.graphs.gexf.writer import write_gexf

    return write_gexf(network)


GEXF = Format(
    name="gexf",
    title="GEXF",
    about=(
        "Gephi's own format for exchange (File, Export, Graph file), also written by networkx, "
        "Gephi Lite and Retina. Versions 1.1 to 1.3 are read; 1.3 is written, with a timeline "
        "where every report has a date."
    ),
    extensions=(".gexf",),
    carries=WITH_COLUMNS,
    not_read=(
        "colours, sizes, positions and shapes (viz)",
        "ids of edges",
        "ends, and second and later times, of ties",
        "times of people and of their attributes",
        "who stands inside whom in a hierarchy",
    ),
    recognises=lambda file: begins_with(file, "gexf"),
    guarded=True,
    read=_read,
    write=_write,
)
