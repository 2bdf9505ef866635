"""Who is who in a log: a key from addresses to people, and aliases of one person."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TypeAlias

from weft.formats.files.file import File, opened
from weft.formats.plain.delimited import table_in
from weft.formats.roles.table import Table
from weft.network import InvalidDataError, InvalidRequestError, Problem

KeyLike: TypeAlias = Mapping[str, str] | str | os.PathLike[str] | None
"""A mapping, or a table with two columns: the address or account, and the person."""


def key_of(given: KeyLike) -> dict[str, str]:
    """Return which address or account is which person; addresses in lower case.

    Parameters
    ----------
    given : mapping, path or None
        A path leads to a table of two columns: the address or account as the log has it, and the
        person. Headings are not needed; ``address,person`` is taken for one.

    Raises
    ------
    InvalidDataError
        If the table has fewer than two columns, or says two things of one address. No message
        holds an address.
    InvalidRequestError
        If a mapping says two things of one address.

    Examples
    --------
    >>> key_of({"Ada@Example.org": "ada"})
    {'ada@example.org': 'ada'}
    """
    if given is None:
        return {}
    if isinstance(given, Mapping):
        return _in_mapping(given)
    return _in_file(opened(given))


def _in_mapping(given: Mapping[str, str]) -> dict[str, str]:
    key: dict[str, str] = {}
    for address, who in given.items():
        if key.setdefault(str(address).strip().casefold(), str(who)) != str(who):
            raise InvalidRequestError(
                "The mapping gives two people to one address that it writes with different "
                "capital letters or spaces; expected one person for each address."
            )
    return key


HEADINGS = frozenset({"address", "alias", "account", "user", "email", "mail", "username"})


def _in_file(file: File) -> dict[str, str]:
    table = table_in(file)
    if len(table.headings) < 2:
        raise InvalidDataError([_too_narrow(table)])
    if table.headings[0].strip().casefold() not in HEADINGS:
        table = table.with_first_row_as_data()
    key: dict[str, str] = {}
    cells = (table.columns[0].to_pylist(), table.columns[1].to_pylist(), table.row_numbers)
    for address, who, row in zip(*cells, strict=True):
        account, person = (address or "").strip().casefold(), (who or "").strip()
        if account and person and key.setdefault(account, person) != person:
            raise InvalidDataError([_twice(table, int(row))])
    return key


def _too_narrow(table: Table) -> Problem:
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found="one column",
        expected="two columns: the address or account, and the person",
        mend="Write one line for each address: the address, a comma, the person.",
    )


def _twice(table: Table, row: int) -> Problem:
    return Problem(
        kind="ambiguous-key",
        origin=table.origin,
        row=row,
        found="another person for an address than further up",
        expected="one person for each address",
        mend="Delete the line that is wrong.",
    )
