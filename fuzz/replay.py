"""What a reader does with some bytes, as fuzzing and the tests see it."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

from weft.formats import Reading, format_named, known_formats
from weft.formats.files.file import opened
from weft.network import WeftError, build


def read_bytes(name: str, data: bytes) -> None:
    """Recognise and read some bytes; anything but a network or an error of Weft's own escapes."""
    read = format_named(name).read
    assert read is not None
    with suppress(WeftError):
        file = opened(BytesIO(data))
        for format_ in known_formats():
            format_.recognises(file)
        found = read(file, Reading())
        build(
            found.ties,
            found.people,
            of_source=found.relations,
            waves_known=found.waves,
            notices=found.notices,
            problems=found.problems,
        )
