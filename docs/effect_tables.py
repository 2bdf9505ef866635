"""How often the ranges and the test of introductions hold, as the benchmark kept it."""

from __future__ import annotations

from typing import Any


def effect(kept: dict[str, Any]) -> str:
    """Return the table of made-up rounds of known effect."""
    rows = [
        f"| {row['rounds']} × {row['pairs']}, {row['held_out']} held out "
        f"| {row['effect']:+.0%} | {'yes' if row['spill'] else 'no'} | {row['passed']:.1%} "
        f"| {row['held']:.0%} | {row['held of meetings']:.0%} | {row['held of displacement']:.0%} |"
        for row in kept["settings"]
    ]
    return (
        f"Each row: {kept['runs']:,} made-up rounds of introductions among 60 people, most of whom "
        "are in several pairs. *Passed*: the lot alone gives so large a difference in at most 5 "
        "of 100 cases. Where an offer does nothing that should happen in 5 % of rounds or less; "
        "else it is how often so many pairs find what is there. *Held*: the range (meant: "
        f"{kept['confidence']:.0%}) holds the truth.\n\n"
        "| rounds × pairs | an offer does | ties spread to others | passed | offer held "
        "| meeting held | other ties held |\n|---|--:|---|--:|--:|--:|--:|\n"
        + "\n".join(rows)
        + "\n"
    )
