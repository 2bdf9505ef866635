"""GraphML, which most programs for graphs can write."""

from __future__ import annotations

from weft.formats.carrying import CAN_CARRY
from weft.formats.format import Format
from weft.formats.graphs.graph_xml import begins_with
from weft.formats.graphs.graphml.reader import read_graphml
from weft.formats.graphs.graphml.writer import write_graphml

GRAPHML = Format(
    name="graphml",
    title="GraphML",
    about=(
        "What Gephi, yEd, Cytoscape, visone, SocNetV, NodeXL, Network Canvas, igraph and networkx "
        "export to each other; in NodeXL: Export, To GraphML File."
    ),
    extensions=(".graphml",),
    carries=frozenset(CAN_CARRY) - {"scales", "empty"},
    not_read=(
        "drawings (yEd's shapes and colours)",
        "ids of edges",
        "data about the whole graph",
        "hyperedges and ports",
        "which graph stands inside which",
    ),
    recognises=lambda file: begins_with(file, "graphml"),
    guarded=True,
    read=read_graphml,
    write=write_graphml,
)
