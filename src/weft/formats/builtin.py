"""Weft's own formats, in the order in which they are tried."""

from weft.formats.graphs.gexf.declaration import GEXF
from weft.formats.graphs.gml.declaration import GML
from weft.formats.graphs.graphml.declaration import GRAPHML
from weft.formats.graphs.pajek.declaration import PAJEK, PAJEK_PROJECT
from weft.formats.graphs.pajek.partition import PAJEK_PARTITION
from weft.formats.graphs.ucinet.binary import UCINET
from weft.formats.graphs.ucinet.dl import DL
from weft.formats.graphs.ucinet.vna import VNA
from weft.formats.logs.discourse import DISCOURSE
from weft.formats.logs.git import GIT
from weft.formats.logs.maildir import MAILDIR
from weft.formats.logs.mattermost import MATTERMOST
from weft.formats.logs.mbox import MBOX
from weft.formats.logs.slack import SLACK
from weft.formats.maps.kumu_json import KUMU_JSON
from weft.formats.maps.polinode_json import POLINODE_JSON
from weft.formats.native.native import NATIVE
from weft.formats.plain.adjacency import ADJACENCY_LIST
from weft.formats.plain.formats import CSV, MATRIX, PARQUET, TSV
from weft.formats.plain.gephi import GEPHI
from weft.formats.plain.konect import KONECT
from weft.formats.plain.siena import SIENA
from weft.formats.plain.snap import SNAP
from weft.formats.surveys.members import HYLO, SUMAPP
from weft.formats.surveys.network_canvas import NETWORK_CANVAS
from weft.formats.surveys.wide import WIDE
from weft.formats.workbooks.form_answers import FORM_ANSWERS
from weft.formats.workbooks.kumu import KUMU
from weft.formats.workbooks.nodexl import NODEXL
from weft.formats.workbooks.polinode import POLINODE
from weft.formats.workbooks.xlsform import XLSFORM
from weft.formats.workbooks.xlsx import XLSX

BUILTIN = (
    NATIVE,
    KUMU_JSON,
    POLINODE_JSON,
    MBOX,
    MAILDIR,
    SLACK,
    MATTERMOST,
    DISCOURSE,
    GIT,
    GEXF,
    GRAPHML,
    PAJEK,
    PAJEK_PROJECT,
    PAJEK_PARTITION,
    GML,
    DL,
    VNA,
    UCINET,
    NETWORK_CANVAS,
    HYLO,
    SUMAPP,
    WIDE,
    XLSX,
    KUMU,
    POLINODE,
    NODEXL,
    FORM_ANSWERS,
    XLSFORM,
    PARQUET,
    KONECT,
    SIENA,
    SNAP,
    MATRIX,
    CSV,
    TSV,
    GEPHI,
    ADJACENCY_LIST,
)
