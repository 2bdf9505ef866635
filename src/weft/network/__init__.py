"""What a network is: people, reports, and the ties derived from them."""

from weft.network.build import build
from weft.network.claims import Claims, claims_of
from weft.network.coded import CodedColumns
from weft.network.columns import TIE_COLUMNS, Columns, put_together
from weft.network.errors import (
    InvalidDataError,
    InvalidRequestError,
    NotEnoughMemoryError,
    Problem,
    UnknownNameError,
    UnreadableFileError,
    WeftError,
    described,
    quoted,
)
from weft.network.graph import Graph
from weft.network.heard import Census, Heard, Strengths
from weft.network.igraph_door import load_igraph
from weft.network.live import LiveGraph
from weft.network.network import Network, Notice
from weft.network.people import People
from weft.network.problems import Problems
from weft.network.relation import Relation
from weft.network.reports import Reports
from weft.network.room import require
from weft.network.symmetric import symmetric

__all__ = [
    "TIE_COLUMNS",
    "Census",
    "Claims",
    "CodedColumns",
    "Columns",
    "Graph",
    "Heard",
    "InvalidDataError",
    "InvalidRequestError",
    "LiveGraph",
    "Network",
    "NotEnoughMemoryError",
    "Notice",
    "People",
    "Problem",
    "Problems",
    "Relation",
    "Reports",
    "Strengths",
    "UnknownNameError",
    "UnreadableFileError",
    "WeftError",
    "build",
    "claims_of",
    "described",
    "load_igraph",
    "put_together",
    "quoted",
    "require",
    "symmetric",
]
