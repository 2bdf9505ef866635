"""A comparison of two waves as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table

from weft.change.answer import amount
from weft.cli.text import BLANK, heading, item, plain, title
from weft.measures.words import percent

if TYPE_CHECKING:
    from weft.change import Change, Decomposed, FadeAndLift

ARROWS = {"up": "↑", "down": "↓"}
NOTHING = "–"


def change_as_text(change: Change) -> list[RenderableType]:
    """Return a comparison: the answer first, then the figures, then what it cannot tell."""
    parts: list[RenderableType] = [
        title(f"What changed in {change.name}"),
        plain(f"“{change.relation}”, wave {change.before} to wave {change.after}", "dim"),
        BLANK,
        plain(change.answer),
    ]
    if change.verdict.settle:
        parts += [BLANK, plain("What would settle it", "bold"), plain(change.verdict.settle)]
    parts += _power(change.fade_and_lift)
    parts += _figures(change)
    parts += _steps(change)
    parts.append(heading("What this comparison cannot tell"))
    parts += [item(plain(text)) for text in change.limits.values()]
    made = change.made_with
    parts += [
        BLANK,
        plain(
            f"weft {made['weft']}, seed {made['seed']}, {made['draws']} draws, {made['swaps']} "
            "swaps",
            "dim",
        ),
    ]
    return parts


def _power(found: FadeAndLift) -> list[RenderableType]:
    """Return fade and lift, always together, each with how sure it is."""
    if found.undefined_because is not None or found.share_before is None:
        return []
    region = found.region
    rows = [
        (
            "stewards' share",
            f"{percent(found.share_before)} to {percent(found.share_after or 0)}, as told by those "
            "heard both times",
        ),
        ("fade", _told(found.fade, region.fade_between if region else None, found.p_fade)),
        ("lift", _told(found.lift, region.lift_between if region else None, found.p_lift)),
    ]
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column()
    for name, said in rows:
        table.add_row(plain(name), plain(said))
    return [
        heading("Do the stewards hold less, and others more?"),
        table,
        plain(
            "Fade: how much of their share of leadership the stewards have given up. Lift: how "
            "much more the others are looked to. In brackets where the two lie together in nine of "
            "ten cases, given what the silent could have said; p is how often chance alone gives "
            "as much.",
            "dim",
        ),
    ]


def _told(value: float | None, between: tuple[float, float] | None, p: float | None) -> str:
    if value is None:
        return NOTHING
    said = f"{value:+.0%}"
    if between is not None and between[1] - between[0] > 1e-9:
        said += f" ({between[0]:+.0%} to {between[1]:+.0%})"
    return said if p is None else f"{said}, {_chance(p)}"


def _chance(p: float) -> str:
    return "p under 0.01" if p < 0.01 else f"p = {p:.2f}"


def _figures(change: Change) -> list[RenderableType]:
    defined = [figure for figure in change.figures if figure.undefined_because is None]
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    table.add_column("figure", ratio=1)
    for name in ("before", "after", "change"):
        table.add_column(name, justify="right", no_wrap=True)
    for name in ("stayers", "came/left", "answered"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("p", justify="right", no_wrap=True)
    for figure in defined:
        table.add_row(*(plain(cell) for cell in _row(figure)))
    parts: list[RenderableType] = [
        heading("Where the differences come from"),
        table,
        BLANK,
        plain(
            "change = stayers + came/left + answered. Stayers: those there both times, as told by "
            "those who answered both times. An arrow stands where neither chance nor silence can "
            "account for it. Shares change in percentage "
            "points (pts). p: how often chance alone gives as large a change among the stayers.",
            "dim",
        ),
    ]
    because: dict[str, list[str]] = {}
    for figure in change.figures:
        if figure.undefined_because is not None:
            because.setdefault(figure.undefined_because, []).append(figure.id)
    for reason, names in because.items():
        parts += [BLANK, plain(reason), plain(f"That leaves open: {', '.join(names)}.", "dim")]
    return parts


def _row(figure: Decomposed) -> list[str]:
    arrow = ARROWS.get(figure.arrow or "", "")
    return [
        f"{arrow} {figure.id.replace('_', ' ')}".strip(),
        amount(figure, figure.before or 0),
        amount(figure, figure.after or 0),
        *(
            NOTHING if part is None else amount(figure, part, signed=True)
            for part in (figure.difference, figure.stayers, figure.membership, figure.coverage)
        ),
        NOTHING if figure.p is None else "<.01" if figure.p < 0.01 else f"{figure.p:.2f}",
    ]


def _steps(change: Change) -> list[RenderableType]:
    """Return each step from wave to wave, where there is more than one."""
    if not change.steps:
        return []
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    table.add_column("stayers' change", ratio=1)
    for step in change.steps:
        table.add_column(f"{step.before} to {step.after}", justify="right", no_wrap=True)
    answered = [f"{step.counts.matched} of {step.counts.stayers}" for step in change.steps]
    table.add_row(plain("answered both times"), *(plain(said) for said in answered))
    kept = [step.ties[0] for step in change.steps]
    shares = [NOTHING if m.value is None else percent(m.number) for m in kept]
    table.add_row(plain("ties that lasted"), *(plain(said) for said in shares))
    for i, figure in enumerate(change.figures):
        cells = [step.figures[i] for step in change.steps]
        if all(cell.stayers is None for cell in cells):
            continue
        said = [
            NOTHING if cell.stayers is None else amount(cell, cell.stayers, signed=True)
            for cell in cells
        ]
        table.add_row(plain(figure.id.replace("_", " ")), *(plain(cell) for cell in said))
    return [heading("Step by step"), table]
