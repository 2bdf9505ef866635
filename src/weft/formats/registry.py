"""The formats that Weft knows, and how one is recognised.

Another package adds one by an entry point in the group ``weft.formats`` whose object is a
:class:`Format`.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from weft.formats.builtin import BUILTIN
from weft.formats.file import binary_kind
from weft.formats.format import Format
from weft.network import InvalidRequestError, UnknownNameError, UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.file import File

GROUP = "weft.formats"


@cache
def known_formats() -> tuple[Format, ...]:
    """Return every format: those that other packages add first, then Weft's own."""
    found: dict[str, Format] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        added = entry.load()
        if not isinstance(added, Format):
            raise InvalidRequestError(
                f"The entry point {entry.name} of {GROUP} is a {type(added).__name__}; expected a "
                "weft.formats.Format. Mend or remove the package that adds it."
            )
        found[added.name] = added
    own = {format_.name: format_ for format_ in BUILTIN}
    both = sorted(found.keys() & own.keys())
    if both:
        raise InvalidRequestError(
            f"A package adds the format {both[0]}, which Weft has already; expected another name. "
            "Mend or remove the package that adds it."
        )
    return (*found.values(), *own.values())


def format_named(name: str) -> Format:
    """Return a format by its name."""
    by_name = {format_.name: format_ for format_ in known_formats()}
    if name not in by_name:
        raise UnknownNameError("format", name, sorted(by_name))
    return by_name[name]


def format_of(file: File) -> Format:
    """Return the format of a file: by its content; where several fit, by the ending of its name.

    Raises
    ------
    UnreadableFileError
        If no format recognises the content.
    """
    fitting = [format_ for format_ in known_formats() if format_.recognises(file)]
    fitting.sort(key=lambda f: (f.last_resort, file.extension not in f.extensions))
    if fitting:
        return fitting[0]
    kind = binary_kind(file.head) or "text in no known format"
    known = ", ".join(format_.title for format_ in known_formats())
    raise UnreadableFileError(
        f"{file.origin}: found {kind}, expected one of: {known}. Export the data as CSV."
    )


def format_to_write(ending: str, *, people: bool = False) -> Format:
    """Return the format that writes files with this ending."""
    able = [f for f in known_formats() if (f.write_people if people else f.write)]
    for format_ in able:
        if ending in format_.extensions:
            return format_
    endings = ", ".join(ending for format_ in able for ending in format_.extensions)
    what = "people" if people else "networks"
    raise InvalidRequestError(
        f"There is no format that writes {what} to files ending in “{ending}”; "
        f"expected one of: {endings}."
    )
