"""Rows that count once or not at all, against the same done row by row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.network import Reports
from weft.network.repeats import without_repeats, without_self_ties

FAR = 2**30
"""So many people that the numbers of a report do not fit into one number of 64 bits."""

UNDIRECTED = 2
"""The relation without direction, in which it does not matter which end stands first."""

people = st.sampled_from([0, 1, 2, FAR, FAR + 1])
rows = st.lists(
    st.tuples(people, people, people, st.integers(0, 2), st.integers(0, 1), st.integers(0, 3)),
    max_size=30,
)


def reports_of(some):
    source, target, reporter, relation, wave, value = np.array(some).reshape(-1, 6).T
    return Reports(
        reporter=reporter.astype(np.int32),
        source=source.astype(np.int32),
        target=target.astype(np.int32),
        relation=relation.astype(np.int16),
        wave=wave.astype(np.int16),
        value=value.astype(np.float64),
        date=np.array([f"row {i}" for i in range(len(some))], dtype=object),
    )


def rows_of(reports):
    columns = (reports.source, reports.target, reports.reporter, reports.relation, reports.wave)
    return list(zip(*columns, reports.value, reports.date, strict=True))


@pytest.mark.parametrize("rule", ["largest", "sum"])
@given(some=rows)
def test_each_report_is_kept_once_where_it_stood_first(rule, some):
    expected = {}
    for i, (*about, value) in enumerate(some):
        key = (tuple(sorted(about[:2])) if about[3] == UNDIRECTED else tuple(about[:2]), *about[2:])
        first, before, date, kept = expected.get(key, (about, None, f"row {i}", -1))
        date = f"row {i}" if value > kept else date
        total = value if before is None else before + value if rule == "sum" else max(before, value)
        expected[key] = (first, total, date, max(kept, value))
    notices = []

    found = without_repeats(reports_of(some), np.array([True, True, False]), rule, notices)

    assert rows_of(found) == [(*first, v, date) for first, v, date, _ in expected.values()]
    assert sum(n.count for n in notices) == len(some) - len(expected)


@given(some=rows)
def test_ties_of_people_to_themselves_are_left_out_and_counted(some):
    notices = []

    found = without_self_ties(reports_of(some), notices)

    assert len(found) + sum(n.count for n in notices) == len(some)
    assert all(source != target for source, target, *_ in rows_of(found))


def test_among_many_rows_each_is_kept_once():
    draws = np.random.default_rng(1)
    ends = draws.integers(0, 400, (2, 200_000))
    some = np.vstack([ends, ends[:1], np.zeros((3, 200_000), dtype=np.int64)]).T
    said = reports_of(some)

    kept = without_repeats(said, np.array([True]), "largest", [])

    _, first = np.unique(ends[0] * 400 + ends[1], return_index=True)
    assert kept.date.tolist() == [f"row {i}" for i in np.sort(first)]
