"""What can be said of two waves in words that can be quoted, and what cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weft.measures.words import counted, listed, number, percent, sentence_case

if TYPE_CHECKING:
    from weft.change.contents import Change, Counts, Decomposed
    from weft.change.pairing import Pair

NAMES = {
    "density": "the share of possible ties that are there",
    "mean_degree": "the number of ties a person has",
    "reciprocity": "the share of ties that are returned",
    "transitivity": "how often two contacts of a person are tied",
    "efficiency": "how close people are to each other",
    "leadership_centralization": "how far leadership is one person's",
    "effective_leaders": "the number of people among whom leadership is shared",
    "leadership_gini": "how unequally leadership is held",
    "steward_share": "the stewards' share of leadership",
}
"""What a figure is called in a sentence; any other by its id."""

WENT = {"up": "rose", "down": "fell"}


def answer(change: Change) -> str:
    """Return the paragraph a reader may quote."""
    parts = [_who(change), _ties(change), change.verdict.text, _power(change)]
    if "asked-alike" in change.limits:
        parts.insert(0, "Read with caution: the two waves were most likely not asked alike.")
    else:
        parts += [figures_said(change), _artefacts(change)]
    return " ".join(part for part in parts if part)


def named(figure: Decomposed) -> str:
    """Return what a figure is called in a sentence."""
    return NAMES.get(figure.id, figure.id.replace("_", " "))


def amount(figure: Decomposed, value: float, *, signed: bool = False) -> str:
    """Return a value of a figure as people read it; a change of shares in percentage points."""
    if figure.unit.startswith("share"):
        return _without_minus_zero(f"{100 * value:+.1f} pts") if signed else percent(value)
    return _without_minus_zero(f"{value:+.2f}") if signed else f"{value:.2f}"


def _without_minus_zero(text: str) -> str:
    return text if any(digit in text for digit in "123456789") else text[1:]


def _who(change: Change) -> str:
    counts = change.counts
    if not counts.stayers:
        return f"Nobody was there both in wave {change.before} and in wave {change.after}."
    stayed = counted(counts.stayers, "person", "people")
    if counts.matched == counts.stayers:
        heard = "all of them answered both times"
    else:
        heard = f"{number(counts.matched)} of them answered both times"
    return (
        f"This compares wave {change.before} with wave {change.after} for the {stayed} who were "
        f"there both times; {heard}."
    )


def _ties(change: Change) -> str:
    kept = change.ties[0]
    if kept.undefined_because is not None:
        return ""
    lasted, gone, new = (round(kept.parts[part]) for part in ("kept", "gone", "new"))
    there = counted(lasted + gone, "tie")
    return (
        f"Of {there} that there were, {number(lasted)} lasted, and {number(new)} "
        f"{'is' if new == 1 else 'are'} new."
    )


def _power(change: Change) -> str:
    """Return by how much, where the verdict says that something can be told of both."""
    found = change.fade_and_lift
    told = change.verdict.id not in {"no_telling", "not_asked"}
    if not told or found.share_before is None or found.share_after is None or found.lift is None:
        return ""
    return (
        f"Their share went from {percent(found.share_before)} to {percent(found.share_after)}, and "
        f"how much others are looked to changed by {found.lift:+.0%}, by the word of those heard "
        "both times."
    )


def figures_said(change: Change) -> str:
    """Return which figures changed by more than chance and silence, and how many did not."""
    moved = [figure for figure in change.figures if figure.arrow]
    still = [f for f in change.figures if not f.arrow and f.undefined_because is None]
    if not moved:
        return (
            "In none of the figures compared is there a change that chance and silence cannot "
            "account for."
            if still
            else ""
        )
    said = []
    for way, went in WENT.items():
        names = [named(figure) for figure in moved if figure.arrow == way]
        if names:
            said.append(f"{listed(names)} {went}")
    text = f"More than chance and silence can account for, {'; '.join(said)}."
    return f"{text} Of the other figures no change can be told." if still else text


def _artefacts(change: Change) -> str:
    """Return a warning on figures whose difference is mostly not change."""
    found = [f for f in change.figures if f.mostly_not_change and _worth_a_word(f)]
    if not found:
        return ""
    names = listed([named(figure) for figure in found])
    return (
        f"Take care with the plain difference in {names}: it is mostly a matter of who joined, "
        "left or answered, and not of change among those who stayed."
    )


def _worth_a_word(figure: Decomposed) -> bool:
    """Whether a difference is large enough to be quoted: a twentieth of the figure or more."""
    if figure.difference is None or figure.before is None:
        return False
    return abs(figure.difference) >= 0.05 * max(abs(figure.before), 1e-9)


def limits(change: Change, pair: Pair, *, drawn: bool, asked_alike: bool) -> Mapping[str, str]:
    """Return what the comparison cannot tell, the weightiest first."""
    counts = change.counts
    found = {}
    if not asked_alike:
        found["asked-alike"] = (
            "Each respondent reported several times as many ties in one wave as in the other. So "
            "large a step most often means that the question was asked in another way; then the "
            "figures tell of the question and not of the network."
        )
    found["response"] = _response(change, counts)
    if not drawn and counts.matched < counts.stayers:
        found["not-drawn"] = (
            "No ranges are shown: there are too many people, or too few answered, to draw what "
            "those who were silent could have said."
        )
    elif counts.matched < counts.stayers:
        found["silence"] = (
            "The ranges say what the silent of either wave could have said, if they are like those "
            "who answered. If people fell silent because of what was going on, no arithmetic "
            "knows."
        )
    found["chance"] = (
        "The test asks whether swapping each person's two reports gives as large a change. It "
        "takes people to change their answers each on their own, and both waves to be asked "
        "alike. Several figures are tested; one in twenty passes by chance alone."
    )
    if pair.network.declared(pair.relation).directed:
        found["direction"] = (
            f"A tie of “{pair.relation}” was read as: the first person looks to the second. The "
            "figures on leadership and stewards rest on that."
        )
    found["cause"] = (
        "Two waves show that something changed, not why. What else happened in between, and what "
        "would have happened anyway, is not in the data."
    )
    found["people"] = (
        "No single person's rise or fall is shown. Those who stood highest tend to be nearer the "
        "middle next time by chance alone, so any list of who rose most would mislead."
    )
    return found


def _response(change: Change, counts: Counts) -> str:
    rates = [
        f"{counts.answered[i]:,} of {counts.people[i]:,} in wave {wave}"
        for i, wave in enumerate((change.before, change.after))
    ]
    moved = "Nobody left or joined."
    if counts.left or counts.came:
        left, came = (number(n) if n else "nobody" for n in (counts.left, counts.came))
        moved = f"{sentence_case(left)} left and {came} joined."
    return f"Answers: {listed(rates)}. {moved} Only those in the data are seen."
