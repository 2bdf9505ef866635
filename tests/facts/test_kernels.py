"""On every real network each kernel gives the same with the core, without it, and by igraph."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import weft
from tests.facts.comparison import slices_of
from tests.facts.test_facts import NAMES
from weft.engine import without_core
from weft.measures.kernels import (
    betweenness,
    brokers,
    burt,
    census,
    closeness,
    components,
    core_numbers,
    cut_points,
    krackhardt,
    loss,
    pagerank,
    partition,
    paths,
    removal,
    two_hops,
)
from weft.network import Graph

pytestmark = pytest.mark.facts

LARGE = ("soc_epinions1", "soc_slashdot0902")
EXACT_UP_TO = 2_000
"""Above so many people the ways between them are sampled, by other draws where there is no core."""


def in_groups(graph: Graph) -> Any:
    return brokers.brokered(graph, np.arange(graph.n) % 4)


def reached(graph: Graph) -> Any:
    circles = krackhardt.condensed(graph)  # in one of many orders
    return np.sort(circles.sizes), krackhardt.reached_pairs(circles)


def strong(graph: Graph) -> Any:
    """Return the strong components, numbered by who comes first."""
    label = components.parts(graph, "strong")
    _, first = np.unique(label, return_index=True)
    return np.argsort(np.argsort(first))[label]


def leaving(graph: Graph) -> Any:
    order = removal.by_degree(graph)
    return order, removal.largest_left(graph, order)


CHEAP: dict[str, Callable[[Graph], Any]] = {
    "pairs": lambda graph: graph.either,
    "weak components": components.parts,
    "strong components": strong,
    "core numbers": core_numbers.core_numbers,
    "cut people": cut_points.cut_points,
    "what nobody splits": lambda graph: np.sort(cut_points.sizes_of_the_unsplit(graph)),
    "an order of people that rests on ties alone": partition.settled,
}
COUNTS = CHEAP | {
    "triad census": lambda graph: census.triad_census(graph) if graph.directed else None,
    "triangles": census.triangles_of_people,
    "embeddedness": census.embeddedness,
    "brokers": in_groups,
    "who reaches whom": reached,
    "leaving by ties": leaving,
    "acquaintances of acquaintances": lambda graph: two_hops.two_hops(graph, most=5),
}
"""Whole numbers, which must be the same to the last bit."""

NUMBERS: dict[str, Callable[[Graph], Any]] = {
    "clustering": census.clustering_of,
    "constraint": burt.constraint_of,
    "constraint over two steps": lambda graph: burt.constraint_of(graph, two_steps=True),
    "effective size": burt.effective_size_of,
    "reach": lambda graph: paths.closeness_from_starts(graph, seed=1, within=2).values,
    "efficiency": lambda graph: paths.closeness_from_starts(graph, seed=1).values,
    "a walk": lambda graph: pagerank.pagerank(graph, tolerance=1e-13),
}
EXACT: dict[str, Callable[[Graph], Any]] = {
    "shortest ways through people": lambda graph: betweenness.between(graph, seed=1).each,
    "how near everybody is": lambda graph: closeness.harmonic_closeness(graph, seed=1).each,
    "what leaving costs": lambda graph: loss.loss_without(graph, np.arange(2), seed=1),
}

PEERS: dict[str, tuple[Callable[[Graph], Any], Callable[[Any, Any], Any]]] = {
    "core numbers": (core_numbers.core_numbers, lambda _, either: either.coreness()),
    "cut people": (
        lambda graph: np.flatnonzero(cut_points.cut_points(graph)),
        lambda _, either: sorted(either.articulation_points()),
    ),
    "weak components": (components.parts, lambda _, either: either.components().membership),
    "how many triangles": (
        lambda graph: census.triangles_of_people(graph)[0].sum(),
        lambda _, either: 3 * len(either.list_triangles()),
    ),
    "how large strong components are": (
        lambda graph: sorted(components.strong_sizes(graph)),
        lambda graph, _: sorted(graph.components(mode="strong").sizes()),
    ),
    "a walk": (
        lambda graph: pagerank.pagerank(graph, tolerance=1e-13),
        lambda graph, _: graph.pagerank(),
    ),
}
EXACT_PEERS: dict[str, tuple[Callable[[Graph], Any], Callable[[Any, Any], Any]]] = {
    "shortest ways through people": (
        EXACT["shortest ways through people"],
        lambda graph, _: graph.betweenness(),
    ),
    "how near everybody is": (
        EXACT["how near everybody is"],
        lambda graph, _: np.nan_to_num(graph.harmonic_centrality(mode="out")),
    ),
}


def numbers_in(found: Any) -> Iterator[np.ndarray]:
    """Yield the arrays of a result."""
    if is_dataclass(found):
        for field in fields(found):
            yield from numbers_in(getattr(found, field.name))
    elif isinstance(found, tuple):
        for part in found:
            yield from numbers_in(part)
    elif isinstance(found, dict):
        yield np.array([found[name] for name in sorted(found)])
    elif found is not None and not isinstance(found, str):
        yield np.asarray(found)


def apart(kernels: dict[str, Callable[[Graph], Any]], graph: Graph, within: float) -> list[str]:
    """Return the kernels that give something else without the core."""
    return [name for name, kernel in kernels.items() if not same(kernel, graph, within)]


def same(kernel: Callable[[Graph], Any], graph: Graph, within: float) -> bool:
    found = list(numbers_in(kernel(replace(graph))))
    with without_core():
        again = list(numbers_in(kernel(replace(graph))))
    return len(found) == len(again) and all(
        a.shape == b.shape and np.allclose(a, b, rtol=within, atol=within, equal_nan=True)
        for a, b in zip(found, again, strict=True)
    )


def unlike_igraph(peers: dict[str, Any], graph: Graph) -> list[str]:
    """Return the kernels whose numbers igraph does not find."""
    whole, either = graph.igraph, graph.igraph_either
    return [
        name
        for name, (ours, theirs) in peers.items()
        if not np.allclose(ours(graph), theirs(whole, either), rtol=1e-9, atol=1e-9)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_kernel_gives_the_same_with_and_without_the_core(
    shared_data: Path, name: str
) -> None:
    wrong = []
    for said, _, net in slices_of(shared_data / name):
        graph = net.graph()
        if graph.n < 2 or graph.m == 0:
            continue
        exact = graph.n <= EXACT_UP_TO
        unlike = apart(COUNTS, graph, 0.0) + apart(NUMBERS, graph, 1e-9)
        unlike += apart(EXACT, graph, 1e-9) if exact else []
        wrong += [(said, kernel) for kernel in unlike]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_every_kernel_equals_igraph(shared_data: Path, name: str) -> None:
    wrong = []
    for said, _, net in slices_of(shared_data / name):
        graph = net.graph()
        if graph.n < 2 or graph.m == 0:
            continue
        peers = PEERS | (EXACT_PEERS if graph.n <= EXACT_UP_TO else {})
        wrong += [(said, kernel) for kernel in unlike_igraph(peers, graph)]
    assert wrong == []


@pytest.mark.parametrize("name", LARGE)
def test_cheap_kernels_of_a_large_network_equal_those_without_the_core_and_igraph(
    shared_data: Path, name: str
) -> None:
    graph = weft.read(shared_data / "large" / name / "ties.csv.gz", everyone_answered=True).graph()
    assert apart(CHEAP, graph, 0.0) == []
    peers = {kernel: PEERS[kernel] for kernel in PEERS if kernel != "how many triangles"}
    assert unlike_igraph(peers, graph) == []
