"""Answers to the form that Weft writes, as KoboToolbox and ODK Central export them.

There is a table of those who answered, and a table of repeats with a row for each person they told
of; an index joins the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.formats.roles.edges import tables_of_edges
from weft.formats.roles.headings import plain
from weft.formats.surveys.answers import strengths_of
from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from weft.formats.roles.table import Table
    from weft.formats.tables import Reading, Tables

ME, CONSENT, ALTER = "me", "consent", "alter"
JOINS = (("_index", "_parent_index"), ("KEY", "PARENT_KEY"))
"""How a row is called in the table of answers, and in the repeats: Kobo's way and ODK's."""

SENT = ("submissiontime", "submissiondate", "end", "start")
OF_PROGRAM = frozenset({"KEY", "PARENT_KEY", "SET-OF-tie", "rootUuid"})


def question(heading: str) -> str:
    """Return the name of a question without the groups it stands in.

    Examples
    --------
    >>> question("tie/trusts")
    'trusts'
    """
    return heading.rsplit("/", 1)[-1].strip()


def holds_answers(headings: Sequence[Sequence[str]]) -> bool:
    """Return whether some tables, by their headings, are the answers to a form of Weft."""
    for index, parent in JOINS:
        main = any(index in h and ME in map(question, h) for h in headings)
        repeats = any(parent in h and ALTER in map(question, h) for h in headings)
        if main and repeats:
            return True
    return False


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """The two tables, and which columns join them."""

    main: Table
    repeats: Table
    index: str
    parent: str


def ties_in_answers(tables: Sequence[Table], reading: Reading, name: str) -> Tables:
    """Return the ties that people told of in the form.

    Whoever sent the form and agreed has answered; everybody else they told of has not. Where
    somebody sent it several times, the last one counts. ``reading.key`` leads from the form's
    choices to people.
    """
    found = _joined(tables)
    senders, said_no, notices = _senders(found)
    alters = _cells(found.repeats, ALTER)
    parents = _cells(found.repeats, found.parent, exact=True)
    rows = [i for i, parent in enumerate(parents) if parent in senders and alters[i]]
    relations = _relations(found.repeats)
    strengths = strengths_of(found.repeats, list(relations), rows)
    key = reading.key
    numbers = found.repeats.row_numbers
    edges: dict[str, list[str | None]] = {
        role: [] for role in ("source", "target", "relation", "weight", "date")
    }
    lines = []
    for column, relation in relations.items():
        for row in rows:
            strength = strengths[column].get(row)
            if strength is None:
                continue
            who, when = senders[parents[row]]
            tie = (_known(who, key), _known(alters[row], key), relation, strength, when)
            for cells, value in zip(edges.values(), tie, strict=True):
                cells.append(value)
            lines.append(int(numbers[row]))
    answered = list(dict.fromkeys(_known(who, key) for who, _ in senders.values()))
    people = list(dict.fromkeys([*answered, *(p for p in edges["target"] if p), *said_no]))
    if not any(edges["date"]):
        del edges["date"]
    return tables_of_edges(
        found.repeats.origin,
        name=name,
        people={"id": people, "responded": ["yes" if p in answered else "no" for p in people]},
        edges=edges,
        directed=None,
        rows=lines,
        notices=[*found.main.notices, *found.repeats.notices, *notices],
        problems=[*found.main.problems, *found.repeats.problems],
    )


def _known(choice: str, key: Mapping[str, str]) -> str:
    return key.get(choice.casefold(), choice)


def _joined(tables: Sequence[Table]) -> Answers:
    for index, parent in JOINS:
        mains = [t for t in tables if index in t.headings and ME in map(question, t.headings)]
        repeats = [t for t in tables if parent in t.headings and ALTER in map(question, t.headings)]
        if mains and repeats:
            return Answers(mains[0], repeats[0], index, parent)
    headings = ", ".join(quoted(h) for table in tables for h in table.headings[:10])
    problem = Problem(
        kind="missing-column",
        origin=tables[0].origin if tables else "the answers",
        row=1,
        found=f"the columns {headings or 'none'}",
        expected="a table with “me” and “_index”, and one with “alter” and “_parent_index”",
        mend="Export as XLSX with “XML values and headers”: CSV leaves the repeats out.",
    )
    raise InvalidDataError([problem])


def _senders(found: Answers) -> tuple[dict[str, tuple[str, str | None]], list[str], list[Notice]]:
    """Return who sent each form that counts and when, and who did not agree."""
    who = _cells(found.main, ME)
    keys = _cells(found.main, found.index, exact=True)
    agreed = _cells(found.main, CONSENT) or ["yes"] * len(who)
    when = _dates(found.main)
    last = {person: row for row, person in enumerate(who) if person}
    kept = [row for row in sorted(last.values()) if agreed[row].casefold() not in {"no", "0"}]
    said_no = [who[row] for row in sorted(last.values()) if row not in kept]
    notices = []
    again = sum(bool(person) for person in who) - len(last)
    if again:
        text = f"{again:,} earlier answers of people who answered again were left out."
        notices.append(Notice(kind="answered-again", text=text, count=again))
    if said_no:
        text = f"{len(said_no):,} people did not agree that their answers are used; none were read."
        notices.append(Notice(kind="not-agreed", text=text, count=len(said_no)))
    return {keys[row]: (who[row], when[row]) for row in kept}, said_no, notices


def _cells(table: Table, name: str, *, exact: bool = False) -> list[str]:
    """Return the column of a question, trimmed; nothing where there is none."""
    for i, heading in enumerate(table.headings):
        if (heading if exact else question(heading)) == name:
            return [(cell or "").strip() for cell in table.columns[i].to_pylist()]
    return []


def _dates(table: Table) -> list[str | None]:
    """Return the day on which each form was sent."""
    plain_headings = [plain(heading) for heading in table.headings]
    for name in SENT:
        if name in plain_headings:
            cells = table.columns[plain_headings.index(name)].to_pylist()
            return [cell[:10] if cell else None for cell in cells]
    return [None] * len(table)


def _relations(table: Table) -> dict[int, str]:
    """Return the columns of the repeats that are questions about a tie."""
    return {
        i: question(heading)
        for i, heading in enumerate(table.headings)
        if heading.strip()
        and not heading.startswith("_")
        and heading not in OF_PROGRAM
        and question(heading) != ALTER
    }
