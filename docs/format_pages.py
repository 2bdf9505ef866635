"""Writes the reference of formats from their declarations, and what real files gave."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weft.formats import Format, known_formats
from weft.formats.carrying import CAN_CARRY
from weft.formats.registry import format_to_write

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KEPT = Path(__file__).with_name("real_files.json")

INTRODUCTION = """\
# Formats

Weft reads {read} formats and writes {written}; `weft formats` prints this list, and
[`weft convert`](../../how-to/convert.md) goes from any to any. Each has a page that says what
survives, what reading leaves out, and which real files were tried.
[Tables of ties and people](../file-formats.md), such as CSV, have a page of their own.

- **Recognised by content.** The ending of a name only decides where the content could be two
  things. Where that is open too, Weft asks on a terminal and refuses elsewhere; `--from NAME` (in
  Python `format=`) says which it is. A file may be compressed with gzip, or alone in a zip.
- **Nothing in silence.** What was left out or put right is said when a file is read, and stands in
  the portrait's last part. What a file cannot hold is said when one is written. What cannot be
  right is [an error](../problems.md) with its place.
- **Several files** of one network, such as a matrix for each wave, are given together: `weft check
  w1.dat w2.dat`. People who are in another file: `--people`."""

LIMITS = """\
## How much a file may ask for

A file from somebody else can be made to fill the memory or to keep a reader busy for ever.

| what | limit |
|---|---|
| a gzip file unpacks to | 100 times its size (or 64 MiB, if that is more), and 2 GiB |
| a workbook | 200 files in it, 200 MiB unpacked, 100 times its size |
| another archive, a folder of mails | 100,000 files, 2 GiB, 100 times its size |
| JSON, XML | 100 and 64 levels deep; XML with a document type (`<!DOCTYPE`) is refused |
| what is not plain text, such as a workbook | read in a process of its own, which may take \
256 MiB and 64 times the size of the file, 20 seconds and 2 for each MiB, and writes nothing |

An archive is measured before it is unpacked, and nothing in it may lie outside of it, be a link or
be encrypted. The limits of that process come from the operating system: on Windows only its time is
limited, and on macOS not its memory. There, do not open files of people you do not know."""


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
    read = sum(one.read is not None or one.read_people is not None for one in every)
    written = sum(one.write is not None for one in every)
    rows = [
        f"| [{one.name}]({one.name}.md) | {plain(one.title)} {endings(one)} | {ways(one)} |"
        for one in every
    ]
    table = "| name | what it is | |\n|---|---|---|\n" + "\n".join(rows)
    entries = "\n".join(f"{one.name} <{one.name}>" for one in every)
    tree = f"```{{toctree}}\n:hidden:\n\n{entries}\n```"
    return (
        "\n\n".join([INTRODUCTION.format(read=read, written=written), table, LIMITS, tree]) + "\n"
    )


def page(one: Format, rows: list[dict[str, Any]]) -> str:
    """Return the page of one format."""
    parts = [
        f"# {heading(one)}",
        plain(one.about),
        f"{ways(one).capitalize()}. Endings: {endings(one) or 'any'}.{how_to_write(one)}",
    ]
    if one.write is not None and one.read is not None:
        parts += ["## What survives a round trip", survives(one)]
    if one.not_read:
        parts += ["## What reading leaves out", "\n".join(f"- {plain(w)}" for w in one.not_read)]
    of_it = [row for row in rows if row.get("format") == one.name]
    if of_it:
        parts += ["## Real files that were tried", files_of_format(of_it)]
    return "\n\n".join(parts) + "\n"


def heading(one: Format) -> str:
    """Return the name of a format and what it is, once where the two are the same."""
    title = plain(one.title)
    return title if title.lower() == one.name else f"{one.name}: {title}"


def how_to_write(one: Format) -> str:
    """Return the command that writes a format."""
    if one.write is None:
        return ""
    ending = next(ending for ending in one.extensions if ending not in one.only_read)
    to = "" if format_to_write(ending) is one else f" --to {one.name}"
    return f" To write one: `weft convert FILE OUT{ending}{to}`."


def survives(one: Format) -> str:
    """Return the table of what a file of this format holds of a network."""
    rows = [
        f"| {text} | {'yes' if part in one.carries else 'no'} |" for part, text in CAN_CARRY.items()
    ]
    return "| part of a network | kept |\n|---|---|\n| ids and ties | yes |\n" + "\n".join(rows)


def files_read(rows: list[dict[str, Any]]) -> str:
    """Return the table of real files: what each gave, or why it is refused."""
    lines = [f"| {name_of(row)} {format_of(row)} | {gave(row)} |" for row in in_order(rows)]
    return "| file, and its format | what came of it |\n|---|---|\n" + "\n".join(lines) + "\n"


def files_of_format(rows: list[dict[str, Any]]) -> str:
    """Return the table of the real files of one format."""
    lines = [f"| {name_of(row)} | {gave(row)} |" for row in in_order(rows)]
    return "| file | what came of it |\n|---|---|\n" + "\n".join(lines) + "\n"


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows by the names of their files."""
    return sorted(rows, key=lambda row: str(row["file"]))


def name_of(row: dict[str, Any]) -> str:
    """Return the name of a file, which may be broken where a column is narrow."""
    return breakable(str(row["file"]))


def format_of(row: dict[str, Any]) -> str:
    """Return a link to the page of a file's format, from the page of all files."""
    name = row.get("format")
    return f"[{name}](formats/{name}.md)" if name else ""


def gave(row: dict[str, Any]) -> str:
    """Return what a file gave in a few words."""
    if "refused" in row:
        why = str(row["refused"]).removeprefix(str(row["file"])).lstrip(":, ")
        return f"Refused: {breakable(why)}"
    people, ties = row["people"], row["ties"]
    parts = [
        "1 person" if people == 1 else f"{people:,} people",
        "1 tie" if ties == 1 else f"{ties:,} ties",
    ]
    parts += [f"{row[what]:,} {what}" for what in ("relations", "waves") if row[what] > 1]
    return ", ".join(parts)


def ways(one: Format) -> str:
    """Return whether a format is read and written."""
    if one.read is None and one.read_people is not None:
        return "people only, given with --people"
    read, written = one.read is not None, one.write is not None
    return "read and written" if read and written else "read only" if read else "written only"


def endings(one: Format) -> str:
    """Return the endings of file names."""
    return " ".join(f"`{ending}`" for ending in one.extensions)


def breakable(text: str) -> str:
    """Return plain text whose long words may be broken, as in a table on a telephone."""
    return re.sub(r"([/_.(=-])(?=\w)", r"\1<wbr>", plain(text))


def plain(text: str) -> str:
    """Return text in which no sign means anything to the page's markup."""
    for sign in "\\`*_|<>[]{}#$":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")
