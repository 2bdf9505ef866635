"""What a format declares of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.formats.carrying import CAN_CARRY, Written
from weft.network import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.files.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files of one kind are recognised, read and written.

    Attributes
    ----------
    name : str
        What callers say, such as ``csv``.
    title : str
        What people call it.
    about : str
        A sentence or two: who writes such files, how to get one, what it is good for.
    extensions : tuple of str
        Endings of file names, in lower case with the point. ``.gz`` is seen through.
    only_read : tuple of str
        Those of them that say nothing of what to write: a file called ``.xls`` is not written.
    carries : frozenset of str
        What such a file can hold of a network, from :data:`CAN_CARRY`. A network is reduced to this
        before ``write`` sees it, and reading what was written gives just that back.
    not_read : tuple of str
        What such files may hold besides, that reading leaves out, each a short phrase.
    recognises : function of File
        Whether the content looks like this format. Must be quick and must not raise. A folder has
        no content: look at ``file.is_folder`` and ``file.inside(name)``.
    last_resort : bool
        Whether it recognises so much (any text) that every other format goes first.
    guarded : bool
        Whether reading goes on in a process of its own with limits on memory and time: for every
        format that is not plain text.
    takes_key : bool
        Whether people stand in it by accounts, addresses or choices, which a key leads to people.
    read : function of File and Reading, optional
        Returns the content, or raises what is wrong with it.
    read_people : function of File and Reading, optional
        Returns the people table in a file, for formats of tables.
    write, write_people : function of Network, optional
        Returns a file with the reports, or with the people.
    """

    name: str
    title: str
    about: str
    extensions: tuple[str, ...]
    only_read: tuple[str, ...] = ()
    carries: frozenset[str] = frozenset()
    not_read: tuple[str, ...] = ()
    recognises: Callable[[File], bool] = lambda _: False
    last_resort: bool = False
    guarded: bool = False
    takes_key: bool = False
    read: Callable[[File, Reading], Tables] | None = None
    read_people: Callable[[File, Reading], PeopleTable] | None = None
    write: Callable[[Network], Written] | None = None
    write_people: Callable[[Network], Written] | None = None

    def __post_init__(self) -> None:
        unknown = sorted(self.carries - CAN_CARRY.keys())
        if unknown:
            raise UnknownNameError("thing to carry", unknown[0], sorted(CAN_CARRY))
