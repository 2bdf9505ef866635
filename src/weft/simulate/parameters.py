"""What can be asked of the simulator, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, get_args

import numpy as np

from weft.network import InvalidRequestError, quoted

Silent = Literal["at_random", "less_popular", "more_popular"]

FEWEST_ANSWERS = 3
FEWEST_IN_AN_ORGANISATION = 3

WHOLE = {
    "people": (10, 2_000, "60 is the size of an ordinary coalition."),
    "organisations": (1, 600, "4 is usual for 60 people."),
    "waves": (1, 20, "2 waves are enough to see a change."),
    "seed": (0, None, "Any such number will do; the same one gives the same network."),
}
"""For each whole number: the least, the greatest, and what to do."""

SHARES = {
    "response": "0.82 means that 82 % answer in each wave.",
    "reciprocity": "0.5 means that half of all trust is returned.",
    "hand_over": "0.3 means that the convener hands over 30 % of the leadership from wave to wave.",
    "turnover": "0.07 means that 7 % of the people leave from wave to wave and as many join.",
    "introductions": "0.1 means one introduction for every ten people between two waves.",
    "overlooked": "0.15 means that people leave out 15 % of those they work with.",
}
"""For each share: what to do. Those that reach less far than 1 stand in ``LARGEST_SHARE``."""

LARGEST_SHARE = {"turnover": 0.5, "introductions": 0.5, "overlooked": 0.9}

MOST_INVENTED = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Everything that was asked of :func:`~weft.simulate.coalition`, as asked.

    Attributes
    ----------
    people, organisations, waves, response, silent, reciprocity, hand_over, turnover, \
introductions, overlooked, invented, seed
        As explained there.

    Raises
    ------
    InvalidRequestError
        For a value out of bounds, or values that exclude each other.
    """

    people: int
    organisations: int
    waves: int
    response: float
    silent: Silent
    reciprocity: float
    hand_over: float
    turnover: float
    introductions: float
    overlooked: float
    invented: float
    seed: int

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in WHOLE:
                object.__setattr__(self, field.name, _whole(field.name, value))
            elif field.name in SHARES:
                most, advice = LARGEST_SHARE.get(field.name, 1.0), SHARES[field.name]
                object.__setattr__(self, field.name, _number(field.name, value, most, advice))
        advice = "0.2 means that one in five adds somebody they do not work with."
        object.__setattr__(
            self, "invented", _number("invented", self.invented, MOST_INVENTED, advice)
        )
        if self.silent not in get_args(Silent):
            message = (
                f"silent is {quoted(self.silent)}; expected one of "
                f"{', '.join(get_args(Silent))}. Say who keeps silent more often."
            )
            raise InvalidRequestError(message)
        self._check_together()

    @property
    def answers(self) -> int:
        """How many people answer in each wave."""
        return round(self.response * self.people)

    def _check_together(self) -> None:
        if self.organisations * FEWEST_IN_AN_ORGANISATION > self.people:
            most = self.people // FEWEST_IN_AN_ORGANISATION
            message = (
                f"organisations is {self.organisations} for {self.people} people; expected at most "
                f"{most}, so that each has {FEWEST_IN_AN_ORGANISATION} people or more. "
                "Ask for fewer organisations or more people."
            )
            raise InvalidRequestError(message)
        if self.answers < FEWEST_ANSWERS:
            message = (
                f"response is {self.response:g}, so that {self.answers} of {self.people} people "
                f"would answer; expected at least {FEWEST_ANSWERS}. "
                f"Ask for a response of {FEWEST_ANSWERS / self.people:.2g} or more."
            )
            raise InvalidRequestError(message)


def _whole(name: str, value: object) -> int:
    low, high, advice = WHOLE[name]
    if isinstance(value, int | np.integer) and not isinstance(value, bool):
        found = int(value)
        if low <= found and (high is None or found <= high):
            return found
    bounds = f"of {low:,} or more" if high is None else f"from {low:,} to {high:,}"
    message = f"{name} is {quoted(value)}; expected a whole number {bounds}. {advice}"
    raise InvalidRequestError(message)


def _number(name: str, value: object, most: float, advice: str) -> float:
    if isinstance(value, float | int | np.integer | np.floating) and not isinstance(value, bool):
        found = float(value)
        if 0 <= found <= most:
            return found
    message = f"{name} is {quoted(value)}; expected a number from 0 to {most:g}. {advice}"
    raise InvalidRequestError(message)
