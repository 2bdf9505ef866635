"""From a network to the bytes of a native file: the same network gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.files.archive import EXPORT
from weft.formats.native.description import DESCRIPTION, as_json, description_of
from weft.formats.native.tables import (
    PEOPLE,
    REPORTS,
    TIES,
    people_as_table,
    reports_as_table,
    ties_as_table,
)
from weft.formats.plain.written import delimited_bytes
from weft.network import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.network import Network

BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip archive knows; when a file was written is not part of the network."""

ORDINARY_FILE = 0o100644 << 16


def write_native(network: Network) -> Written:
    """Return everything that the filters have left of a network as one archive.

    Raises
    ------
    InvalidRequestError
        If a name or a cell holds a NUL character, which no table of text can.
    """
    people, columns = people_as_table(network.people)
    tables = {PEOPLE: people, REPORTS: reports_as_table(network), TIES: ties_as_table(network)}
    rows = {name.removesuffix(".csv"): len(table) for name, table in tables.items()}
    contents = {name: delimited_bytes(table, ",") for name, table in tables.items()}
    contents[DESCRIPTION] = as_json(description_of(network, columns, rows))
    for name, content in contents.items():
        if b"\x00" in content:
            raise InvalidRequestError(
                f"A cell for {name} holds a NUL character; expected text. Take it out of the data, "
                "then write the file again."
            )
    return Written(_packed(contents))


def _packed(contents: Mapping[str, bytes]) -> bytes:
    """Return files as a zip archive that is not packed so tight that a reader must be wary."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    whole = _archived(contents, ZIP_DEFLATED)
    if sum(map(len, contents.values())) > EXPORT.ratio // 2 * len(whole):
        whole = _archived(contents, ZIP_STORED)
    return whole


def _archived(contents: Mapping[str, bytes], packing: int) -> bytes:
    from zipfile import ZipFile, ZipInfo

    place = BytesIO()
    with ZipFile(place, "w") as archive:
        for name, content in sorted(contents.items()):
            entry = ZipInfo(name, BEGINNING_OF_TIME)
            entry.compress_type = packing
            entry.create_system = 3  # the same on every machine
            entry.external_attr = ORDINARY_FILE
            archive.writestr(entry, content)
    return place.getvalue()
