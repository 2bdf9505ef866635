"""The words around a list of introductions: what there is to do, how it was made, its limits."""

from __future__ import annotations

from collections.abc import Sequence

from weft.measures.words import counted, percent, sentence_case
from weft.weaving.ground import Ground
from weft.weaving.introducing import private_note
from weft.weaving.introductions.asked import Asked
from weft.weaving.introductions.contents import Introduction
from weft.weaving.introductions.taking_up import Taken

SURE_RESPONSE = 0.8
ASK_FIRST = (
    "Suggestions, not decisions. Ask each of the two before they are introduced, and let a no stay "
    "private."
)


def answer(ground: Ground, rows: Sequence[Introduction]) -> str:
    """Return what there is to do, in a sentence or two."""
    if not rows:
        return _why_none(ground)
    now = [row for row in rows if not row.held_out]
    text = f"{sentence_case(counted(len(now), 'introduction'))} worth making."
    if alone := sum(row.introducer is None for row in now):
        text += (
            f" {sentence_case(counted(alone, 'pair has', 'pairs have'))} nobody between them who "
            "could introduce them: bring these together around a small piece of work."
        )
    if held := len(rows) - len(now):
        more = counted(held, "more pair is", "more pairs are")
        text += (
            f" {sentence_case(more)} held back at random, so that it can be told later whether "
            "introducing helped: do not introduce these yet."
        )
    return text


def _why_none(ground: Ground) -> str:
    if ground.n < 3:
        return "No introductions, because there are fewer than three people."
    if not ground.answered.any():
        return "No introductions, because nobody has answered: nobody can say who is tied."
    return (
        "No introductions, because everybody who could be introduced is tied already, or would not "
        "gain by it within the bounds that were set."
    )


def notes(ground: Ground, asked: Asked, rows: Sequence[Introduction]) -> tuple[str, ...]:
    """Return what to know before the list is used."""
    said = [ASK_FIRST]
    response = ground.answered.mean() if ground.n else 0.0
    if response < SURE_RESPONSE:
        said.append(
            f"{percent(float(response))} of people answered. Some of these pairs may know each "
            "other already, and pairs of which neither answered are left out."
        )
    if not ground.tags.known:
        said.append(
            "Nobody’s offers and seeks are known, so it is not known what the two have for each "
            "other. Two columns of the people table, offers and seeks, would say."
        )
    if not ground.steward.any() and ground.hubs.any():
        said.append(
            "No stewards are marked; the person who stands between others most was left out as the "
            "hub. Say who convenes with --steward."
        )
    if ground.private:
        said.append(private_note(ground))
    if asked.keep_out == 0:
        said.append(
            "No pairs are held back, so it cannot be told later whether introducing helped; hold "
            "back a few at random with --keep-out 0.2."
        )
    elif rows and not any(row.held_out for row in rows):
        said.append(
            f"{sentence_case(counted(len(rows), 'pair is', 'pairs are'))} too few to hold back "
            f"{percent(asked.keep_out)} of them, so none is held back. Ask for more pairs, or for "
            "a larger share."
        )
    return tuple(said)


def method(ground: Ground, taken: Taken) -> str:
    """Return how the list was made."""
    goes = "at once" if taken.goes == 1 else f"in {taken.goes} goes, each counting those before"
    seen = sorted(set(ground.network.relations) - set(ground.private))
    return (
        f"{counted(taken.weighed, 'pair')} weighed (the best of each person), the best measured "
        f"exactly; chosen together by an integer programme, {goes}; ties of "
        f"{', '.join(seen)}"
    )
