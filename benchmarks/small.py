"""Small networks: every figure with the core and without it, which is not to be faster."""

from contextlib import nullcontext
from typing import Any

import weft
from benchmarks.figures import seconds_of
from weft.engine import without_core

SIZES, REPEATS = (15, 60, 200), 5


def run() -> dict[str, Any]:
    """Return the processor seconds of all figures of small networks, with the core and without."""
    rows = {}
    for people in SIZES:
        made = weft.simulate.coalition(people=people, waves=1, response=1.0, seed=3).network
        rows[str(people)] = {
            "core": least(made, with_core=True),
            "without": least(made, with_core=False),
        }
    return {
        "sizes": rows,
        "ratio": max(row["core"] / row["without"] for row in rows.values()),
        "wanted": 1.0,
    }


def least(network: weft.Network, *, with_core: bool) -> float:
    """Return the least seconds that a portrait took, each time from the reports."""
    with nullcontext() if with_core else without_core():
        return min(seconds_of(lambda: all_figures(network))[0] for _ in range(REPEATS))


def all_figures(network: weft.Network) -> None:
    """Compute the portrait of a network of which nothing is remembered."""
    weft.portrait(network.at_least(0.0), relation="works_with")
