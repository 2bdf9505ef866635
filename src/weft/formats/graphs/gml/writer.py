"""Writing GML files, in signs and keys that every program reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.graphs.gml.reader import DRAWING, OWN_ID
from weft.formats.graphs.gml.text import escaped
from weft.formats.graphs.strengths import strength_text
from weft.formats.roles.edges import edges_of
from weft.formats.roles.headings import PEOPLE_HEADINGS
from weft.network import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weft.formats.roles.edges import Edges
    from weft.network import Network

PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,12})?\Z")
MEANT = frozenset(word for words in PEOPLE_HEADINGS.values() for word in words) | {
    "responded", "invited", DRAWING, OWN_ID, "weft",
}  # fmt: skip

Tie = tuple[int, int, int]
"""The two ends by number, and which edge of the network it is."""


def write_gml(network: Network) -> Written:
    """Return a network as a GML file.

    Notes
    -----
    Ids are whole numbers in GML; those of the people stand under the key ``weftid``. A graph is
    directed or undirected as a whole: where only some relations have a direction, a tie without
    one is two edges, one each way.
    """
    edges, people = edges_of(network), network.people
    number = {person: i for i, person in enumerate(people.ids)}
    directed = any(edges.directed) or not len(edges)
    ties = list(_ties(edges, number, directed=directed))
    keys = _keys(list(people.attributes))
    lines = ['Creator "Weft"', "graph [", f"  directed {int(directed)}"]
    ends = {(a, b) if directed else (min(a, b), max(a, b)) for a, b, _ in ties}
    lines += ["  multigraph 1"] if len(ends) < len(ties) else []
    lines += _own_lines(network, keys, edges, directed=directed)
    lines += _node_lines(network, keys)
    lines += _edge_lines(edges, ties)
    lines.append("]")
    zeros = sum(weight == 0 for weight in edges.more["weight"])
    return Written("".join(f"{line}\n" for line in lines).encode("ascii"), _said_of(zeros))


def _said_of(zeros: int) -> tuple[Notice, ...]:
    if not zeros:
        return ()
    text = (
        f"{zeros:,} reports that there is no tie are edges of the weight 0, which other programs "
        "count as edges."
    )
    return (Notice(kind="zeros-written", text=text, count=zeros),)


def _ties(edges: Edges, number: dict[str, int], *, directed: bool) -> Iterable[Tie]:
    """Yield the edges of the file; in a directed graph, a tie that both ends report goes both ways.

    A tie without direction that one person reports is one edge there, as two would be two reports.
    """
    reporters = edges.more.get("reporter")
    for i, (source, target) in enumerate(zip(edges.source, edges.target, strict=True)):
        one, other = number[source], number[target]
        yield one, other, i
        if directed and not edges.directed[i] and (reporters is None or reporters[i] is None):
            yield other, one, i


def _own_lines(
    network: Network, keys: dict[str, str], edges: Edges, *, directed: bool
) -> Iterable[str]:
    """Yield the directions of relations and the names of attributes, which GML cannot hold."""
    relations = "relation" in edges.more or not all(edges.directed)
    if not (keys or (directed and relations)):
        return
    yield "  weft ["
    if directed and relations:
        for relation in (network.declared(name) for name in network.relations):
            name = escaped(relation.name)
            yield f'    relation [ name "{name}" directed {int(relation.directed)} ]'
    for name, key in keys.items():
        yield f'    attribute [ key "{key}" name "{escaped(name)}" ]'
    yield "  ]"


def _node_lines(network: Network, keys: dict[str, str]) -> Iterable[str]:
    people = network.people
    unlike = len(set(people.names)) == len(people)
    labels = people.names if unlike else people.ids
    columns = {keys[name]: _values(cells) for name, cells in people.attributes.items()}
    for i, (person, name, label) in enumerate(zip(people.ids, people.names, labels, strict=True)):
        yield "  node ["
        yield f"    id {i}"
        yield f'    label "{escaped(label)}"'
        yield f'    {OWN_ID} "{escaped(person)}"'
        if not unlike:
            yield f'    name "{escaped(name)}"'
        yield from (f"    {key} {cells[i]}" for key, cells in columns.items() if cells[i])
        yield "  ]"


def _values(cells: Sequence[str | None]) -> list[str | None]:
    """Return the values of an attribute: numbers where all plainly are, else between quotes."""
    if all(cell is None or PLAIN_NUMBER.match(cell) for cell in cells):
        return list(cells)
    return [None if cell is None else f'"{escaped(cell)}"' for cell in cells]


def _edge_lines(edges: Edges, ties: Iterable[Tie]) -> Iterable[str]:
    words = [word for word in ("relation", "wave", "reporter", "date") if word in edges.more]
    weights = [strength_text(weight) for weight in edges.more["weight"]]
    for source, target, i in ties:
        yield "  edge ["
        yield f"    source {source}"
        yield f"    target {target}"
        yield f"    weight {weights[i]}"
        for word in words:
            value = edges.more[word][i]
            if value is not None:
                yield f'    {word} "{escaped(str(value))}"'
        yield "  ]"


def _keys(names: Iterable[str]) -> dict[str, str]:
    """Return a key of letters and digits for each attribute, which means nothing else.

    Examples
    --------
    >>> _keys(["team", "Team (2026)", "name", "年"])
    {'team': 'team', 'Team (2026)': 'Team2026', 'name': 'attributename', '年': 'attribute'}
    """
    keys: dict[str, str] = {}
    for name in names:
        key = re.sub(r"[^0-9A-Za-z]+", "", name)[:40]
        if not key[:1].isalpha() or key.lower() in MEANT:
            key = f"attribute{key}"
        free, n = key, 1
        while free in keys.values():
            n += 1
            free = f"{key}x{n}"
        keys[name] = free
    return keys
