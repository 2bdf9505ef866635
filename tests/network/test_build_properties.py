"""What holds for any reports: orders and names change nothing, and ties are as defined."""

import hypothesis.strategies as st
import numpy as np
import pyarrow as pa
from hypothesis import given, settings

from weft.network import Columns, build

PEOPLE = [f"p{i}" for i in range(6)]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.sampled_from(["trusts", "works_with"]),
        st.integers(0, 3),
        st.sampled_from(["1", "2"]),
        st.sampled_from(PEOPLE),
    ),
    min_size=1,
    max_size=20,
)


def table(origin, **columns):
    return Columns(origin, {k: pa.array(v, type=pa.string()) for k, v in columns.items()})


def network_of(rows, ids=PEOPLE):
    keys = ("source", "target", "relation", "weight", "wave", "reporter")
    columns = dict(zip(keys, map(list, zip(*rows, strict=True)), strict=True))
    columns["weight"] = [str(value) for value in columns["weight"]]
    return build(table("ties", **columns), table("people", id=list(ids)))


def graphs_of(network):
    """Return every compiled graph as sets of ids, so that no order is in it."""
    found = {}
    for relation in network.relations:
        for wave in network.waves:
            for view in ("either", "both"):
                graph = network.graph(relation, wave, view=view)
                ids = graph.people.ids
                end = frozenset if not graph.directed else tuple
                found[relation, wave, view] = (
                    {
                        (end((ids[s], ids[t])), float(w))
                        for s, t, w in zip(graph.source, graph.target, graph.weight, strict=True)
                    },
                    {ids[i] for i in np.flatnonzero(graph.answered)},
                    graph.known_by,
                    graph.undeclared,
                    graph.possible,
                )
    return found


@settings(max_examples=60, deadline=None)
@given(both=ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_rows_changes_no_graph(both):
    rows, shuffled = both

    assert graphs_of(network_of(shuffled)) == graphs_of(network_of(rows))


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, order=st.permutations(PEOPLE))
def test_the_order_of_people_changes_no_graph(rows, order):
    assert graphs_of(network_of(rows, order)) == graphs_of(network_of(rows))


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, order=st.permutations(range(len(PEOPLE))))
def test_calling_people_otherwise_changes_nothing_else(rows, order):
    other = {person: f"q{i}" for person, i in zip(PEOPLE, order, strict=True)}
    renamed = [(other[a], other[b], r, v, w, other[c]) for a, b, r, v, w, c in rows]

    def in_other_names(graphs):
        return {
            key: (
                {(type(ends)(other[p] for p in ends), w) for ends, w in ties},
                {other[p] for p in answered},
                *rest,
            )
            for key, (ties, answered, *rest) in graphs.items()
        }

    ids = sorted(other.values())
    assert graphs_of(network_of(renamed, ids)) == in_other_names(graphs_of(network_of(rows)))


def ends_that_settle(rows, *, directed):
    """Return how many ends settle a tie: 1 (its source), 2, or None (anyone may)."""
    reporters = {row[5] for row in rows}
    third = {c for a, b, _, _, _, c in rows if c not in {a, b}}
    as_target = {row[5] for row in rows if row[5] == row[1]}
    if third and 2 * len(third) >= len(reporters):
        return None
    return 2 if not directed or (as_target and 2 * len(as_target) >= len(reporters)) else 1


@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_the_compiled_ties_equal_those_by_definition(rows):
    network = network_of(rows)
    for relation, wave in {(row[2], row[4]) for row in rows}:
        said = {}
        here = [row for row in rows if (row[2], row[4]) == (relation, wave) and row[0] != row[1]]
        answered = {row[5] for row in rows if row[4] == wave and row[0] != row[1]}
        settled_by = ends_that_settle(here, directed=relation == "trusts")
        for source, target, _, value, _, reporter in here:
            if settled_by is None or answered & set((source, target)[:settled_by]):
                ends = (source, target) if relation == "trusts" else frozenset((source, target))
                key = (ends, reporter)  # each reporter once, however they turned it
                said[key] = max(said.get(key, 0), value)
        ties = {}
        for (ends, _), value in said.items():
            if value:
                ties.setdefault(ends, []).append(value)
        expected = {(ends, sum(values) / len(values)) for ends, values in ties.items()}

        assert graphs_of(network)[relation, wave, "either"][0] == expected
