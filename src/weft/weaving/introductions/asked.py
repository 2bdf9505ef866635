"""What a caller asks of a choice of introductions: bounds, quotas, who is never introduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError, UnknownNameError
from weft.weaving.ground import Ground
from weft.weaving.introductions.choosing import Limits
from weft.weaving.numbers import whole
from weft.weaving.presence import pairs_present
from weft.weaving.records import records_of

MOST_PEOPLE = 6_000
"""The tables of everybody by everybody take about 3 GB at this size."""

MOST_SHARE = 0.5


@dataclass(frozen=True, eq=False, kw_only=True)
class Asked:
    """What is asked of a choice.

    Attributes
    ----------
    limits : Limits
    keep_out, explore : float
    never : frozenset of (int, int)
        Pairs of positions that are blocked or were introduced before.
    made_before : mapping of id to int
        How many introductions each person has made.
    """

    limits: Limits
    keep_out: float
    explore: float
    never: frozenset[tuple[int, int]]
    made_before: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(  # noqa: PLR0913  (what a caller may settle, as it was given)
        cls,
        ground: Ground,
        *,
        each: int | Mapping[str, int],
        most: int | None,
        keep_out: float,
        explore: float,
        blocked: Iterable[Sequence[str]],
        before: object,
        quotas: Mapping[str, int] | None,
        least_served_first: bool,
    ) -> Asked:
        """Check what was asked."""
        if ground.n > MOST_PEOPLE:
            message = (
                f"There are {ground.n:,} people; introductions are chosen among up to "
                f"{MOST_PEOPLE:,}. Take a part of the network, such as "
                "net.people_where(region='north')."
            )
            raise InvalidRequestError(message)
        for name, share in (("keep_out", keep_out), ("explore", explore)):
            if not 0 <= share <= MOST_SHARE:
                message = f"{name} is {share!r}; expected a share from 0 to {MOST_SHARE}."
                raise InvalidRequestError(message)
        past = records_of(before, needed=("a", "b"))
        known = ground.people.position
        met = [
            (known[a], known[b])
            for a, b in zip(past.a, past.b, strict=True)
            if a in known and b in known
        ]
        apart = [*pairs_present(ground, blocked, "blocked"), *met]
        return cls(
            limits=Limits(
                each=_each(ground, each),
                most=whole("most", ground.n**2 if most is None else most, least=0),
                group=ground.group_codes
                if ground.group_codes is not None
                else np.zeros(ground.n, dtype=np.intp),
                quota=_quota(ground, quotas),
                first=_least_served(ground) if least_served_first else np.zeros(ground.n, bool),
            ),
            keep_out=keep_out,
            explore=explore,
            never=frozenset((min(pair), max(pair)) for pair in apart),
            made_before=Counter(
                who for who, made in zip(past.introducer, past.made, strict=True) if who and made
            ),
        )

    def allowed(self, ground: Ground) -> NDArray[np.bool_]:
        """Return who may be introduced to whom, as a table.

        Not: who is tied, hubs, those blocked or introduced before, and two of whom neither
        answered, since then nobody can say whether they are tied.
        """
        allowed = ~ground.are_tied & (ground.answered[:, None] | ground.answered[None, :])
        allowed[ground.hubs, :] = False
        allowed[:, ground.hubs] = False
        for a, b in self.never:
            allowed[a, b] = allowed[b, a] = False
        np.fill_diagonal(allowed, val=False)
        return allowed

    def said(self) -> dict[str, object]:
        """Return what was asked, as it is kept beside the result."""
        return {"keep_out": self.keep_out, "explore": self.explore}


def _each(ground: Ground, each: int | Mapping[str, int]) -> NDArray[np.int64]:
    if not isinstance(each, Mapping):
        return np.full(ground.n, whole("each", each, least=0), dtype=np.int64)
    bounds = np.ones(ground.n, dtype=np.int64)
    for person, many in each.items():
        bounds[ground.positions_of([person])] = whole(f"each[{person!r}]", many, least=0)
    return bounds


def _quota(ground: Ground, quotas: Mapping[str, int] | None) -> dict[int, int]:
    if not quotas:
        return {}
    if ground.group is None:
        message = (
            "quotas are given, and nothing groups people. Say which column of the people table "
            "does, such as group='organisation'."
        )
        raise InvalidRequestError(message)
    _, names = ground.tied.groups(ground.group)
    for name in quotas:
        if str(name) not in names:
            raise UnknownNameError(f"group of {ground.group}", str(name), names)
    return {
        names.index(str(name)): whole(f"quotas[{name!r}]", many, least=0)
        for name, many in quotas.items()
    }


def _least_served(ground: Ground) -> NDArray[np.bool_]:
    """Return who is in the quarter with the fewest ties (and all with as few as the last of it)."""
    if ground.n == 0:
        return np.zeros(0, dtype=bool)
    few = np.sort(ground.contacts)[max(ground.n // 4 - 1, 0)]
    least: NDArray[np.bool_] = (ground.contacts <= few) & ~ground.hubs
    return least
