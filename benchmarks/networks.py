"""A made-up network of any size with hubs, groups and returned ties."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

GROUP_SIZE = 80
RETURNED = 0.4
INSIDE = 0.75


def grown(people: int, ties: int, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return ``ties`` directed ties, each once and none to oneself, between ``people``.

    Popularity follows a power law, three ties in four stay inside a group of 80, and four in ten
    are returned.
    """
    rng = np.random.default_rng(seed)
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < ties:
        many = 2 * (ties - len(keys)) + 1_000
        source = rng.integers(0, people, many)
        anywhere = (people * rng.random(many) ** 2).astype(np.int64)
        near = source - source % GROUP_SIZE + (GROUP_SIZE * rng.random(many) ** 2).astype(np.int64)
        target = np.where(rng.random(many) < INSIDE, np.minimum(near, people - 1), anywhere)
        back = rng.random(many) < RETURNED
        new = np.concatenate([source * people + target, (target * people + source)[back]])
        keys = np.unique(np.concatenate([keys, new[new // people != new % people]]))
    keys = rng.permutation(keys)[:ties]
    return keys // people, keys % people


def written_with_text_ids(path: Path, people: int, ties: int, seed: int) -> Path:
    """Write a made-up network as a table of ties with ids as mail archives have them."""
    import pyarrow as pa
    import pyarrow.csv

    source, target = grown(people, ties, seed)
    rng = np.random.default_rng(seed)
    number = rng.integers(1_000_000_000, 2_000_000_000, people).tolist()
    ids = pa.array([f"{first}.{i}@list{i % 97}.org" for i, first in enumerate(number)])
    with path.open("wb") as file:
        file.write(b"source,target\n")
        options = pa.csv.WriteOptions(include_header=False, quoting_style="none")
        for at in range(0, ties, 1_000_000):
            ends = [ids.take(pa.array(end[at : at + 1_000_000])) for end in (source, target)]
            pa.csv.write_csv(pa.table(ends, names=["source", "target"]), file, options)
    return path
