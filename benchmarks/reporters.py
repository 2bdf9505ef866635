"""How near the truth ties and figures come from double reports that err, three ways."""

import csv
import time
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

import weft
from benchmarks.silence import measured_here
from weft.measures.registry import registered
from weft.network import Columns, Graph, Network, Relation, build
from weft.uncertainty.reporters import Estimate, Priors, estimated
from weft.uncertainty.reporters.answers import layer_of
from weft.uncertainty.reporters.fit import improved, started
from weft.uncertainty.reporters.sweep import Sweep

PEOPLE, NETWORKS, DRAWS, BINS = 40, 30, 30, 10
CHOICES = 30
"""How often two reporters are chosen at random for each tie of the office."""

OFFICE = Path(__file__).resolve().parents[2] / "shared" / "data" / "krackhardt_css" / "ties.csv"
LEFT_OUT = frozenset({"mean_strength", "trust_received", "trust_variance_shares"})
"""Those that rest on strengths, which are made up here for nobody."""

Errs = Literal["amounts", "rates"]
Matrix = NDArray[np.bool_]
Floats = NDArray[np.float64]


def run() -> dict[str, Any]:
    """Return how well each way does, where reports err by each of the two models."""
    return {
        "people": PEOPLE,
        "networks": NETWORKS,
        "draws": DRAWS,
        "made up": {
            "works_with, rates": compared("works_with", "rates"),
            "works_with, amounts": compared("works_with", "amounts"),
            "turns_to, amounts": compared("turns_to", "amounts"),
        },
        "office": {name: office(name) for name in ("advice", "friendship")},
        "iteration": [iteration(people) for people in (50, 200, 1_000)],
    }


def compared(relation: str, errs: Errs, networks: int = NETWORKS) -> dict[str, Any]:
    """Return, for each figure, the mean error of each way; and how sure the estimate may be."""
    ids = [d.id for d in weft.declarations() if measured_here(d) and d.id not in LEFT_OUT]
    errors: dict[str, list[list[float]]] = {measure_id: [] for measure_id in ids}
    likely, there = [], []
    for seed in range(1, networks + 1):
        truth = true_graph(relation, seed)
        net = reported(truth, errs, np.random.default_rng([seed, errs == "rates"]))
        estimate = estimated(net, model=errs, seed=seed)
        likely.append(estimate.named[2])
        there.append(matrix(truth)[estimate.named[:2]])
        ways = ways_of(net, estimate, seed)
        for measure_id in ids:
            wanted = values(measure_id, [truth])
            found = [values(measure_id, graphs) for graphs in ways]
            if len(wanted) and all(len(one) for one in found):
                errors[measure_id].append([float(one.mean() - wanted[0]) for one in found])
    rows = {}
    for measure_id, found in errors.items():
        if found:
            rows[measure_id] = np.abs(found).mean(axis=0).tolist()
    return {
        "figures": rows,
        "reliability": reliability(np.concatenate(likely), np.concatenate(there)),
    }


def true_graph(relation: str, seed: int) -> Graph:
    """Return ties as they are, of a made-up coalition."""
    made = weft.simulate.coalition(
        people=PEOPLE, waves=1, response=1.0, overlooked=0.0, invented=0.0, seed=seed
    )
    graph = made.truth.graph(relation)
    return graph.with_ties(graph.source, graph.target, np.ones(graph.m))


def matrix(graph: Graph) -> Matrix:
    """Return who is tied to whom."""
    return graph.adjacency.toarray().astype(bool)


def reported(
    truth: Graph, errs: Errs, rng: np.random.Generator, priors: Priors | None = None
) -> Network:
    """Return what both ends of each pair say; how often they err is drawn from the priors."""
    priors = priors or Priors()
    there, n = matrix(truth).astype(int), truth.n
    if errs == "rates":
        rates = np.array([rng.beta(*priors.wrong), rng.beta(*priors.right)])
        says = rng.random((2, n, n)) < rates[there]
    else:
        amounts = np.array(
            [rng.gamma(a) / b for a, b in (priors.untied, priors.tied)]  # none, tied
        )
        each = rng.gamma(priors.reporter[0], size=n) / priors.reporter[1]
        echo = rng.gamma(priors.mutuality[0]) / priors.mutuality[1] if truth.directed else 0.0
        by_source = rng.poisson(each[:, None] * amounts[there]) > 0
        # Each is asked first to whom they turn, then who turns to them.
        by_target = rng.poisson(each[None, :] * amounts[there] + echo * by_source.T) > 0
        says = np.stack([by_source, by_target])
    for part in says:
        np.fill_diagonal(part, 0)
    return table(truth, says)


def table(truth: Graph, says: NDArray[np.bool_]) -> Network:
    """Return the network of what sources and targets say of each tie."""
    source, target, reporter = [], [], []
    # Without direction each person's row is what they say; there is no second question.
    for by_target, part in enumerate(says if truth.directed else says[:1]):
        one, other = np.nonzero(part)
        source.append(one)
        target.append(other)
        reporter.append(other if by_target else one)
    ids = np.array(truth.people.ids)
    columns = {
        role: pa.array(ids[np.concatenate(ends)])
        for role, ends in (("source", source), ("target", target), ("reporter", reporter))
    }
    relation = Relation(name="ties", directed=truth.directed)
    people = Columns("people", {"id": pa.array(ids)})
    return build(Columns("ties", columns), people, relations=(relation,), everyone_answered=True)


