"""Pajek's partitions (.clu) and vectors (.vec): a number for each vertex of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.files.file import binary_kind
from weft.formats.files.text import as_utf8
from weft.formats.format import Format
from weft.formats.graphs.pajek.content import NUMBER
from weft.formats.graphs.pajek.lines import Section, problem_at, sections_of, whole_number
from weft.formats.roles.by_position import POSITION
from weft.formats.tables import text_array
from weft.network import Columns, InvalidDataError, InvalidRequestError, Notice, quoted

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import PeopleTable, Reading
    from weft.network import Network, Problem

ENDINGS = (".clu", ".vec")


def recognises(file: File) -> bool:
    """Return whether a file of such a name begins with a number for each vertex."""
    if file.extension not in ENDINGS or file.is_folder or binary_kind(file.head) is not None:
        return False
    first = [section.lines[:1] for section in sections_of(file.head)[:2] if section.lines]
    return bool(first) and all(NUMBER.match(line) for line in first[0])


def read_people(file: File, reading: Reading) -> PeopleTable:
    """Return the classes or values by position, as an attribute called like the file."""
    text, notices = as_utf8(file, reading.encoding)
    sections = [section for section in sections_of(text) if section.lines or section.keyword]
    if len(sections) != 1 or sections[0].keyword not in {"", "vertices"}:
        raise InvalidDataError([_not_one(file, sections)])
    section = sections[0]
    wrong = [row for line, row in zip(section.lines, section.rows, strict=True)
             if not NUMBER.match(line)]  # fmt: skip
    if wrong:
        line = section.lines[section.rows.index(wrong[0])]
        expected = "one number for each vertex"
        problem = problem_at(
            file.origin, wrong[0], "not-a-number", line, expected, "Correct the line."
        )
        raise InvalidDataError([problem])
    said = whole_number(section.rest.split()[0]) if section.rest.strip() else None
    if said is not None and said != len(section.lines):
        raise InvalidDataError([_cut_short(file, section, said)])
    people = Columns(
        file.origin,
        {
            POSITION: text_array([str(i) for i in range(1, len(section.lines) + 1)]),
            file.stem: text_array(section.lines),
        },
    )
    return people, notices, ()


def write_partition(network: Network) -> Written:
    """Return the one attribute of the people as a partition, its values numbered.

    Raises
    ------
    InvalidRequestError
        If the people have no attribute, or several: a partition holds one.
    """
    attributes = network.people.attributes
    if len(attributes) != 1:
        named = ", ".join(quoted(name) for name in attributes) or "none"
        raise InvalidRequestError(
            f"A partition holds one attribute of people; the network has {named}. Write a project "
            "(.paj), which holds all."
        )
    ((name, cells),) = attributes.items()
    kinds = sorted({cell for cell in cells if cell is not None})
    number = {None: 0} | {kind: i for i, kind in enumerate(kinds, start=1)}
    lines = [f"*Vertices {len(cells)}", *(str(number[cell]) for cell in cells)]
    legend = ", ".join(f"{i} - {quoted(kind)}" for i, kind in enumerate(kinds, start=1))
    text = f"In the partition the values of {quoted(name)} are numbers: {legend}; 0 is not known."
    notice = Notice(kind="values-numbered", text=text, count=len(kinds))
    return Written("\r\n".join([*lines, ""]).encode(), (notice,))


def _not_one(file: File, sections: list[Section]) -> Problem:
    keywords = ", ".join(f"*{section.keyword}" for section in sections if section.keyword)
    return problem_at(
        file.origin, sections[1].row if len(sections) > 1 else 1, "several-sections",
        keywords or "nothing", "*Vertices and a number for each", "Give one partition or vector.",
    )  # fmt: skip


def _cut_short(file: File, section: Section, said: int) -> Problem:
    return problem_at(
        file.origin, section.row, "cut-short", f"{len(section.lines):,} numbers",
        f"{said:,}, as the heading says", "Copy or export the file again.",
    )  # fmt: skip


PAJEK_PARTITION = Format(
    name="pajek-partition",
    title="a Pajek partition",
    about="A number for each vertex of a Pajek network, such as the group each person is in (.clu, "
    ".vec). It names nobody, so give it with --people beside the network it belongs to.",
    extensions=ENDINGS,
    recognises=recognises,
    read_people=read_people,
    write_people=write_partition,
)
