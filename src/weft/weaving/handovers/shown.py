"""Hand-overs as plain data, as rows of a table and as cards."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weft.measures.words import listed, percent, sentence_case
from weft.weaving.cards import Card
from weft.weaving.handovers.leaving import DONE
from weft.weaving.wording import called, one_stop

if TYPE_CHECKING:
    from weft.weaving.handovers.contents import Candidate, HandOver, HandOvers

FORMAT = "weft.handovers/1"

MOST_NAMED = 4
"""So many of those who are to be met are named; the rest are counted."""


def as_dict(found: HandOvers) -> dict[str, object]:
    """Return the proposals as plain data."""
    return {
        "format": FORMAT,
        "network": found.name,
        "wave": found.wave,
        "roles": [_role(role) for role in found.roles],
        "because": found.because,
        "notes": list(found.notes),
        "weights": dict(found.weights),
        "made_with": dict(found.made_with),
    }


def _role(made: HandOver) -> dict[str, object]:
    along, stands_in = made.goes_along, made.stands_in
    return {
        "role": made.role,
        "holders": [
            {"id": person, "name": name}
            for person, name in zip(made.holder_ids, made.holders, strict=True)
        ],
        "state": made.state,
        "orphaned_today": made.orphaned_today,
        "done": made.done,
        "shadowing": None
        if along is None
        else {
            "holder": made.holder_ids[0],
            "goes_along": along.id,
            "stands_in": None if stands_in is None else stands_in.id,
        },
        "candidates": [_candidate(candidate) for candidate in made.candidates],
        "because": made.because,
        "moves": list(made.moves),
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {**asdict(candidate), "to_meet": list(candidate.to_meet)}


def as_rows(found: HandOvers) -> list[dict[str, object]]:
    """Return a row for each candidate, and one for each role without any."""
    return [_row(made, one) for made in found.roles for one in made.candidates or (None,)]


def _row(made: HandOver, one: Candidate | None) -> dict[str, object]:
    return {
        "role": made.role,
        "held_by": "; ".join(made.holder_ids),
        "candidate": one.id if one else "",
        "name": one.name if one else "",
        "part": one.part if one else "",
        "reason": one.reason.text if one else made.because,
        "wrong_if": one.wrong_if if one else "",
        "to_meet": "; ".join(one.to_meet) if one else "",
        "orphaned_today": made.orphaned_today,
        "orphaned_if": one.orphaned_if if one else None,
        "done": made.done,
        "moves": "; ".join(made.moves),
    }


def as_cards(found: HandOvers) -> tuple[Card, ...]:
    """Return a card for each role that somebody could take on."""
    return tuple(_card(made, along) for made in found.roles if (along := made.goes_along))


def _card(made: HandOver, along: Candidate) -> Card:
    return Card(
        title=f"Hand over: {made.role}",
        who=(f"{made.holders[0]} holds it", *(f"{one.name} {one.part}" for one in made.candidates)),
        reason=along.reason.text,
        how=how(made),
        wrong_if=along.wrong_if,
        blanks=("Asked on", "Goes along from", "Handed over on"),
    )


def how(made: HandOver) -> str:
    """Return how to go about a hand-over: who goes along, whom to introduce, when it is done."""
    along, stands_in, holder = made.goes_along, made.stands_in, called(made.holders[0])
    if along is None:
        return ""
    said = f"{sentence_case(called(along.name))} goes along with {holder} for a while"
    said += f", and {called(stands_in.name)} stands in." if stands_in else "."
    if along.to_meet:
        introduces = f"{sentence_case(holder)} introduces {called(along.name)}"
        said += f" {introduces} to {_named(along.to_meet)} first."
    if along.orphaned_if is not None and along.orphaned_if >= DONE:
        lost = percent(along.orphaned_if)
        said += (
            f" Without that, {lost} of these pairs would still be lost; or share the role among "
            "two or three."
        )
    return one_stop(said)


def _named(names: tuple[str, ...]) -> str:
    said = [called(name) for name in names]
    rest = len(said) - MOST_NAMED
    if rest <= 1:
        return listed(said)
    return listed([*said[:MOST_NAMED], f"{rest} others"])
