"""A zip archive that holds one file and nothing else: the file is what was meant."""

from __future__ import annotations

from pathlib import Path

from weft.formats.files.file import File


def without_wrapping(file: File) -> File:
    """Return the one file in a zip archive; any other file as it is.

    A workbook, a chat export or Weft's own file is a zip archive too, of several files.
    """
    from weft.formats.files.archive import EXPORT, Archive, is_zip, names_in

    if file.is_folder or not is_zip(file):
        return file
    names = [name for name in names_in(file) if not name.endswith("/")]
    if len(names) != 1:
        return file
    name = names[0]
    content = Archive(file, EXPORT, unnamed=True).read(name)  # it may be a log
    return File(str(Path(file.origin) / Path(name).name), content=content)
