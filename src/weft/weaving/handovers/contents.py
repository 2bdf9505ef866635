"""What a proposal to hand roles over is made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from weft.weaving.reasons import Reason

if TYPE_CHECKING:
    from weft.weaving.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could take a role on.

    Attributes
    ----------
    id, name : str
    part : {'goes along', 'stands in', 'could be asked'}
        Who is to shadow the holder, who stands in for them, and who else there is.
    reason : Reason
    wrong_if : str
        What would make it wrong, in one sentence that can stand after "Wrong if:".
    willing : bool or None
        None where nobody has said.
    orphaned_if : float or None
        Which share of the relations around the holder would be orphaned if this person took over
        tomorrow, with the ties of today; None where there are none.
    to_meet : tuple of str
        The names of those who turn to the holder and are not tied to the candidate yet: first those
        to whom only the holder leads, each part in the order of the alphabet.
    """

    id: str
    name: str
    part: str
    reason: Reason
    wrong_if: str
    willing: bool | None
    orphaned_if: float | None
    to_meet: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One role: who holds it, who could take it on, and how far it is handed over.

    Attributes
    ----------
    role : str
    holders : tuple of str
        Their names.
    holder_ids : tuple of str
    candidates : tuple of Candidate
        At most three, in the order of the alphabet; empty where there is nothing to propose.
    orphaned_today : float or None
        Which share of the relations around the holder would be orphaned if they left tomorrow. A
        relation around the holder is a pair of people who are tied to them; it is orphaned if the
        two are not tied and have no other contact in common. None where there are none.
    done : bool
        Whether that is under 10 %: then the relations no longer hang on the holder.
    state : str
        How far it is, in one or two sentences.
    because : str
        Why nobody is proposed; empty where somebody is.
    moves : tuple of str
        The figures of the portrait that it would move.
    """

    role: str
    holders: tuple[str, ...]
    holder_ids: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    orphaned_today: float | None = None
    done: bool = False
    state: str
    because: str = ""
    moves: tuple[str, ...] = ()

    @property
    def goes_along(self) -> Candidate | None:
        """Who is to shadow the holder."""
        return next((c for c in self.candidates if c.part == "goes along"), None)

    @property
    def stands_in(self) -> Candidate | None:
        """Who stands in for the one who goes along."""
        return next((c for c in self.candidates if c.part == "stands in"), None)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class HandOvers:
    """Roles to hand over.

    Attributes
    ----------
    columns : tuple of str
        Of :meth:`rows`.
    name, wave : str
        The network, and its wave.
    roles : tuple of HandOver
        In the order in which they were named.
    because : str
        Why there is none; empty where there is one.
    notes : tuple of str
        What the proposals do not know.
    weights : mapping of str to float
        What counted in who is a candidate, and how much.
    made_with : mapping
        Version of Weft, and seed.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "role",
        "held_by",
        "candidate",
        "name",
        "part",
        "reason",
        "wrong_if",
        "to_meet",
        "orphaned_today",
        "orphaned_if",
        "done",
        "moves",
    )

    name: str
    wave: str
    roles: tuple[HandOver, ...]
    because: str
    notes: tuple[str, ...]
    weights: Mapping[str, float]
    made_with: Mapping[str, str | int]

    def to_dict(self) -> dict[str, object]:
        """Return the proposals as plain data in the format ``weft.handovers/1``."""
        from weft.weaving.handovers.shown import as_dict

        return as_dict(self)

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each candidate, and one for each role without any, as for a table."""
        from weft.weaving.handovers.shown import as_rows

        return as_rows(self)

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each role that can be handed over."""
        from weft.weaving.handovers.shown import as_cards

        return as_cards(self)
