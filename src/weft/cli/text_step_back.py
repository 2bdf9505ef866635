"""A rehearsal of leaving as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table

from weft.cli.suggesting import ending, moved
from weft.cli.text import BLANK, heading, indented, item, labelled, plain, title
from weft.measures.words import counted, listed, sentence_case, shown
from weft.scenarios.leaving.words import leavers
from weft.weaving.wording import called, pair_named

if TYPE_CHECKING:
    from weft.scenarios.leaving import HandOver, Mending, Moved, Named, StepBack

NO_CHANGE, LARGE = "0", 100
"""A change that rounds to nothing, and from where on a figure is told in whole numbers."""

MOST_PAIRS = 30
"""So many pairs of names are printed; --json has all."""


def rehearsal_as_text(made: StepBack) -> list[RenderableType]:
    """Return a rehearsal: the answer, what would mend it, the figures, the reverse, the limits."""
    if made.leaving:
        head, said = f"If {leavers(made.leaving_names)} left {made.name}", made.sentences
    else:
        head, said = f"Where {made.name} rests on one person", ()
    parts: list[RenderableType] = [title(head)]
    parts += [BLANK, plain(" ".join(said))] if said else []
    parts += _named(made.named) if made.named else []
    parts += _mending(made.plan, made.hand_over)
    parts += _figures(made.figures)
    parts += _resting(made)
    return [*parts, *ending(made.notes, dict(made.made_with))]


def _mending(plan: Sequence[Mending], over: HandOver | None) -> list[RenderableType]:
    items: list[RenderableType] = []
    if over is not None and over.names:
        them = listed([called(name) for name in over.names], "or")
        who = counted(over.constituency, "person", "people")
        items.append(
            Group(
                plain("Hand over what people come for", "bold"),
                plain(
                    f"Ask {them} to take on a part (the alphabet orders the names), and tell the "
                    f"{who} who come now to whom to turn."
                ),
            )
        )
    items += [_introduced(one) for one in plan]
    if not items:
        return []
    numbered = [item(one, f"{at}.") for at, one in enumerate(items, start=1)]
    wrong = [BLANK, labelled("Wrong if:", plan[0].wrong_if)] if plan else []
    return [heading("What would mend most, in this order"), *numbered, *wrong]


def _introduced(one: Mending) -> RenderableType:
    back = []
    if one.ways:
        back.append(
            f"{counted(one.ways, 'pair')} with a way again, {one.ways_left:,} still without"
        )
    if one.short_ways:
        pairs = counted(one.short_ways, "short way")
        back.append(f"{pairs} back, {one.short_ways_left:,} still lost")
    return Group(
        plain(pair_named(one.a_name, one.b_name), "bold"),
        plain(one.reason.text),
        plain(one.how),
        plain("; ".join(back), "dim"),
        labelled("Would move:", moved(one.moves), "dim"),
    )


def _figures(figures: Sequence[Moved]) -> list[RenderableType]:
    """Return the figures that move, as far as can be seen, and the names of the others."""
    rows, still, ranged = [], [], False
    for one in figures:
        if one.change is None:
            continue
        name, unit = one.id.replace("_", " "), _unit(one)
        change, low, high = (_signed(value, one) for value in _ends(one))
        if change == low == high == NO_CHANGE:
            still.append(name)
            continue
        between = "" if low == high else f"{low} to {high}"
        ranged |= bool(between)
        rows.append((name, shown(one.before), shown(one.after), f"{change}{unit}", between))
    notes = []
    if ranged:
        notes.append(
            "Between: where complete answers would put the change in nine of ten cases. Today and "
            "then have ranges too, wider than that of the change; --json gives them."
        )
    if still:
        notes.append(f"No change to be seen: {', '.join(still)}.")
    if left := sum(one.change is None for one in figures):
        verb = "cannot be told here; --json says why"
        notes.append(f"{sentence_case(counted(left, 'figure'))} {verb}.")
    if not rows and not notes:
        return []
    below = [BLANK, plain(" ".join(notes), "dim")] if notes else []
    return [heading("What happens to the figures"), *_table(rows, ranged=ranged), *below]


def _table(rows: Sequence[tuple[str, ...]], *, ranged: bool) -> list[RenderableType]:
    if not rows:
        return []
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="italic")
    table.add_column("figure")
    names = ("today", "then", "change", "between") if ranged else ("today", "then", "change")
    for name in names:
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*map(plain, row[: len(names) + 1]))
    return [table]


def _ends(moved: Moved) -> tuple[float, float, float]:
    """Return the change and the ends of its range, which may be one point."""
    change = moved.change or 0.0
    low, high = moved.low, moved.high
    return change, change if low is None else low, change if high is None else high


def _unit(moved: Moved) -> str:
    return " pts" if moved.before.unit.startswith("share") else ""


def _signed(value: float, moved: Moved) -> str:
    """Return a number with its sign; of what rounds to nothing, a dash."""
    if moved.before.unit.startswith("share"):
        text = f"{100 * value:+.1f}"
    elif abs(moved.before.number) >= LARGE:
        text = f"{value:+,.0f}"
    else:
        text = f"{value:+.2f}"
    return text if any(digit in text for digit in "123456789") else NO_CHANGE


def _resting(made: StepBack) -> list[RenderableType]:
    if not made.resting:
        return []
    parts: list[RenderableType] = []
    if made.leaving:
        parts.append(heading("The reverse: where it rests on one person, whoever that is"))
    else:
        parts.append(BLANK)
    for one in made.resting:
        parts.append(item(plain(one.text)))
        if one.names:
            parts.append(indented(plain(", ".join(one.names)), 3))
    if not made.leaving:
        parts += [BLANK, plain("Rehearse somebody's leaving with --person ID.", "dim")]
    return parts


def _named(named: Named) -> list[RenderableType]:
    """Return who loses what, for the owner of the data."""
    parts: list[RenderableType] = []
    for label, people in (("Cut off", named.cut_off), ("Without a tie", named.alone)):
        if people:
            parts += [BLANK, plain(f"{label}: {', '.join(people)}")]
    if named.short_ways:
        pairs = [f"{a} and {b}" for a, b in named.short_ways[:MOST_PAIRS]]
        more = len(named.short_ways) - len(pairs)
        rest = f"; and {more:,} more pairs" if more else ""
        parts += [BLANK, plain(f"No short way any more: {'; '.join(pairs)}{rest}")]
    return parts
