"""How often the ranges of a comparison hold the truth: made-up waves of known truth."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

import weft
from weft.change.make import FIGURES, comparable
from weft.change.pairing import pair_of
from weft.change.region import CONFIDENCE, holds, range_of, region_of
from weft.change.work import FADE_AND_LIFT, Work
from weft.network import Columns, Network, build

PEOPLE, NETWORKS, DRAWS = 40, 100, 200
SILENT = (0.0, 0.15, 0.3, 0.45)
NETWORKS_FOR_FIGURES, SILENT_FOR_FIGURES = 50, 0.3
RELATION = "turns_to"

Both = tuple[Network, Network]
"""The truth, and what those who answered report of it."""

Made = Callable[[float, int], Both]
"""From the share of silent people and a seed."""


def run() -> dict[str, Any]:
    """Return how often the region of fade and lift, and each figure's range, hold the truth."""
    settings = {
        "people": PEOPLE,
        "networks": NETWORKS,
        "confidence": CONFIDENCE,
        "networks for figures": NETWORKS_FOR_FIGURES,
        "silent for figures": SILENT_FOR_FIGURES,
    }
    regions = {
        name: {str(silent): covered(made, silent, (), NETWORKS) for silent in SILENT}
        for name, made in GENERATORS.items()
    }
    ranges = {
        name: covered(made, SILENT_FOR_FIGURES, FIGURES, NETWORKS_FOR_FIGURES)
        for name, made in GENERATORS.items()
    }
    return {"regions": regions, "ranges": ranges, **settings}


def covered(made: Made, silent: float, names: Sequence[str], networks: int) -> dict[str, float]:
    """Return the shares of made-up networks whose ranges hold the truth."""
    figures = [comparable(name) for name in names]
    held: dict[str, list[bool]] = {name: [] for name in (FADE_AND_LIFT, *names)}
    for seed in range(1, networks + 1):
        both = [pair_of(one, RELATION, None, None) for one in made(silent, seed)]
        true, seen = (Work.of(pair, figures, draws=DRAWS, seed=seed).drawn() for pair in both)
        region = region_of(seen[FADE_AND_LIFT])
        fade, lift = true[FADE_AND_LIFT][0]
        if region is not None and np.isfinite(fade):
            held[FADE_AND_LIFT].append(holds(region, fade, lift))
        for name in names:
            between, (value,) = range_of(seen[name]), true[name]
            if between is not None and np.isfinite(value):
                held[name].append(bool(between[0] - 1e-9 <= value <= between[1] + 1e-9))
    return {name: float(np.mean(found)) for name, found in held.items() if found}


def coalition(silent: float, seed: int) -> Both:
    """Return a coalition that hands over, in two waves."""
    made = weft.simulate.coalition(people=PEOPLE, response=1 - silent, seed=seed)
    return made.truth, made.network


def lasting(silent: float, seed: int, *, fading: bool = True) -> Both:
    """Return ties that last, begin and are returned by chance, each with a rate of its own.

    Who names many and who is named by many differs from person to person. The first person is the
    steward, whom more than half name, and whose ties last less than others where it is fading.
    """
    rng = np.random.default_rng([seed, 7])
    names, named = (np.exp(rng.normal(0, 0.6, PEOPLE)) for _ in range(2))
    chance = 0.09 * np.outer(names / names.mean(), named / named.mean()).clip(0, 9)
    chance[:, 0] = 0.55
    lasts, begins = np.full((PEOPLE, PEOPLE), 0.7), chance / 2
    lasts[:, 0], begins[:, 0] = (0.55, 0.15) if fading else (0.7, 0.37)
    first = _with_returned(rng.random(chance.shape) < chance, rng)
    then = np.where(first, lasts, begins)
    second = _with_returned(rng.random(chance.shape) < then, rng)
    many = round((1 - silent) * PEOPLE)
    heard = np.array([np.isin(np.arange(PEOPLE), rng.permutation(PEOPLE)[:many]) for _ in range(2)])
    waves = np.array([first, second])
    return network_of(waves, np.ones_like(heard)), network_of(waves, heard)


def _with_returned(ties: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
    ties = ties | (ties.T & (rng.random(ties.shape) < 0.3))
    np.fill_diagonal(ties, val=False)
    return ties


def network_of(waves: NDArray[np.bool_], heard: NDArray[np.bool_]) -> Network:
    """Return the network of two waves of ties, as told by those who are heard."""
    wave, source, target = np.nonzero(waves & heard[:, :, None])
    ids = [f"p{i}" for i in range(waves.shape[1])]
    texts = {
        "source": [ids[i] for i in source],
        "target": [ids[i] for i in target],
        "wave": [str(w + 1) for w in wave],
        "relation": [RELATION] * len(wave),
    }
    people = {"id": ids, "steward": ["yes"] + ["no"] * (len(ids) - 1)}
    for i, said in enumerate(heard, start=1):
        people[f"responded:{i}"] = ["yes" if yes else "no" for yes in said]
    ties, table = (
        Columns(origin, {role: pa.array(cells, type=pa.string()) for role, cells in cells.items()})
        for origin, cells in (("ties", texts), ("people", people))
    )
    return build(ties, table)


GENERATORS = {"coalition": coalition, "lasting": lasting}
