"""``weft measures``: the catalogue, printed from the declarations."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import deliver

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.measures import Declaration

DIRECTIONS = {
    "higher": "higher usually goes with connection, trust and shared leadership",
    "lower": "lower usually goes with connection, trust and shared leadership",
    "depends": "neither high nor low is better in itself",
}


@click.command(
    short_help="List every measure and what it answers.",
    epilog=options.examples("weft measures", "weft measures --json"),
)
@options.as_json
def measures(*, as_json: bool) -> None:
    """List every measure: what it answers, in which unit and range, what it needs."""
    from weft.cli.as_json import as_json as written
    from weft.measures import declarations

    every = declarations()
    if as_json:
        deliver(written([declaration_as_dict(one) for one in every]), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_catalogue(every), for_terminal=to_terminal()), None)


def declaration_as_dict(one: Declaration) -> dict[str, object]:
    """Return a declaration as plain data, with the options that the measure takes."""
    from weft.measures.registry import registered

    return {
        "id": one.id,
        "family": one.family,
        "question": one.question,
        "unit": one.unit,
        "range": [one.low, one.high],
        "direction": one.direction,
        "level": one.level,
        "needs": list(one.needs),
        "smallest": one.smallest,
        "silence": list(one.silence),
        "options": sorted(registered(one.id).options),
        "parts": dict(one.parts),
        "isolates_change_it": one.isolates_change_it,
        "sentence": one.sentence,
        "reading": one.reading,
        "misreading": one.misreading,
        "sources": list(one.sources),
    }


def _catalogue(every: tuple[Declaration, ...]) -> list[RenderableType]:
    from weft.cli.text import BLANK, heading, indented, plain, title

    parts: list[RenderableType] = [title(f"The {len(every)} measures of Weft")]
    for family, members in groupby(every, key=lambda one: one.family):
        parts += [heading(family.capitalize())]
        for one in members:
            parts += [
                plain(one.id, "bold"),
                indented(plain(one.question)),
                indented(plain(_facts(one), "dim")),
                BLANK,
            ]
    parts.append(plain("How to read one, and its sources: weft measure ID FILE", "dim"))
    return parts


def _facts(one: Declaration) -> str:
    facts = [one.unit or "index", _range(one), DIRECTIONS[one.direction]]
    if one.needs:
        facts.append(f"needs {', '.join(one.needs)}")
    return "; ".join(facts)


def _range(one: Declaration) -> str:
    if one.low is None and one.high is None:
        return "no bounds"
    if one.high is None:
        return f"{one.low:g} or more"
    return f"{one.low:g} to {one.high:g}" if one.low is not None else f"up to {one.high:g}"
