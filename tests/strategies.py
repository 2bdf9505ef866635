"""The shared vocabulary of made-up networks for property tests."""

from typing import Any

import hypothesis.strategies as st

import weft

GROUPS = ("north", "south", None)


@st.composite
def tables(draw: st.DrawFn, *, fewest: int = 3, most: int = 8, silent: bool = False) -> Any:
    """Draw a table of ties over two waves and a table of people, as mappings of columns."""
    n = draw(st.integers(fewest, most))
    ids = [f"p{i}" for i in range(n)]
    answered = [draw(st.booleans()) if silent else True for _ in ids]
    pairs = [(a, b) for i, a in enumerate(ids) for b in ids if a != b and answered[i]]
    rows = []
    for wave in ("1", "2"):
        chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=24)) if pairs else []
        rows += [(a, b, draw(st.integers(1, 4)), wave) for a, b in chosen]
    ties = {
        "source": [a for a, _, _, _ in rows],
        "target": [b for _, b, _, _ in rows],
        "weight": [str(value) for _, _, value, _ in rows],
        "wave": [wave for _, _, _, wave in rows],
    }
    people = {
        "id": ids,
        "group": [draw(st.sampled_from(GROUPS)) for _ in ids],
        "steward": ["yes" if i == 0 else "no" for i in range(n)],
        "responded:1": ["yes" if a else "no" for a in answered],
        "responded:2": ["yes" if a else "no" for a in answered],
    }
    return ties, people


def read(tables_: Any, *, directed: bool = True) -> weft.Network:
    """Return the network of drawn tables."""
    ties, people = tables_
    return weft.read(
        ties, people=people, undirected=() if directed or not ties["source"] else ("ties",)
    )
