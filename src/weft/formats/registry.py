"""The formats that Weft knows, and how one is recognised.

Another package adds one by an entry point in the group ``weft.formats`` whose object is a
:class:`Format`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.refused import refuse_known
from weft.network import InvalidRequestError, UnknownNameError, UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.files.file import File

GROUP = "weft.formats"


@cache
def known_formats() -> tuple[Format, ...]:
    """Return every format: those that other packages add first, then Weft's own."""
    from importlib.metadata import entry_points

    from weft.formats.builtin import BUILTIN  # many modules, and the process of a guard needs one

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


class AmbiguousFormatError(UnreadableFileError):
    """A file that could be of several formats; ``choices`` names them."""

    code = "ambiguous-format"

    def __init__(self, origin: str, choices: tuple[Format, ...]) -> None:
        self.origin, self.choices = origin, choices
        named = " or ".join(f"{format_.name} ({format_.title})" for format_ in choices)
        first = choices[0].name
        super().__init__(
            f"{origin}: found content that could be {named}; expected content that can be one "
            f"thing only. Say which it is: --from {first} (in Python format={first!r})."
        )


def format_of(file: File) -> Format:
    """Return the format of a file: by its content; where several fit, by the ending of its name.

    Raises
    ------
    AmbiguousFormatError
        If several formats recognise the content and the ending decides for none of them.
    UnreadableFileError
        If no format recognises the content, or it is of a kind that is known and not read.
    """
    fitting = [format_ for format_ in known_formats() if format_.recognises(file)]
    certain = [format_ for format_ in fitting if not format_.last_resort]
    if not certain:
        refuse_known(file)
    certain = certain or fitting
    by_ending = [format_ for format_ in certain if file.extension in format_.extensions]
    if len(certain) > 1 and len(by_ending) != 1 and not certain[0].last_resort:
        raise AmbiguousFormatError(file.origin, tuple(by_ending or certain))
    if certain:
        return (by_ending or certain)[0]
    kind = "a folder" if file.is_folder else binary_kind(file.head) or "text in no known format"
    raise UnreadableFileError(
        f"{file.origin}: found {kind}, expected a file in one of the formats that weft formats "
        f"lists. {'Name the file in it.' if file.is_folder else 'Export the data as CSV.'}"
    )


def format_to_read(file: File, name: str | None, *, people: bool = False) -> Format:
    """Return the format that reads a file: the one named, or the one its content shows."""
    format_ = format_named(name) if name else format_of(file)
    if (format_.read_people if people else format_.read) is None:
        if people and not name:
            return format_named("csv")
        raise InvalidRequestError(_not_read(file, format_, people=people))
    return format_


def _not_read(file: File, format_: Format, *, people: bool) -> str:
    """Return why a format does not read this file."""
    if not people and format_.read_people is not None:
        return (
            f"{file.origin}: found {format_.title} (people without ties); expected a network. Give "
            "it with --people beside a file of ties (in Python people=...)."
        )
    what = "tables of people" if people else "networks"
    return f"The format {format_.name} ({format_.title}) reads no {what}; see weft formats."


def format_to_write(ending: str, *, name: str | None = None, people: bool = False) -> Format:
    """Return the format of this name, or the first that writes files with this ending."""
    able = [f for f in known_formats() if (f.write_people if people else f.write)]
    if name is not None:
        named = format_named(name)
        if named not in able:
            raise InvalidRequestError(
                f"The format {named.name} ({named.title}) is read only; these are written: "
                f"{', '.join(format_.name for format_ in able)}."
            )
        return named
    for format_ in able:
        if ending in _endings_written(format_):
            return format_
    endings = ", ".join(dict.fromkeys(e for format_ in able for e in _endings_written(format_)))
    what = "people" if people else "networks"
    where = f"files ending in {quoted(ending)}" if ending else "files whose name has no ending"
    raise InvalidRequestError(
        f"There is no format that writes {what} to {where}; expected one of: {endings}."
    )


def _endings_written(format_: Format) -> list[str]:
    return [ending for ending in format_.extensions if ending not in format_.only_read]
