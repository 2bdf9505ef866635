"""Rows without direction: one fact that both ends state, or two ties where the relation has one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from weft.network import Columns, Notice, Relation
from weft.network.unnamed import UNNAMED_RELATION


def with_directions(
    ties: Columns, directed: NDArray[np.bool_]
) -> tuple[Columns, tuple[Relation, ...], tuple[Notice, ...]]:
    """Return the ties as Weft holds them, the direction of their relations, and what was done.

    A relation in which no row has a direction has none. There, which end stands first means
    nothing, so a row that names no reporter is said by both ends: neither may count as the only one
    who answered. In a relation of rows with and without direction, a row without stands for two
    ties, one each way.

    Parameters
    ----------
    ties : Columns
        With ``source`` and ``target``, perhaps ``relation`` and ``reporter``.
    directed : bool array, shape (n_rows,)
        Which rows have a direction.

    Examples
    --------
    >>> ties = Columns("a", {"source": pa.array(["x"]), "target": pa.array(["y"])})
    >>> both, relations, _ = with_directions(ties, np.array([False]))
    >>> both.columns["reporter"].to_pylist(), relations[0].directed
    (['x', 'y'], False)
    """
    names = _relations(ties)
    with_direction = set(pc.unique(names.filter(pa.array(directed))).to_pylist())
    without_direction = set(pc.unique(names.filter(pa.array(~directed))).to_pylist())
    relations = tuple(
        Relation(name=name, directed=name in with_direction)
        for name in pc.unique(names).to_pylist()
    )
    if not without_direction:
        return ties, relations, ()
    in_mixed = np.asarray(pc.is_in(names, value_set=pa.array(with_direction, pa.string())))
    mixed = ~directed & in_mixed
    doubled = _said_by_both(ties, ~directed, turned=mixed)
    notices: tuple[Notice, ...] = ()
    if mixed.any():
        both = ", ".join(sorted(with_direction & without_direction))
        count = int(mixed.sum())
        were = "1 tie without direction was"
        if count > 1:
            were = f"{count:,} ties without direction were"
        text = (
            f"Of {ties.origin}, {were} read as two ties, one each way, because others of the same "
            f"relation have a direction: {both}."
        )
        notices = (Notice(kind="mixed-direction", text=text, count=count),)
    return doubled, relations, notices


def _relations(ties: Columns) -> pa.Array:
    """Return the relation of each row; a blank one is the one without a name."""
    names = ties.columns.get("relation")
    if names is None:
        return pa.repeat(pa.scalar(UNNAMED_RELATION), len(ties))
    blank = pc.or_kleene(pc.is_null(names), pc.equal(names, ""))
    return pc.if_else(pc.fill_null(blank, fill_value=True), UNNAMED_RELATION, names)


def _said_by_both(
    ties: Columns, undirected: NDArray[np.bool_], turned: NDArray[np.bool_]
) -> Columns:
    """Return the ties, and once more those that have neither direction nor reporter.

    The second time the target reports; where ``turned``, it is also the source.
    """
    reporter = ties.columns.get("reporter", pa.nulls(len(ties), pa.string()))
    blank = pc.fill_null(pc.or_kleene(pc.is_null(reporter), pc.equal(reporter, "")), True)  # noqa: FBT003
    nameless = np.asarray(blank)
    again = undirected & (nameless | turned)
    if not again.any():
        return ties
    rows = np.arange(ties.first_row, ties.first_row + len(ties)) if ties.rows is None else ties.rows
    order = np.concatenate([np.arange(len(ties)), np.flatnonzero(again)])
    second = np.arange(len(order)) >= len(ties)
    flip = pa.array(second & turned[order])
    columns = {role: column.take(pa.array(order)) for role, column in ties.columns.items()}
    first_end, other_end = columns["source"], columns["target"]
    columns["source"] = pc.if_else(flip, other_end, first_end)
    columns["target"] = pc.if_else(flip, first_end, other_end)
    said = pc.if_else(pa.array(nameless[order]), first_end, reporter.take(pa.array(order)))
    told_again = pa.array(second & nameless[order])
    columns["reporter"] = pc.if_else(told_again, other_end, said)
    return replace(ties, columns=columns, rows=rows[order], parts=())
