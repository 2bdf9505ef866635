"""Networks for the tests of suggestions: written down by hand, and drawn."""

from typing import Any

import hypothesis.strategies as st
import numpy as np

import weft

NAMES = ("Ana", "Ben", "Cy", "Di", "Eve", "Fay", "Gil", "Hal", "Ida", "Jo", "Kim", "Lu")


def network(
    people: str = "", /, *, columns: Any = None, shuffle: int | None = None, **ties: str
) -> weft.Network:
    """Return the network of ties such as ``works_with="Ana-Ben Ben-Cy"``, strength after a colon.

    People who are in no tie are named in ``people``; ``columns`` says more about some of them, as
    ``{"offers": {"Ana": "tea"}}``. With ``shuffle`` the rows stand in another order.
    """
    said = {relation: text.split() for relation, text in ties.items()}
    ends = [tie.partition(":")[0].split("-") for many in said.values() for tie in many]
    ids = list(dict.fromkeys([*people.split(), *(end for pair in ends for end in pair)]))
    if shuffle is not None:
        order = np.random.default_rng(shuffle)
        ids = list(order.permutation(ids))
        said = {relation: list(order.permutation(many)) for relation, many in said.items()}
    rows = [
        (*tie.partition(":")[0].split("-"), relation, tie.partition(":")[2] or "1")
        for relation, many in said.items()
        for tie in many
    ]
    roles = ("source", "target", "relation", "weight")
    table = {"id": ids, "responded": ["yes"] * len(ids)}
    for name, cells in (columns or {}).items():
        table[name] = [cells.get(person, "") for person in ids]
    return weft.read(
        dict(zip(roles, map(list, zip(*rows, strict=True)), strict=True)), people=table
    )


@st.composite
def pairs_of(draw: st.DrawFn, *, fewest: int = 3, most: int = 8) -> tuple[list[str], list[Any]]:
    """Draw some people and pairs of them, at least one."""
    people = list(NAMES[: draw(st.integers(fewest, most))])
    every = [(a, b) for i, a in enumerate(people) for b in people[i + 1 :]]
    pairs = draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    return people, pairs


def of_pairs(people: list[str], pairs: list[Any], **given: Any) -> weft.Network:
    """Return the network of pairs that work together."""
    return network(" ".join(people), works_with=" ".join(f"{a}-{b}" for a, b in pairs), **given)
