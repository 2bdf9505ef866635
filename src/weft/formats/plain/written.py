"""From a network to the bytes of a table of reports, and of a table of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.carrying import Written
from weft.formats.plain.parquet import parquet_bytes
from weft.formats.roles.formulas import guarded
from weft.network import InvalidRequestError
from weft.network.people import NO, YES
from weft.network.relation import WITHOUT_DIRECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weft.network import Network

DIRECTIONS = ("directed", "undirected")
WORD = {int(YES): "yes", int(NO): "no"}


def reports_table(network: Network) -> pa.Table:
    """Return the reports that the filters have left, under the headings that Weft reads.

    Directions have a column only where a relation has another one than its name goes with.
    """
    reports = network.reports
    ids = _text(network.people.ids)
    names = _text([relation.name for relation in network.all_relations])
    waves = _text(network.all_waves)
    columns = {
        "source": ids.take(pa.array(reports.source)),
        "target": ids.take(pa.array(reports.target)),
        "relation": names.take(pa.array(reports.relation)),
        "weight": pa.array(reports.value).cast(pa.string()),
        "wave": waves.take(pa.array(reports.wave)),
    }
    directed = np.array([r.directed for r in network.all_relations], dtype=bool)
    usual = [r.name not in WITHOUT_DIRECTION for r in network.all_relations]
    unlike = bool((directed != usual).any())
    if unlike:
        columns["direction"] = _text(np.where(directed, *DIRECTIONS)).take(
            pa.array(reports.relation)
        )
    if unlike or not np.array_equal(reports.reporter, reports.source):
        columns["reporter"] = ids.take(pa.array(reports.reporter))
    if any(date is not None for date in reports.date):
        columns["date"] = _text(reports.date)
    return pa.table(columns)


def people_table(network: Network) -> pa.Table:
    """Return everyone with their names, attributes and declarations."""
    people = network.people
    columns = {"id": _text(people.ids), "name": _text(people.names)}
    if people.steward.any():
        columns["steward"] = _text(["yes" if held else "no" for held in people.steward])
    for kind, by_wave in (("responded", people.responded), ("invited", people.invited)):
        for wave, states in by_wave.items():
            heading = f"{kind}:{wave}" if wave else kind
            columns[heading] = _text([WORD.get(int(state)) for state in states])
    for heading, cells in people.attributes.items():
        columns[heading] = _text(cells)
    return pa.table(columns)


def reports_as_csv(network: Network) -> Written:
    """Return the reports as comma-separated text."""
    return Written(as_lines(reports_table(network), ","))


def reports_as_tsv(network: Network) -> Written:
    """Return the reports as tab-separated text."""
    return Written(as_lines(reports_table(network), "\t"))


def reports_as_parquet(network: Network) -> Written:
    """Return the reports as a Parquet table."""
    return Written(parquet_bytes(reports_table(network)))


def people_as_csv(network: Network) -> Written:
    """Return the people as comma-separated text."""
    return Written(as_lines(people_table(network), ","))


def people_as_tsv(network: Network) -> Written:
    """Return the people as tab-separated text."""
    return Written(as_lines(people_table(network), "\t"))


def people_as_parquet(network: Network) -> Written:
    """Return the people as a Parquet table."""
    return Written(parquet_bytes(people_table(network)))


def as_lines(table: pa.Table, delimiter: str) -> bytes:
    """Return a table as lines that can be read again.

    Raises
    ------
    InvalidRequestError
        If a cell holds a NUL character.
    """
    data = delimited_bytes(table, delimiter)
    if b"\x00" in data:
        raise InvalidRequestError(
            "A cell holds a NUL character, which no table of text can. Take it out of the data, or "
            "write a workbook (.xlsx)."
        )
    return data


def delimited_bytes(table: pa.Table, delimiter: str) -> bytes:
    r"""Return a table of text as UTF-8 lines.

    A cell is quoted where it must be. One that a spreadsheet would run gets an apostrophe in front,
    which reading takes away again; see :mod:`weft.formats.roles.formulas`.

    Examples
    --------
    >>> delimited_bytes(pa.table({"id": ["Ada, the elder", "Ben"], "team": [None, "b"]}), ",")
    b'id,team\n"Ada, the elder",\nBen,b\n'
    """
    names = guarded(_text(table.column_names))
    headings = [cell.as_py() for cell in _quoted(names, delimiter)]
    head = delimiter.join(headings)
    if not len(table):
        return f"{head}\n".encode()
    columns = [guarded(_one(column)) for column in table.columns]
    cells = [pc.fill_null(_quoted(column, delimiter), "") for column in columns]
    lines = pc.binary_join_element_wise(*cells, delimiter)
    whole = pa.ListArray.from_arrays(pa.array([0, len(lines)], pa.int32()), lines)
    text: str = pc.binary_join(whole, "\n")[0].as_py()
    return f"{head}\n{text}\n".encode()


def _quoted(cells: pa.Array, delimiter: str) -> pa.Array:
    special = f'["\\r\\n{delimiter}]|^\\s|\\s$'
    inside = pc.replace_substring(cells, '"', '""')
    wrapped = pc.binary_join_element_wise('"', inside, '"', "")
    return pc.if_else(pc.match_substring_regex(cells, special), wrapped, cells)


def _one(column: pa.ChunkedArray) -> pa.Array:
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.string())


def _text(values: Sequence[str | None] | NDArray[np.object_]) -> pa.Array:
    return pa.array(values, type=pa.string())
