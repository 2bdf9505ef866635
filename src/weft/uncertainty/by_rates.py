"""Unknown ties drawn by the rates at which ties come: what large networks are completed by.

Two policies of :mod:`weft.uncertainty.silence` draw. ``reconstruct`` takes the word of one for
both, and draws what neither said at the observed density. ``impute`` draws every unknown tie: given
what the other end said where that is known, else as dyads are where both answered, and likelier
towards those whom many name.

The silent do not name everyone alike: drawing that would make ways two-way that are not, and
shorter (in ``turns_to`` of :mod:`weft.simulate`, 40 people, 30 % silent: hierarchy -0.28,
efficiency +0.08). But the rates are taken as sure, and people in common as no reason: where
networks are small enough, :mod:`weft.uncertainty.answers` does better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.rates import Rates

if TYPE_CHECKING:
    from weft.network import Graph
    from weft.uncertainty.silence import Policy

FEWEST_DRAWS, MOST_WORK_OVER_ALL_DRAWS = 2, 500_000_000
"""Fewer draws are made of a large network, so that people times ties over all stay within this."""


def drawn_by_rates(graph: Graph, policy: Policy, *, draws: int, seed: int) -> tuple[Graph, ...]:
    """Return the graph with every unknown tie drawn, as many times as asked for.

    Parameters
    ----------
    graph : Graph
        At least one person must have answered.
    policy : {'reconstruct', 'impute'}
    draws : int
        Fewer are made of a large network, such as 20 of 2,000 people with 12,000 ties, but no fewer
        than 2.
    seed : int
        The same seed gives the same draws.

    Returns
    -------
    tuple of Graph
    """
    affordable = MOST_WORK_OVER_ALL_DRAWS // max(graph.n * graph.m, 1)
    many = min(draws, max(affordable, FEWEST_DRAWS))
    streams = np.random.default_rng(seed).spawn(many)
    rates = Rates(graph)
    return tuple(_drawn(rates, policy, rng) for rng in streams)


def _drawn(rates: Rates, policy: Policy, rng: np.random.Generator) -> Graph:
    graph = rates.graph
    if not graph.directed or graph.known_by != "source":
        source, target = _both_silent(rates, rng)
    else:
        source, target = _source_silent(rates, policy, rng)
    weight = rng.choice(graph.weight, len(source)) if graph.m else np.ones(len(source))
    return graph.with_ties(
        np.concatenate([graph.source, source]),
        np.concatenate([graph.target, target]),
        np.concatenate([graph.weight, weight]),
    )


def _both_silent(
    rates: Rates, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return ties among those of whom neither end answered, drawn as dyads are elsewhere."""
    graph = rates.graph
    silent = np.flatnonzero(~graph.answered)
    first, second = _pairs_among(silent, rates.any_tie, rng)
    if not graph.directed:
        return first, second
    mutual = rng.random(len(first)) < rates.mutual_share
    turned = rng.random(len(first)) < 1 / 2
    source, target = np.where(turned, second, first), np.where(turned, first, second)
    return (
        np.concatenate([source, target[mutual]]).astype(np.int32),
        np.concatenate([target, source[mutual]]).astype(np.int32),
    )


