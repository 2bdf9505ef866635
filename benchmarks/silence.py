"""How far silence moves each figure: made-up networks of known truth, three in ten silent."""

from typing import Any

import numpy as np

import weft

PEOPLE, RESPONSE, NETWORKS, DRAWS = 40, 0.7, 30, 20
RELATION = "turns_to"
LEFT_OUT = frozenset({"mixing", "brokerage", "phase", "modularity", "core_periphery"})
"""Those that need groups, or are set against chance: their bias is not measured here."""


def run() -> dict[str, Any]:
    """Return, for each figure of one wave, its mean on complete answers and on those there are."""
    ids = [d.id for d in weft.declarations() if measured_here(d)]
    pairs: dict[str, list[tuple[float, float]]] = {measure_id: [] for measure_id in ids}
    for seed in range(1, NETWORKS + 1):
        made = weft.simulate.coalition(
            people=PEOPLE, waves=1, response=RESPONSE, overlooked=0.0, invented=0.0, seed=seed
        )
        for measure_id in ids:
            true = weft.measure(made.truth, measure_id, relation=RELATION)
            seen = weft.measure(made.network, measure_id, relation=RELATION, draws=DRAWS, seed=seed)
            if isinstance(true.value, float) and isinstance(seen.value, float):
                pairs[measure_id].append((true.value, seen.value))
    rows = {measure_id: _row(found) for measure_id, found in pairs.items() if found}
    settings = {"people": PEOPLE, "silent": 1 - RESPONSE, "networks": NETWORKS}
    return {"figures": rows, "relation": RELATION, **settings}


def measured_here(declared: weft.Declaration) -> bool:
    """Return whether a figure is one of a single wave that silence can move."""
    alone = not {"two waves", "double reports", "group"} & set(declared.needs)
    return alone and declared.id not in LEFT_OUT and declared.family != "coverage"


def _row(found: list[tuple[float, float]]) -> dict[str, float]:
    true, seen = np.array(found).T
    error = seen - true
    return {
        "true": float(true.mean()),
        "seen": float(seen.mean()),
        "bias": float(error.mean()),
        "standard error": float(error.std(ddof=1) / np.sqrt(len(error))),
    }
