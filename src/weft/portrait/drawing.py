"""The map: where everyone stands, the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.words import counted, listed, plain_name, sentence_case
from weft.network.igraph_door import seeded_igraph
from weft.portrait.charts import SMALLER_GROUPS, shown_groups
from weft.portrait.contents import Drawing
from weft.portrait.packing import drawn_in, in_rows, packed

if TYPE_CHECKING:
    import igraph

    from weft.network import Graph
    from weft.portrait.findings import Findings

MOST_PEOPLE = 2_000
MOST_BY_SPRINGS = 400
MOST_GROUPS_DRAWN = 7
ONE_GROUP = ("people",)
STEP_OF_LONERS = 0.6
"""Between two people without ties, where 1 is the room of somebody with ties."""


def drawing(found: Findings, *, names: bool, seed: int) -> Drawing | None:
    """Return the map of who is tied to whom; None above 2,000 people or below two."""
    graph = found.connection
    if not 2 <= graph.n <= MOST_PEOPLE:
        return None
    first, second = graph.either
    place = placed(graph, seed=seed)
    codes, groups = _groups(found)
    degree = np.bincount(np.concatenate([first, second]), minlength=graph.n)
    return Drawing(
        x=place[:, 0],
        y=place[:, 1],
        size=np.sqrt(degree / max(int(degree.max()), 1)),
        group=codes,
        groups=groups,
        first=first,
        second=second,
        labels=graph.people.names if names else (),
        stewards=graph.people.steward,
        summary=_summary(found, groups),
    )


def _groups(found: Findings) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    if found.group is None:
        return np.zeros(found.n, dtype=np.intp), ONE_GROUP
    codes, groups = shown_groups(found.connection, found.group, most=MOST_GROUPS_DRAWN)
    return codes, ONE_GROUP if groups == (SMALLER_GROUPS,) else groups


def placed(graph: Graph, *, seed: int) -> NDArray[np.float64]:
    """Return a place for everyone within the unit square.

    Each piece that hangs together is laid out by itself (Kamada and Kawai, or Fruchterman and
    Reingold above 400 people), the pieces are packed, and people without ties stand in rows below.
    """
    whole = graph.igraph_either
    rng = np.random.default_rng(seed)
    members = sorted(whole.components(), key=lambda piece: (-len(piece), piece[0]))
    tied = [piece for piece in members if len(piece) > 1]
    alone = [piece[0] for piece in members if len(piece) == 1]
    place = np.zeros((graph.n, 2))
    for piece, where in zip(
        tied, packed([_layout(whole.induced_subgraph(piece), rng) for piece in tied]), strict=True
    ):
        place[piece] = where
    if alone:
        inside = np.concatenate(tied) if tied else np.empty(0, dtype=np.intp)
        wide = float(np.ptp(place[inside, 0])) + 1 if tied else np.sqrt(2 * len(alone))
        low = float(place[inside, 1].max()) + 1 if tied else 0.0
        middle = float(np.ptp(place[inside, 0]) / 2 + place[inside, 0].min()) if tied else 0.0
        rows = in_rows(len(alone), wide / STEP_OF_LONERS) * STEP_OF_LONERS
        place[alone] = rows + np.array([middle, low])
    return _into_the_square(place)


def _layout(piece: igraph.Graph, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return one piece around its origin, neighbours about one step apart."""
    n = piece.vcount()
    nudge = rng.normal(scale=0.05, size=(n, 2))  # those who stand alike would share a place
    if n <= MOST_BY_SPRINGS:
        with seeded_igraph(rng):
            start = np.array(piece.layout_mds().coords) + nudge
        coordinates = piece.layout_kamada_kawai(seed=start.tolist()).coords
    else:
        start = nudge * 20 * np.sqrt(n)
        with seeded_igraph(rng):
            coordinates = piece.layout_fruchterman_reingold(
                seed=start.tolist(), niter=150, grid=True
            ).coords
    xy = drawn_in(np.array(coordinates))
    middle = (xy.max(axis=0) + xy.min(axis=0)) / 2
    # One step is the room a person has when all have the same: pieces keep their proportions.
    reach = float(np.hypot(*(xy - middle).T).max())
    scaled: NDArray[np.float64] = (xy - middle) * (np.sqrt(n) / 1.6 / max(reach, 1e-9))
    return scaled


def _into_the_square(place: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = place.min(axis=0), place.max(axis=0)
    across = max(float((high - low).max()), 1e-9)
    inside: NDArray[np.float64] = (place - (low + high) / 2) / across + 0.5
    return inside


def _summary(found: Findings, groups: tuple[str, ...]) -> str:
    graph = found.connection
    sizes = sorted(graph.igraph_either.components().sizes(), reverse=True)
    people = sentence_case(counted(graph.n, "person", "people"))
    tied = counted(len(graph.either[0]), "pair")
    by = "tied" if found.parts.connection == "ties" else f"tied by “{found.parts.connection}”"
    said = [f"{people} and {tied} {by}."]
    if sizes and sizes[0] > 1:
        said.append(f"The largest part holds {sizes[0]:,} of them.")
    loners = sizes.count(1)
    if loners:
        stand = counted(loners, "person stands", "people stand")
        said.append(f"{sentence_case(stand)} apart, below.")
    if len(groups) > 1:
        said.append(f"Colour and shape show {plain_name(found.group or '')}: {listed(groups)}.")
    if graph.people.steward.any():
        said.append("A ring marks a steward.")
    return " ".join(said)
