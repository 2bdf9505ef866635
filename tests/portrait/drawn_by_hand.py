"""Small networks whose portrait can be told by looking at them."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from weft.network import Columns, Network, build

CANARY = "Zebedee Canary"
HOSTILE = "<script>alert('x')</script>\"><img src=http://evil.example/x onerror=alert(1)>"


def network(
    ties: Iterable[Sequence[object]],
    people: Mapping[str, Sequence[object]] | None = None,
    *,
    name: str = "by hand",
    everyone_answered: bool = True,
) -> Network:
    """Return the network of rows (source, target[, relation[, weight[, wave]]])."""
    rows = [tuple(str(cell) for cell in row) for row in ties]
    roles = ("source", "target", "relation", "weight", "wave")
    wide = len(rows[0]) if rows else 2
    columns = {
        role: pa.array([row[i] for row in rows], type=pa.string())
        for i, role in enumerate(roles[:wide])
    }
    table = None
    if people is not None:
        cells = {
            column: pa.array([None if v is None else str(v) for v in values], type=pa.string())
            for column, values in people.items()
        }
        table = Columns("people", cells)
    return build(Columns("ties", columns), table, name=name, everyone_answered=everyone_answered)


def both_ways(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [tie for a, b in pairs for tie in ((a, b), (b, a))]


def star(n: int = 12) -> Network:
    """Everybody is tied to the hub, both ways, and to nobody else."""
    return network(both_ways(("hub", f"p{i}") for i in range(1, n)))


def clique(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in names for b in names if a != b]


def two_cliques() -> Network:
    """Two groups of six in which everyone names everyone; one of each holds them together."""
    left, right = [f"a{i}" for i in range(6)], [f"b{i}" for i in range(6)]
    people = {"id": left + right, "team": ["left"] * 6 + ["right"] * 6}
    return network(clique(left) + clique(right) + both_ways([("a0", "b0")]), people)


def two_waves() -> Network:
    """A steward who is looked to by all at first, and later by half, while two others rise."""
    ids = ["s", *(f"p{i}" for i in range(1, 9))]
    first = [(p, "s", "turns_to", 1, 1) for p in ids[1:]]
    first.append(("p2", "p1", "turns_to", 1, 1))
    later = [(p, "s", "turns_to", 1, 2) for p in ids[1:5]]
    later += [(p, "p1", "turns_to", 1, 2) for p in ids[2:]]
    later += [(p, "p2", "turns_to", 1, 2) for p in ids[3:]]
    people = {"id": ids, "steward": ["yes"] + ["no"] * 8, "organisation": ["hub"] * 2 + ["x"] * 7}
    return network(first + later, people)


def with_hostile_names() -> Network:
    ids = [f"canary-id-{i}" for i in range(12)]
    people = {
        "id": ids,
        "name": [f"{CANARY} {i}" for i in range(11)] + [HOSTILE],
        "organisation": ["Council"] * 6 + ["<b>Trust & Co</b>"] * 6,
        "steward": ["yes"] + ["no"] * 11,
    }
    ties = [*clique(ids[:6]), *clique(ids[6:10]), (ids[5], ids[6]), (ids[9], ids[10])]
    return network(ties, people, name=HOSTILE)
