"""Tiny networks written down by hand, and networks of a matrix, for the tests of measures."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weft.network import Columns, Network, Relation, build


def network(
    rows: Sequence[str],
    columns: str = "source target",
    *,
    people: str | None = None,
    answered: str | None = None,
    relations: Sequence[Relation] = (),
) -> Network:
    """Return the network of rows such as ``"Ana Ben 3"``; all answered unless said otherwise."""
    roles = columns.split()
    cells = [row.split() for row in rows]
    ties = {role: text(cell[i] for cell in cells) for i, role in enumerate(roles)}
    table = None
    if people is not None:
        ids = people.split()
        said = ids if answered is None else answered.split()
        yes = ["yes" if person in said else "no" for person in ids]
        table = Columns("people", {"id": text(ids), "responded": text(yes)})
    return build(
        Columns("ties", ties),
        table,
        relations=relations,
        everyone_answered=table is None and answered is None,
    )


def of_matrix(
    strength: Any,
    *,
    answered: Any = None,
    directed: bool = True,
    scale: tuple[float, float] | None = None,
    wave: str = "1",
) -> Network:
    """Return the network in which each person who answered reported their row, zeros included."""
    n = len(strength)
    said = np.ones(n, dtype=bool) if answered is None else np.asarray(answered)
    cells = [(i, j) for i in range(n) for j in range(n) if i != j and said[i]]
    ties = {
        "source": text(f"p{i}" for i, _ in cells),
        "target": text(f"p{j}" for _, j in cells),
        "weight": text(str(float(strength[i][j])) for i, j in cells),
        "wave": text(wave for _ in cells),
    }
    people = {
        "id": text(f"p{i}" for i in range(n)),
        "responded": text("yes" if one else "no" for one in said),
    }
    relation = Relation(name="ties", directed=directed, scale=scale)
    return build(Columns("ties", ties), Columns("people", people), relations=(relation,))


def text(cells: Any) -> pa.Array:
    return pa.array(list(cells), type=pa.string())


@st.composite
def matrices(draw: st.DrawFn, *, fewest: int = 2, most: int = 7, top: int = 3) -> Any:
    """Draw the strengths of a few people: 0 for no tie."""
    n = draw(st.integers(fewest, most))
    strength = draw(arrays(int, (n, n), elements=st.integers(-2, top))).clip(0)
    np.fill_diagonal(strength, 0)
    return strength


@st.composite
def half_heard(draw: st.DrawFn, **options: int) -> Any:
    """Draw the strengths of a few people, and which of them answered: at least one."""
    strength = draw(matrices(**options))
    answered = draw(arrays(bool, len(strength)))
    answered[draw(st.integers(0, len(strength) - 1))] = True
    return strength, answered
