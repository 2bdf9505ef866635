"""Whether a file is a workbook, and what to say of one that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.files.archive import is_zip, names_in
from weft.formats.workbooks.ole import chains_end
from weft.network import UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.files.archive import Archive
    from weft.formats.files.file import File

EXTENSIONS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .xls begins, and so does every workbook that is locked with a password."""

LOCKED = "EncryptedPackage".encode("utf-16-le")
STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"), LOCKED)
PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
ODS = "application/vnd.oasis.opendocument.spreadsheet"
NOT_OFFICE = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml")
MOST_NAMED = 5


def is_workbook(file: File) -> bool:
    """Return whether a file is a workbook, or says it is one by its name or its parts."""
    if file.is_folder:
        return False
    if file.head.startswith(OLD_OFFICE):
        return any(stream in file.data for stream in STREAMS)
    if not is_zip(file):
        return file.extension in EXTENSIONS and _is_markup(file)
    names = names_in(file)
    if not names:  # damaged: what can still be seen decides
        return file.extension in EXTENSIONS or b"xl/" in file.head
    return bool(names & PARTS) or _is_ods(file) or file.extension in EXTENSIONS


def refuse_no_workbook(file: File) -> None:
    """Raise why a file is no workbook, where that shows before it is parsed."""
    if file.head.startswith(OLD_OFFICE):
        if LOCKED in file.data:
            raise locked(file.origin)
        if not chains_end(file.data):
            raise damaged(file.origin, "its parts do not fit together")
        return
    if not is_zip(file):
        kind = "a web page or XML" if _is_markup(file) else "no workbook"
        raise UnreadableFileError(
            f"{file.origin}: found {kind}, expected a workbook. Open it in a spreadsheet program "
            "and save it as .xlsx."
        )
    names = names_in(file)
    if not names:
        raise damaged(file.origin, "its list of parts cannot be read")
    if not names & PARTS and not _is_ods(file):
        shown = ", ".join(quoted(name) for name in sorted(names)[:MOST_NAMED])
        raise UnreadableFileError(
            f"{file.origin}: found a zip archive without a workbook in it (it holds {shown}), "
            "expected a workbook. Unpack it, and read the file in it that holds the data."
        )


def locked(origin: str) -> UnreadableFileError:
    """Return the refusal of a workbook with a password."""
    return UnreadableFileError(
        f"{origin}: found a workbook that is locked with a password, expected one that opens "
        "without. Save a copy of it without the password."
    )


def refuse_locked_ods(archive: Archive) -> None:
    """Raise that a workbook of OpenDocument is locked with a password, if it is."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise locked(archive.origin)


def damaged(origin: str, reason: str) -> UnreadableFileError:
    """Return the refusal of a workbook that is not whole."""
    return UnreadableFileError(
        f"{origin}: found a damaged workbook ({reason}), expected a whole one. Download or export "
        "it again, or open it in a spreadsheet program and save it anew as .xlsx."
    )


def _is_markup(file: File) -> bool:
    return file.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower().startswith(NOT_OFFICE)


def _is_ods(file: File) -> bool:
    return ODS.encode() in file.head[:256]
