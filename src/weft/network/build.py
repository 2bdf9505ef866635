"""From columns of text to a validated network: every problem is found before one is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.network.cells import labels, numbers
from weft.network.errors import InvalidDataError, InvalidRequestError, Problem, quoted
from weft.network.network import Network, Notice
from weft.network.numbering import numbered_together
from weft.network.people import People
from weft.network.people_table import people_from_table
from weft.network.problems import Problems
from weft.network.relation import WITHOUT_DIRECTION, Relation
from weft.network.repeats import Repeats, without_repeats, without_self_ties
from weft.network.reports import Reports
from weft.network.unnamed import UNNAMED_RELATION, UNNAMED_WAVE
from weft.network.waves import all_in_order, said_of_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network.columns import Columns

MOST_NAMES = 1_000
"""More relations or waves than this are ids, dates or free text in the wrong column."""


def build(  # noqa: PLR0913  (what a reader hands over, and what the caller says)
    ties: Columns,
    people: Columns | None = None,
    *,
    name: str = "network",
    relations: Sequence[Relation] = (),
    of_source: Sequence[Relation] = (),
    waves_known: Sequence[str] = (),
    waves_in_order: bool = False,
    everyone_answered: bool = False,
    repeats: Repeats = "largest",
    notices: Sequence[Notice] = (),
    problems: Sequence[Problem] = (),
) -> Network:
    """Return the network that two tables describe.

    Parameters
    ----------
    ties : Columns
        Needs the roles ``source`` and ``target``; may have ``relation``, ``weight``, ``wave``,
        ``reporter`` and ``date``. Other columns are left out, with a notice.
    people : Columns, optional
        Needs the role ``id``. Without it, everyone who stands in a tie is a person.
    name : str
        What to call the network.
    relations : sequence of Relation
        Directions and scales that differ from the defaults: ``works_with`` has no direction,
        every other relation has one; no scale is checked. Each must be in the data.
    of_source : sequence of Relation
        What the source itself says of its relations; they are there even without a report.
    waves_known : sequence of str
        Waves that are there even without a report.
    waves_in_order : bool
        Whether these stand in the order of time; any others come after them.
    everyone_answered : bool
        The statement that everybody answered in every wave.
    repeats : {'largest', 'sum'}
        What becomes of rows that repeat one report (same reporter, source, target, relation and
        wave): the largest value is kept, or their sum (for counts such as messages).
    notices : sequence of Notice
        What the reader already did to the data.
    problems : sequence of Problem
        What the reader already found wrong; raised with what is found here.

    Returns
    -------
    Network

    Raises
    ------
    InvalidDataError
        With every problem found: empty or overlong ids, unknown people, repeated ids, weights that
        are no number, infinite, negative or outside a declared scale.

    Notes
    -----
    A tie from a person to themselves is left out and counted in a notice.
    """
    if repeats not in get_args(Repeats):
        raise InvalidRequestError(
            f"The rule for repeats is {quoted(repeats)}; expected one of: "
            f"{', '.join(get_args(Repeats))}."
        )
    wrong = Problems(problems)
    found = list(notices)
    missing = [role for role in ("source", "target") if role not in ties.columns]
    if missing:
        raise InvalidDataError([_missing_column(ties, role) for role in missing])
    everyone, position = _people_and_ends(ties, people, wrong)
    relation, relation_names = _coded(ties, "relation", UNNAMED_RELATION, wrong)
    wave, wave_names = _coded(ties, "wave", UNNAMED_WAVE, wrong)
    waves = all_in_order(
        waves_known, [*wave_names, *filter(None, everyone.responded)], waves_in_order
    )
    found += said_of_order(waves[len(waves_known) if waves_in_order else 0 :])
    declared, relation = _with_relations_of(of_source, relation_names, relations, relation)
    scales = [r.scale for r in declared]
    value = numbers(ties, "weight", wrong, relation=relation, scales=scales)
    wrong.raise_if_any()
    reports = Reports(
        reporter=position.get("reporter", position["source"]),
        source=position["source"],
        target=position["target"],
        relation=relation,
        wave=_recoded(wave, wave_names, waves),
        value=value,
        date=_dates(ties),
    )
    reports = without_self_ties(reports, found)
    with_direction = np.array([r.directed for r in declared], dtype=bool)
    reports = without_repeats(reports, with_direction, repeats, found)
    network = Network(
        name=name,
        people=everyone,
        all_reports=reports,
        all_relations=declared,
        all_waves=waves,
        chosen_relations=tuple(r.name for r in declared),
        chosen_waves=waves,
        notices=tuple(found),
    )
    return network.everyone_answered() if everyone_answered else network


def _missing_column(table: Columns, role: str) -> Problem:
    seen = ", ".join(table.headings.values()) or "none"
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found=f"the columns {seen}",
        expected=f"a column {quoted(role)}",
        mend=f"Name the column that holds the {role} of each tie “{role}”.",
    )


def _people_and_ends(
    ties: Columns, people: Columns | None, problems: Problems
) -> tuple[People, dict[str, NDArray[np.int32]]]:
    """Return everybody, and where those in each column of ids stand among them."""
    coded = ties.coded
    if coded is not None and people is None:
        return _everyone_named(coded.ids), dict(coded.ends)
    if coded is not None:
        assert people is not None  # noqa: S101  (the case before)
        everyone = people_from_table(people, problems)
        ids = pa.array(coded.ids, type=pa.string())
        found = pc.index_in(ids, value_set=pa.array(everyone.ids, type=pa.string()))
        if not found.null_count:
            place = np.asarray(found, dtype=np.int32)
            return everyone, {role: place[codes] for role, codes in coded.ends.items()}
    ends = {role: labels(ties, role, problems) for role in ("source", "target")}
    if "reporter" in ties.columns:
        ends["reporter"] = labels(ties, "reporter", problems, instead=ends["source"])
    if people is None:
        names, codes = numbered_together(list(ends.values()))
        return _everyone_named(names), dict(zip(ends, codes, strict=True))
    if coded is None:
        everyone = people_from_table(people, problems)
    return everyone, {r: _positions(ties, r, ends[r], everyone, problems) for r in ends}


def _everyone_named(ids: tuple[str, ...]) -> People:
    """Return the people of whom nothing is known but that they stand in a tie."""
    return People(ids=ids, names=ids, attributes={}, steward=np.zeros(len(ids), dtype=bool))


def _positions(
    ties: Columns, role: str, values: pa.Array, everyone: People, problems: Problems
) -> NDArray[np.int32]:
    """Return where each id stands among the people; unknown ones become problems."""
    found = pc.index_in(values, value_set=pa.array(everyone.ids, type=pa.string()))
    unknown = np.flatnonzero(pc.and_(pc.is_null(found), pc.is_valid(values)))
    if len(unknown):
        by_name = dict(zip(everyone.names, everyone.ids, strict=True))

        def described(row: int) -> Problem:
            place, label = ties.place(row, role), values[row].as_py()
            mend = "Add the person to the people table, or correct the id."
            if label.strip() in everyone.position:
                mend = f"Did you mean {quoted(label.strip())}? The spaces differ."
            elif label in by_name:
                mend = f"That is a name; write the id {quoted(by_name[label])}."
            return Problem(
                kind="unknown-person",
                origin=place.origin,
                row=place.row,
                column=place.column,
                found=quoted(label),
                expected="the id of somebody in the people table",
                mend=mend,
            )

        problems.add_rows("unknown-person", unknown, described)
    position: NDArray[np.int32] = np.asarray(pc.fill_null(found, 0), dtype=np.int32)
    return position


def _coded(
    ties: Columns, role: str, unnamed: str, problems: Problems
) -> tuple[NDArray[np.int16], list[str]]:
    """Return a column of few different names as codes, and the names by code."""
    if role not in ties.columns:
        return np.zeros(len(ties), dtype=np.int16), [unnamed] if len(ties) else []
    if ties.coded is not None and role in ties.coded.labels:
        return _with_blanks_named(*ties.coded.labels[role], unnamed)
    coded = labels(ties, role, problems, otherwise=unnamed).dictionary_encode()
    names: list[str] = coded.dictionary.to_pylist()
    if len(names) > MOST_NAMES:
        place = ties.place(0, role)
        problem = Problem(
            kind="too-many-names",
            origin=place.origin,
            column=place.column,
            found=f"{len(names):,} different values",
            expected=f"at most {MOST_NAMES:,} {role}s",
            mend=f"Leave the column out if it does not hold the {role} of each tie.",
        )
        problems.add(problem)
        return np.zeros(len(ties), dtype=np.int16), names[:1]
    return np.asarray(coded.indices, dtype=np.int16), names


def _with_blanks_named(
    codes: NDArray[np.int16], found: Sequence[str], unnamed: str
) -> tuple[NDArray[np.int16], list[str]]:
    """Return codes and names with a name in place of the empty one."""
    filled = [name or unnamed for name in found]
    names = list(dict.fromkeys(filled))
    if len(names) < len(filled):
        codes = np.array([names.index(name) for name in filled], dtype=np.int16)[codes]
    return codes, names


def _recoded(
    codes: NDArray[np.int16], names: Sequence[str], order: Sequence[str]
) -> NDArray[np.int16]:
    new = np.array([order.index(name) for name in names] or [0], dtype=np.int16)
    unmoved = np.array_equal(new, np.arange(len(new)))
    return codes if unmoved else new[codes]


def _declared(names: Sequence[str], given: Sequence[Relation]) -> tuple[Relation, ...]:
    known: Mapping[str, Relation] = {relation.name: relation for relation in given}
    if not names:
        return tuple(known.values()) or (Relation(name=UNNAMED_RELATION),)
    for name in known:
        if name not in names:
            message = (
                f"A direction or scale is given for the relation {quoted(name)}, "
                f"which the data do not have; they have: {', '.join(names)}."
            )
            raise InvalidRequestError(message)
    default = {n: Relation(name=n, directed=n not in WITHOUT_DIRECTION) for n in names}
    return tuple(known.get(name, default[name]) for name in names)


def _with_relations_of(
    source: Sequence[Relation],
    met: Sequence[str],
    given: Sequence[Relation],
    codes: NDArray[np.int16],
) -> tuple[tuple[Relation, ...], NDArray[np.int16]]:
    """Return every relation, those that the source declares first, and the codes that fit them."""
    names = list(dict.fromkeys([*(r.name for r in source), *met]))
    said = {relation.name for relation in given}
    declared = _declared(names, [*given, *(r for r in source if r.name not in said)])
    return declared, _recoded(codes, met, names)


def _dates(ties: Columns) -> NDArray[np.object_]:
    if "date" not in ties.columns:
        return np.full(len(ties), None, dtype=object)
    cells = ties.columns["date"]
    cells = pc.if_else(pc.equal(cells, ""), pa.scalar(None, type=pa.string()), cells)
    dates: NDArray[np.object_] = cells.to_numpy(zero_copy_only=False)
    return dates
