"""Small graphs of which some people's word is not known, to be filled in by tests."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weft.network import Graph, People, Relation


def graph(n, ties, answered, *, directed=True, known_by="source", weight=None):
    ids = tuple(f"p{i}" for i in range(n))
    rows = np.array(sorted(ties), dtype=np.int32).reshape(-1, 2)
    said = np.zeros(n, dtype=bool)
    said[list(answered)] = True
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.zeros(n, dtype=bool)),
        relation=Relation(name="ties", directed=directed),
        wave="1",
        source=rows[:, 0],
        target=rows[:, 1],
        weight=np.ones(len(rows)) if weight is None else np.array(weight, dtype=float),
        answered=said,
        known_by=known_by,
    )


def ties_of(one):
    return set(zip(one.source.tolist(), one.target.tolist(), strict=True))


def unknown(one):
    """Return the ties of which nobody who could settle them has answered."""
    pairs = [
        (a, b) for a in range(one.n) for b in range(one.n) if a != b and (one.directed or a < b)
    ]
    if one.known_by == "source":
        return {(a, b) for a, b in pairs if not one.answered[a]}
    return {(a, b) for a, b in pairs if not (one.answered[a] or one.answered[b])}


@st.composite
def half_heard(draw):
    n = draw(st.integers(2, 8))
    answered = draw(st.sets(st.integers(0, n - 1), min_size=1))
    kind = draw(st.sampled_from(["source", "either", "undirected"]))
    matrix = draw(arrays(bool, (n, n)))
    directed = kind != "undirected"
    heard = [
        (a, b)
        for a in range(n)
        for b in range(n)
        if matrix[a, b]
        and (a != b if directed else a < b)
        and (a in answered or (kind != "source" and b in answered))
    ]
    known_by = "source" if kind == "source" else "either"
    return graph(n, heard, answered, directed=directed, known_by=known_by)
