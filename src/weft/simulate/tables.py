"""From matrices to a network, by the same door as data from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.network import Columns, Network, Notice, Relation, build

RELATIONS = (
    Relation(name="works_with", directed=False),
    Relation(name="trusts", scale=(1, 4)),
    Relation(name="turns_to", scale=(1, 3)),
)
"""What the simulated people are asked."""

ORIGIN = "simulated"

Strengths = Mapping[str, NDArray[np.generic]]
"""For each relation a matrix by seat: row = source and reporter, column = target."""


def people_columns(
    ids: Sequence[str],
    *,
    attributes: Mapping[str, Sequence[str]],
    seats: NDArray[np.intp],
    answered: NDArray[np.bool_],
) -> Columns:
    """Return the people table; whether somebody answered is blank where they were not invited."""
    columns = {"id": list(ids), **{name: list(cells) for name, cells in attributes.items()}}
    for wave, (here, said) in enumerate(zip(seats, answered, strict=True), start=1):
        invited, responded = ["no"] * len(ids), [""] * len(ids)
        for person, yes in zip(here.tolist(), said.tolist(), strict=True):
            invited[person], responded[person] = "yes", "yes" if yes else "no"
        columns |= {f"invited:{wave}": invited, f"responded:{wave}": responded}
    texts = {role: pa.array(cells, type=pa.string()) for role, cells in columns.items()}
    return Columns(origin=ORIGIN, columns=texts)


def tie_columns(ids: Sequence[str], seats: NDArray[np.intp], waves: Sequence[Strengths]) -> Columns:
    """Return every report as a row: the source of a tie is the one who reports it."""
    parts: dict[str, list[NDArray[np.generic]]] = {
        role: [] for role in ("source", "target", "relation", "weight", "wave")
    }
    for wave, (here, strengths) in enumerate(zip(seats, waves, strict=True)):
        for relation, declared in enumerate(RELATIONS):
            matrix = strengths[declared.name]
            source, target = np.nonzero(matrix)
            parts["source"].append(here[source])
            parts["target"].append(here[target])
            parts["weight"].append(matrix[source, target].astype(np.intp))
            parts["relation"].append(np.full(len(source), relation))
            parts["wave"].append(np.full(len(source), wave))
    texts = {
        "source": ids,
        "target": ids,
        "relation": [declared.name for declared in RELATIONS],
        "weight": [str(value) for value in range(5)],
        "wave": [str(wave) for wave in range(1, len(waves) + 1)],
    }
    columns = {
        role: pa.array(texts[role], type=pa.string()).take(pa.array(np.concatenate(codes)))
        for role, codes in parts.items()
    }
    return Columns(origin=ORIGIN, columns=columns | {"reporter": columns["source"]})


def network_of(name: str, ties: Columns, people: Columns) -> Network:
    """Return the network of two tables, marked as made up."""
    asked = set(ties.columns["relation"].unique().to_pylist())
    made_up = Notice(
        kind="fictional",
        text="The people and organisations of this network are made up by weft.simulate.",
        count=len(people),
    )
    return build(
        ties,
        people,
        name=name,
        relations=[relation for relation in RELATIONS if relation.name in asked],
        notices=[made_up],
    )
