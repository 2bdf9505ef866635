"""What fuzzing begins with: a small file of each format, written by Weft where it writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import weft
from weft.formats import Format, known_formats
from weft.formats.carrying import reduced

if TYPE_CHECKING:
    from pathlib import Path

NOT_A_FILE = frozenset({"git", "maildir"})
"""Formats whose source is a folder."""


def readers() -> list[Format]:
    """Return the formats that can be fuzzed."""
    return [f for f in known_formats() if f.read is not None and f.name not in NOT_A_FILE]


def small_network() -> weft.Network:
    """Return a network with something of everything."""
    ties = {
        "source": ["ana", "ben", "cy", "ana"],
        "target": ["ben", "ana", "ana", "cy"],
        "relation": ["trusts", "trusts", "works_with", "works_with"],
        "weight": ["2", "1.5", "1", "1"],
        "date": ["2026-01-02", None, None, None],
    }
    people = {"id": ["ana", "ben", "cy", "di"], "name": ["Ana R", "Ben", "Cy", None],
              "team": ["a", "b", None, "a"], "responded": ["yes", "yes", "no", None]}  # fmt: skip
    return weft.read(ties, people)


def write_seeds(name: str, folder: Path) -> None:
    """Write what fuzzing a format begins with, unless it is there."""
    format_ = next(f for f in known_formats() if f.name == name)
    seed = folder / "seed"
    if format_.write is None or seed.exists():
        return
    network = small_network()
    if "relations" not in format_.carries:
        network = network.relation("trusts")
    left, _ = reduced(network, format_.carries, format_.title)
    seed.write_bytes(format_.write(left).data)
