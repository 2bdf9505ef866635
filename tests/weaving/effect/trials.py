"""Rounds of introductions written down by hand."""

from collections.abc import Iterable, Sequence

import weft
from weft.network import Network

COLUMNS = ("a", "b", "held_out")


def network(ties: Iterable[str], people: Sequence[str], *, answered: Sequence[str] | None = None):
    """Return the network of ties such as ``"ab"``; everybody answered unless said otherwise."""
    said = people if answered is None else answered
    table = {"id": list(people), "responded": ["yes" if p in said else "no" for p in people]}
    rows = [tuple(tie) for tie in ties]
    if answered is not None:  # whoever answered reports; a silent one's word cannot stand
        rows = [(a, b) if a in said else (b, a) for a, b in rows]
    return weft.read(rows, table, undirected=["ties"])


def trial(offered: str, held_out: str, **more: Sequence[object]) -> list[dict[str, object]]:
    """Return records of pairs such as ``"ab cd"``, those offered first."""
    pairs = [(pair, "no") for pair in offered.split()] + [(p, "yes") for p in held_out.split()]
    rows = [dict(zip(COLUMNS, (*pair, out), strict=True)) for pair, out in pairs]
    for name, cells in more.items():
        for row, cell in zip(rows, cells, strict=True):
            row[name] = cell
    return rows


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def side_by_side(
    offered: int, held_out: int, tied: tuple[int, int]
) -> tuple[list, Network, Network]:
    """Return records and waves of pairs that share nobody, the first of each kind tied."""
    people = [f"p{i}" for i in range(2 * (offered + held_out))]
    pairs = list(zip(people[::2], people[1::2], strict=True))
    rows = [{"a": a, "b": b, "held_out": i >= offered} for i, (a, b) in enumerate(pairs)]
    ties = pairs[: tied[0]] + pairs[offered : offered + tied[1]]
    hub = [(people[0], people[2])]
    before = weft.read(hub, people, undirected=["ties"], everyone_answered=True)
    after = weft.read(hub + ties, people, undirected=["ties"], everyone_answered=True)
    return rows, before, after
