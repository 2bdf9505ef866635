"""Reading GML files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weft.formats.files.text import as_utf8
from weft.formats.graphs.attributes import with_attributes
from weft.formats.graphs.gml.text import Entries, entries_in
from weft.formats.roles.edges import MOST_COLUMNS, tables_of_edges, too_many_columns
from weft.formats.roles.headings import plain
from weft.network import InvalidDataError, Notice, Problem, Problems, Relation, quoted
from weft.network.unnamed import UNNAMED_RELATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

DRAWING = "graphics"
OWN_ID = "weftid"
MOST_DECLARED = 1_000
MOST_CELLS, CELLS_PER_VALUE = 5_000_000, 10


@dataclass(slots=True)
class Found:
    """What reading has done so far, and what it found wrong."""

    origin: str
    notices: list[Notice] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    def note(self, kind: str, count: int, text: str) -> None:
        """Keep a notice, if there is anything to say."""
        if count:
            self.notices.append(Notice(kind=kind, text=text, count=count))


def read_gml(file: File, reading: Reading) -> Tables:
    """Return the ties, and everyone with their attributes, in a GML file.

    Raises
    ------
    InvalidDataError
        If it is no GML, or there is no graph in it.
    """
    text, notices = as_utf8(file, reading.encoding)
    found = Found(file.origin, list(notices))
    graph = _graph(found, entries_in(text.decode(), file.origin))
    own = Own(graph)
    nodes, ties = graph.lists("node"), graph.lists("edge")
    people, ids = _people(found, nodes)
    edges = _edges(found, ties, ids)
    found.problems.raise_if_any()
    if not ties:
        only = f"There is no tie in {file.origin}, only {len(nodes):,} people."
        found.note("no-ties", len(nodes), only)
    hidden = {
        key for key in people if key in own.attributes or (key != "id" and plain(key) == "id")
    }
    tables = tables_of_edges(
        file.origin,
        name=file.stem,
        people={k: v for k, v in people.items() if k not in hidden} if nodes else None,
        edges=edges,
        directed=None if (graph.text("directed") or "0") != "0" else False,
        reading=reading,
        rows=[tie.row for tie in ties],
        people_rows=[node.row for node in nodes],
        notices=found.notices,
    )
    if own.relations:
        tables = replace(tables, relations=own.relations)
    elif not ties:
        tables = replace(tables, relations=(Relation(name=UNNAMED_RELATION),))
    nothing = [None] * len(nodes)
    more = {key: people[key] for key in hidden - own.attributes.keys()}
    named = {name: people.get(key, nothing) for key, name in own.attributes.items()}
    return with_attributes(tables, {**more, **named})


class Own:
    """What Weft itself has written of a network, under the key ``weft``.

    Attributes
    ----------
    relations : tuple of Relation
        With their direction, which GML can say of a whole graph alone.
    attributes : dict of str to str
        What each attribute of people is called, by its key: keys are letters and digits alone.
    """

    def __init__(self, graph: Entries) -> None:
        own = graph.lists("weft")[:1]
        relations = {
            each.text("name") or UNNAMED_RELATION: each.text("directed") != "0"
            for entries in own
            for each in entries.lists("relation")[:MOST_DECLARED]
        }
        self.relations = tuple(Relation(name=n, directed=d) for n, d in relations.items())
        self.attributes = {
            each.text("key") or "": each.text("name") or ""
            for entries in own
            for each in entries.lists("attribute")[:MOST_DECLARED]
        }


def _graph(found: Found, whole: Entries) -> Entries:
    graphs = whole.lists("graph")
    if not graphs or not (graphs[0].lists("node") or graphs[0].lists("edge")):
        row = graphs[0].row if graphs else 1
        what = "a graph without nodes" if graphs else "no graph"
        problem = Problem(
            kind="empty", origin=found.origin, row=row, found=what,
            expected="graph [ … ] with nodes and edges",
            mend="Check that the export finished and that this is the right file.",
        )  # fmt: skip
        raise InvalidDataError([problem])
    left = len(graphs) - 1
    text = f"Of {found.origin}, the first of {left + 1:,} graphs was read, and the others left out."
    found.note("graphs-left-out", left, text)
    return graphs[0]


def _people(
    found: Found, nodes: Sequence[Entries]
) -> tuple[dict[str, list[str | None]], dict[str, str]]:
    """Return the columns of people, and who each id in the file stands for."""
    columns = _columns(found, nodes, "people", without=(DRAWING,))
    numbers = columns.pop("id", [None] * len(nodes))
    for node, number in zip(nodes, numbers, strict=True):
        if not number:
            _missing(found, node, "id", "an id of each node")
    own = columns.pop(OWN_ID, [None])
    if None in own:
        return {"id": numbers, **columns}, {number: number for number in numbers if number}
    if "name" in columns:
        columns.pop("label", None)  # which repeats the id there
    pairs = zip(numbers, own, strict=True)
    return {"id": own, **columns}, {number: person for number, person in pairs if number and person}


def _edges(
    found: Found, ties: Sequence[Entries], ids: dict[str, str]
) -> dict[str, list[str | None]]:
    columns = _columns(found, ties, "ties", without=(DRAWING,))
    ends: dict[str, list[str | None]] = {}
    for end in ("source", "target"):
        numbers = columns.pop(end, [None] * len(ties))
        for tie, number in zip(ties, numbers, strict=True):
            if not number:
                _missing(found, tie, end, "a source and a target of each edge")
            elif ids and number not in ids:
                found.problems.add(_unknown(found, tie, end, number))
        ends[end] = [ids.get(number, number) if number else None for number in numbers]
    return {**ends, **columns}


def _unknown(found: Found, tie: Entries, end: str, number: str) -> Problem:
    return Problem(
        kind="unknown-person", origin=found.origin, row=tie.row, column=end, found=quoted(number),
        expected="the id of a node", mend="Add the node, or correct the id.",
    )  # fmt: skip


def _missing(found: Found, entries: Entries, key: str, expected: str) -> None:
    problem = Problem(
        kind="missing-key", origin=found.origin, row=entries.row, found=f"no {key}",
        expected=expected, mend="Add it, or delete the whole block.",
    )  # fmt: skip
    found.problems.add(problem)


def _columns(
    found: Found, blocks: Sequence[Entries], whose: str, *, without: Sequence[str]
) -> dict[str, list[str | None]]:
    """Return the values of nodes or edges by key; lists within them are left out."""
    cells: dict[str, dict[int, str]] = {}
    lists: dict[str, None] = {}
    again: dict[str, dict[int, list[str]]] = {}
    for i, block in enumerate(blocks):
        for key, value in zip(block.keys, block.values, strict=True):
            if len(cells) + len(lists) > MOST_COLUMNS:
                count = len({key for block in blocks for key in block.keys})
                raise InvalidDataError([too_many_columns(found.origin, count, block.row)])
            if isinstance(value, Entries):
                lists[key] = None
            elif i not in (column := cells.setdefault(key, {})):
                column[i] = value
            else:
                again.setdefault(key, {}).setdefault(i, []).append(value)
    for key, of_blocks in again.items():
        for i, more in of_blocks.items():
            cells[key][i] = "; ".join([cells[key][i], *more])
    lists = {key: None for key in lists if key not in without}
    values = sum(map(len, cells.values()))
    if len(cells) * len(blocks) > max(MOST_CELLS, CELLS_PER_VALUE * values):
        raise InvalidDataError([_too_many_keys(found, len(cells), whose)])
    named = ", ".join(quoted(key) for key in list(lists)[:10])
    text = f"Lists that {whose} of {found.origin} have were left out: {named}."
    found.note("lists-left-out", len(lists), text)
    named = ", ".join(quoted(key) for key in list(again)[:10])
    text = f"Several values of {whose} of {found.origin} were put into one, with semicolons: "
    found.note("values-joined", len(again), f"{text}{named}.")
    return {key: [column.get(i) for i in range(len(blocks))] for key, column in cells.items()}


def _too_many_keys(found: Found, count: int, whose: str) -> Problem:
    return Problem(
        kind="too-many-names",
        origin=found.origin,
        found=f"{count:,} different keys of {whose}, most of them rarely used",
        expected="keys that most of them have",
        mend="Export the file again with fewer attributes.",
    )
