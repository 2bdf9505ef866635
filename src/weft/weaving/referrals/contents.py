"""What a proposal to pass something on is made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from weft.weaving.reasons import Reason

if TYPE_CHECKING:
    from weft.weaving.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Somebody to whom the opportunity could be passed on.

    Attributes
    ----------
    id, name : str
    offers : tuple of str
        What of the need they offer, in the order of the alphabet.
    lacks : tuple of str
        What of the need they do not offer.
    steps : int or None
        How many ties lie between the referrer and them; None where there is no way.
    through : tuple of str
        The ids of those who could pass it on, in turn; empty where they are tied or there is no
        way.
    through_names : tuple of str
    reason : Reason
    how : str
        How to go about it.
    wrong_if : str
        What would make it wrong, in one sentence that can stand after "Wrong if:".
    moves : tuple of str
        The figures of the portrait that it would move.
    """

    id: str
    name: str
    offers: tuple[str, ...]
    lacks: tuple[str, ...]
    steps: int | None
    through: tuple[str, ...]
    through_names: tuple[str, ...]
    reason: Reason
    how: str
    wrong_if: str
    moves: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Referrals:
    """To whom an opportunity could be passed on.

    Attributes
    ----------
    columns : tuple of str
        Of :meth:`rows`.
    name, wave : str
        The network, and its wave.
    need : tuple of str
        What the opportunity asks for, in the order of the alphabet.
    from_id, from_name : str
        Who passes it on.
    peers : tuple of Referral
        In the order of the alphabet.
    because : str
        Why nobody is proposed, and what to do instead; empty where somebody is.
    notes : tuple of str
        What the proposals do not know.
    weights : mapping of str to float
        What counted, and how much.
    made_with : mapping
        Version of Weft, and seed.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "need",
        "from",
        "to",
        "name",
        "through",
        "steps",
        "offers",
        "lacks",
        "reason",
        "how",
        "wrong_if",
        "moves",
    )

    name: str
    wave: str
    need: tuple[str, ...]
    from_id: str
    from_name: str
    peers: tuple[Referral, ...]
    because: str
    notes: tuple[str, ...]
    weights: Mapping[str, float]
    made_with: Mapping[str, str | int]

    def to_dict(self) -> dict[str, object]:
        """Return the proposals as plain data in the format ``weft.referrals/1``."""
        from weft.weaving.referrals.shown import as_dict

        return as_dict(self)

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each peer, as for a table."""
        from weft.weaving.referrals.shown import as_rows

        return as_rows(self)

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each peer."""
        from weft.weaving.referrals.shown import as_cards

        return as_cards(self)
