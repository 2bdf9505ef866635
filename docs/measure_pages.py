"""Writes the reference of measures from their declarations: a page for each, and an index."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import weft
from weft.measures import FAMILIES, registered

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FAMILY_TITLES = {
    "coverage": "How complete is what we know?",
    "cohesion": "Are we connected?",
    "trust": "Is trust returned?",
    "leadership": "Who is looked to, and how widely is that shared?",
    "resilience": "What if somebody leaves?",
    "structure": "What shape do we have?",
    "change": "What has changed between two waves?",
}
SILENCE = {
    "available": "each person is judged by those whose word is known",
    "reconstruct": "the word of the one who answered counts for both; the rest is drawn",
    "impute": "every unknown tie is drawn, many times over",
    "as_reported": "the figure is about the answers themselves; nothing is filled in",
}
DIRECTIONS = {
    "higher": "higher usually goes with connection, trust and shared leadership",
    "lower": "lower usually goes with connection, trust and shared leadership",
    "depends": "depends: neither way is the better one",
}

INTRODUCTION = """\
Weft knows {} measures. Each answers one question. Its page says how to read the answer, how it is
usually misread, what exactly is computed, with an example worked by hand, and where the definition
comes from.

No measure has an interval yet. Intervals come with a later release, each with a test of how often
it holds the truth; until then the place is left empty rather than filled with a guess. See
:doc:`/explanation/how-to-read-a-figure`."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", write_into_source)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_into_source(app: Sphinx) -> None:
    """Write the pages below the sources of the documentation."""
    write_pages(Path(app.srcdir) / "reference" / "measures")


def write_pages(folder: Path) -> None:
    """Write a page for every measure and the index; take away pages of measures that are gone."""
    pages = {"index": index()}
    pages |= {declared.id: page(declared) for declared in weft.declarations()}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.rst"):
        if old.stem not in pages:
            old.unlink()
    for name, text in pages.items():
        path = folder / f"{name}.rst"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def index() -> str:
    """Return the page that lists every measure, family by family."""
    parts = [heading("Measures", "="), INTRODUCTION.format(len(weft.declarations()))]
    for family in FAMILIES:
        members = [d for d in weft.declarations() if d.family == family]
        parts += [heading(FAMILY_TITLES[family], "-"), table(members)]
        parts.append(".. toctree::\n   :hidden:\n\n" + "\n".join(f"   {d.id}" for d in members))
    return "\n\n".join(parts) + "\n"


def table(members: list[weft.Declaration]) -> str:
    """Return the measures of a family as a table of links."""
    rows = [".. list-table::\n   :width: 100%\n   :widths: 35 65\n   :header-rows: 1\n"]
    rows.append("   * - measure\n     - the question it answers")
    rows += [f"   * - :doc:`{d.id}`\n     - {linked(d.question, d.id)}" for d in members]
    return "\n".join(rows)


def page(declared: weft.Declaration) -> str:
    """Return the page of one measure."""
    module = f"weft.measures.{declared.family}.{declared.id}"
    function = getattr(import_module(module), declared.id)
    if not function.__doc__:
        message = f"{module}.{declared.id} has no docstring to make a page from."
        raise ValueError(message)
    definition = f".. py:module:: {module}\n\n.. autofunction:: {module}.{declared.id}"
    parts = [
        heading(declared.id, "="),
        f"**{linked(declared.question, declared.id)}**",
        f"In a portrait the answer reads: “{spoken(declared.sentence)}”",
        heading("How to read it", "-"),
        linked(declared.reading, declared.id),
        heading("How it is misread", "-"),
        linked(declared.misreading, declared.id),
        heading("In short", "-"),
        facts(declared),
        heading("What is computed", "-"),
        definition,
        heading("Sources", "-"),
        "\n".join(f"- {plain(source)}" for source in declared.sources),
    ]
    return "\n\n".join(parts) + "\n"


def facts(declared: weft.Declaration) -> str:
    """Return what the declaration says beside its sentences, as a list of fields."""
    by_person = registered(declared.id).by_person is not None
    level = "the whole network"
    if by_person:
        level += "; :func:`weft.by_person` gives the owner of the data a value for each person"
    fields = {
        "Range": spread(declared),
        "Unit": declared.unit or "none",
        "Direction": DIRECTIONS[declared.direction],
        "Level": level,
        "Needs": ", ".join((f"{declared.smallest} people", *declared.needs)),
        "Silence": "; ".join(
            f"``{policy}``{' (unless asked otherwise)' if place == 0 else ''}: {SILENCE[policy]}"
            for place, policy in enumerate(declared.silence)
        ),
    }
    fields |= {f"Part ``{name}``": plain(said) for name, said in declared.parts.items()}
    command = f"weft measure {declared.id} FILE"
    return "\n".join(
        f":{name}: {said}" for name, said in {**fields, "Command": f"``{command}``"}.items()
    )


def heading(text: str, mark: str) -> str:
    """Return a heading of the given level."""
    return f"{text}\n{mark * len(text)}"


def spread(declared: weft.Declaration) -> str:
    """Return the range of a measure in words."""
    if declared.low is None and declared.high is None:
        return "see the table below"
    ends = ["no bound" if end is None else f"{end:g}" for end in (declared.low, declared.high)]
    return " to ".join(ends)


def spoken(sentence: str) -> str:
    """Return a template with an ellipsis for each figure."""
    return plain(re.sub(r"\{[^}]*\}", "…", sentence)).replace("….", "…")


def linked(text: str, own: str) -> str:
    """Return text in which the ids of other measures lead to their pages.

    Ids that are ordinary words, such as density, are left as they are.
    """
    ids = {d.id for d in weft.declarations() if "_" in d.id} - {own}
    return re.sub(r"[a-z]\w*_\w+", lambda m: f":doc:`{m[0]}`" if m[0] in ids else m[0], plain(text))


def plain(text: str) -> str:
    """Return text in which no sign means anything to the page's markup."""
    return re.sub(r"([\\*`|])", r"\\\1", text)
