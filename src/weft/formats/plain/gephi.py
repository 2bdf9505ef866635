"""Gephi's two tables: edges with Source, Target and Type, and nodes with Id and Label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.carrying import Written
from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.plain.delimited import delimiter_of, first_rows_of, split, table_in
from weft.formats.plain.written import as_lines, people_table
from weft.formats.roles.edges import edges_of
from weft.formats.roles.headings import PEOPLE_HEADINGS, plain
from weft.formats.roles.tie_table import ties_from
from weft.network import Notice

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import Reading, Tables
    from weft.network import Network

TYPES = frozenset({"directed", "undirected", "mutual"})
TIMES = ("timeset", "interval", "timestamp")
FIRST_TIME = r"[\[<(]\s*[\[<(]?\s*(?P<start>-?[0-9][^,;\]>)\s]*)"


def looks_like_gephi(file: File) -> bool:
    """Return whether a text begins like the edges of Gephi: Source, Target, Type with its words."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    text = first_rows_of(file.head.removeprefix(b"\xef\xbb\xbf"))
    rows = split(text, delimiter_of(text))
    headings = [plain(cell) for cell in rows[0]] if rows else []
    if not {"source", "target", "type"} <= set(headings):
        return False
    at = headings.index("type")
    words = {row[at].strip().casefold() for row in rows[1:] if len(row) > at} - {""}
    return bool(words) and words <= TYPES


def read_gephi(file: File, reading: Reading) -> Tables:
    """Return the ties in Gephi's table of edges; of several times the first is the date."""
    table, times = _with_dates(table_in(file, encoding=reading.encoding))
    notices = list(times)
    if not len(table):
        reading = replace(reading, people_given=True)
        text = f"{file.origin} holds no edges."
        notices.append(Notice(kind="no-ties", text=text, count=0))
    tables = ties_from(table, reading, file.stem)
    return replace(tables, notices=(*tables.notices, *notices))


def _with_dates(table: Table) -> tuple[Table, tuple[Notice, ...]]:
    """Return the table with a column of dates, where it has one of Gephi's times."""
    headings = [plain(heading) for heading in table.headings]
    found = [i for i, heading in enumerate(headings) if heading in TIMES]
    if len(found) != 1 or "date" in headings:
        return table, ()
    where = found[0]
    times = table.columns[where]
    started = pc.struct_field(pc.extract_regex(times, FIRST_TIME), "start")
    dated = pc.sum(pc.is_valid(started)).as_py() or 0
    if not dated:
        return table, ()
    columns, names = list(table.columns), list(table.headings)
    columns[where], names[where] = started, "date"
    text = (
        f"{dated:,} ties of {table.origin} hold from one time to another "
        f"({table.headings[where]}); each was read as one tie, with the first time as its date."
    )
    notice = Notice(kind="times-collapsed", text=text, count=dated)
    return replace(table, columns=tuple(columns), headings=tuple(names)), (notice,)


def edges_as_gephi(network: Network) -> Written:
    """Return the ties as Gephi's table of edges."""
    edges = edges_of(network)
    words = ["Directed" if directed else "Undirected" for directed in edges.directed]
    columns = {
        "Source": pa.array(edges.source, pa.string()),
        "Target": pa.array(edges.target, pa.string()),
        "Type": pa.array(words, pa.string()),
    }
    if "relation" in edges.more and len(edges):
        columns["Kind"] = pa.array(edges.more["relation"], pa.string())
    columns["Weight"] = pa.array(edges.more["weight"], pa.float64()).cast(pa.string())
    return Written(as_lines(pa.table(columns), ","))


def nodes_as_gephi(network: Network) -> Written:
    """Return the people as Gephi's table of nodes."""
    table = people_table(network)
    others = {plain(heading) for heading in table.column_names[2:]}
    label = "name" if others & set(PEOPLE_HEADINGS["name"]) else "Label"
    named = table.rename_columns(["Id", label, *table.column_names[2:]])
    return Written(as_lines(named, ","))


GEPHI = Format(
    name="gephi",
    title="Gephi (two tables)",
    about=(
        "The two tables that Gephi's data laboratory exports and imports: edges, and nodes as the "
        "people. To write them: weft convert ties.csv edges.csv --to gephi --people-out nodes.csv."
    ),
    extensions=(".csv",),
    carries=frozenset({"weights", "relations", "directions"}),
    not_read=("ids and labels of edges", "times after the first"),
    recognises=looks_like_gephi,
    read=read_gephi,
    write=edges_as_gephi,
    write_people=nodes_as_gephi,
)
