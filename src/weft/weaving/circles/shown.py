"""Circles as plain data, as rows of a table and as cards."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weft.weaving.cards import Card

if TYPE_CHECKING:
    from weft.weaving.circles.contents import Circle, Circles

FORMAT = "weft.circles/1"


def as_dict(found: Circles) -> dict[str, object]:
    """Return the circles as plain data."""
    return {
        "format": FORMAT,
        "network": found.name,
        "wave": found.wave,
        "size": found.size,
        "group": found.group,
        "circles": [_circle(circle) for circle in found.circles],
        "unmet": [asdict(lack) for lack in found.unmet],
        "because": found.because,
        "notes": list(found.notes),
        "counts": dict(found.counts),
        "weights": dict(found.weights),
        "made_with": dict(found.made_with),
    }


def _circle(circle: Circle) -> dict[str, object]:
    return {
        "number": circle.number,
        "members": [
            {"id": person, "name": name}
            for person, name in zip(circle.members, circle.names, strict=True)
        ],
        "host": circle.host,
        "tied": None if circle.tied is None else list(circle.tied),
        "newcomers": list(circle.newcomers),
        "clusters": circle.clusters,
        "met_before": [list(pair) for pair in circle.met_before],
        "reason": asdict(circle.reason),
        "how": circle.how,
        "wrong_if": circle.wrong_if,
        "moves": list(circle.moves),
    }


def as_rows(found: Circles) -> list[dict[str, object]]:
    """Return a row for each person; whoever calls a circle first has its host marked."""
    return [
        {
            "circle": circle.number,
            "id": person,
            "name": name,
            "host": "yes" if person == circle.host else "no",
            "newcomer": "yes" if person in circle.newcomers else "no",
            "reason": circle.reason.text,
            "how": circle.how,
            "wrong_if": circle.wrong_if,
            "moves": "; ".join(circle.moves),
        }
        for circle in found.circles
        for person, name in zip(circle.members, circle.names, strict=True)
    ]


def as_cards(found: Circles) -> tuple[Card, ...]:
    """Return a card for each circle."""
    return tuple(
        Card(
            title=f"Circle {circle.number}",
            who=circle.names,
            reason=circle.reason.text,
            how=circle.how,
            wrong_if=circle.wrong_if,
            blanks=("First meeting on", "Next caller", "What came of it"),
        )
        for circle in found.circles
    )
