"""The folder of an unpacked export, read like its archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.files.archive import EXPORT, Archive
from weft.formats.files.folder import regular_files_under
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File


class Folder:
    """The files in a folder and those inside it, by names such as ``channel/day.json``.

    Raises
    ------
    UnreadableFileError
        If there are more files than an export has.
    """

    def __init__(self, file: File) -> None:
        assert file.path is not None  # noqa: S101  (a folder has a path)
        self._place = file.path
        found: list[str] = []
        for path in regular_files_under(file.path):
            found.append(path.relative_to(file.path).as_posix())
            if len(found) > EXPORT.entries:
                raise UnreadableFileError(
                    f"{file.origin}: found a folder of more than {EXPORT.entries:,} files, "
                    "expected an export. Name the folder of the export itself."
                )
        self.names = tuple(found)

    def read(self, name: str) -> bytes:
        """Return the content of a file."""
        path = self._place / name
        size = path.stat().st_size
        if size > EXPORT.unpacked:
            raise OSError("too large")
        return path.read_bytes()


def read_unnamed(files: Archive | Folder, name: str, origin: str, which: str) -> bytes:
    """Return the content of a file; where it cannot be read, that is said without its name."""
    try:
        return files.read(name)
    except (UnreadableFileError, OSError, KeyError):
        damaged = UnreadableFileError(
            f"{origin}: found that {which} is damaged or may not be read, expected a whole export. "
            "Export it again."
        )
    raise damaged  # outside of except, so that the name is not kept with it
