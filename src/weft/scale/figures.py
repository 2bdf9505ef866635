"""Which figures counts suffice for, and how: the same ids, the same values, the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.measures import Figure, Measure, registered
from weft.measures.declaration import undefined
from weft.measures.front import reported
from weft.measures.kernels.betweenness import EXACT_UP_TO, STUDENT_95
from weft.network import Graph, InvalidRequestError, People
from weft.scale.counted import BATCHES, PAIRS_IN_A_BATCH, Counted

AS_THEY_ARE = (
    "coverage_people",
    "coverage_dyads_once",
    "coverage_dyads_twice",
    "density",
    "mean_degree",
    "mean_strength",
    "reciprocity",
    "reciprocity_beyond_density",
    "leadership_density",
    "leadership_centralization",
    "effective_leaders",
    "leadership_gini",
    "leadership_coverage",
    "steward_share",
)
"""Measures whose own functions ask for no more than counts: they are called as they are."""


def largest_component_share(ties: Counted) -> Figure:
    """Return the share of people in the largest piece; strong pieces are not looked for."""
    sizes = ties.sizes
    parts = {"components": len(sizes), "isolates": int((sizes == 1).sum())}
    if not ties.directed:
        parts["strong_components"] = len(sizes)
    return Figure(value=float(sizes.max() / ties.n), parts=parts)


def assortativity(ties: Counted) -> Figure:
    """Return the correlation of ties given with ties received, over ties."""
    if ties.m == 0:
        return undefined("Undefined, because there are no ties.")
    s = ties.alike
    spread_x = s["m"] * s["xx"] - s["x"] ** 2
    spread_y = s["m"] * s["yy"] - s["y"] ** 2
    if spread_x == 0 or spread_y == 0:
        return undefined("Undefined, because everyone who has ties has equally many.")
    how = "ties given against ties received" if ties.directed else "number of ties"
    value = (s["m"] * s["xy"] - s["x"] * s["y"]) / (spread_x**0.5 * spread_y**0.5)
    return Figure(value=value, method=f"Newman's r by {how}")


def transitivity(ties: Counted) -> Figure:
    """Return the share of ways over two ties that are closed."""
    ways = ties.ways_over_two
    if ways == 0:
        return undefined("Undefined, because there is no way over two ties.")
    method = "weak transitivity, along the direction of ties" if ties.directed else ""
    return Figure(value=ties.triangles.closed / ways, method=method)


def constraint(ties: Counted) -> Figure:
    """Return Burt's constraint, averaged over the people who have ties."""
    return _of_those_with_ties(ties, "Burt's constraint", lambda: ties.triangles.constraint)


def effective_size(ties: Counted) -> Figure:
    """Return Burt's effective size, averaged over the people who have ties."""
    return _of_those_with_ties(
        ties,
        "Burt's effective size",
        lambda: ties.triangles.contacts - ties.triangles.doubled,
    )


def _of_those_with_ties(ties: Counted, title: str, summed: Callable[[], float]) -> Figure:
    if ties.m == 0:
        return undefined("Undefined, because there are no ties.")
    people = ties.triangles.people
    return Figure(
        value=summed() / people,
        parts={"without_ties": float(ties.n - people)},
        method=f"{title}; the mean of those who have ties",
    )


def betweenness_centralization(ties: Counted) -> Figure:
    """Return how far shortest ways lead through one person; sampled in a large network."""
    if ties.n <= EXACT_UP_TO:
        return _at_hand(ties, "betweenness_centralization")
    passed = ties.passed
    top = int(passed.sum(axis=0).argmax())
    each = [_from_one_to_another(batch, top, ties.n) for batch in passed]
    value, said = _sampled(each, ties.n)
    return Figure(value=min(1.0, value), method=f"Freeman's betweenness centralization; {said}")


