"""Who was asked about which tie and what they said: the data of the model, as sparse arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.network.compile import answered_in, in_boundary, known_by_whom
from weft.uncertainty.reporters.strata import strata

if TYPE_CHECKING:
    from weft.network import Network
    from weft.network.reports import Reports

AskedAbout = Literal["own", "all", "listed"]
"""Whom each person was asked about: their own ties, everybody's, or what the table lists."""


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """One relation in one wave: which ties somebody reports, and who was asked about each.

    Attributes
    ----------
    relation, wave : str
    asked : {'own', 'all', 'listed'}
        ``own``: each person who answered was asked about every tie that they are an end of, and
        where they did not say yes they said no. ``all``: so about all ties. ``listed``: only about
        what stands in the table, where 0 is a no.
    directed : bool
    inside, answered : bool arrays, shape (n_people,)
        Who belongs to the wave, and who of them answered.
    source, target : int64 arrays, shape (n_ties,)
        The ties that are looked at one by one, rising: of which at least one says that they are
        there, and those of two who share a partner (with ``listed``: all listed ones).
    stratum : int64 array, shape (n_ties,)
        How close the two are through others, by :mod:`~weft.uncertainty.reporters.strata`.
    asked_start, asked_by : int64 arrays
        Who was asked about tie t: from ``asked_start[t]`` up to ``asked_start[t + 1]``. Empty
        with ``all``, where it is the same for each tie.
    said_start, said_by : int64 arrays
        In the same way, who said yes.
    said : float64 array
        How much they said: 1, or how strong the tie is.
    echo : float64 array
        What the same person said of the tie the other way round; 0 without direction.
    echoes : float
        The sum of that over all who were asked, also of those who said no.
    """

    relation: str
    wave: str
    asked: AskedAbout
    directed: bool
    inside: NDArray[np.bool_]
    answered: NDArray[np.bool_]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    stratum: NDArray[np.int64]
    asked_start: NDArray[np.int64]
    asked_by: NDArray[np.int64]
    said_start: NDArray[np.int64]
    said_by: NDArray[np.int64]
    said: NDArray[np.float64]
    echo: NDArray[np.float64]
    echoes: float

    @property
    def times_asked(self) -> NDArray[np.int64]:
        """How many were asked about each tie."""
        if self.asked == "all":
            return np.full(len(self.source), int(self.answered.sum()), dtype=np.int64)
        return np.diff(self.asked_start)

    def unnamed(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the ties that are not looked at, in classes by how many were asked about them.

        Nobody names them, and the two share no partner, so that those of a class are all alike.

        Returns
        -------
        counts : int64 array, shape (n_classes,)
        by_person : int64 array, shape (n_classes, n_people)
            About how many of them each person was asked.
        """
        n, ways = len(self.inside), 2 if self.directed else 1
        people = int(self.inside.sum())
        every = ways * people * (people - 1) // 2
        if self.asked == "listed":
            return np.zeros(0, dtype=np.int64), np.zeros((0, n), dtype=np.int64)
        if self.asked == "all":
            left = every - len(self.source)
            return np.array([left]), (left * self.answered[None, :]).astype(np.int64)
        heard = int(self.answered.sum())
        silent = people - heard
        by_person = np.stack([self.answered * ways * silent, self.answered * ways * (heard - 1)])
        counts = np.array([ways * heard * silent, ways * heard * (heard - 1) // 2])
        times = self.times_asked
        for kind in (1, 2):
            counts[kind - 1] -= int((times == kind).sum())
            rows = np.repeat(times == kind, times)
            by_person[kind - 1] -= np.bincount(self.asked_by[rows], minlength=n)
        return counts.astype(np.int64), by_person.astype(np.int64)

    def nobody_asked(
        self, source: NDArray[np.int64], target: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Return of which ties, that are not looked at, nobody was asked."""
        if self.asked == "listed":
            return np.ones(len(source), dtype=bool)
        if self.asked == "all":
            return np.full(len(source), not self.answered.any())
        found: NDArray[np.bool_] = ~(self.answered[source] | self.answered[target])
        return found

    @property
    def keys(self) -> NDArray[np.int64]:
        """Each tie as one number, rising."""
        return self.source * len(self.inside) + self.target


def layer_of(
    network: Network, relation: str, wave: str, asked: AskedAbout | None, *, counts: bool
) -> Layer:
    """Return what was said of one relation in one wave.

    Parameters
    ----------
    network : Network
    relation, wave : str
    asked : {'own', 'all', 'listed'} or None
        None: as the reports show, ``own`` where people report ties that they are an end of.
    counts : bool
        Whether it matters how strong a tie is said to be.
    """
    declared = network.declared(relation)
    n = max(len(network.people), 1)
    rows = _rows_of(network, relation, wave)
    known_by = known_by_whom(rows, directed=declared.directed)
    if asked is None and known_by == "source":
        message = (
            f"Each tie of {relation} rests on the word of its source alone; two who were asked "
            "about the same tie are needed to tell how people report. Ask both ends and give the "
            "data a column `reporter`, or say asked='own' where both were asked."
        )
        raise InvalidRequestError(message)
    asked = asked or ("all" if known_by == "anyone" else "own")
    if asked == "own":
        rows = rows.take((rows.reporter == rows.source) | (rows.reporter == rows.target))
    if asked != "listed":
        rows = rows.take(rows.value > 0)
    first, second = rows.source.astype(np.int64), rows.target.astype(np.int64)
    if not declared.directed:
        first, second = np.minimum(first, second), np.maximum(first, second)
    reported = _once_each(first * n + second, rows, n, counts=counts)
    return _filled(network, declared.directed, (relation, wave), asked, reported)


def _rows_of(network: Network, relation: str, wave: str) -> Reports:
    everything = network.all_reports
    code = [r.name for r in network.all_relations].index(relation)
    when = network.all_waves.index(wave)
    rows = everything.take((everything.relation == code) & (everything.wave == when))
    return rows.take(rows.source != rows.target)


@dataclass(frozen=True, eq=False, slots=True)
class _Reported:
    """Each pair of tie and reporter once: the greatest that was said."""

    key: NDArray[np.int64]
    reporter: NDArray[np.int64]
    value: NDArray[np.float64]


def _once_each(key: NDArray[np.int64], rows: Reports, n: int, *, counts: bool) -> _Reported:
    value = rows.value if counts else (rows.value > 0).astype(np.float64)
    if counts and (value != np.round(value)).any():
        found = float(value[value != np.round(value)][0])
        message = (
            f"A tie has the strength {found:g}; strengths that are counted must be whole numbers. "
            "Leave out answers='strengths' to ask only whether there is a tie."
        )
        raise InvalidRequestError(message)
    both = key * n + rows.reporter
    pairs, where = np.unique(both, return_inverse=True)
    most = np.zeros(len(pairs))
    np.maximum.at(most, where, value)
    return _Reported(pairs // n, pairs % n, most)


def _filled(
    network: Network,
    directed: bool,  # noqa: FBT001
    named: tuple[str, str],
    asked: AskedAbout,
    reported: _Reported,
) -> Layer:
    n = max(len(network.people), 1)
    inside = in_boundary(network, named[1])
    answered = answered_in(network, named[1]) & inside
    keys, stratum = strata(reported.key, reported.value > 0, n, directed=directed)
    if asked == "listed":
        listed = np.isin(keys, reported.key)
        keys, stratum = keys[listed], stratum[listed]
    source, target = keys // n, keys % n
    if asked == "own":
        ends = np.stack([source, target], axis=1)
        heard = answered[ends]
        asked_by, times = ends[heard], heard.sum(axis=1)
    elif asked == "listed":
        asked_by = reported.reporter
        times = np.bincount(np.searchsorted(keys, reported.key), minlength=len(keys))
    else:
        asked_by, times = np.empty(0, dtype=np.int64), np.zeros(len(keys), dtype=np.int64)
    yes = reported.value > 0
    key, reporter, value = reported.key[yes], reported.reporter[yes], reported.value[yes]
    echo, echoes = np.zeros(len(key)), 0.0
    if directed:
        back = (key % n) * n + key // n
        echo = _said_of(back, reporter, key, reporter, value, n)
        also = np.ones(len(value))  # who said yes was asked about the tie the other way too
        if asked == "listed":
            every = np.ones(len(reported.key))
            also = _said_of(back, reporter, reported.key, reported.reporter, every, n)
        echoes = float((value * also).sum())
    return Layer(
        relation=named[0],
        wave=named[1],
        asked=asked,
        directed=directed,
        inside=inside,
        answered=answered,
        source=source,
        target=target,
        stratum=stratum,
        asked_start=np.concatenate([[0], np.cumsum(times)]).astype(np.int64),
        asked_by=asked_by.astype(np.int64),
        said_start=np.searchsorted(key, np.append(keys, n * n)).astype(np.int64),
        said_by=reporter,
        said=value,
        echo=echo,
        echoes=echoes,
    )


def _said_of(
    key: NDArray[np.int64],
    reporter: NDArray[np.int64],
    keys: NDArray[np.int64],
    reporters: NDArray[np.int64],
    values: NDArray[np.float64],
    n: int,
) -> NDArray[np.float64]:
    """Return what these reporters said of these ties: 0 where they did not."""
    if not len(keys):
        return np.zeros(len(key))
    every = keys * n + reporters  # rising, as it came from `unique`
    wanted = key * n + reporter
    at = np.minimum(np.searchsorted(every, wanted), len(every) - 1)
    return np.where(every[at] == wanted, values[at], 0.0)


def layers_of(
    network: Network,
    chosen: Sequence[tuple[str, str]],
    asked: AskedAbout | None,
    *,
    counts: bool,
) -> tuple[Layer, ...]:
    """Return several relations or waves, whose reporters are the same people."""
    return tuple(
        layer_of(network, relation, wave, asked, counts=counts) for relation, wave in chosen
    )
