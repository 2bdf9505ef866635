"""Ties that nobody names: how likely each is, and drawing them without visiting all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.by_rates import bernoulli_positions
from weft.uncertainty.reporters.answers import Layer

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def odds_of(layer: Layer, base: Floats, asked: Floats, source: Ints, target: Ints) -> Floats:
    """Return how likely each strength above 0 of these ties is, as odds against none.

    They are taken to be ties that nobody names.

    Parameters
    ----------
    layer : Layer
    base : float64 array, shape (n_strengths,)
    asked : float64 array, shape (n_people, n_strengths)
        The scores of this layer.
    source, target : int64 arrays

    Returns
    -------
    float64 array, shape (n_ties, n_strengths - 1)
    """
    above = asked[:, 1:] - asked[:, :1]
    log = np.tile(base[1:] - base[0], (len(source), 1))
    if layer.asked == "all":
        log += above[layer.answered].sum(axis=0)
    elif layer.asked == "own":
        for end in (source, target):
            log += np.where(layer.answered[end][:, None], above[end], 0.0)
    odds: Floats = np.exp(log)
    return odds


def drawn_unnamed(
    layer: Layer, base: Floats, asked: Floats, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return ties drawn from those that nobody names.

    The cost grows with the ties drawn and those kept aside, not with the pairs: of each class as
    many are drawn as its likeliest tie would have, and then thinned out.
    """
    n = len(layer.inside)
    found: list[tuple[Ints, Ints]] = [(np.empty(0, dtype=np.int64),) * 2]
    for source, target, likeliest in _candidates(layer, base, asked, rng):
        odds = odds_of(layer, base, asked, source, target).sum(axis=1)
        kept = rng.random(len(source)) * likeliest < odds / (1 + odds)
        key = source * n + target
        at = np.minimum(np.searchsorted(layer.keys, key), max(len(layer.keys) - 1, 0))
        named = layer.keys[at] == key if len(layer.keys) else np.zeros(len(key), dtype=bool)
        found.append((source[kept & ~named], target[kept & ~named]))
    source, target = (np.concatenate(ends) for ends in zip(*found, strict=True))
    return source, target


def _candidates(
    layer: Layer, base: Floats, asked: Floats, rng: np.random.Generator
) -> Iterator[tuple[Ints, Ints, float]]:
    """Yield, for each class of pairs, some drawn with the chance of the likeliest, and that."""
    heard = np.flatnonzero(layer.answered)
    silent = np.flatnonzero(layer.inside & ~layer.answered)
    everyone = np.flatnonzero(layer.inside)
    above = asked[:, 1:] - asked[:, :1]
    start = base[1:] - base[0]
    most = above[heard].max(axis=0) if len(heard) else np.zeros(len(start))
    if layer.asked == "own":
        classes = [(heard, None, 2 * most), (heard, silent, most), (silent, None, 0 * most)]
    else:
        told = above[heard].sum(axis=0) if layer.asked == "all" else 0 * most
        classes = [(everyone, None, told)]
    for first, second, score in classes:
        odds = float(np.exp(start + score).sum())
        likeliest = odds / (1 + odds)
        for turned in (False, True)[: 2 if layer.directed else 1]:
            one, other = _pairs(first, second, likeliest, rng)
            source, target = (other, one) if turned else (one, other)
            if not layer.directed:
                source, target = np.minimum(source, target), np.maximum(source, target)
            yield source, target, likeliest


def _pairs(
    first: NDArray[np.intp], second: NDArray[np.intp] | None, rate: float, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return pairs among some, or of some with others, each drawn with this chance."""
    if second is not None:
        cells = bernoulli_positions(rng, len(first) * len(second), rate)
        return first[cells // max(len(second), 1)], second[cells % max(len(second), 1)]
    k = len(first)
    cells = bernoulli_positions(rng, k * (k - 1) // 2, rate)
    # Pair number c of the upper triangle stands in row i where i(2k-i-1)/2 <= c.
    row = np.floor(k - 0.5 - np.sqrt((k - 0.5) ** 2 - 2.0 * cells)).astype(np.int64)
    column = cells - row * (2 * k - row - 1) // 2 + row + 1
    return first[row], first[column]
