"""Ties of one file as those of one relation and wave: what several files say by their names."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from weft.network import Columns


def of_relation_and_wave(ties: Columns, relation: str | None, wave: str | None) -> Columns:
    """Return the ties with this relation and wave in every row, where one is given.

    Examples
    --------
    >>> ties = Columns("w2.dat", {"source": pa.array(["1"]), "target": pa.array(["2"])})
    >>> of_relation_and_wave(ties, None, "2").columns["wave"].to_pylist()
    ['2']
    """
    said = {"relation": relation, "wave": wave}
    more = {
        role: pa.repeat(pa.scalar(word), len(ties))
        for role, word in said.items()
        if word is not None
    }
    return replace(ties, columns={**ties.columns, **more})
