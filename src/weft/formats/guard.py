"""Reading what is not plain text in a process of its own, with limits on memory and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.format import Format
    from weft.formats.tables import PeopleTable, Reading, Tables


def read_by(format_: Format, file: File, reading: Reading) -> Tables:
    """Return what a format reads in a file, guarded where the format asks for it."""
    assert format_.read is not None  # noqa: S101  (the registry gives one that reads)
    return format_.read(file, reading)


def read_people_by(format_: Format, file: File, reading: Reading) -> PeopleTable:
    """Return the people that a format reads in a file, guarded where the format asks for it."""
    assert format_.read_people is not None  # noqa: S101  (the same)
    return format_.read_people(file, reading)
