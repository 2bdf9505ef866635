"""The charts of each chapter, as tables that a renderer may also draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.components import weak_sizes
from weft.measures.kernels.degrees import named_by
from weft.measures.kernels.removal import by_degree, largest_left
from weft.measures.words import counted, percent, plain_name, sentence_case, ties_of
from weft.network.grouping import SMALLEST_GROUP_SHOWN
from weft.portrait.contents import Chart

if TYPE_CHECKING:
    from weft.network import Graph
    from weft.portrait.findings import Findings

SMALLER_GROUPS, NO_GROUP = "smaller groups", "not stated"
MOST_GROUPS_SHOWN = 8
LARGEST_FOR_THE_CURVE = 5_000
POINTS_OF_THE_CURVE = 21


def answered(found: Findings) -> Chart | None:
    """Return how many answered, said they did not, and are unknown; none where everybody did."""
    if found.n == found.connection.n_answered:
        return None
    yes, unknown = found.connection.n_answered, found.connection.undeclared
    rows: list[tuple[str, int]] = [("answered", yes), ("did not answer", found.n - yes - unknown)]
    rows += [("not stated", unknown)] if unknown else []
    return Chart(
        id="answered",
        title="Who was heard",
        summary=f"{sentence_case(counted(yes, 'person', 'people'))} of {found.n:,} answered.",
        kind="bars",
        columns=("", "people"),
        rows=tuple(rows),
    )


def mixing(found: Findings) -> Chart | None:
    """Return how many ties go from each group to each, small groups taken together."""
    if found.group is None or found.connection.m == 0:
        return None
    graph = found.connection
    codes, names = shown_groups(graph, found.group, most=MOST_GROUPS_SHOWN)
    table = _ties_between(graph, codes, len(names))
    left_out = ""
    if names[-1] == SMALLER_GROUPS and np.sum(codes == len(names) - 1) < SMALLEST_GROUP_SHOWN:
        names, table = names[:-1], table[:-1, :-1]
        left_out = f" Groups of fewer than {SMALLEST_GROUP_SHOWN} people are left out."
    if len(names) < 2 or not table.any():
        return None
    group, _ = graph.groups(found.group)  # taken together in the picture, they are still several
    shown = np.maximum(codes[graph.source], codes[graph.target]) < len(names)
    within = np.mean((group[graph.source] == group[graph.target])[shown])
    return Chart(
        id="mixing",
        title=f"Ties within and between groups ({plain_name(found.group)})",
        summary=f"{percent(float(within))} of {ties_of(found.parts.connection)} "
        f"stay within a group.{left_out}",
        kind="matrix",
        columns=("from \\ to" if graph.directed else "between", *names),
        rows=tuple((name, *(int(c) for c in table[i])) for i, name in enumerate(names)),
    )


def _ties_between(graph: Graph, codes: NDArray[np.intp], k: int) -> NDArray[np.int64]:
    counts = np.bincount(codes[graph.source] * k + codes[graph.target], minlength=k * k)
    table = counts.reshape(k, k).astype(np.int64)
    return table if graph.directed else table + table.T - np.diag(np.diag(table))


def shown_groups(
    graph: Graph, attribute: str, *, most: int
) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """Return everyone's group as it may be shown: those below five people are taken together.

    Where there are more than ``most``, the smallest of them are taken together too. They come last,
    under one name.
    """
    codes, names = graph.groups(attribute)
    size = np.bincount(codes, minlength=len(names))
    large = [
        code for code in np.argsort(-size, kind="stable") if size[code] >= SMALLEST_GROUP_SHOWN
    ]
    kept = large[: most if len(large) == len(names) and len(large) <= most else most - 1]
    new = np.full(len(names), len(kept), dtype=np.intp)
    new[kept] = np.arange(len(kept))
    bare = all(name.isdecimal() or name == "NA" for name in names)
    prefix = f"{plain_name(attribute)} " if bare else ""
    shown = [NO_GROUP if names[code] == "NA" else f"{prefix}{names[code]}" for code in kept]
    if len(kept) < len(names):
        shown.append(SMALLER_GROUPS)
    return new[codes], tuple(shown)


def leadership_received(found: Findings) -> Chart | None:
    """Return how many people are looked to by nobody, by one, by two or three, and so on."""
    if found.leadership.m == 0:
        return None
    received = named_by(found.n, found.leadership.arcs[1])
    edges = [0, 1, 2]
    while edges[-1] <= received.max():
        edges.append(edges[-1] * 2)
    rows = []
    for low, above in zip(edges, [*edges[1:], edges[-1] * 2], strict=True):
        if low > received.max():
            break
        last = above - 1
        label = "nobody" if low == 0 else f"{low:,}" if low == last else f"{low:,} to {last:,}"
        rows.append((label, int(((received >= low) & (received < above)).sum())))
    nobody, most = rows[0][1], rows[-1]
    without = (
        f"{sentence_case(counted(nobody, 'person is', 'people are'))} looked to by nobody"
        if nobody
        else "Everybody is looked to by somebody"
    )
    return Chart(
        id="leadership-received",
        title="How many people are looked to, and by how many",
        summary=f"{without}; {counted(most[1], 'person is', 'people are')} by {most[0]}"
        f"{_by_those_heard(found.leadership)}.",
        kind="bars",
        columns=("looked to by", "people"),
        rows=tuple(rows),
    )


def _by_those_heard(graph: Graph) -> str:
    """Return whose word a count of reports rests on, where some did not answer."""
    return "" if graph.complete else f", as the {graph.n_answered:,} who answered say"


def robustness(found: Findings) -> Chart | None:
    """Return what share still hangs together as the best tied leave, one after the other."""
    graph = found.connection
    if graph.m == 0 or not 3 <= graph.n <= LARGEST_FOR_THE_CURVE:
        return None
    whole = int(weak_sizes(graph).max())
    left = np.concatenate([[whole], largest_left(graph, by_degree(graph))]) / graph.n
    gone = np.unique(np.linspace(0, graph.n, min(POINTS_OF_THE_CURVE, graph.n + 1)).astype(int))
    tenth = float(left[round(graph.n / 10)])
    return Chart(
        id="robustness",
        title="What still hangs together as people leave",
        summary="If the tenth of people with the most ties left, "
        f"{percent(tenth)} of all would still hang together.",
        kind="line",
        columns=("share of people gone", "share still together"),
        rows=tuple((float(count / graph.n), float(left[count])) for count in gone),
    )


def change(found: Findings) -> Chart | None:
    """Return how many ties lasted, ended and are new, as those who answered twice say."""
    parts = found.measures["persistence"].parts
    if not {"kept", "gone", "new", "common_people"} <= parts.keys():
        return None
    lasted, ended, new, both = (round(parts[p]) for p in ("kept", "gone", "new", "common_people"))
    first, last = found.network.waves[0], found.network.waves[-1]
    return Chart(
        id="change",
        title=f"Ties from wave {first} to wave {last}",
        summary=f"By the word of the {counted(both, 'person', 'people')} who answered both times, "
        f"{lasted:,} ties lasted, {ended:,} ended and {new:,} are new.",
        kind="bars",
        columns=("ties that", "ties"),
        rows=(("lasted", lasted), ("ended", ended), ("are new", new)),
    )
