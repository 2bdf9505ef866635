"""Writes the reference of formats from their declarations, and what real files gave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weft.formats import Format, known_formats
from weft.formats.carrying import CAN_CARRY

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KEPT = Path(__file__).with_name("real_files.json")

INTRODUCTION = """\
# Formats

Weft reads {read} formats and writes {written}. A file is recognised by its content; where it could
be two things, Weft asks on a terminal and refuses elsewhere, and `--from NAME` (in Python
`format=`) says which it is. What a file cannot hold is said whenever one is written; what was left
out or put right is said whenever one is read, and stands in the portrait's last part.

`weft formats` prints this list, and [`weft convert`](../command-line.md) goes from any to any.
Tables of ties and people have [a page of their own](../file-formats.md), and so have
[the files of other programs that were tried](../files-read.md)."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", write_into_source)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_into_source(app: Sphinx) -> None:
    """Write the pages below the sources of the documentation."""
    write_pages(Path(app.srcdir) / "reference" / "formats")
    generated = Path(app.srcdir) / "reference" / "generated"
    generated.mkdir(parents=True, exist_ok=True)
    (generated / "files-read.md").write_text(files_read(kept()), encoding="utf-8")


def kept() -> list[dict[str, Any]]:
    """Return what real files gave when they were last read."""
    rows: list[dict[str, Any]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return rows


def write_pages(folder: Path) -> None:
    """Write a page for every format and the index; take away pages of formats that are gone."""
    rows = kept()
    pages = {"index": index()} | {one.name: page(one, rows) for one in known_formats()}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.stem not in pages:
            old.unlink()
    for name, text in pages.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def index() -> str:
    """Return the page that lists every format."""
    every = sorted(known_formats(), key=lambda one: one.name)
    read = sum(one.read is not None for one in every)
    written = sum(one.write is not None for one in every)
    rows = [
        f"| [{one.name}]({one.name}.md) | {plain(one.title)} | {endings(one)} | {ways(one)} |"
        for one in every
    ]
    table = "| name | what it is | endings | |\n|---|---|---|---|\n" + "\n".join(rows)
    tree = "```{toctree}\n:hidden:\n\n" + "\n".join(one.name for one in every) + "\n```"
    return "\n\n".join([INTRODUCTION.format(read=read, written=written), table, tree]) + "\n"


def page(one: Format, rows: list[dict[str, Any]]) -> str:
    """Return the page of one format."""
    parts = [
        f"# {one.name}",
        f"**{plain(one.title)}.** {plain(one.about)}",
        f"Endings: {endings(one) or 'any'}. {ways(one).capitalize()}.",
    ]
    if one.write is not None and one.read is not None:
        parts += ["## What survives a round trip", survives(one)]
    if one.not_read:
        parts += ["## What reading leaves out", "\n".join(f"- {plain(w)}" for w in one.not_read)]
    of_it = [row for row in rows if row.get("format") == one.name]
    if of_it:
        parts += ["## Files of other programs that were read", files_read(of_it)]
    return "\n\n".join(parts) + "\n"


def survives(one: Format) -> str:
    """Return the table of what a file of this format holds of a network."""
    rows = [
        f"| {text} | {'yes' if part in one.carries else 'no'} |" for part, text in CAN_CARRY.items()
    ]
    return "| part of a network | kept |\n|---|---|\n| ids and ties | yes |\n" + "\n".join(rows)


def files_read(rows: list[dict[str, Any]]) -> str:
    """Return the table of real files: what each gave, or why it is refused."""
    lines = [
        f"| {plain(row['file'])} | {row.get('format', '')} | {gave(row)} |"
        for row in sorted(rows, key=lambda row: str(row["file"]))
    ]
    return "| file | format | what came of it |\n|---|---|---|\n" + "\n".join(lines) + "\n"


def gave(row: dict[str, Any]) -> str:
    """Return what a file gave in a few words."""
    if "refused" in row:
        return f"Refused: {plain(str(row['refused']))}"
    parts = [f"{row['people']:,} people", f"{row['ties']:,} ties"]
    parts += [f"{row[what]:,} {what}" for what in ("relations", "waves") if row[what] > 1]
    return ", ".join(parts)


def ways(one: Format) -> str:
    """Return whether a format is read and written."""
    read, written = one.read is not None, one.write is not None
    return "read and written" if read and written else "read only" if read else "written only"


def endings(one: Format) -> str:
    """Return the endings of file names."""
    return " ".join(f"`{ending}`" for ending in one.extensions)


def plain(text: str) -> str:
    """Return text in which no sign means anything to the page's markup."""
    for sign in "\\`*_|<>[]{}#$":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")
