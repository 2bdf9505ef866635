"""What happened between people, summed by day: what every log comes down to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from weft.formats.logs.pseudonyms import Accounts, without_addresses
from weft.formats.roles.edges import tables_of_edges
from weft.network import InvalidDataError, Notice, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables


class Happenings:
    """Ties by day, and how much was left out and why.

    Attributes
    ----------
    accounts : Accounts
        Gives the number of a person.
    left_out : Counter
        How much was left out for each reason, which says what it is.
    """

    def __init__(self, file: File, reading: Reading) -> None:
        self.origin, self._called = without_addresses(file.origin), file.stem
        self.accounts = Accounts(reading)
        self.left_out: Counter[str] = Counter()
        self._first_days: dict[int, int] = {}
        self._weights: dict[tuple[str, int, int, int], float] = {}
        self._without_direction: set[str] = set()

    def takes_part(self, person: int, day: int) -> None:
        """Note that a person did something that day, even if it leads to no tie."""
        if self._first_days.get(person, day) >= day:
            self._first_days[person] = day

    def tie(
        self,
        relation: str,
        source: int,
        target: int,
        day: int,
        weight: float = 1.0,
        *,
        directed: bool = True,
    ) -> None:
        """Add to a tie of one day; what people do with themselves is no tie."""
        if source == target:
            self.left_out["ties from a person to themselves"] += 1
            return
        if not directed:
            self._without_direction.add(relation)
            source, target = min(source, target), max(source, target)
        self.takes_part(source, day)
        self.takes_part(target, day)
        which = (relation, source, target, day)
        self._weights[which] = self._weights.get(which, 0.0) + weight

    def tables(self, what: str, mend: str, notices: Sequence[Notice] = ()) -> Tables:
        """Return everything as tables.

        Parameters
        ----------
        what, mend : str
            What such a log is expected to hold, and what to do where it holds none.
        notices : sequence of Notice
            What else there is to say.

        Raises
        ------
        InvalidDataError
            If there was nothing between two people.
        """
        reasons = "; ".join(self._reasons())
        if not self._weights:
            problem = Problem(
                kind="empty",
                origin=self.origin,
                found=f"no {what} (left out: {reasons})" if reasons else f"no {what}",
                expected="some",
                mend=mend,
            )
            raise InvalidDataError([problem])
        ids = self.accounts.ids(self._first_days)
        rows = sorted(self._weights, key=lambda row: (row[3], row))
        edges: dict[str, Sequence[object]] = {
            "source": [ids[source] for _, source, _, _ in rows],
            "target": [ids[target] for _, _, target, _ in rows],
            "relation": [relation for relation, *_ in rows],
            "weight": [self._weights[row] for row in rows],
            "date": [iso_day(day) for *_, day in rows],
        }
        said = [*self.accounts.notices(self.origin, ids), *notices]
        if reasons:
            count = sum(self.left_out.values())
            text = f"{self.origin}: left out were {reasons}."
            said.append(Notice(kind="left-out", text=text, count=count))
        tables = tables_of_edges(
            self.origin,
            name=self._name(),
            people={"id": list(ids.values())},
            edges=edges,
            directed=[relation not in self._without_direction for relation, *_ in rows],
            notices=said,
        )
        return replace(tables, observed=True, repeats="sum")

    def _name(self) -> str:
        """Return what to call the network: not by whose mailbox it is."""
        is_of_somebody = without_addresses(self._called) != self._called
        is_of_somebody = is_of_somebody or self.accounts.is_one(self._called)
        return "network" if is_of_somebody else self._called

    def _reasons(self) -> list[str]:
        return [f"{reason} ({count:,})" for reason, count in sorted(self.left_out.items())]


SECONDS = 86_400
EPOCH = date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = 365, date.max.toordinal() - EPOCH
"""Nothing happened in 1970: such dates come from clocks that were never set."""


def day_of(seconds: float) -> int | None:
    """Return the day since 1970, in UTC; None for a time that no log can hold.

    Examples
    --------
    >>> day_of(1_700_000_000), day_of(0)
    (19675, None)
    """
    if not FIRST_DAY * SECONDS <= seconds < LAST_DAY * SECONDS:
        return None
    return int(seconds // SECONDS)


def iso_day(day: int) -> str:
    """Return a day since 1970 as it is written.

    Examples
    --------
    >>> iso_day(19675)
    '2023-11-14'
    """
    return date.fromordinal(EPOCH + day).isoformat()


def monday_of(day: int) -> int:
    """Return the Monday of the week of a day since 1970, which was a Thursday.

    Examples
    --------
    >>> iso_day(monday_of(19675))
    '2023-11-13'
    """
    return day - (day + 3) % 7


def day_written(written: str) -> int | None:
    """Return the day of a time as ISO 8601 has it, in UTC; None where it is none.

    Examples
    --------
    >>> day_written("2023-11-14T23:30:00-05:00"), day_written("2023-11-14 22:13:20 UTC")
    (19676, 19675)
    """
    from datetime import UTC, datetime

    try:
        when = datetime.fromisoformat(written.strip().removesuffix("UTC").strip())
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return day_of(when.timestamp())
    except (ValueError, OverflowError):
        return None
