"""Files that Weft knows and does not read: each is refused with the reason and the way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.files.file import File


def refuse_known(file: File) -> None:
    """Raise why a file of a known kind is not read, and what to do instead; else do nothing."""
    for recognises, found, mend in REFUSED:
        if recognises(file):
            raise UnreadableFileError(
                f"{file.origin}: found {found}, expected a format that Weft reads. {mend}"
            )


REFUSED: tuple[tuple[Callable[[File], bool], str, str], ...] = ()
