"""What ranges cost: a portrait with them, against the same portrait without."""

from typing import Any

import weft
from benchmarks.figures import seconds_of

DRAWS, REPEATS = 1_000, 3
WANTED = {50: 3.0, 200: 20.0}
"""Processor seconds that a portrait of so many people, with ranges, may take at most."""


def run() -> dict[str, Any]:
    """Return the processor seconds of portraits with ranges and without, and their ratio."""
    rows = {}
    for people, wanted in WANTED.items():
        made = weft.simulate.coalition(people=people, waves=1, seed=1).network
        without = seconds(made, interval=False)
        ranged = seconds(made, draws=DRAWS)
        rows[str(people)] = {
            "ties": sum(made.graph(relation).m for relation in made.relations),
            "answered": made.graph(made.relations[0]).n_answered,
            "with": ranged,
            "without": without,
            "ratio": ranged / without,
            "wanted": wanted,
        }
    return {"draws": DRAWS, "sizes": rows, "ratio": max(row["ratio"] for row in rows.values())}


def seconds(network: weft.Network, **asked: int) -> float:
    """Return the least seconds that a portrait took, each time from the reports."""
    return min(
        seconds_of(lambda: weft.portrait(network.at_least(0.0), **asked))[0] for _ in range(REPEATS)
    )
