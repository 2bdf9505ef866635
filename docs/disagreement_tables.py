"""What the benchmark of double reports kept, as tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

KEPT = Path(__file__).resolve().parent.parent / "benchmarks" / "last.json"
NAMES = {"either": "either", "both": "both"}


def disagreeing() -> str:
    """Return how near the truth the three views come, as tables."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["reporters"]
    parts = [
        (
            f"Mean distance from the truth over {kept['networks']} made-up coalitions of "
            f"{kept['people']} people, where both ends of each pair report. How often people err "
            "is drawn anew for each, as the priors suppose; the estimate is the mean of "
            f"{kept['draws']} draws. **Bold**: the nearest."
        ),
        *(_figures(name, found) for name, found in kept["made up"].items()),
        _office(kept["office"]),
        _iterations(kept["iteration"]),
    ]
    return "\n\n".join(parts) + "\n"


def _figures(name: str, found: dict[str, Any]) -> str:
    relation, errs = name.split(", ")
    rows = []
    for measure_id, each in found["figures"].items():
        least = min(each)
        cells = [f"**{one:.3f}**" if one == least else f"{one:.3f}" for one in each]
        rows.append(f"| `{measure_id}` | {' | '.join(cells)} |")
    nearest = sum(each[2] == min(each) for each in found["figures"].values())
    said = found["reliability"]
    ties = sum(row["ties"] for row in said)
    off = sum(abs(row["said"] - row["there"]) * row["ties"] for row in said) / ties
    bins = "\n".join(
        f"| {row['said']:.2f} | {row['there']:.2f} | {row['ties']:,} |" for row in said
    )
    return (
        f"`{relation}`, reports by `{errs}`: the estimate is the nearest in {nearest} of "
        f"{len(rows)} figures.\n\n"
        "| figure | either | both | estimated |\n|---|--:|--:|--:|\n" + "\n".join(rows) + "\n\n"
        "Of the ties that somebody reports, those called about so likely, and how many of them "
        f"are there (on average {off:.3f} apart):\n\n"
        f"| called | there | ties |\n|--:|--:|--:|\n{bins}"
    )


def _office(found: dict[str, Any]) -> str:
    rows = [
        f"| {relation} | {way if way in NAMES else f'estimated, `{way}`'} | {row['square']:.3f} "
        f"| {row['wrong']:.3f} |"
        for relation, ways in found.items()
        for way, row in ways.items()
    ]
    return (
        "Krackhardt's office, where 21 people each reported all ties: how far the view that two of "
        "them, drawn at random for each tie, give is from what most of the 21 say.\n\n"
        "| relation | view | mean square | share of ties that come out wrong |\n|---|---|--:|--:|\n"
        + "\n".join(rows)
    )


def _iterations(found: list[dict[str, float]]) -> str:
    rows = "\n".join(
        f"| {row['people']:,} | {row['reports']:,} | {row['ties looked at']:,} "
        f"| {1e3 * row['weft']:.2f} | {1e3 * row['dense']:.2f} | {row['times']:.1f} |"
        for row in found
    )
    return (
        "One iteration, against the bare sums of the same equations over whole matrices in numpy "
        "(processor milliseconds):\n\n"
        "| people | reports | ties looked at | Weft | matrices | times |\n"
        f"|--:|--:|--:|--:|--:|--:|\n{rows}"
    )
