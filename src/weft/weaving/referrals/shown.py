"""Referrals as plain data, as rows of a table and as cards."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weft.measures.words import listed
from weft.weaving.cards import Card

if TYPE_CHECKING:
    from weft.weaving.referrals.contents import Referral, Referrals

FORMAT = "weft.referrals/1"

TUPLES = ("offers", "lacks", "through", "through_names", "moves")


def as_dict(found: Referrals) -> dict[str, object]:
    """Return the proposals as plain data."""
    return {
        "format": FORMAT,
        "network": found.name,
        "wave": found.wave,
        "need": list(found.need),
        "from": {"id": found.from_id, "name": found.from_name},
        "peers": [_peer(peer) for peer in found.peers],
        "because": found.because,
        "notes": list(found.notes),
        "weights": dict(found.weights),
        "made_with": dict(found.made_with),
    }


def _peer(peer: Referral) -> dict[str, object]:
    return {name: list(v) if name in TUPLES else v for name, v in asdict(peer).items()}


def as_rows(found: Referrals) -> list[dict[str, object]]:
    """Return a row for each peer."""
    return [
        {
            "need": "; ".join(found.need),
            "from": found.from_id,
            "to": peer.id,
            "name": peer.name,
            "through": "; ".join(peer.through),
            "steps": peer.steps,
            "offers": "; ".join(peer.offers),
            "lacks": "; ".join(peer.lacks),
            "reason": peer.reason.text,
            "how": peer.how,
            "wrong_if": peer.wrong_if,
            "moves": "; ".join(peer.moves),
        }
        for peer in found.peers
    ]


def as_cards(found: Referrals) -> tuple[Card, ...]:
    """Return a card for each peer."""
    return tuple(
        Card(
            title=f"Pass on: {listed(found.need)}",
            who=(f"from {found.from_name}", f"to {peer.name}"),
            reason=peer.reason.text,
            how=peer.how,
            wrong_if=peer.wrong_if,
            blanks=("Asked on", "Answered on", "What came of it"),
        )
        for peer in found.peers
    )
