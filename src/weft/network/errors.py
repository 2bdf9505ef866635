"""What can go wrong, as a small tree.

::

    WeftError                      everything Weft raises on purpose
    ├── InvalidDataError           the data are wrong: carries every problem found
    ├── UnreadableFileError        the file cannot be opened, decoded or recognised
    ├── UnknownNameError           a relation, wave, person, column or measure that is not there
    ├── InvalidRequestError        a request that cannot be meant, such as 3 draws of nothing
    └── NotEnoughMemoryError       what was asked for would not fit into memory; nothing was started

Each class has a stable ``code`` that programs may rely on; the message is for people and always
says what was found, what was expected and what to do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_SHOWN_OF_A_KIND = 20
MOST_CHARACTERS_SHOWN = 60


class WeftError(Exception):
    """Everything Weft raises on purpose; ``code`` is stable, the text is for people."""

    code = "weft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with the data: where it stands, what is there and how to mend it.

    Attributes
    ----------
    kind : str
        A stable word for the kind of problem, such as ``unknown-person``.
    origin : str
        The file or object the problem is in.
    row : int or None
        The row as a spreadsheet counts it (the header is row 1), where there is one.
    column : str or None
        The name of the column, where there is one.
    found, expected, mend : str
        What is there, what should be there, and what to do about it.
    more : int
        How many further problems of this kind there are that are counted but not kept one by one.
    """

    kind: str
    origin: str
    row: int | None = None
    column: str | None = None
    found: str
    expected: str
    mend: str
    more: int = 0

    def __str__(self) -> str:
        """Return the problem as one sentence after its place."""
        place = [self.origin]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        found = f"found {self.found}, expected {self.expected}"
        return f"{', '.join(place)}: {found}. {self.mend}"


def quoted(value: object) -> str:
    """Return a value as it may be shown in a message: quoted, escaped and cut."""
    text = str(value)
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in text[:200]
    )
    if len(shown) > MOST_CHARACTERS_SHOWN:
        shown = f"{shown[:MOST_CHARACTERS_SHOWN]}… ({len(text):,} characters)"
    return f"“{shown}”"


def described(problems: Iterable[Problem]) -> list[str]:
    """Return problems as lines: at most 20 of a kind, then how many more there are.

    Examples
    --------
    >>> one = Problem(
    ...     kind="empty", origin="ties.csv", found="no rows", expected="ties", mend="Add one."
    ... )
    >>> described([one])
    ['ties.csv: found no rows, expected ties. Add one.']
    """
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    lines = []
    for problem in problems:
        left[problem.kind] += problem.more
        if shown[problem.kind] < MOST_SHOWN_OF_A_KIND:
            shown[problem.kind] += 1
            lines.append(str(problem))
        else:
            left[problem.kind] += 1
    lines += [f"… and {n:,} more of this kind ({kind})." for kind, n in left.items() if n]
    return lines


class InvalidDataError(WeftError):
    """The data are wrong; ``problems`` holds what was found, in the order of the rows.

    Beyond 1,000 of a kind the rest are counted in the ``more`` of the last one.
    """

    code = "invalid-data"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(described(self.problems)))


class UnreadableFileError(WeftError):
    """The file cannot be opened, decoded or recognised."""

    code = "unreadable-file"


class UnknownNameError(WeftError):
    """Something was asked for by a name that is not there; the message lists what is."""

    code = "unknown-name"

    def __init__(self, what: str, name: object, known: Sequence[str]) -> None:
        close = get_close_matches(str(name), known, n=1)
        hint = f" Did you mean {quoted(close[0])}?" if close else ""
        choices = ", ".join(known[:MOST_SHOWN_OF_A_KIND]) or "none"
        if len(known) > MOST_SHOWN_OF_A_KIND:
            choices += f", … ({len(known):,} in all)"
        super().__init__(f"There is no {what} {quoted(name)}; there is: {choices}.{hint}")


class InvalidRequestError(WeftError):
    """A request that cannot be meant; the message says what can."""

    code = "invalid-request"


class NotEnoughMemoryError(WeftError):
    """What was asked for would not fit into memory; it was not started."""

    code = "not-enough-memory"
