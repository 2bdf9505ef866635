"""What every proposal to introduce two people says: what to do, what makes it wrong, its card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from weft.measures.words import listed, sentence_case
from weft.weaving.cards import Card
from weft.weaving.ground import Ground
from weft.weaving.reasons import Reason
from weft.weaving.wording import one_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """Two people to introduce to each other, why, and who could do it.

    Attributes
    ----------
    a, b : str
        Their ids.
    a_name, b_name : str
    introducer, introducer_name : str or None
        Somebody tied to both who is no hub. None where there is nobody.
    reason : Reason
    how : str
        What to do, in a sentence.
    wrong_if : str
        What would make it wrong, to stand after "Wrong if:".
    moves : tuple of str
        The measure ids of the figures it would better.
    """

    a: str
    b: str
    a_name: str
    b_name: str
    introducer: str | None
    introducer_name: str | None
    reason: Reason
    how: str
    wrong_if: str
    moves: tuple[str, ...]

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Return the columns of :meth:`row`."""
        return (*(field.name for field in fields(cls)), "reason_kind")

    def row(self) -> dict[str, object]:
        """Return it as one row of a table."""
        return {field.name: getattr(self, field.name) for field in fields(self)} | {
            "reason": self.reason.text,
            "reason_kind": self.reason.kind,
            "moves": "; ".join(self.moves),
        }

    def card(self, *, by_whom: bool | None = None) -> Card:
        """Return it as a card.

        Parameters
        ----------
        by_whom : bool, optional
            Whether somebody can introduce them; whether an introducer is named, if left out.
        """
        named = (self.a_name, self.b_name)
        by_whom = self.introducer is not None if by_whom is None else by_whom
        return card_of(named, self.reason.text, self.how, self.wrong_if, by_whom=by_whom)


def card_of(names: tuple[str, str], reason: str, how: str, wrong_if: str, *, by_whom: bool) -> Card:
    """Return the card of one introduction; ``by_whom`` is whether somebody can introduce them."""
    return Card(
        title="Introduce two people" if by_whom else "Bring two people together",
        who=names,
        reason=reason,
        how=how,
        wrong_if=wrong_if,
        blanks=("Both said yes on", "They met on"),
    )


def how(
    ground: Ground, a: int, b: int, introducer: int | None, *, leaving: Sequence[int] = ()
) -> str:
    """Return what to do about two people who are to be introduced.

    Parameters
    ----------
    ground : Ground
    a, b : int
        Positions.
    introducer : int or None
        Who is to introduce them; None where nobody can.
    leaving : sequence of int
        Who is about to leave: if one of these knows both, that one can introduce them before.
    """
    one, other = ground.called(a), ground.called(b)
    known = ground.are_tied[a] & ground.are_tied[b]
    before = [int(person) for person in leaving if known[person]]
    if introducer is not None:
        said = f"{ground.called(introducer)} knows both: ask whether they would introduce"
        ending = "after asking each of the two."
    elif before:
        said = f"{ground.called(before[0])} knows both, and can introduce"
        ending = "before leaving, after asking each of the two."
    else:
        return one_stop(sentence_case(_together(ground, a, b)))
    joint = " " if introducer is None else ", "
    return one_stop(sentence_case(f"{said} {one} and {other}{joint}{ending}"))


def _together(ground: Ground, a: int, b: int) -> str:
    """Return what to do where nobody can introduce two people: bring them together."""
    one, other = ground.called(a), ground.called(b)
    known = ground.are_tied[a] & ground.are_tied[b]
    if hubs := [ground.called(int(hub)) for hub in np.flatnonzero(known & ground.hubs)]:
        who = f"Only {listed(hubs)} could introduce them, and much hangs there already"
    elif known.any():
        who = f"Who knows both {one} and {other} has introductions enough to make"
    else:
        who = f"Nobody stands between {one} and {other}"
    return f"{who}: ask both into one small piece of work that is done within a month."


def wrong_if(ground: Ground) -> str:
    """Return what would make an introduction wrong; the same for all, so that it tells of nobody.

    It can stand after "Wrong if:".
    """
    if not ground.answered.all():
        return (
            "they know each other already, which not all who could say so have answered; or one of "
            "them does not want it."
        )
    return "they know each other in a way that nobody was asked about, or one does not want it."


def private_note(ground: Ground) -> str:
    """Return what private answers do in a list of introductions; there must be some."""
    names = listed([f"“{name}”" for name in ground.private])
    return (
        f"What was said in confidence ({names}) is no tie here and is in no reason. It only makes "
        "the lot weigh more of somebody whom both trust, where several could introduce two people "
        "equally well."
    )
