"""What a reader does with some bytes, as fuzzing and the tests see it.

Anything but a network or an error of Weft's own escapes. So does a message that cannot be shown or
does not say what was expected, and a network that is another one once it was written and read
again.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import weft
from fuzz.parts import archive_of, first_of, workbook_of
from tests.formats.both_engines import assert_same_by_both
from tests.formats.same import content_of
from weft.formats import Reading, format_named, known_formats
from weft.formats.carrying import reduced
from weft.formats.files.archive import EXPORT, Archive
from weft.formats.files.file import File, opened
from weft.formats.guarded_answer import answer_of_people, answer_of_tables, split_message, tables_in
from weft.formats.workbooks.form_answers import ties_in_collected
from weft.formats.workbooks.kumu import ties_of_kumu
from weft.formats.workbooks.nodexl import ties_of_nodexl
from weft.formats.workbooks.plain import people_in_workbook, ties_in_workbook
from weft.formats.workbooks.polinode import ties_of_polinode
from weft.formats.workbooks.recognised import refuse_no_workbook
from weft.formats.workbooks.xlsx import CONVENTIONS
from weft.network import InvalidDataError, Network, UnreadableFileError, WeftError, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats import Format
    from weft.formats.tables import PeopleTable, Tables
    from weft.formats.workbooks.sheets import Workbook

READING = Reading()
RECOGNISE = "recognise"
"""The target that asks every format whether a file is its own, and unpacks archives."""

BOTH_READERS = "csv-both"
"""The target in which a table is read by the core and without it, to the same end."""

ARCHIVES = frozenset({"weft", "slack", "network-canvas", "form-answers"})
WITH_OTHERS = frozenset({"siena", "ucinet"})
SELDOM = 8
"""A workbook that is written and read takes a hundred times as long as the rest of a run."""


def as_shown(workbook: Workbook, reading: Reading) -> Tables:
    """Return what a workbook holds in the convention that its sheets show."""
    for _, is_so, read in CONVENTIONS:
        if is_so(workbook):
            return read(workbook, reading)
    return ties_in_workbook(workbook, reading)


SHEETS: dict[str, Callable[[Workbook, Reading], Tables]] = {
    "xlsx": as_shown,
    "xlsx-plain": ties_in_workbook,
    "xlsx-answers": ties_in_collected,
    "kumu": ties_of_kumu,
    "nodexl": ties_of_nodexl,
    "polinode": ties_of_polinode,
}
"""Workbooks from their sheets on; before them stands calamine, which may end the process."""


def read_bytes(name: str, data: bytes) -> None:
    """Read some bytes in a format, or ask every format about them."""
    try:
        if name == RECOGNISE:
            recognise(data)
        elif name == BOTH_READERS:
            read_by_both(data)
        elif name in SHEETS:
            read_sheets(name, data)
        else:
            read_file(format_named(name), data)
    except WeftError as error:
        is_of_file = isinstance(error, InvalidDataError | UnreadableFileError)
        said(str(error), *(["found ", "expected "] if is_of_file else []))


def recognise(data: bytes) -> None:
    """Ask every format whether this is its own; then unpack it as an archive, and a workbook."""
    file = opened(BytesIO(data))
    for format_ in known_formats():
        format_.recognises(file)
    with suppress(UnreadableFileError):
        refuse_no_workbook(file)
    Archive(file, EXPORT).check_whole()


def read_by_both(data: bytes) -> None:
    """Read a table by the core and without it: the network, or the refusal, must be the same."""
    assert_same_by_both(lambda: weft.read(BytesIO(data), format="csv"))


def read_sheets(name: str, data: bytes) -> None:
    """Read the sheets of a workbook."""
    workbook = workbook_of(data)
    if not workbook.sheets:
        return
    if name == "xlsx":
        with suppress(WeftError):
            checked_people(people_in_workbook(workbook))
    network = checked(SHEETS[name](workbook, READING))
    if zlib.crc32(data) % SELDOM == 0:
        written_and_read(format_named(name.partition("-")[0]), network)


def read_file(format_: Format, data: bytes) -> None:
    """Read a file of a format, and write it again where that can be done."""
    file = file_of(format_.name, data)
    format_.recognises(file)
    if format_.read_people is not None:
        with suppress(WeftError):
            checked_people(format_.read_people(file, READING))
    if format_.read is not None:
        network = checked(format_.read(file, READING))
        if format_.name not in ARCHIVES or zlib.crc32(data) % SELDOM == 0:
            written_and_read(format_, network)


def file_of(name: str, data: bytes) -> File:
    """Return the bytes as the file that a reader expects."""
    if name in ARCHIVES:
        return archive_of(data)
    return first_of(data) if name in WITH_OTHERS else opened(BytesIO(data))


def checked(tables: Tables) -> Network:
    """Return the network, once the tables have passed as they do from a guarded process."""
    found = tables_in(*split_message(answer_of_tables(tables)))
    network = build(
        found.ties,
        found.people,
        name=found.name,
        of_source=found.relations,
        waves_known=found.waves,
        waves_in_order=found.waves_in_order,
        everyone_answered=found.observed,
        repeats=found.repeats or "largest",
        notices=found.notices,
        problems=found.problems,
    )
    for notice in network.notices:
        said(notice.text)
    return network


def checked_people(people: PeopleTable) -> None:
    """Let people pass as they do from a guarded process."""
    answer_of_people(people)
    for notice in people[1]:
        said(notice.text)


def said(text: str, *words: str) -> None:
    """Make sure that a sentence can be shown: it holds these words, and can be printed."""
    assert text.strip()
    assert all(word in text for word in words), text
    text.encode()


def written_and_read(format_: Format, network: Network) -> None:
    """Write a network in a format and read it back: what the format carries must be the same."""
    if format_.write is None or format_.read is None:
        return
    try:
        left, _ = reduced(only_one_of_each(network, format_), format_.carries, format_.title)
        written = format_.write(left).data
    except WeftError:
        return  # it holds what such a file cannot, and that is said
    again = checked(format_.read(File("made", content=written), READING))
    expected, found = content_of(left), content_of(again)
    for part, content in expected.items():
        assert found[part] == content, f"{part}: read {content}, written and read {found[part]}"


def only_one_of_each(network: Network, format_: Format) -> Network:
    """Return the network of the first relation and wave, where the format holds no more."""
    if "relations" not in format_.carries and network.relations:
        network = network.relation(network.relations[0])
    if "waves" not in format_.carries and network.waves:
        network = network.wave(network.waves[0])
    return network
