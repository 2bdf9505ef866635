"""Finds what the pages print: commands with their output, Python, and files to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(`{3,})\s*(.*)$")
OPTION = re.compile(r"^:([\w-]+):\s*(.*)$")
PROMPT = "$ "


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the file it shows, where it shows one."""

    language: str
    body: str
    shows_file: str | None


@dataclass(frozen=True)
class Command:
    """A command line and the output that the page prints below it."""

    line: str
    output: str


def pages() -> list[Path]:
    """Return every page that is written by hand."""
    made = {ROOT / "docs" / "reference" / name for name in ("formats", "generated", "measures")}
    written = (p for p in (ROOT / "docs").rglob("*.md") if not made & set(p.parents))
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(written)]


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page; one that is not closed is an error."""
    found = []
    lines = iter(page.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if opening := FENCE.match(line):
            ticks, said = opening.groups()
            body = list(until(ticks, lines))
            found.append(block(said.removeprefix("{code-block}").split(), body))
    return found


def until(ticks: str, lines: Iterator[str]) -> Iterator[str]:
    """Give the lines up to the closing ticks, which have to come."""
    for line in lines:
        if line == ticks:
            return
        yield line
    message = "A block is not closed."
    raise ValueError(message)


def block(said: list[str], body: list[str]) -> Block:
    """Return a block from the words after its ticks and its lines."""
    options = dict(OPTION.match(line).groups() for line in takewhile(OPTION.match, body))
    text = body[len(options) + (1 if options else 0) :]  # a blank line ends the options
    return Block(" ".join(said[:1]), "\n".join(text) + "\n", options.get("caption"))


def commands(block: Block) -> list[Command]:
    """Return the commands of a console block; a line that ends in a backslash goes on."""
    found: list[Command] = []
    for line in block.body.splitlines():
        if found and not found[-1].output and found[-1].line.endswith("\\"):
            found[-1] = Command(found[-1].line[:-1].rstrip() + " " + line.strip(), "")
        elif line.startswith(PROMPT):
            found.append(Command(line.removeprefix(PROMPT), ""))
        elif found:
            found[-1] = Command(found[-1].line, found[-1].output + line + "\n")
        else:
            message = f"A console block begins with output: {line}"
            raise ValueError(message)
    return found
