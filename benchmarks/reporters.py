"""How near the truth ties and figures come from double reports that err, three ways."""

from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

import weft
from benchmarks.silence import measured_here
from weft.measures.registry import registered
from weft.network import Columns, Graph, Network, Relation, build
from weft.uncertainty.reporters import Estimate, Priors, estimated

PEOPLE, NETWORKS, DRAWS, BINS = 40, 60, 30, 10
LEFT_OUT = frozenset({"mean_strength", "trust_received", "trust_variance_shares"})
"""Those that rest on strengths, which are made up here for nobody."""

Errs = Literal["amounts", "rates"]
Matrix = NDArray[np.bool_]


def run() -> dict[str, Any]:
    """Return how well each way does, where reports err by each of the two models."""
    return {
        "people": PEOPLE,
        "networks": NETWORKS,
        "draws": DRAWS,
        "works_with": {errs: compared("works_with", errs) for errs in ("amounts", "rates")},
        "turns_to": {"amounts": compared("turns_to", "amounts")},
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
    return build(
        Columns("ties", columns), people, relations=(relation,), everyone_answered=True
    )


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
