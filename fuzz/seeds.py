"""What fuzzing begins with: a small file of each format, written by Weft where it writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import weft
from fuzz.parts import unpacked
from fuzz.replay import ARCHIVES, BOTH_READERS, RECOGNISE, SHEETS
from weft.formats import known_formats
from weft.formats.carrying import reduced
from weft.network import Network

if TYPE_CHECKING:
    from pathlib import Path


def targets() -> list[str]:
    """Return the names of all that can be fuzzed: every reader, and what compares or recognises."""
    readers = [f.name for f in known_formats() if f.read is not None or f.read_people is not None]
    return [*dict.fromkeys([*readers, *SHEETS]), BOTH_READERS, RECOGNISE]


def small_network() -> Network:
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


def write_seed(name: str, folder: Path) -> None:
    """Write what Weft itself writes in a format; seeds of the others were made by hand."""
    format_ = next((f for f in known_formats() if f.name == name), None)
    seed = folder / "seed"
    if format_ is None or format_.write is None or name in SHEETS or seed.exists():
        return
    network = small_network()
    if "relations" not in format_.carries:
        network = network.relation("trusts")
    left, _ = reduced(network, format_.carries, format_.title)
    written = format_.write(left).data
    seed.write_bytes(unpacked(written) if name in ARCHIVES else written)
