"""Two waves of one relation side by side: who stayed, who answered both times, and their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph, InvalidRequestError, Network, Reports
from weft.network.compile import answered_in, in_boundary
from weft.network.people import NO, YES, People

People01 = NDArray[np.bool_]
"""A mask over all people of the network."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two waves of one relation, to be seen through the eyes of any part of the people.

    Attributes
    ----------
    network : Network
    relation : str
    waves : (str, str)
        The earlier and the later one.
    """

    network: Network
    relation: str
    waves: tuple[str, str]

    @cached_property
    def inside(self) -> tuple[People01, People01]:
        """Who belongs to each wave."""
        before, after = (in_boundary(self.network, wave) for wave in self.waves)
        return before, after

    @cached_property
    def answered(self) -> tuple[People01, People01]:
        """Who of them answered in each wave."""
        before, after = (
            answered_in(self.network, wave) & inside
            for wave, inside in zip(self.waves, self.inside, strict=True)
        )
        return before, after

    @cached_property
    def stayers(self) -> People01:
        """Who belongs to both waves."""
        return self.inside[0] & self.inside[1]

    @cached_property
    def matched(self) -> People01:
        """Who of the stayers answered both times."""
        return self.answered[0] & self.answered[1] & self.stayers

    def seen(self, wave: int, people: People01, reporters: People01) -> Graph:
        """Return the ties of the earlier (0) or later (1) wave, of some people as told by some.

        Parameters
        ----------
        wave : {0, 1}
        people : bool array
            Who is within the boundary.
        reporters : bool array
            Whose answers count; whoever else is within the boundary counts as silent.
        """
        return self._heard((wave,), people, reporters).graph(self.relation, self.waves[wave])

    @cached_property
    def of_matched(self) -> Network:
        """The stayers in both waves, as told by those who answered both times."""
        return self._heard((0, 1), self.stayers, self.matched)

    def swapped(self, turned: People01) -> tuple[Graph, Graph]:
        """Return both waves of :attr:`of_matched` with the answers of some put in the other wave.

        Parameters
        ----------
        turned : bool array, shape (n_stayers,)
            Whose two reports change places.
        """
        network = self.of_matched
        reports = network.all_reports
        first, last = (network.all_waves.index(wave) for wave in self.waves)
        other = first + last - reports.wave
        wave = np.where(turned[reports.reporter], other, reports.wave).astype(np.int16)
        moved = replace(network, all_reports=replace(reports, wave=wave), _compiled={})
        return moved.graph(self.relation, self.waves[0]), moved.graph(self.relation, self.waves[1])

    def _heard(self, which: tuple[int, ...], people: People01, reporters: People01) -> Network:
        everything, everyone = self.network.all_reports, self.network.people
        waves = [self.waves[wave] for wave in which]
        codes = [self.network.all_waves.index(wave) for wave in waves]
        kept = np.isin(everything.wave, codes) & reporters[everything.reporter]
        plain = People(
            ids=everyone.ids,
            names=everyone.ids,
            attributes={},
            steward=everyone.steward,
            responded={wave: np.where(reporters, YES, NO) for wave in waves},
            invited={wave: np.where(people, YES, NO) for wave in waves},
        )
        reports: Reports = everything.take(kept)
        heard = replace(self.network, people=plain, all_reports=reports, _compiled={})
        return heard.among(people)


def pair_of(
    network: Network, relation: str | None, before: str | int | None, after: str | int | None
) -> Pair:
    """Return two waves of one relation: the first and the last where they are not named.

    Raises
    ------
    InvalidRequestError
        Where there is one wave only, or the two are not in the order of time.
    """
    mend = "Add a column “wave” to the ties, or ask again in six to twelve months."
    first, last = two_waves(network, before, after, mend=mend)
    return Pair(network, network.graph(relation, last).relation.name, (first, last))


def two_waves(
    network: Network, before: str | int | None, after: str | int | None, *, mend: str
) -> tuple[str, str]:
    """Return two waves in the order of time: the first and the last where they are not named.

    Parameters
    ----------
    network : Network
    before, after : str or int, optional
    mend : str
        What to do where there is one wave only.

    Raises
    ------
    InvalidRequestError
        Where there is one wave only, or the two are not in the order of time.
    """
    waves = network.waves
    if len(waves) < 2:
        message = f"There is one wave only ({waves[0]}); expected two or more, to compare. {mend}"
        raise InvalidRequestError(message)
    (first,) = network.wave(waves[0] if before is None else before).waves
    (last,) = network.wave(waves[-1] if after is None else after).waves
    if waves.index(first) >= waves.index(last):
        message = (
            f"The earlier wave is given as {first} and the later one as {last}; expected two waves "
            f"in the order of time, which is {', '.join(waves)}."
        )
        raise InvalidRequestError(message)
    return first, last
