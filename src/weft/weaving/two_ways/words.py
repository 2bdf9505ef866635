"""What a plan for two ways in says in sentences: reasons, the answer, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weft.measures.words import counted, number, percent, sentence_case
from weft.weaving.introducing import private_note
from weft.weaving.reasons import Reason, reason

if TYPE_CHECKING:
    from weft.weaving.ground import Ground
    from weft.weaving.two_ways.contents import TwoWaysIn

LOSS = {"person": "nobody’s leaving cuts anybody off", "tie": "no lost tie cuts anybody off"}
SINGLE = {"person": "other", "tie": "tie"}


def reason_for(ground: Ground, a: int, b: int, hub: int | None) -> Reason:
    """Return why two people should be introduced, from ties that are not private.

    Parameters
    ----------
    ground : Ground
    a, b : int
        Whoever has fewer ties comes first.
    hub : int or None
        Somebody whom every way between the two leads through.
    """
    names = {"a": ground.called(a), "b": ground.called(b)}
    few = int(ground.contacts[a])
    if few < 2:
        return reason("second-tie" if few else "first-tie", **names)
    if ground.part[a] != ground.part[b]:
        return reason("no-way-yet", **names)
    if hub is None:  # such a pair is in one group already, and brings nobody a second way
        message = "A pair without a hub between was chosen."
        raise AssertionError(message)
    return reason("only-through-one", **names, hub=ground.called(hub))


def sentences(plan: TwoWaysIn, *, bound: bool) -> tuple[str, ...]:
    """Return the answer, the progress and how near the least number it comes."""
    if plan.undefined_because is not None:
        return (plan.undefined_because,)
    many = len(plan.introductions)
    if not many and plan.reached:
        return (f"Two ways in for everybody: {LOSS[plan.kind]} today.",)
    return tuple(
        text for text in (_answer(plan, many, bound=bound), _progress(plan), _hanging(plan)) if text
    )


def _answer(plan: TwoWaysIn, many: int, *, bound: bool) -> str:
    if not plan.reached:
        made = f"The {counted(many, 'introduction')} below help" if many > 1 else ""
        made = made or ("The introduction below helps" if many else "No introduction is left")
        return (
            f"{made}, but within the bounds that were set it cannot be reached that "
            f"{LOSS[plan.kind]}. Allow more pairs, or more introductions for each person."
        )
    them = counted(many, "introduction")
    verb = "is" if many == 1 else "are"
    enough = f"{sentence_case(them)} {verb} enough"
    if not plan.more_than_least:
        return f"{enough}, and no fewer would do, so that {LOSS[plan.kind]}."
    most = f"at most {number(plan.more_than_least)} more than"
    least = "the least possible" if not bound else "are needed where anybody may meet anybody"
    return f"{enough} so that {LOSS[plan.kind]}: {most} {least}."


def _progress(plan: TwoWaysIn) -> str:
    before, after = plan.before.two_connected_share, plan.after.two_connected_share
    what = "leaving" if plan.kind == "person" else "tie’s loss"
    whose = "no single person’s" if plan.kind == "person" else "no single"
    these = "this introduction" if len(plan.introductions) == 1 else "these introductions"
    return (
        f"Today {percent(before)} of people belong to the largest group that {whose} {what} can "
        f"split; with {these} {'all' if after == 1 else percent(after)} would."
    )


def _hanging(plan: TwoWaysIn) -> str:
    before, after = plan.before, plan.after
    said = []
    if before.hanging:
        hang = counted(before.hanging, "person hangs", "people hang")
        they = "that person" if before.hanging == 1 else "they"
        said.append(
            f"{hang} on a single {SINGLE[plan.kind]}, without which {they} would lose touch with "
            "half of the others or more"
        )
    if before.apart:
        said.append(
            f"{counted(before.apart, 'person is', 'people are')} cut off from the largest "
            "part already"
        )
    if not said:
        return ""
    left = after.hanging + after.apart
    then = "nobody" if not left else counted(left, "person", "people")
    return f"Today {', and '.join(said)}; afterwards {then} would be left like that."


def limits(ground: Ground) -> Mapping[str, str]:
    """Return what the plan cannot tell."""
    found = {}
    silent = int((~ground.answered).sum())
    if silent:
        who = counted(silent, "person", "people")
        found["silence"] = (
            f"{sentence_case(who)} of {number(ground.n)} did not answer, as far as the data say. A "
            "tie that nobody reported makes people look less safe than they are, and some of these "
            "introductions may be needless. The portrait fills in what the silent would have said, "
            "and so may show a higher share."
        )
    if ground.private:
        found["private"] = private_note(ground)
    if not ground.steward.any():
        found["stewards"] = (
            "Nobody is marked as a steward, so the person through whom most ways lead is spared "
            "instead. Mark who convenes with --steward, or in a column “steward”."
        )
    found["acceptance"] = (
        "An introduction is an offer. Only some become ties; look again after a while, and take "
        "the order for what does most, not for what is due."
    )
    return found
