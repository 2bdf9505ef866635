"""From a network to a DL file: full matrices, or a list of edges where there are many people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weft.formats.carrying import Written
from weft.formats.graphs.ucinet.arcs import arcs_of
from weft.formats.graphs.ucinet.dl_tokens import in_quotes
from weft.network import InvalidRequestError, Notice
from weft.network.unnamed import UNNAMED_RELATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weft.formats.roles.edges import Edges
    from weft.network import Network

MOST_IN_MATRIX = 500
"""A matrix of more people is large and slow; a list of edges holds one relation only."""

LONGEST_LABEL = 18
"""UCINET cuts labels here."""


def as_dl(network: Network) -> Written:
    """Return the ties as a DL file.

    Raises
    ------
    InvalidRequestError
        If there are several relations and more than 500 people.
    """
    ids = network.people.ids
    edges = arcs_of(network)
    place = {person: i for i, person in enumerate(ids)}
    row = np.array([place[person] for person in edges.source], dtype=np.int64)
    column = np.array([place[person] for person in edges.target], dtype=np.int64)
    weight = [str(value) for value in edges.more["weight"]]
    lines = ["DL", f"N={len(ids)} NM={len(network.relations)}"]
    if len(ids) <= MOST_IN_MATRIX:
        data = _matrices(network, edges, row, column, weight)
        lines.append("FORMAT=FULLMATRIX DIAGONAL=PRESENT")
    elif len(network.relations) == 1:
        ends = zip(row.tolist(), column.tolist(), weight, strict=True)
        data = [f"{i + 1} {j + 1} {value}" for i, j, value in ends]
        lines.append("FORMAT=EDGELIST1")
    else:
        raise InvalidRequestError(
            f"A file of the format UCINET DL holds several relations of at most {MOST_IN_MATRIX} "
            f"people; the network has {len(ids):,} people and {len(network.relations)} relations. "
            f"Choose one with --relation {network.relations[0]}, or write a format such as gexf "
            "or csv."
        )
    lines += ["LABELS:", *map(in_quotes, ids)]
    if network.relations != (UNNAMED_RELATION,):
        lines += ["MATRIX LABELS:", *map(in_quotes, network.relations)]
    lines += ["DATA:", *data]
    return Written(("\n".join(lines) + "\n").encode(), _cut(ids))


def _matrices(
    network: Network,
    edges: Edges,
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    weight: Sequence[str],
) -> list[str]:
    relations = {name: k for k, name in enumerate(network.relations)}
    named = edges.more.get("relation")
    level = [0] * len(edges) if named is None else [relations[str(name)] for name in named]
    n = len(network.people)
    cells = np.full((len(relations), n, n), "0", dtype=object)
    cells[level, row, column] = weight
    return [" ".join(line) for matrix in cells for line in matrix]


def _cut(ids: Sequence[str]) -> tuple[Notice, ...]:
    """Return a notice of labels that UCINET would change so that people look alike."""
    cut = [person.upper()[:LONGEST_LABEL] for person in ids]
    long = sum(len(person) > LONGEST_LABEL for person in ids)
    alike = len(cut) - len(set(cut))
    if not long and not alike:
        return ()
    text = (
        f"UCINET puts labels into capitals and cuts them after {LONGEST_LABEL} characters: "
        f"{long:,} of {len(ids):,} are longer, and {alike:,} would be called like somebody else. "
        "The file holds them whole."
    )
    return (Notice(kind="labels-cut-by-ucinet", text=text, count=long or alike),)
