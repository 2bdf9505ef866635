"""Wide tables of form tools: a row for each respondent, a column `Question [Name]` for each person.

Google Forms, Microsoft Forms, SurveyMonkey and LimeSurvey export a question about everybody on a
list in this way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.format import Format
from weft.formats.plain.delimited import delimiter_of, first_rows_of, split, table_in
from weft.formats.roles.headings import PEOPLE_HEADINGS, TIE_HEADINGS, plain
from weft.formats.roles.table import Table
from weft.formats.surveys.answers import strengths_of
from weft.formats.tables import Reading, Tables, text_array
from weft.network import Columns, InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File

ABOUT_SOMEBODY = re.compile(r"^(?=.{1,1000}\Z)(.*\S)\s*\[(.+)\]\s*$", re.DOTALL)
"""Of headings of a reasonable length: the time it takes grows with the square of that."""

FEWEST_COLUMNS = 2

RESPONDENT = frozenset(
    {*PEOPLE_HEADINGS["id"], *PEOPLE_HEADINGS["name"], "yourname", "whoareyou", "respondent",
     "email", "emailaddress", "username", "iam", "myname"}
)  # fmt: skip
"""Headings, in plain form, of the column that says whose answers a row holds."""


def looks_wide(headings: Sequence[str]) -> bool:
    """Return whether several headings ask one question about different people.

    Examples
    --------
    >>> looks_wide(["Your name", "I trust [Ana]", "I trust [Ben]"])
    True
    """
    asked = [found.group(1) for found in map(ABOUT_SOMEBODY.match, headings) if found]
    return len(asked) >= FEWEST_COLUMNS and len(set(asked)) < len(asked)


def is_wide(file: File) -> bool:
    """Return whether a text file begins with such headings."""
    if b"[" not in file.head or file.head[:2] == b"PK":
        return False
    text = first_rows_of(file.head.removeprefix(b"\xef\xbb\xbf"))
    rows = split(text, delimiter_of(text), 1)
    return bool(rows) and looks_wide(rows[0])


def read_wide(file: File, reading: Reading) -> Tables:
    """Return the ties in a wide text file."""
    return ties_in_wide(table_in(file, encoding=reading.encoding), reading, file.stem)


@dataclass(frozen=True, slots=True)
class Question:
    """One column about one person."""

    column: int
    relation: str
    about: str


def ties_in_wide(table: Table, reading: Reading, name: str) -> Tables:
    """Return the ties in a wide table.

    Every question is a relation from the respondent to the person in brackets, with the answer as
    its strength. Those who have a row have answered; those who are only asked about have not. Where
    somebody has several rows, the last counts. Further columns are attributes of the respondents.

    Raises
    ------
    InvalidDataError
        If it cannot be told whose answers a row holds, or answers are words that have no order.
    """
    asked = [
        Question(i, found.group(1).strip(), found.group(2).strip())
        for i, heading in enumerate(table.headings)
        if (found := ABOUT_SOMEBODY.match(heading))
    ]
    who = _respondent(table, asked, reading)
    questions = [replace(q, about=_known(q.about, reading)) for q in asked]
    respondents = [_known((cell or "").strip(), reading) for cell in table.columns[who].to_pylist()]
    rows, notices = _last_rows(table, respondents)
    notices += _called_otherwise(table, questions, {respondents[row] for row in rows})
    ties = _ties(table, questions, respondents, rows)
    people, about = _people(table, questions, who, respondents, rows)
    return Tables(
        name=name,
        ties=ties,
        people=people,
        notices=(*table.notices, *notices, *about),
        problems=table.problems,
    )


def _known(name: str, reading: Reading) -> str:
    """Return the person that the key says is behind a name or an address."""
    return reading.key.get(name.casefold(), name)


def _called_otherwise(
    table: Table, questions: Sequence[Question], answered: set[str]
) -> list[Notice]:
    """Return a notice where those who answered are not among those asked about."""
    strangers = answered - {question.about for question in questions}
    if 2 * len(strangers) <= len(answered):
        return []
    text = (
        f"Of {len(answered):,} people who answered in {table.origin}, {len(strangers):,} are not "
        "among those asked about. If they only go by another name there, such as an address, say "
        "who is who with a key (--key)."
    )
    return [Notice(kind="called-otherwise", text=text, count=len(strangers))]


def _respondent(table: Table, questions: Sequence[Question], reading: Reading) -> int:
    """Return which column says whose answers a row holds: said, by its values, or by its name."""
    said = [h for h, role in reading.columns.items() if role in {"source", "reporter"}]
    if said and said[0] in table.headings:
        return table.headings.index(said[0])
    asked = {question.column for question in questions}
    others = [i for i in range(len(table.headings)) if i not in asked]
    names = {question.about for question in questions}
    same = {i: _share_in(table.columns[i], names) for i in others}
    best = max(same.values(), default=0.0)
    if best >= 0.5:
        found = [i for i in others if same[i] == best]
    else:
        found = [i for i in others if plain(table.headings[i]) in RESPONDENT]
    if len(found) == 1:
        return found[0]
    raise InvalidDataError([_whose(table, found or others)])


def _share_in(column: pa.Array, names: set[str]) -> float:
    cells = [cell.strip() for cell in column.to_pylist() if cell and cell.strip()]
    return sum(cell in names for cell in cells) / len(cells) if cells else 0.0


def _whose(table: Table, found: Sequence[int]) -> Problem:
    named = " and ".join(quoted(table.headings[i]) for i in found) or "no other column"
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=table.first_row - 1,
        found=f"the columns {named}",
        expected="one column that says whose answers a row holds",
        mend="Say which: --column 'HEADING=source' (in Python columns={'HEADING': 'source'}).",
    )


def _last_rows(table: Table, respondents: Sequence[str]) -> tuple[list[int], list[Notice]]:
    """Return the last row of each respondent, and what was left out."""
    last = {who: row for row, who in enumerate(respondents) if who}
    rows = sorted(last.values())
    notices = []
    blank = sum(not who for who in respondents)
    if blank:
        text = f"{blank:,} rows of {table.origin} that do not say whose they are were left out."
        notices.append(Notice(kind="nameless-rows", text=text, count=blank))
    again = len(respondents) - blank - len(rows)
    if again:
        text = f"{again:,} earlier answers of people who answered again were left out."
        notices.append(Notice(kind="answered-again", text=text, count=again))
    return rows, notices


def _ties(
    table: Table, questions: Sequence[Question], respondents: Sequence[str], rows: Sequence[int]
) -> Columns:
    strengths = strengths_of(table, [q.column for q in questions], rows)
    numbers = table.row_numbers
    dates = _dates(table, questions)
    found = [
        (respondents[row], q.about, q.relation, strength, dates[row], int(numbers[row]))
        for q in questions
        for row in rows
        if (strength := strengths[q.column][row]) is not None and respondents[row] != q.about
    ]
    columns = {
        role: text_array([tie[i] for tie in found])
        for i, role in enumerate(("source", "target", "relation", "weight", "date"))
    }
    if not any(dates):
        del columns["date"]
    rows_of = np.array([tie[5] for tie in found], dtype=np.int64)
    return Columns(table.origin, columns, rows=rows_of)


def _dates(table: Table, questions: Sequence[Question]) -> list[str | None]:
    """Return when each row was sent, where a column says so."""
    taken = {question.column for question in questions}
    for i, heading in enumerate(table.headings):
        if i not in taken and plain(heading) in TIE_HEADINGS["date"]:
            dates: list[str | None] = table.columns[i].to_pylist()
            return dates
    return [None] * len(table)


def _people(
    table: Table,
    questions: Sequence[Question],
    who: int,
    respondents: Sequence[str],
    rows: Sequence[int],
) -> tuple[Columns, list[Notice]]:
    """Return everybody who answered or is asked about, and what respondents say of themselves."""
    row_of = {respondents[row]: row for row in rows}
    names = list(dict.fromkeys([*row_of, *(question.about for question in questions)]))
    columns = {
        "id": text_array(names),
        "responded": text_array(["yes" if name in row_of else "no" for name in names]),
    }
    headings = {"id": "id", "responded": "responded"}
    taken = {who, *(question.column for question in questions)}
    for i, heading in enumerate(table.headings):
        if i in taken or not heading.strip() or plain(heading) in TIE_HEADINGS["date"]:
            continue
        cells = table.columns[i].to_pylist()
        role = f"attribute {heading}"
        columns[role] = text_array([cells[row_of[n]] if n in row_of else None for n in names])
        headings[role] = heading
    silent = len(names) - len(row_of)
    have = "1 person has" if len(row_of) == 1 else f"{len(row_of):,} people have"
    are = "1 is" if silent == 1 else f"{silent:,} are"
    text = (
        f"{have} a row in {table.origin} and so answered; {are} asked about only, and so did not."
    )
    people = Columns(table.origin, columns, headings)
    return people, [Notice(kind="answered-by-rows", text=text, count=len(names))]


WIDE = Format(
    name="wide",
    title="answers of a form",
    about="The table of answers that Google Forms, Microsoft Forms, SurveyMonkey or LimeSurvey "
    "exports for a question about everybody on a list: headings such as “I trust [Ana Ruiz]”, a "
    "row for each respondent.",
    extensions=(".csv", ".tsv", ".txt"),
    not_read=("answers in words that have no number", "earlier answers of the same person"),
    recognises=is_wide,
    takes_key=True,
    read=read_wide,
)