def _from_one_to_another(times: NDArray[np.int64], top: int, n: int) -> float:
    """Return the centralization that the pairs of one batch show: both orders count alike."""
    shares = times / PAIRS_IN_A_BATCH
    return float((shares[top] - shares).sum()) * n / ((n - 1) * (n - 2))


def steward_betweenness_share(ties: Counted) -> Figure:
    """Return the stewards' share of standing between others; sampled in a large network."""
    if ties.n <= EXACT_UP_TO:
        return _at_hand(ties, "steward_betweenness_share")
    passed = ties.passed
    if not passed.any():
        return undefined("Undefined, because nobody stands between two others.")
    each = [float(b[ties.steward].sum() / max(b.sum(), 1)) for b in passed]
    _, said = _sampled(each, ties.n)
    whole = passed.sum(axis=0)
    return Figure(
        value=float(whole[ties.steward].sum() / whole.sum()),
        parts={
            "stewards": float(ties.steward.sum()),
            "even_share": float(ties.steward.mean()),
        },
        method=said,
    )


def _sampled(each: list[float], n: int) -> tuple[float, str]:
    error = STUDENT_95 * float(np.std(each, ddof=1)) / BATCHES**0.5
    return float(np.mean(each)), (
        f"estimated from the shortest ways between {BATCHES * PAIRS_IN_A_BATCH:,} pairs of "
        f"{n:,} people drawn at random; give or take {error:.2g} (95 %, from the spread between "
        f"{BATCHES} batches of pairs)"
    )


def _at_hand(ties: Counted, measure_id: str) -> Figure:
    """Return a figure of a network that is small enough to be taken over as it is."""
    source, target = ties.at_hand()
    ids = tuple(map(str, range(ties.n)))
    people = People(ids=ids, names=ids, attributes={}, steward=ties.steward)
    graph = Graph(
        people=people,
        relation=ties.relation,
        wave=ties.wave,
        source=source,
        target=target,
        weight=np.ones(len(source)),
        answered=ties.answered,
        known_by=ties.known_by,
    )
    return registered(measure_id).figure(graph, seed=ties.seed)


FIGURES: Mapping[str, Callable[..., Figure]] = MappingProxyType(
    {
        **{measure_id: registered(measure_id).figure for measure_id in AS_THEY_ARE},
        "largest_component_share": largest_component_share,
        "assortativity": assortativity,
        "transitivity": transitivity,
        "constraint": constraint,
        "effective_size": effective_size,
        "betweenness_centralization": betweenness_centralization,
        "steward_betweenness_share": steward_betweenness_share,
    }
)
"""Of every figure that engines of tables compute, how."""

WHOLE_NETWORK = "it looks at the whole network at once; --engine local does"


def figure_of(ties: Counted, measure_id: str, **options: Any) -> Measure:  # noqa: ANN401  (each measure declares its own)
    """Return a figure of ties in an engine's tables; undefined, with why, where it computes none.

    Raises
    ------
    InvalidRequestError
        For an option that the figure does not take here.
    """
    declaration = registered(measure_id).declaration
    policy = declaration.silence[0]
    if options and measure_id not in AS_THEY_ARE:
        message = f"{measure_id} takes no options with --engine {ties.engine.name}; it takes some "
        raise InvalidRequestError(f"{message}with --engine local.")

    def made() -> Figure:
        if measure_id not in FIGURES:
            return undefined(not_computed(ties.engine.name, WHOLE_NETWORK))
        if policy not in {"available", "as_reported"} and not ties.complete:
            because = (
                "some people did not answer and unknown ties would have to be drawn; --engine "
                "local draws them, and --everyone-answered says that nobody was silent"
            )
            return undefined(not_computed(ties.engine.name, because))
        return FIGURES[measure_id](ties, **options)

    return reported(ties, declaration, made, policy=policy)


def not_computed(engine: str, because: str) -> str:
    """Return why a figure is undefined that another engine would compute."""
    return f"Undefined, because the engine {engine} does not compute it: {because}."
