"""What is wrong with a table that an engine has opened: found by counting, before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weft.network import InvalidDataError, Problem, quoted
from weft.scale import plans

if TYPE_CHECKING:
    from weft.scale.engine import Engine


def refuse_wrong_cells(engine: Engine, origin: str) -> None:
    """Raise an error where a cell of the opened table is not what its column needs."""
    found: dict[str, Any] = engine.rows(plans.WRONG).to_pylist()[0]
    problems = [
        Problem(
            kind=kind,
            origin=origin,
            column=role,
            found=f"{found[role]:,} cells that are none",
            expected=expected,
            mend="“weft check” says which rows, part by part.",
        )
        for role, kind, expected in (
            ("source", "empty-cell", "a name or id in each row"),
            ("target", "empty-cell", "a name or id in each row"),
            ("weight", "not-a-number", "a finite number of 0 or more in each row"),
        )
        if found[role]
    ]
    if not found["found"]:
        problems.append(
            Problem(
                kind="empty",
                origin=origin,
                found="no rows",
                expected="a tie in each row",
                mend="Look whether this is the right file.",
            )
        )
    if problems:
        raise InvalidDataError(problems)


def refuse_unknown_people(engine: Engine, origin: str) -> None:
    """Raise an error where a tie has an end that is not in the people table."""
    found = engine.rows(plans.UNKNOWN).to_pylist()[0]
    if found["many"]:
        raise InvalidDataError(
            [
                Problem(
                    kind="unknown-person",
                    origin=origin,
                    found=f"{found['many']:,} ids such as {quoted(found['first'])}",
                    expected="the ids of people in the people table",
                    mend="Add them to the people table, or correct the ids.",
                )
            ]
        )
