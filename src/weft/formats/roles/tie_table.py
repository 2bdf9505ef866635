"""From a table to ties: which column is which, with or without a row of headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.roles.decimals import without_decimal_commas
from weft.formats.roles.direction import with_directions
from weft.formats.roles.headings import (
    PAIRS,
    PEOPLE_HEADINGS,
    TIE_HEADINGS,
    WAVE_OR_DATE,
    Headings,
    how_many_known,
    plain,
)
from weft.formats.roles.table import Table, is_blank
from weft.formats.roles.unix_times import with_dates_of_unix_times
from weft.formats.tables import Reading, Tables
from weft.network import TIE_COLUMNS, InvalidDataError, Notice, Problem, Problems, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weft.network import Columns, Relation

NUMERIC = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"
DIRECTIONS = frozenset({"directed", "undirected", "mutual"})
DIRECTION_HEADINGS = ("type", "direction")
SIGN_HEADING = "sign"
UNNAMED_RELATION = "ties"
MOST_NAMED = 10


def ties_from(table: Table, reading: Reading, name: str) -> Tables:
    """Return the ties that a table holds.

    Raises
    ------
    InvalidDataError
        If there is no column for one of the two ends, a heading could mean two things, or there
        are no rows (unless a people table says who is there).
    """
    notices = list(table.notices)
    if not table.headed and not how_many_known(table.headings) and not reading.columns:
        table, roles = _without_headings(table, notices)
    else:
        roles = roles_of(table, reading)
    note_left_out(table, roles, notices)
    direction = roles.pop("direction", None)
    ties, commas = without_decimal_commas(table.named(roles))
    notices += commas
    if plain(ties.heading("date")) != "date":
        ties, dated = with_dates_of_unix_times(ties)
        notices += dated
    problems = list(table.problems)
    if not len(ties) and not problems and not reading.people_given:
        raise InvalidDataError([_no_ties(table)])
    problems += _hidden_signs(table, ties)
    relations: tuple[Relation, ...] = ()
    if direction is not None:
        ties, relations, mixed = with_directions(ties, _directed(table.columns[direction]))
        notices += mixed
    return Tables(
        name=name,
        ties=ties,
        relations=relations,
        notices=tuple(notices),
        problems=tuple(problems),
    )


def roles_of(table: Table, reading: Reading) -> dict[str, int]:
    """Return which column has which role, by the headings and what the caller says of them."""
    headings = Headings(table.origin, table.first_row - 1, table.headings)
    headings.said(reading.columns, TIE_COLUMNS)
    _give_ends(headings)
    for i in headings.called(DIRECTION_HEADINGS):
        if says_direction(table.columns[i]):
            headings.roles["direction"] = i
    for role in ("reporter", "relation", "weight", "wave", "date"):
        headings.give(role, TIE_HEADINGS[role])
    unsure = headings.called(WAVE_OR_DATE)
    if unsure and "wave" not in headings.roles and "date" not in headings.roles:
        raise InvalidDataError([_wave_or_date(headings, unsure)])
    return headings.roles


def _give_ends(headings: Headings) -> None:
    """Give the two ends: a pair of headings that belong together, or the only two that can be."""
    if "source" in headings.roles or "target" in headings.roles:
        headings.give("source", TIE_HEADINGS["source"])
        headings.give("target", TIE_HEADINGS["target"])
    else:
        pairs = [(headings.called((first,)), headings.called((second,))) for first, second in PAIRS]
        whole = [(s[0], t[0]) for s, t in pairs if len(s) == 1 and len(t) == 1]
        if len(whole) == 1:
            headings.roles["source"], headings.roles["target"] = whole[0]
            return
        problems = []
        for role in ("source", "target"):
            found = headings.called(TIE_HEADINGS[role])
            if len(found) > 1:  # beside another source, the respondent is the one who reports
                found = [i for i in found if plain(headings.headings[i]) != "respondent"]
            if len(found) == 1:
                headings.roles[role] = found[0]
            elif found:
                problems.append(headings.ambiguous(role, found))
        if problems:
            raise InvalidDataError(problems)
    missing = [role for role in ("source", "target") if role not in headings.roles]
    if len(missing) == 2 and headings.called(
        [w for r in ("id", "name") for w in PEOPLE_HEADINGS[r]]
    ):
        raise InvalidDataError([_people_alone(headings)])
    if missing:
        raise InvalidDataError(
            [headings.missing(role, f"holds the {role} of each tie") for role in missing]
        )


def _people_alone(headings: Headings) -> Problem:
    names = ", ".join(quoted(heading) for heading in headings.headings if heading.strip())
    return Problem(
        kind="people-without-ties",
        origin=headings.origin,
        row=headings.row,
        found=f"the columns of a table of people ({names})",
        expected="a table of ties, with the columns “source” and “target”",
        mend=(
            "Give the ties too, and this table with --people (in Python people=...). If it holds "
            "ties, name the columns of their two ends “source” and “target”."
        ),
    )


def _wave_or_date(headings: Headings, found: Sequence[int]) -> Problem:
    names = " and ".join(quoted(headings.headings[i]) for i in found)
    first = headings.headings[found[0]]
    return Problem(
        kind="ambiguous-column",
        origin=headings.origin,
        row=headings.row,
        found=f"the heading {names}",
        expected="a heading that says whether this is the wave or the date",
        mend=(
            f"Say it: --column '{first}=wave' if it numbers the rounds of answers, '{first}=date' "
            f"if it says when an answer was given, '{first}=' to leave it out (in Python "
            f"columns={{{first!r}: 'wave'}}, 'date' or None)."
        ),
    )


def says_direction(column: pa.Array) -> bool:
    """Return whether a column says if ties have a direction, as Gephi and Kumu write it."""
    words = pc.unique(pc.utf8_lower(pc.utf8_trim_whitespace(column.drop_null())))
    found = (
        {word for word in words.to_pylist() if word} if len(words) <= len(DIRECTIONS) + 1 else {""}
    )
    return bool(found) and found <= DIRECTIONS


def _directed(column: pa.Array) -> NDArray[np.bool_]:
    """Return which rows have a direction; a blank cell stands for one, as in Gephi."""
    cells = pc.utf8_lower(pc.utf8_trim_whitespace(column))
    unlike = pc.is_in(cells, value_set=pa.array(["undirected", "mutual"]))
    directed: NDArray[np.bool_] = np.asarray(pc.invert(unlike))
    return directed


def _without_headings(table: Table, notices: list[Notice]) -> tuple[Table, dict[str, int]]:
    """Return the table with its first row as data, if that row plainly is data."""
    headings = Headings(table.origin, table.first_row - 1, table.headings)
    if len(table.columns) < 2 or not _is_data(table):
        raise InvalidDataError(
            [
                headings.missing(role, f"holds the {role} of each tie")
                for role in ("source", "target")
            ]
        )
    first = " and ".join(quoted(cell) for cell in table.headings[:2])
    text = (
        f"{table.origin} has no row of headings; its first two columns were read as source and "
        f"target, beginning with {first}."
    )
    notices.append(Notice(kind="no-headings", text=text, count=1))
    return table.with_first_row_as_data(), {"source": 0, "target": 1}


def _is_data(table: Table) -> bool:
    """Return whether the first row names people: by numbers, or by names that come up again."""
    first = pa.array(table.headings[:2], type=pa.string())
    if pc.all(pc.match_substring_regex(first, NUMERIC)).as_py():
        return True
    again = [pc.any(pc.is_in(first, value_set=pc.unique(end))).as_py() for end in table.columns[:2]]
    return any(again)


def note_left_out(table: Table, roles: dict[str, int], notices: list[Notice]) -> None:
    """Add a notice of the columns without a role that have a heading or hold something."""
    left = [i for i in range(len(table.headings)) if i not in roles.values()]
    left = [i for i in left if table.headings[i].strip() or not _all_blank(table.columns[i])]
    if not left:
        return
    named = [quoted(table.headings[i]) for i in left if table.headings[i].strip()]
    shown = [*named[:MOST_NAMED], *(["others"] if len(named) > MOST_NAMED else [])]
    shown += ["one without a heading"] * (len(left) - len(named))
    names = ", ".join(shown[: MOST_NAMED + 1])
    what = "1 column was" if len(left) == 1 else f"{len(left):,} columns were"
    text = f"{what} left out of {table.origin}: {names}."
    notices.append(Notice(kind="columns-left-out", text=text, count=len(left)))


def _all_blank(column: pa.Array) -> bool:
    return bool(pc.all(is_blank(column)).as_py())


def _no_ties(table: Table) -> Problem:
    return Problem(
        kind="empty",
        origin=table.origin,
        found="no rows below the headings",
        expected="a row for each tie",
        mend="Add the ties, or give a people table to say who is there without any.",
    )


def _hidden_signs(table: Table, ties: Columns) -> tuple[Problem, ...]:
    """Return the rows whose opposite meaning stands only in a column ``sign``, which is left out.

    A relation whose signs are all negative is a relation of its own, such as dislike: that is well.
    """
    where = [i for i, heading in enumerate(table.headings) if plain(heading) == SIGN_HEADING]
    if len(where) != 1:
        return ()
    negative = _begins(table.columns[where[0]], r"^\s*-\s*\d")
    if not pc.any(negative).as_py():
        return ()
    relation = ties.columns.get("relation")
    if relation is None:
        relation = pa.repeat(pa.scalar(UNNAMED_RELATION), len(ties))
    mixed = pc.index_in(pc.unique(relation.filter(negative)),
                        value_set=pc.unique(relation.filter(pc.invert(negative))))  # fmt: skip
    both = pc.unique(relation.filter(negative)).filter(pc.is_valid(mixed))
    wrong = np.asarray(pc.and_(negative, pc.is_in(relation, value_set=both)))
    if "weight" in ties.columns:
        wrong &= ~np.asarray(_begins(ties.columns["weight"], r"^\s*-"))
    signed = table.named({"sign": where[0]})

    def described(row: int) -> Problem:
        place = signed.place(row, "sign")
        return Problem(
            kind="negative",
            origin=place.origin,
            row=place.row,
            column=place.column,
            found=quoted(signed.columns["sign"][row].as_py()),
            expected="ties that all mean the same within a relation",
            mend="Put ties that mean the opposite into a relation of their own.",
        )

    problems = Problems()
    problems.add_rows("negative", np.flatnonzero(wrong), described)
    return problems.kept()


def _begins(column: pa.Array, pattern: str) -> pa.Array:
    return pc.fill_null(pc.match_substring_regex(column, pattern), fill_value=False)
