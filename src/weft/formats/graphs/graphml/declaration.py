"""GraphML, which most programs for graphs can write."""

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
    from weft.formats.graphs.graphml.reader import read_graphml

    return read_graphml(file, reading)


def _write(network: Network) -> Written:
    from weft.formats.graphs.graphml.writer import write_graphml

    return write_graphml(network)


GRAPHML = Format(
    name="graphml",
    title="GraphML",
    about=(
        "What Gephi, yEd, Cytoscape, visone, SocNetV, NodeXL, Network Canvas, igraph and networkx "
        "export to each other; in NodeXL: Export, To GraphML File."
    ),
    extensions=(".graphml",),
    carries=WITH_COLUMNS,
    not_read=(
        "drawings (yEd's shapes and colours)",
        "ids of edges",
        "data about the whole graph",
        "hyperedges and ports",
        "which graph stands inside which",
    ),
    recognises=lambda file: begins_with(file, "graphml"),
    guarded=True,
    read=_read,
    write=_write,
)
