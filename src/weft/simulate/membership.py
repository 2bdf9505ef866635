"""Who is in the network in each wave: people on seats, some of which change hands.

A seat belongs to an organisation. When somebody leaves, a newcomer takes the seat, so that every
wave has the same number of people and the organisations keep their size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.simulate.parameters import FEWEST_IN_AN_ORGANISATION, Parameters
from weft.simulate.streams import Purpose, stream

EVENNESS = (1.4, 0.6)
"""How the largest and the smallest organisation compare, beyond the fewest that each has."""

SOCIABILITY = 0.42
"""The standard deviation of sociability; that of popularity is 1."""

POPULAR_AND_SOCIABLE = 0.4
"""The correlation of popularity with sociability."""

ORGANISERS = 0.85
"""Whoever stands above this normal score (popularity and luck in equal parts) is an organiser."""


@dataclass(frozen=True, eq=False, slots=True)
class Membership:
    """Who sits where in each wave, and what is lasting about everyone.

    Attributes
    ----------
    seats : int array, shape (waves, people)
        The person on each seat in each wave.
    newly : bool array, shape (waves, people)
        Whether the seat changed hands before this wave.
    seat_organisation : int array, shape (people,)
    steward : int
        The seat, and the person, of the convener.
    organisation, joined : int arrays, by person
        ``joined`` is the wave, counted from 0.
    popularity, sociability : float arrays, by person
    organiser : bool array, by person
    """

    seats: NDArray[np.intp]
    newly: NDArray[np.bool_]
    seat_organisation: NDArray[np.intp]
    steward: int
    organisation: NDArray[np.intp]
    joined: NDArray[np.intp]
    popularity: NDArray[np.float64]
    sociability: NDArray[np.float64]
    organiser: NDArray[np.bool_]

    @property
    def everyone(self) -> int:
        """How many people there are over all waves."""
        return len(self.organisation)


def membership(asked: Parameters) -> Membership:
    """Return who is in the network in each wave."""
    people = asked.people
    seat_organisation = _organisations(asked)
    steward = int(np.flatnonzero(seat_organisation == 0)[0])
    seats = np.empty((asked.waves, people), dtype=np.intp)
    newly = np.zeros((asked.waves, people), dtype=bool)
    seats[0] = np.arange(people)
    organisation, joined = [seat_organisation], [np.zeros(people, dtype=np.intp)]
    effects = [_effects(asked.seed, 0, people)]
    may_leave = np.delete(np.arange(people), steward)
    leaving = round(asked.turnover * people)
    for wave in range(1, asked.waves):
        rng = stream(asked.seed, Purpose.LEAVING, wave)
        left = np.sort(rng.permutation(may_leave)[:leaving])
        seats[wave] = seats[wave - 1]
        seats[wave, left] = people + (wave - 1) * leaving + np.arange(leaving)
        newly[wave, left] = True
        organisation.append(seat_organisation[left])
        joined.append(np.full(leaving, wave, dtype=np.intp))
        effects.append(_effects(asked.seed, wave, leaving))
    popularity, sociability, luck = np.concatenate(effects, axis=1)
    return Membership(
        seats=seats,
        newly=newly,
        seat_organisation=seat_organisation,
        steward=steward,
        organisation=np.concatenate(organisation),
        joined=np.concatenate(joined),
        popularity=popularity,
        sociability=sociability,
        organiser=(popularity + luck) / np.sqrt(2) > ORGANISERS,
    )


def _organisations(asked: Parameters) -> NDArray[np.intp]:
    """Return the organisation of each seat: sizes that fall evenly, seats in a chance order."""
    many, least = asked.organisations, FEWEST_IN_AN_ORGANISATION
    bounds = np.cumsum(np.linspace(*EVENNESS, many))
    spread = asked.people - least * many
    ends = np.rint(bounds / bounds[-1] * spread).astype(np.intp)
    sizes = least + np.diff(ends, prepend=0)
    rng = stream(asked.seed, Purpose.ORGANISATIONS)
    return rng.permutation(np.repeat(np.arange(many), sizes))


def _effects(seed: int, wave: int, many: int) -> NDArray[np.float64]:
    """Return popularity, sociability and luck of those who come in a wave, as three rows."""
    popularity, own, luck = stream(seed, Purpose.EFFECTS, wave).standard_normal((3, many))
    shared = POPULAR_AND_SOCIABLE
    sociability = SOCIABILITY * (shared * popularity + np.sqrt(1 - shared**2) * own)
    return np.stack([popularity, sociability, luck])
