"""The files in a folder, without any way out of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def regular_files_under(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and in those inside it, in the order of their names.

    Links, pipes, sockets and devices are passed over: who packed the folder chose where they lead.
    """
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                yield path
