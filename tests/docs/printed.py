"""Finds what the pages print: commands with their output, Python, and files to begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?:\{code-block\}\s*)?(?P<language>[\w{}-]+)[ ]*\n"
    r"(?P<options>(?::[\w-]+:.*\n)*)\n?(?P<body>.*?)^(?P=ticks)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
CAPTION = re.compile(r"^:caption:\s*(\S+)", re.MULTILINE)
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
    made = {ROOT / "docs" / "reference" / name for name in ("generated", "measures")}
    written = (p for p in (ROOT / "docs").rglob("*.md") if not made & set(p.parents))
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(written)]


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page."""
    found = []
    for fence in FENCE.finditer(page.read_text(encoding="utf-8")):
        caption = CAPTION.search(fence["options"])
        found.append(Block(fence["language"], fence["body"], caption[1] if caption else None))
    return found


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
