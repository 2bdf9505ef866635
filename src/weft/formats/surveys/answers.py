"""What was ticked or chosen in a form, as the strength of a tie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.network import Problem, Problems, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.table import Table

NUMBERED = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:[-–—:.)(/]\s*\D.*|\s+\D.*)?$", re.DOTALL)
"""A number, or a number before the words of an answer: `3`, `3 - often`, `4: very much`."""

TICKED = frozenset(
    ["yes", "y", "true", "x", "✓", "✔", "☑", "checked", "selected", "ja", "oui", "sí", "si", "sim"]
)
NOT_TICKED = frozenset(
    ["no", "n", "false", "never", "none", "nein", "non", "não", "☐", "unchecked"]
)
NO_ANSWER = frozenset(("", "-", "–", "—", "n/a", "na"))

MOST_SHOWN = 8


def strengths_of(
    table: Table, columns: Sequence[int], rows: Sequence[int]
) -> dict[int, dict[int, str | None]]:
    """Return, for each column and row, the strength an answer stands for; None for no answer.

    A number stands for itself, also before words (`3 - often`); a tick or yes is 1, a no is 0.

    Raises
    ------
    InvalidDataError
        If answers are other words: which is the stronger cannot be known.

    Examples
    --------
    >>> strength("3 - often"), strength("Yes"), strength(" ")
    ('3', '1', None)
    """
    problems = Problems()
    words: dict[str, int] = {}
    strengths: dict[int, dict[int, str | None]] = {}
    for column in columns:
        cells = table.columns[column].to_pylist()
        strengths[column] = {}
        for row in rows:
            try:
                strengths[column][row] = strength(cells[row])
            except ValueError:
                words.setdefault(cells[row].strip(), row)
    if words:
        problems.add(_in_words(table, words))
    problems.raise_if_any()
    return strengths


def strength(cell: str | None) -> str | None:
    """Return the strength an answer stands for, None for no answer.

    Raises
    ------
    ValueError
        If it is in words that stand for no number.
    """
    text = (cell or "").strip()
    if text.casefold() in NO_ANSWER:
        return None
    if text.casefold() in TICKED:
        return "1"
    if text.casefold() in NOT_TICKED:
        return "0"
    number = NUMBERED.match(text)
    if number is None:
        raise ValueError(text)
    return number.group(1).replace(",", ".")


def _in_words(table: Table, words: dict[str, int]) -> Problem:
    shown = ", ".join(quoted(word) for word in list(words)[:MOST_SHOWN])
    return Problem(
        kind="answers-in-words",
        origin=table.origin,
        row=int(table.row_numbers[min(words.values())]),
        found=f"the answers {shown}",
        expected="numbers, or answers that begin with a number",
        mend="Replace each answer by its number, such as 0 for never and 4 for always.",
    )
