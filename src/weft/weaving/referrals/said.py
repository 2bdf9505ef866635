"""The sentences of a referral: why somebody, how to go about it, what would make it wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from weft.measures.words import counted, listed, number, percent, sentence_case
from weft.weaving.ground import Ground
from weft.weaving.reasons import Reason, reason
from weft.weaving.tags import OFFERS
from weft.weaving.ways import NO_WAY, Ways
from weft.weaving.wording import one_stop

MOST_TAGS = 8
ASK_ALOUD = "Ask aloud in the network: somebody may offer it and not have said so."


def reason_for(ground: Ground, ways: Ways, person: int, offered: Sequence[str]) -> Reason:
    """Return why the opportunity could go to somebody."""
    words = {
        "a": ground.called(ways.start),
        "b": ground.called(person),
        "what": listed(offered),
    }
    steps = int(ways.steps[person])
    if steps == NO_WAY:
        return reason("offers-and-no-way-yet", **words)
    if steps == 1:
        return reason("offers-and-tied", **words)
    through = ways.between(person)
    if steps == 2:
        return reason("offers-through-one", via=ground.called(through[0]), **words)
    return reason("offers-and-farther", steps=number(steps), **words)


def how(ground: Ground, ways: Ways, person: int) -> str:
    """Return how to pass it on to somebody."""
    start, peer = ground.called(ways.start), ground.called(person)
    steps = int(ways.steps[person])
    if steps == NO_WAY:
        said = f"{start} writes to {peer} directly, and says who sent the request and why."
        return sentence_case(said)
    if steps == 1:
        said = f"{start} asks {peer} first, and then tells whoever came with the request."
        return sentence_case(said)
    chain = [ground.called(i) for i in ways.between(person)]
    if len(chain) == 1:
        return sentence_case(f"{start} asks {chain[0]} to bring {start} and {peer} together.")
    on = ", then ".join([*chain[1:], peer])
    return sentence_case(one_stop(f"{start} asks {chain[0]}, who can ask on: {on}."))


def wrong_if(name: str, lacks: Sequence[str]) -> str:
    """Return what would make a referral wrong."""
    if lacks:
        return (
            f"it needs {listed(lacks)} above all, which {name} does not offer; or {name} has no "
            "room for it now."
        )
    return f"{name} has no room for it now, or no longer offers it."


def nobody(ground: Ground, need: Mapping[str, str], start: int) -> str:
    """Return why nobody is proposed, and what to do instead."""
    offered = ground.tags.offered
    if not any(offered):
        return (
            f"Nobody has said what they offer: the people table has no column “{OFFERS}” with tags "
            f"in it. {ASK_ALOUD}"
        )
    what = listed(sorted(need.values()), "or")
    if offered[start] & set(need):
        because = f"Nobody but {ground.called(start)} offers {what}."
    else:
        because = f"Nobody offers {what}."
    close = sorted(_like(set(need), set().union(*offered) - set(need)))
    if close:
        because += f" What is offered and sounds like it: {listed(close[:MOST_TAGS])}."
    return f"{because} {ASK_ALOUD}"


def _like(need: set[str], offered: set[str]) -> set[str]:
    """Return what is offered that is spelled like what is needed, or shares a word with it."""
    words = {word for tag in need for word in tag.split()}
    alike = {tag for tag in offered if words & set(tag.split())}
    for tag in need:
        alike |= set(get_close_matches(tag, sorted(offered), n=MOST_TAGS, cutoff=0.75))
    return alike


def notes(ground: Ground) -> tuple[str, ...]:
    """Return what the proposals do not know."""
    said = sum(bool(tags) for tags in ground.tags.offered)
    left = ground.n - said
    found = []
    if left:
        found.append(
            f"{sentence_case(counted(left, 'person has', 'people have'))} not said what they offer "
            f"({percent(left / ground.n)}); they are not proposed."
        )
    silent = ground.n - int(ground.answered.sum())
    if silent:
        found.append(
            f"{sentence_case(counted(silent, 'person', 'people'))} did not answer, so there may be "
            "shorter ways."
        )
    return tuple(found)
