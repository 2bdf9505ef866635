"""Elements and connections of Kumu as people and ties: by ID, else by label."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.roles.people_columns import people_from
from weft.formats.tables import text_array
from weft.formats.workbooks.headed import without_columns
from weft.network import Columns, Notice, Problem, Problems, put_together, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.table import Table
    from weft.formats.tables import PeopleTable

MOST_NAMED = 8
SEVERAL = "|"


@dataclass(slots=True)
class Elements:
    """Who stands in the tables of elements, and whom the connections add.

    Attributes
    ----------
    ids : set of str
    by_label : dict of str to (str or None)
        The id of a label; None where two elements have it.
    added : dict of str to None
        Those that only a connection names, in order.
    by_name : int
        How many ends were given by label where the elements have IDs.
    """

    ids: set[str] = field(default_factory=set)
    by_label: dict[str, str | None] = field(default_factory=dict)
    added: dict[str, None] = field(default_factory=dict)
    by_name: int = 0

    def meant(self, end: str) -> str:
        """Return the id of the element that a connection names; it is added if it is unknown."""
        if end in self.ids or not end.strip():
            return end
        known = self.by_label.get(end.strip())
        if known is not None:
            self.by_name += known != end
            return known
        self.added[end.strip()] = None
        return end.strip()

    def unclear(self, cell: str) -> str | None:
        """Return the first name in a cell that several elements have as their label."""
        for part in {cell: None, **dict.fromkeys(cell.split(SEVERAL))}:
            name = part.strip()
            is_id = part in self.ids or name in self.ids
            if name and not is_id and self.by_label.get(name, "") is None:
                return name
        return None

    def ends(self, cell: str) -> list[str]:
        """Return the ids in a cell that may name several elements."""
        if SEVERAL not in cell or cell in self.ids or cell.strip() in self.by_label:
            return [self.meant(cell)]
        several = [part.strip() for part in cell.split(SEVERAL)]
        return [self.meant(part) for part in several if part] or [""]


def people_of_elements(table: Table, known: Elements) -> PeopleTable:
    """Return a table of elements as people: the ID is the id, else the label is."""
    words = {heading.strip().lower(): heading for heading in reversed(table.headings)}
    with_ids = _with_ids(table, words)
    table, repeated = _last_of_each(with_ids, words)
    words = {heading.strip().lower(): heading for heading in reversed(table.headings)}
    roles = {words["label"]: "name", words["id"]: "id"} if "id" in words else {
        words["label"]: "id"}  # fmt: skip
    columns, notices, problems = people_from(table, roles)
    ids = columns.columns["id"].to_pylist()
    known.ids.update(ids)
    for label, person in zip(_column(table, words["label"]), ids, strict=True):
        taken = known.by_label.setdefault(label.strip(), person)
        if taken != person:
            known.by_label[label.strip()] = None
    if repeated:
        text = (
            f"{repeated:,} elements of {table.origin} stand there again with the same label and "
            "type; as in Kumu, the last of each was read."
        )
        notices = (*notices, Notice(kind="repeated-elements", text=text, count=repeated))
    return columns, notices, problems


def _column(table: Table, heading: str) -> list[str]:
    cells: list[str | None] = table.columns[table.headings.index(heading)].to_pylist()
    return [cell or "" for cell in cells]


def _with_ids(table: Table, words: dict[str, str]) -> Table:
    """Return a table in which a blank ID is the label; without the column if all are blank."""
    if "id" not in words:
        return table
    ids = _column(table, words["id"])
    if not any(ids):
        return without_columns(table, lambda heading: heading == words["id"])
    labels = _column(table, words["label"])
    filled = text_array([i or label for i, label in zip(ids, labels, strict=True)])
    where = table.headings.index(words["id"])
    columns = [filled if i == where else column for i, column in enumerate(table.columns)]
    return replace(table, columns=tuple(columns))


def _last_of_each(table: Table, words: dict[str, str]) -> tuple[Table, int]:
    """Return the last row of each label and type, where elements have no IDs."""
    if "id" in words and words["id"] in table.headings:
        return table, 0
    labels = _column(table, words["label"])
    kinds = _column(table, words["type"]) if "type" in words else [""] * len(labels)
    last = {both: i for i, both in enumerate(zip(labels, kinds, strict=True)) if both[0]}
    blank = [i for i, label in enumerate(labels) if not label]
    rows = np.array(sorted([*last.values(), *blank]), dtype=np.int64)
    if len(rows) == len(labels):
        return table, 0
    columns = tuple(column.take(pa.array(rows)) for column in table.columns)
    kept = replace(table, columns=columns, rows=table.row_numbers[rows])
    return kept, len(labels) - len(rows)


def connections_by_id(table: Table, known: Elements) -> Table:
    """Return a table of connections with a row for each target, and both ends by id."""
    words = {heading.strip().lower(): heading for heading in reversed(table.headings)}
    table = without_columns(table, lambda heading: heading.strip().lower() == "id")
    _refuse_unclear(table, words, known)
    sources, targets, rows = [], [], []
    both = zip(_column(table, words["from"]), _column(table, words["to"]), strict=True)
    for i, (source, target) in enumerate(both):
        person = known.meant(source)
        for end in known.ends(target):
            sources.append(person)
            targets.append(end)
            rows.append(i)
    order = np.array(rows, dtype=np.int64)
    new = {words["from"]: text_array(sources), words["to"]: text_array(targets)}
    columns = [
        new[heading] if heading in new else column.take(pa.array(order))
        for heading, column in zip(table.headings, table.columns, strict=True)
    ]
    return replace(table, columns=tuple(columns), rows=table.row_numbers[order])


def _refuse_unclear(table: Table, words: dict[str, str], known: Elements) -> None:
    """Say where a connection names an element by a label that several have, and not by its ID."""
    problems = Problems()
    for word in ("from", "to"):
        cells = _column(table, words[word])
        unclear = [i for i, cell in enumerate(cells) if known.unclear(cell) is not None]

        def described(i: int, word: str = word, cells: list[str] = cells) -> Problem:
            return Problem(
                kind="ambiguous-person",
                origin=table.origin,
                row=int(table.row_numbers[i]),
                column=words[word],
                found=f"{quoted(known.unclear(cells[i]))}, which several elements are called",
                expected="the ID of an element",
                mend="Name the element by its ID, or give the elements different labels.",
            )

        problems.add_rows("ambiguous-person", np.array(unclear, dtype=np.intp), described)
    problems.raise_if_any()


def with_added(people: PeopleTable, known: Elements, origin: str) -> PeopleTable:
    """Return the people and those that only connections name, with notices of what was done."""
    columns, notices, problems = people
    said = list(notices)
    if known.by_name:
        text = f"{known.by_name:,} ends of connections of {origin} name an element by its label."
        said.append(Notice(kind="ends-by-label", text=text, count=known.by_name))
    if known.added:
        added = text_array(list(known.added))
        more = Columns(origin, {"id": added}, first_row=1)
        columns = put_together([columns, more])
        text = (
            f"{len(added):,} people of {origin} stand in connections alone and not among the "
            f"elements: {_listed(list(known.added))}."
        )
        said.append(Notice(kind="people-added", text=text, count=len(added)))
    return columns, tuple(said), problems


def _listed(names: Sequence[str]) -> str:
    shown = [quoted(name) for name in names[:MOST_NAMED]]
    return ", ".join([*shown, *(["others"] if len(names) > MOST_NAMED else [])])
