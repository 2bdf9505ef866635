"""Files that appear whole or not at all."""

from __future__ import annotations

import gzip
import os
import tempfile
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING

from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Mapping


def written_whole(contents: Mapping[str | os.PathLike[str], bytes]) -> None:
    """Write files so that each is there whole or not at all; packed where the name ends in .gz.

    All are first written beside their places under other names, then moved in.
    """
    waiting: list[tuple[Path, Path]] = []
    place = Path()
    try:
        for path, content in contents.items():
            place = Path(path)
            if place.is_dir():  # found out only when some of the others are moved in already
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            packed = gzip.compress(content, mtime=0) if place.name.endswith(".gz") else content
            waiting.append((_beside(place, packed), place))
        while waiting:
            written, place = waiting[-1]
            written.replace(place)
            waiting.pop()
    except OSError as error:
        raise UnreadableFileError(
            f"{place}: could not be written ({error.strerror or error}); nothing was changed "
            "there. Check that the folder is there, may be written to and has room."
        ) from error
    finally:
        for written, _ in waiting:
            written.unlink(missing_ok=True)


def _beside(place: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(_mode(place))
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def _mode(place: Path) -> int:
    """Return the rights of the file that is replaced, or those of an ordinary new one."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
