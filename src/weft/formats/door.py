"""PLACEHOLDER by the lead so that others can run: the formats owner replaces this file."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from weft.network import Columns, Network, build

NetworkLike = Any


def read(source: Any, people: Any = None, **options: Any) -> Network:
    if isinstance(source, Network):
        return source
    pairs = list(source)
    cols = {
        role: pa.array([str(p[i]) for p in pairs], type=pa.string())
        for i, role in enumerate(("source", "target", "relation", "weight", "wave")[: len(pairs[0]) if pairs else 2])
    }
    table = None
    if people is not None:
        table = Columns("people", {k: pa.array([None if v is None else str(v) for v in vs], type=pa.string()) for k, vs in people.items()})
    return build(Columns("ties", cols), table, **options)


as_network = read
check = write = read