def ways_of(net: Network, estimate: Estimate, seed: int) -> tuple[list[Graph], ...]:
    """Return the network as either says, as both say, and as drawn."""
    return (
        [estimate.graph],
        [net.graph(view="both")],
        list(estimate.draws(DRAWS, seed=seed)),
    )


def values(measure_id: str, graphs: list[Graph]) -> NDArray[np.float64]:
    """Return the figure of each graph that has one."""
    found = registered(measure_id)
    options = {"seed": 0} if "seed" in found.options else {}
    each = [found.figure(graph, **options).value for graph in graphs]
    return np.array([value for value in each if isinstance(value, int | float)], dtype=float)


def reliability(likely: NDArray[np.float64], there: Matrix) -> list[dict[str, float]]:
    """Return, for ties of about the same chance, that chance and how many are there."""
    rows = []
    at = np.minimum((likely * BINS).astype(int), BINS - 1)
    for one in range(BINS):
        chosen = at == one
        if chosen.any():
            said, seen = float(likely[chosen].mean()), float(there[chosen].mean())
            rows.append({"said": said, "there": seen, "ties": int(chosen.sum())})
    return rows


def office(relation: str) -> dict[str, dict[str, float]]:
    """Return how far each way is from what most of 21 reporters say, from two of them a tie.

    Two are drawn for each tie anew, so often; the distance is the mean square over all pairs.
    """
    with OFFICE.open() as file:
        rows = [row for row in csv.DictReader(file) if row["relation"] == relation]
    n = 21
    says = np.zeros((n, n, n))
    for row in rows:
        m, i, j = (int(row[end]) - 1 for end in ("reporter", "source", "target"))
        says[m, i, j] = float(row["weight"]) > 0 and i != j
    most = (says.sum(axis=0) > n / 2).astype(float)
    off = ~np.eye(n, dtype=bool)
    away: dict[str, list[tuple[float, float]]] = {}
    for seed in range(CHOICES):
        rng = np.random.default_rng(seed)
        two = np.argsort(rng.random((n, n, n)), axis=0)[:2]
        said = np.take_along_axis(says, two, axis=0)
        ways = {"either": said.max(axis=0), "both": said.min(axis=0)}
        for model in ("amounts", "rates", "own_rates"):
            estimate = estimated(_listed(two, said), asked="listed", model=model, seed=seed)  # type: ignore[arg-type]
            ways[model] = estimate.probabilities()
        for way, found in ways.items():
            square = float(((found - most)[off] ** 2).mean())
            wrong = float(((found > 1 / 2) != (most > 0))[off].mean())
            away.setdefault(way, []).append((square, wrong))
    return {
        way: dict(zip(("square", "wrong"), np.mean(each, axis=0).tolist(), strict=True))
        for way, each in away.items()
    }


def _listed(two: NDArray[np.int64], said: Floats) -> Network:
    n = two.shape[1]
    k, i, j = np.nonzero(np.broadcast_to(~np.eye(n, dtype=bool), two.shape))
    ids = np.array([f"{person:02d}" for person in range(n)])
    columns = {"source": ids[i], "target": ids[j], "reporter": ids[two[k, i, j]]}
    text = {role: pa.array(cells) for role, cells in columns.items()}
    text["weight"] = pa.array([f"{x:g}" for x in said[k, i, j]])
    return build(Columns("ties", text), None, everyone_answered=True)


def iteration(people: int, again: int = 5) -> dict[str, float]:
    """Return the seconds of an iteration here, and over all pairs and both their ends in numpy."""
    rng = np.random.default_rng(people)
    share = 8 / people
    there = np.triu(rng.random((people, people)) < share, 1)
    there |= there.T
    says = rng.random((people, people)) < np.where(there, 0.8, 0.01 * share)
    np.fill_diagonal(says, 0)
    i, j = np.nonzero(says)
    ids = np.array([f"{person:05d}" for person in range(people)])
    ties = {"source": pa.array(ids[i]), "target": pa.array(ids[j])}
    relation = Relation(name="ties", directed=False)
    net = build(Columns("ties", ties), None, relations=(relation,), everyone_answered=True)
    layer = layer_of(net, "ties", net.waves[-1], "own", counts=False)
    sweep = Sweep([layer], "yes or no")
    start = started("amounts", Priors(), 0.05, sweep, 2)
    ours = least(
        lambda: improved(start, 0.05, sweep, np.random.SeedSequence(0), 20, looks=1), again
    )
    dense = least(lambda: dense_iteration(says.astype(float)), again)
    return {
        "people": people,
        "reports": len(i),
        "ties looked at": len(layer.source),
        "weft": ours / 20,
        "dense": dense,
        "times": dense / (ours / 20),
    }


def least(work: Any, again: int) -> float:  # noqa: ANN401  (anything that can be called)
    """Return the least processor seconds of some work."""
    taken = []
    for _ in range(again):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def dense_iteration(says: Floats) -> Floats:
    """Return what one iteration makes of all pairs, each with both its ends, as whole matrices."""
    n = len(says)
    reporter, strength = np.ones(n), np.array([0.05, 1.6])
    score = np.zeros((2, n, n))
    much = reporter[None, :, None] * strength[:, None, None]
    both = np.where(says > 0, np.log(np.expm1(much)), 0.0) - much
    score += both + both.transpose(0, 2, 1) + np.log([0.8, 0.2])[:, None, None]
    chance = np.exp(score - np.logaddexp(score[0], score[1]))
    events = (chance * np.where(says > 0, much / -np.expm1(-much), 0.0)).sum(axis=(0, 2))
    asked = (chance * strength[:, None, None]).sum(axis=(0, 2))
    updated: Floats = (5 + events) / (5 + asked)
    return updated
