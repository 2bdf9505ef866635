"""Reads every file that other people's programs wrote, and keeps what came of it.

Run as `python docs/real_files.py`, with the real files in ../shared/raw-formats. The pages on
formats are made from what it keeps in real_files.json; the facts suite checks that it is still so.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

import weft
from weft.formats.files.file import opened
from weft.formats.files.packed import without_wrapping
from weft.formats.registry import format_of

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "raw-formats"
KEPT = Path(__file__).with_suffix(".json")
TOGETHER = (tuple(f"siena/s50-network{wave}.dat" for wave in (1, 2, 3)),)
"""Files that are the waves of one network."""

NOT_DATA = frozenset({"SOURCE.md"})


def found_in(folder: Path) -> list[dict[str, Any]]:
    """Return a row for each file: the format, people and ties, or why it is refused."""
    with chdir(folder):
        names = sorted(
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and path.name not in NOT_DATA
        )
        return [row_of((name,)) for name in names] + [row_of(names) for names in TOGETHER]


def row_of(names: tuple[str, ...]) -> dict[str, Any]:
    """Return what came of reading one file, or several as one network."""
    row: dict[str, Any] = {"file": ", ".join(names), "bytes": sum(map(os.path.getsize, names))}
    try:
        row["format"] = format_of(without_wrapping(opened(names[0]))).name
        network = weft.read(list(names) if len(names) > 1 else names[0])
    except weft.WeftError as error:
        return {**row, "refused": str(error).splitlines()[0]}
    ties = {
        name: sum(network.graph(name, wave).m for wave in network.waves)
        for name in network.relations
    }
    return {
        **row,
        "people": len(network),
        "relations": len(network.relations),
        "waves": len(network.waves),
        "ties": sum(ties.values()),
        "notices": [notice.text for notice in network.notices],
    }


def main() -> None:
    """Read the files again and keep what came of it."""
    if not FILES.is_dir():
        sys.exit(f"There are no real files in {FILES}.")
    rows = found_in(FILES)
    KEPT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        counts = f"{row.get('people', 0):,} people, {row.get('ties', 0):,} ties"
        print(f"{row['file']}: {row.get('format', '-')}: {row.get('refused') or counts}")


if __name__ == "__main__":
    main()
