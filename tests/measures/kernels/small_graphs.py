"""Small graphs for tests: by hand, and drawn."""

from collections.abc import Sequence

import hypothesis.strategies as st
import networkx as nx
import numpy as np

from weft.network import Graph, People, Relation


def graph_of(
    ties: Sequence[tuple],
    people: str | Sequence[str] = (),
    *,
    directed: bool = True,
    answered: Sequence[str] | None = None,
    stewards: Sequence[str] = (),
    scale: tuple[float, float] | None = None,
) -> Graph:
    """Return the graph of ties (source, target[, weight]); all answered unless said otherwise."""
    ids = tuple(people) or tuple(sorted({end for tie in ties for end in tie[:2]}))
    place = {person: i for i, person in enumerate(ids)}
    rows = sorted(
        (*(ends if directed else sorted(ends)), tie[2] if len(tie) > 2 else 1.0)
        for tie in ties
        for ends in [(place[tie[0]], place[tie[1]])]
    )
    return Graph(
        people=People(
            ids=ids,
            names=ids,
            attributes={},
            steward=np.array([person in stewards for person in ids], dtype=bool),
        ),
        relation=Relation(name="turns_to", directed=directed, scale=scale),
        wave="1",
        source=np.array([row[0] for row in rows], dtype=np.int32),
        target=np.array([row[1] for row in rows], dtype=np.int32),
        weight=np.array([row[2] for row in rows], dtype=float),
        answered=np.array([answered is None or person in answered for person in ids], dtype=bool),
        known_by="source" if directed else "either",
    )


def of_arrays(n: int, source: np.ndarray, target: np.ndarray, *, directed: bool = True) -> Graph:
    """Return the graph of people p0, p1, … and ties by their positions, put in order."""
    ids = tuple(f"p{i}" for i in range(n))
    order = np.lexsort((target, source))
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.zeros(n, dtype=bool)),
        relation=Relation(name="turns_to", directed=directed),
        wave="1",
        source=np.asarray(source, dtype=np.int32)[order],
        target=np.asarray(target, dtype=np.int32)[order],
        weight=np.ones(len(source)),
        answered=np.ones(n, dtype=bool),
        known_by="source" if directed else "either",
    )


def of_matrix(matrix: np.ndarray) -> Graph:
    """Return the graph of a matrix of whether each names each."""
    return of_arrays(len(matrix), *np.nonzero(matrix))


def from_networkx(graph: nx.Graph, stewards: Sequence[str] = ()) -> Graph:
    """Return a networkx graph as a graph of persons p0, p1, …"""
    named = nx.relabel_nodes(graph, {v: f"p{i:04}" for i, v in enumerate(graph)})
    return graph_of(list(named.edges), list(named), directed=graph.is_directed(), stewards=stewards)


def as_networkx(graph: Graph) -> nx.DiGraph:
    """Return the ties as networkx has them, in both directions where there is no direction."""
    other = nx.DiGraph()
    other.add_nodes_from(range(graph.n))
    source, target, _ = graph.arcs
    other.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    return other


def relabelled(graph: Graph, order: Sequence[int]) -> Graph:
    """Return the same graph with its people standing in another order under other ids."""
    ids = [f"q{i}" for i in range(graph.n)]
    pairs = zip(graph.source.tolist(), graph.target.tolist(), graph.weight.tolist(), strict=True)
    return graph_of(
        [(ids[order[a]], ids[order[b]], w) for a, b, w in pairs],
        ids,
        directed=graph.directed,
        stewards=[ids[order[i]] for i in np.flatnonzero(graph.people.steward)],
    )


@st.composite
def graphs(
    draw: st.DrawFn, *, directed: bool | None = None, fewest: int = 3, most: int = 9
) -> Graph:
    """Draw a graph."""
    n = draw(st.integers(fewest, most))
    ids = [f"p{i}" for i in range(n)]
    one_way = draw(st.booleans()) if directed is None else directed
    pairs = [(a, b) for a in ids for b in ids if (a != b if one_way else a < b)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3 * n))
    return graph_of(chosen, ids, directed=one_way)
