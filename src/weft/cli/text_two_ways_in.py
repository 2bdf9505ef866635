"""A plan for two ways in as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType

from weft.cli.suggesting import ending, moved
from weft.cli.text import BLANK, heading, item, labelled, plain, title
from weft.measures.words import counted, percent
from weft.weaving.wording import pair_named

if TYPE_CHECKING:
    from weft.weaving.two_ways import Introduction, TwoWaysIn


def plan_as_text(plan: TwoWaysIn, *, show: int) -> list[RenderableType]:
    """Return a plan: the answer first, then the introductions in order, then the limits."""
    parts: list[RenderableType] = [
        title(f"Two ways in for everybody in {plan.name}"),
        BLANK,
        plain(" ".join(plan.sentences)),
    ]
    if plan.introductions:
        parts.append(heading("Introductions, in the order in which each does most"))
        shown = plan.introductions[:show]
        parts += [item(_introduced(one), f"{at}.") for at, one in enumerate(shown, start=1)]
        if left := len(plan.introductions) - len(shown):
            more = f"And {counted(left, 'more', 'more')}; --format csv gives all."
            parts.append(plain(more, "dim"))
        first = plan.introductions[0]
        parts += [
            BLANK,
            labelled("Wrong if:", first.wrong_if),
            labelled("Would move:", moved(first.moves)),
        ]
    return [*parts, *ending(plan.notes, dict(plan.made_with))]


def _introduced(one: Introduction) -> RenderableType:
    then = f"then {percent(one.share_after)} belong to the largest group that no departure splits"
    return Group(
        plain(pair_named(one.a_name, one.b_name), "bold"),
        plain(one.reason.text),
        plain(one.how),
        plain(then, "dim"),
    )
