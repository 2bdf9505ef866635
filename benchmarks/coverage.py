"""How often a range holds what complete answers would have given, where the truth is known."""

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

import weft
from benchmarks.made import GENERATORS, Who, as_graph, silenced
from weft.measures.front import of_graph
from weft.measures.intervals import Drawing
from weft.measures.registry import registered
from weft.network import Graph

RUNS, DRAWS = 400, 100
LEFT_OUT = frozenset({"mean_strength", "trust_received", "trust_asymmetry"})
"""They need strengths, which these networks do not have."""


Held = dict[str, tuple[float, ...]]
"""Of each figure the truth, the value, and the ends of the range."""


@dataclass(frozen=True)
class Setting:
    """One line of the table."""

    generator: str
    people: int
    density: float
    silent: float
    who: Who
    directed: bool = True


def settings() -> Iterator[Setting]:
    """Yield every setting in which coverage is measured."""
    for generator in GENERATORS:
        for silent in (0.15, 0.3, 0.45):
            yield Setting(generator, 50, 0.1, silent, "at random")
        yield Setting(generator, 50, 0.1, 0.3, "the popular")
        yield Setting(generator, 20, 0.2, 0.3, "at random")
        yield Setting(generator, 50, 0.3, 0.3, "at random")
        yield Setting(generator, 150, 0.05, 0.3, "at random")
        yield Setting(generator, 50, 0.1, 0.3, "at random", directed=False)


def measured_here() -> list[str]:
    """Return the figures that show a range and can be had of ties alone."""
    return [
        declared.id
        for declared in weft.declarations()
        if not declared.no_interval_because
        and "group" not in declared.needs
        and declared.id not in LEFT_OUT
    ]


def run() -> dict[str, Any]:
    """Return, for every setting and figure, how often the range held the truth."""
    runs = int(os.environ.get("WEFT_BENCH_RUNS", RUNS))
    tasks = [(setting, first) for setting in settings() for first in range(0, runs, 20)]
    found: dict[Setting, list[Any]] = {}
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for setting, part in pool.map(_part, tasks):
            found.setdefault(setting, []).extend(part)
            if len(found[setting]) >= runs:
                row = {**asdict(setting), "figures": summed(found[setting])}
                print(json.dumps(row), file=sys.stderr, flush=True)
    rows = [{**asdict(s), "figures": summed(each)} for s, each in found.items()]
    return {"runs": runs, "draws": DRAWS, "settings": rows}


def _part(task: tuple[Setting, int]) -> tuple[Setting, list[Held]]:
    setting, first = task
    return setting, [one_run(setting, seed) for seed in range(first, first + 20)]


def one_run(setting: Setting, seed: int) -> Held:
    """Return of each figure the truth, the value, and the range of one network."""
    rng = np.random.default_rng([seed, 11])
    graph = GENERATORS[setting.generator](setting.people, setting.density, rng)
    if not setting.directed:
        ties = np.zeros((graph.n, graph.n), dtype=bool)
        ties[graph.source, graph.target] = True
        graph = as_graph(ties, directed=False)
    return ranges_of(graph, silenced(graph, setting.silent, setting.who, rng), seed)


def ranges_of(graph: Graph, heard: Graph, seed: int) -> Held:
    """Return of each figure what it is where all answered, and the value and range of the heard."""
    drawing = Drawing(draws=DRAWS, seed=seed)
    held = {}
    for measure_id in measured_here():
        found = registered(measure_id)
        options = {"seed": seed} if "seed" in found.options else {}
        if "null_draws" in found.options:
            options["null_draws"] = 0
        policy = found.declaration.silence[0]
        true = found.figure(graph, **options).value
        seen = of_graph(
            heard, found, policy=policy, drawing=drawing, options=options, interval=True
        )
        if isinstance(true, float | int) and seen.low is not None and seen.high is not None:
            held[measure_id] = (float(true), seen.number, seen.low, seen.high)
    return held


def summed(runs: list[Held]) -> dict[str, dict[str, float]]:
    """Return for each figure how often the range held the truth, its width, and the error."""
    shown = {}
    for measure_id in measured_here():
        rows = [one[measure_id] for one in runs if measure_id in one]
        if not rows:
            continue
        true, value, low, high = np.array(rows).T
        held = (low - 1e-12 <= true) & (true <= high + 1e-12)
        shown[measure_id] = {
            "held": float(held.mean()),
            "runs": len(rows),
            "true": float(true.mean()),
            "bias": float((value - true).mean()),
            "width": float((high - low).mean()),
        }
    return shown
