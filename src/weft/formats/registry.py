"""The formats that Weft knows, and how one is recognised.

Another package adds one by an entry point in the group ``weft.formats`` whose object is a
:class:`Format`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from weft.formats.file import binary_kind
from weft.network import InvalidRequestError, UnknownNameError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network

GROUP = "weft.formats"

CAN_CARRY = frozenset(
    {"weights", "relations", "waves", "reporters", "dates", "directions", "people", "attributes"}
)
"""What a file of a format can hold; writing says what of a network it could not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files of one kind are recognised, read and written.

    Attributes
    ----------
    name : str
        What callers say, such as ``csv``.
    title : str
        What people call it.
    extensions : tuple of str
        Endings of file names, in lower case with the point. ``.gz`` is seen through.
    carries : frozenset of str
        What such a file can hold, from :data:`CAN_CARRY`.
    recognises : function of File
        Whether the content looks like this format. Must not raise.
    last_resort : bool
        Whether it recognises so much (any text) that every other format goes first.
    read : function of File and Reading
        Returns the content, or raises what is wrong with it.
    read_people : function of File and Reading, optional
        Returns the people table in a file, for formats of tables.
    write, write_people : function of Network, optional
        Returns the bytes of a file with the reports, or with the people.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    carries: frozenset[str]
    recognises: Callable[[File], bool]
    read: Callable[[File, Reading], Tables]
    read_people: Callable[[File, Reading], PeopleTable] | None = None
    write: Callable[[Network], bytes] | None = None
    write_people: Callable[[Network], bytes] | None = None
    last_resort: bool = False

    def __post_init__(self) -> None:
        unknown = sorted(self.carries - CAN_CARRY)
        if unknown:
            raise UnknownNameError("thing to carry", unknown[0], sorted(CAN_CARRY))


@cache
def known_formats() -> tuple[Format, ...]:
    """Return every format: those that other packages add first, then Weft's own."""
    from weft.formats.builtin import BUILTIN

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
