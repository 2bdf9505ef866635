"""What a format declares of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.network import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network

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
