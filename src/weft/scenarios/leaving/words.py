"""What a rehearsal says in sentences, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from weft.measures.words import counted, listed, number, percent, sentence_case
from weft.network.parts_played import LEADERSHIP
from weft.weaving.introducing import private_note
from weft.weaving.reasons import Reason, reason
from weft.weaving.wording import called

if TYPE_CHECKING:
    from weft.measures import Measure
    from weft.scenarios.leaving.contents import Count, HandOver, Moved, StepBack
    from weft.scenarios.leaving.mending import Gain
    from weft.weaving.ground import Ground

MOST_NAMED = 3
"""More people who leave are not named in every sentence."""


def leavers(names: Sequence[str]) -> str:
    """Return those who leave as they read in a sentence.

    Examples
    --------
    >>> leavers(["Ana", "Ben"]), leavers(["Ana", "Ben", "Cy", "Di"])
    ('Ana and Ben', 'these four people')
    """
    many = len(names)
    return (
        listed([called(name) for name in names])
        if many <= MOST_NAMED
        else f"these {counted(many, 'person', 'people')}"
    )


def reason_for(a: str, b: str, gain: Gain, without: str, *, lack_short_way: bool) -> Reason:
    """Return why two people should be introduced before somebody leaves."""
    a, b = called(a), called(b)
    if gain.ways:
        return reason("no-way-without", a=a, b=b, hub=without)
    if lack_short_way and gain.short_ways == 1:
        return reason("short-way-through", a=a, b=b, hub=without)
    pairs = counted(gain.short_ways, "pair")
    return reason("gives-short-ways-back", a=a, b=b, hub=without, many=pairs)


def sentences(made: StepBack) -> tuple[str, ...]:
    """Return what would be lost, who turns to whom, and what would mend it."""
    if made.undefined_because is not None:
        return (made.undefined_because,)
    if not made.leaving:
        return tuple(one.text for one in made.resting)
    said = [_lost(made), _figures(made.figures), _turning(made), _mended(made)]
    return tuple(text for text in said if text)


def _lost(made: StepBack) -> str:
    counts = {one.id: one for one in made.lost}
    said = []
    if counts["short_ways"].value:
        pairs = ranged(counts["short_ways"], "pair", "pairs")
        said.append(f"{pairs} of those who stay would lose their only short way to each other")
    if counts["cut_off"].value:
        people = ranged(counts["cut_off"], "person", "people")
        said.append(f"{people} would lose touch with the largest group")
    if counts["alone"].value:
        said.append(f"{ranged(counts['alone'], 'person', 'people')} would be left with no tie")
    if not said:
        said = [
            "nobody would be cut off, left with no tie, or lose their only short way to anybody"
        ]
    return f"If {leavers(made.leaving_names)} left tomorrow, {listed(said)}."


def ranged(count: Count, one: str, many: str) -> str:
    """Return a count with its noun, and its range where silence leaves one."""
    said = counted(count.value, one, many)
    if count.low is None or count.high is None or count.low == count.high:
        return said
    low = number(count.low) if count.low else "none"
    return f"{said} (between {low} and {number(count.high)})"


def _figures(figures: Sequence[Moved]) -> str:
    """Return the two figures that most want to be known, before and after."""
    found = {one.id: one for one in figures if one.change is not None}
    said = []
    if (two := found.get("two_connected_share")) is not None:
        was, will = _said(two.before, percent), _said(two.after, percent)
        share = f"go from {was} to {will}" if was != will else f"stay at {was}"
        said.append(f"the share of people whom no further departure splits off would {share}")
    if (leads := found.get("effective_leaders")) is not None:
        was, will = (_said(one, "{:.1f}".format) for one in (leads.before, leads.after))
        instead = f" instead of {was}" if was != will else ", as today"
        said.append(f"leadership would be held as if by {will} people{instead}")
    return f"{sentence_case(', and '.join(said))}." if said else ""


def _said(measure: Measure, form: Callable[[float], str]) -> str:
    """Return a figure as it reads in a sentence, as a range where silence leaves one."""
    if measure.low is None or measure.high is None:
        return form(measure.number)
    low, high = form(measure.low), form(measure.high)
    return low if low == high else f"{low} to {high}"


def _turning(made: StepBack) -> str:
    found, names = made.hand_over, leavers(made.leaving_names)
    if found is None or found.undefined_because is not None:
        return ""
    if not found.constituency:
        return f"Nobody who stays said that they turn to {names}."
    who = sentence_case(counted(found.constituency, "person turns", "people turn"))
    alone = found.to_nobody_else
    if found.constituency == 1:
        rest = "and to nobody else" if alone else "and to somebody else as well"
        return f"{who} to {names}, {rest}. {_instead(found)}".rstrip()
    if alone:
        rest = f"{number(alone)} of them {'turns' if alone == 1 else 'turn'} to nobody else"
    else:
        rest = "everybody among them turns to somebody else as well"
    text = f"{who} to {names}; {rest}."
    return f"{text} {_instead(found)}".rstrip()


def _instead(found: HandOver) -> str:
    if not found.names:
        return ""
    them = listed([called(name) for name in found.names], "or")
    many = number(found.reached) if found.reached < found.constituency else "all"
    who = f"{sentence_case(many)} of them" if found.constituency > 1 else "That person"
    several = len(found.names) > 1
    asked = "They could be asked first (the alphabet orders them)" if several else "Ask there first"
    verb = "knows" if found.reached == 1 else "know"
    return f"{who} {verb} {them} already. {asked}."


def _mended(made: StepBack) -> str:
    if not made.plan:
        return ""
    many = counted(len(made.plan), "introduction")
    last = made.plan[-1]
    said = []
    if lost := made.count("no_way"):
        pairs = _of(lost - last.ways_left, lost)
        said.append(f"a way back to {pairs} that would have none")
    if lost := made.count("short_ways"):
        pairs = _of(lost - last.short_ways_left, lost)
        said.append(f"a short way back to {pairs} that would have lost it")
    return f"{sentence_case(many)}, in the order below, would give {listed(said)}."


def _of(many: int, of: int) -> str:
    """Return how many of some pairs.

    Examples
    --------
    >>> _of(2, 5), _of(5, 5), _of(1, 1), _of(0, 2)
    ('two of the five pairs', 'all five pairs', 'the one pair', 'none of the two pairs')
    """
    pairs = counted(of, "pair")
    if many == of:
        return f"all {pairs}" if of > 1 else f"the {pairs}"
    return f"{number(many) if many else 'none'} of the {pairs}"


def limits(ground: Ground, *, drawn: bool, leaving: bool) -> Mapping[str, str]:
    """Return what the rehearsal cannot tell, the weightiest first."""
    found = {}
    silent = int((~ground.answered).sum())
    if silent:
        who = sentence_case(counted(silent, "person", "people"))
        range_said = (
            "The ranges say what complete answers would give in nine of ten cases, if the silent "
            "are like those who answered."
            if drawn
            else "No ranges are shown, as none were asked for or there are too many people."
        )
        found["silence"] = (
            f"{who} of {number(ground.n)} did not answer, as far as the data say. A tie that "
            f"nobody reported makes others look more needed than they are. {range_said}"
        )
    if ground.private:
        found["private"] = (
            f"{private_note(ground)} Its figures are not shown: with and without one person they "
            "would tell what was said of that person."
        )
    if LEADERSHIP in ground.parts.assumed:
        found["leadership"] = (
            "The data do not say who turns to whom for leadership, so hand-overs are left out. If "
            "a relation does, name it with --leadership."
        )
    if leaving:
        found["mending"] = (
            "This is the day after. People mend a network themselves after somebody leaves, and "
            "who leaves seldom goes overnight."
        )
    found["people"] = (
        "That something rests on a person is no fault and no merit of theirs. It says where "
        "company is due, and is not meant to compare people."
    )
    return found
