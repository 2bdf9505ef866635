"""The portrait as one self-contained page: no script, no request, light and dark, made to print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from weft.formats.files.whole import written_whole
from weft.measures.words import (
    interval,
    listed,
    percent,
    plain_name,
    sentence_case,
    shown,
    ties_of,
    unit_said,
    without_commands,
)
from weft.network.parts_played import LEADERSHIP
from weft.portrait.rendering.map_table import map_table
from weft.portrait.rendering.svg_charts import cell_said, chart_svg
from weft.portrait.rendering.svg_map import SHAPE_NAMES, legend_mark, map_svg

if TYPE_CHECKING:
    from jinja2 import Environment

    from weft.measures import Measure
    from weft.portrait.contents import Chapter, Shown
    from weft.portrait.portrait import Portrait

FAMILIES = {
    "structure": "Shape",
    "cohesion": "How we are tied",
    "coverage": "How much of us was heard",
    "leadership": "Who is looked to",
    "trust": "Trust",
    "resilience": "What holds if somebody leaves",
    "change": "From wave to wave",
}
"""Each family of figures as a heading."""

HEADINGS = {
    "betweenness_centralization": "What runs through few",
    "steward_betweenness_share": "What runs through few",
    "hierarchy": "How layered it is",
    "connectedness": "How layered it is",
    "hierarchy_efficiency": "How layered it is",
    "least_upper_boundedness": "How layered it is",
    "brokerage": "Who bridges",
    "constraint": "Who bridges",
    "effective_size": "Who bridges",
    "fade": "From the stewards to others",
    "lift": "From the stewards to others",
    "leadership_turnover": "From the stewards to others",
}
"""The heading of those figures that stand under one of their own."""

KEY_FACTS = (
    ("largest_component_share", "of people hang together"),
    ("effective_leaders", "people, in effect, share leadership"),
    ("two_connected_share", "stay together if any one person leaves"),
    ("reciprocity", "of ties are returned"),
    ("mean_degree", "ties each person has on average"),
)
MOST_KEY_FACTS = 3

DIRECTIONS = {
    "higher": "Higher usually goes with more connection, trust and shared leadership.",
    "lower": "Lower usually goes with more connection, trust and shared leadership.",
    "depends": "Neither more nor less is better by itself.",
}


def to_html(portrait: Portrait, path: str | None = None) -> str:
    """Return the portrait as one page of HTML.

    Parameters
    ----------
    portrait : Portrait
    path : str, optional
        Where to write it as well; the file appears whole or not at all.

    Returns
    -------
    str
        It asks for nothing from elsewhere: no script, no font, no picture outside the page.
    """
    page = (
        _templates()
        .get_template("portrait.html.j2")
        .render(
            portrait=portrait,
            network=portrait.network,
            facts=key_facts(portrait),
            map=map_svg(portrait.drawing) if portrait.drawing else None,
            map_table=map_table(portrait.drawing) if portrait.drawing else None,
            legend=_legend(portrait),
        )
    )
    if path is not None:
        written_whole({path: page.encode()})
    return page


def key_facts(portrait: Portrait) -> list[tuple[str, str]]:
    """Return up to three figures for the top of the page, each with what it counts."""
    measures = {f.measure.id: f.measure for c in portrait.chapters for f in c.figures}
    assumed = portrait.network.get("assumed", ())
    if isinstance(assumed, list | tuple) and LEADERSHIP in assumed:
        measures.pop("effective_leaders", None)  # no bare figure where other ties stand in
    defined = [
        (_rounded(measures[measure_id]), said)
        for measure_id, said in KEY_FACTS
        if measure_id in measures and measures[measure_id].value is not None
    ]
    return defined[:MOST_KEY_FACTS]


def _rounded(measure: Measure) -> str:
    """Return a figure for the top of the page: people whole, everything else as below."""
    if measure.id == "effective_leaders" and isinstance(measure.value, float):
        return f"{measure.value:,.0f}"
    return shown(measure)


def families(chapter: Chapter) -> list[tuple[str, list[Shown]]]:
    """Return the defined figures of a chapter under headings, in the order of the chapter."""
    headed: dict[str, list[Shown]] = {}
    for figure in chapter.figures:
        if figure.measure.value is not None:
            family = figure.declaration.family
            heading = HEADINGS.get(figure.measure.id, FAMILIES.get(family, family))
            headed.setdefault(heading, []).append(figure)
    return list(headed.items())


def undefined(chapter: Chapter) -> list[tuple[str, str]]:
    """Return why some figures are undefined: each reason once, with the figures it leaves open."""
    reasons: dict[str, list[str]] = {}
    for figure in chapter.figures:
        if figure.measure.undefined_because is not None:
            name = plain_name(figure.measure.id)
            reason = figure.measure.undefined_because.removeprefix("Undefined, because ")
            reasons.setdefault(sentence_case(reason), []).append(name)
    return [(reason, listed(names)) for reason, names in reasons.items()]


def basis(measure: Measure) -> str:
    """Return what a figure rests on: which ties, whose answers, how much was heard."""
    parts = [sentence_case(ties_of(measure.relation or "ties"))]
    parts.append(f"wave {measure.wave}" if measure.wave else "")
    parts.append(f"{measure.answered:,} of {measure.n:,} people answered")
    if measure.coverage is not None:
        parts.append(f"{percent(measure.coverage)} of pairs known")
    return ", ".join(part for part in parts if part) + "."


def _legend(portrait: Portrait) -> list[tuple[object, str]]:
    drawing = portrait.drawing
    if drawing is None:
        return []
    groups = drawing.groups if len(drawing.groups) > 1 else ()
    rows: list[tuple[object, str]] = [
        (legend_mark(i), f"{group} ({SHAPE_NAMES[i % len(SHAPE_NAMES)]})")
        for i, group in enumerate(groups)
    ]
    if drawing.stewards.any():
        rows.append((legend_mark(0, steward=True), "ring: steward"))
    return rows


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=without_commands,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        families=families,
        undefined=undefined,
        basis=basis,
        interval=interval,
        shown=shown,
        unit_said=unit_said,
        ties_of=ties_of,
        plain_name=plain_name,
        percent=percent,
        chart_svg=chart_svg,
        cell_said=cell_said,
        directions=DIRECTIONS,
    )
    return found