def _source_silent(
    rates: Rates, policy: Policy, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return what the silent might have said, where only the source's word settles a tie."""
    graph = rates.graph
    to_silent = graph.answered[graph.source] & ~graph.answered[graph.target]
    named_by, silent = graph.source[to_silent], graph.target[to_silent]
    between = (
        _dyads_of_the_silent(rates, rng) if policy == "impute" else _arcs_at_density(rates, rng)
    )
    if policy == "reconstruct":
        return (
            np.concatenate([silent, between[0]]).astype(np.int32),
            np.concatenate([named_by, between[1]]).astype(np.int32),
        )
    back = rng.random(len(silent)) < rates.returned
    own_source, own_target = _unprompted(
        graph, named_by, silent, rates.unprompted * rates.pull, rng
    )
    return (
        np.concatenate([silent[back], own_source, between[0]]).astype(np.int32),
        np.concatenate([named_by[back], own_target, between[1]]).astype(np.int32),
    )


def _arcs_at_density(
    rates: Rates, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    silent = np.flatnonzero(~rates.graph.answered)
    first, second = _pairs_among(silent, rates.density, rng)
    back_second, back_first = _pairs_among(silent, rates.density, rng)
    return np.concatenate([first, back_first]), np.concatenate([second, back_second])


def _dyads_of_the_silent(
    rates: Rates, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return ties among those who did not answer, rather towards those whom many name.

    Of two who pull as usual, each end draws the other so often that they are tied as often as
    dyads are elsewhere.
    """
    graph = rates.graph
    silent = np.flatnonzero(~graph.answered)
    source, target = _drawn_to(silent, silent, rates.each_end * rates.pull[silent], rng)
    shuffled = rng.permutation(len(source))
    source, target = source[shuffled], target[shuffled]
    low, high = np.minimum(source, target), np.maximum(source, target)
    once = np.unique(low * graph.n + high, return_index=True)[1]
    source, target = source[once], target[once]
    mutual = rng.random(len(source)) < rates.mutual_share
    return (
        np.concatenate([source, target[mutual]]).astype(np.int32),
        np.concatenate([target, source[mutual]]).astype(np.int32),
    )


def _unprompted(
    graph: Graph,
    named_by: NDArray[np.int32],
    silent_named: NDArray[np.int32],
    rate: NDArray[np.float64],
    rng: np.random.Generator,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return ties from the silent to those who answered and did not name them."""
    silent, others = np.flatnonzero(~graph.answered), np.flatnonzero(graph.answered)
    source, target = _drawn_to(silent, others, rate[others], rng)
    named = silent_named.astype(np.int64) * graph.n + named_by
    free = ~np.isin(source * graph.n + target, named)
    return source[free].astype(np.int32), target[free].astype(np.int32)


def _drawn_to(
    sources: NDArray[np.intp],
    targets: NDArray[np.intp],
    rate: NDArray[np.float64],
    rng: np.random.Generator,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return ties to each target, from each source with the rate of the target; none to oneself.

    The cost grows with the targets and the ties, not with the pairs.
    """
    many = rng.binomial(len(sources), np.minimum(rate, 1.0))
    chosen = [
        rng.choice(len(sources), each, replace=False, shuffle=False)
        for each in many[many > 0].tolist()
    ]
    source = sources[np.concatenate(chosen)] if chosen else sources[:0]
    target = np.repeat(targets, many)
    apart = source != target
    return source[apart], target[apart]


def _pairs_among(
    members: NDArray[np.intp], rate: float, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return pairs of members, each drawn with this chance."""
    k = len(members)
    cells = bernoulli_positions(rng, k * (k - 1) // 2, rate)
    # Pair number c of the upper triangle stands in row i where i(2k-i-1)/2 <= c.
    row = np.floor(k - 0.5 - np.sqrt((k - 0.5) ** 2 - 2.0 * cells)).astype(np.int64)
    column = cells - row * (2 * k - row - 1) // 2 + row + 1
    return members[row].astype(np.int32), members[column].astype(np.int32)


def bernoulli_positions(rng: np.random.Generator, size: int, rate: float) -> NDArray[np.int64]:
    """Return which of ``size`` cells come up, each with chance ``rate``, without visiting all.

    The gaps between hits are geometric (Batagelj and Brandes 2005), so the cost grows with the
    hits and not with the cells.
    """
    if size <= 0 or rate <= 0:
        return np.empty(0, dtype=np.int64)
    hits = np.empty(0, dtype=np.int64)
    last = -1
    while last < size:
        many = int((size - last) * rate * 1.1) + 16
        more = last + np.cumsum(rng.geometric(min(rate, 1.0), many))
        hits = np.concatenate([hits, more])
        last = int(hits[-1])
    return hits[hits < size]
