"""The native file, ``NAME.weft.zip``, as a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import CAN_CARRY
from weft.formats.files.archive import names_in
from weft.formats.format import Format
from weft.formats.native.description import DESCRIPTION, RESERVED
from weft.formats.native.reader import read_native
from weft.formats.native.tables import PEOPLE, REPORTS
from weft.formats.native.writer import write_native

if TYPE_CHECKING:
    from weft.formats.files.file import File


def looks_native(file: File) -> bool:
    """Return whether this is an archive with a description of a network and a table of it."""
    names = names_in(file)
    return DESCRIPTION in names and (
        bool(names & {PEOPLE, REPORTS}) or file.extension == ".weft.zip"
    )


NATIVE = Format(
    name="weft",
    title="Weft's own file",
    about=(
        "Everything that Weft knows of a network in one file, for keeping and for moving to "
        "another Weft. It is an archive of tables that any spreadsheet opens."
    ),
    extensions=(".weft.zip",),
    carries=frozenset(CAN_CARRY),
    not_read=(f"tables of a later Weft: {', '.join(RESERVED)}",),
    recognises=looks_native,
    guarded=True,
    read=read_native,
    write=write_native,
)
