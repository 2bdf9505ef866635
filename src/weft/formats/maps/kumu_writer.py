"""From a network to the JSON that Kumu imports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.maps.fields import fields_of, fields_of_ties
from weft.formats.roles.edges import edges_of

if TYPE_CHECKING:
    from weft.network import Network

OF_KUMU = frozenset({"id", "_id", "label", "attributes", "name"})


def write_kumu(network: Network) -> Written:
    """Return the people as elements and the reports as connections; every field shows in Kumu."""
    people, edges = network.people, edges_of(network)
    fields, notices = fields_of(people, OF_KUMU)
    elements = [
        {"id": person, "label": name, **known}
        for person, name, known in zip(people.ids, people.names, fields, strict=True)
    ]
    ends = zip(edges.source, edges.target, edges.directed, strict=True)
    connections = [
        {
            "from": source,
            "to": target,
            "direction": "directed" if directed else "undirected",
            **{("type" if key == "Type" else key): value for key, value in known.items()},
        }
        for (source, target, directed), known in zip(ends, fields_of_ties(edges), strict=True)
    ]
    content = {"elements": elements, "connections": connections}
    data = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode()
    return Written(data + b"\n", tuple(notices))
