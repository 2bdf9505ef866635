"""Several files, or sheets, in one run of bytes, so that fuzzing changes what is in them.

In a packed archive almost every change of a byte ends at a checksum. So the parts stand as they
are, each after a line such as ``== users.json``, and are packed just before they are read.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from weft.formats.files.file import File
from weft.formats.tables import text_array
from weft.formats.workbooks.sheets import Sheet, Workbook

MARK = b"== "


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts by name; of two with one name the last, and nothing before the first."""
    found = {}
    for part in (b"\n" + data).split(b"\n" + MARK)[1:]:
        name, _, content = part.partition(b"\n")
        found[name.replace(b"\0", b"").decode("utf-8", "replace").strip() or "part"] = content
    return found


def as_bytes(parts: dict[str, bytes]) -> bytes:
    """Return parts as one run of bytes."""
    return b"\n".join(MARK + name.encode() + b"\n" + content for name, content in parts.items())


def archive_of(data: bytes) -> File:
    """Return the parts as an archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts_of(data).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return File("made.zip", content=stream.getvalue())


def unpacked(data: bytes) -> bytes:
    """Return an archive as parts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return as_bytes({name: archive.read(name) for name in archive.namelist()})


def workbook_of(data: bytes) -> Workbook:
    """Return the parts as sheets, with tabs between cells: what calamine would make of a file."""
    sheets = []
    for name, content in parts_of(data).items():
        rows = [line.split("\t") for line in content.decode("utf-8", "replace").split("\n")]
        width = max(map(len, rows))
        filled = [row + [""] * (width - len(row)) for row in rows]
        if any(map(any, filled)):
            columns = tuple(text_array(list(column)) for column in zip(*filled, strict=True))
            sheets.append(Sheet(name, f"made.xlsx, sheet {name}", columns))
    return Workbook("made.xlsx", "made", tuple(sheets))


@dataclass(frozen=True, eq=False)
class Beside(File):
    """A file that has the other parts beside it."""

    others: dict[str, bytes] = field(default_factory=dict)

    def beside(self, name: str) -> File | None:
        """Return the part of this name."""
        return File(name, content=self.others[name]) if name in self.others else None


def first_of(data: bytes) -> Beside:
    """Return the first part as a file; where there are no marks, all of it."""
    parts = parts_of(data) or {"made": data}
    name, content = next(iter(parts.items()))
    return Beside(name, content=content, others=parts)
