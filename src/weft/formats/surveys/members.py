"""Lists of members that platforms export: people without ties, for ``people=``."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.format import Format
from weft.formats.plain.delimited import delimiter_of, first_rows_of, split, table_in
from weft.formats.roles.headings import plain
from weft.formats.roles.people_columns import people_from
from weft.formats.tables import text_array
from weft.network import InvalidDataError, Notice, Problem

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import PeopleTable, Reading

CONTACT = frozenset(
    {"contactemail", "contactphone", "email", "phone", "avatarurl", "bio", "personalurl",
     "twittername", "facebookurl", "linkedinurl", "ipaddress", "emailaddress", "mail", "telephone",
     "phonenumber", "mobile", "mobilephone", "cellphone", "address", "streetaddress"}
)  # fmt: skip
"""What reaches or shows a person and says nothing of the network, in plain form."""

HYLO_HAS = frozenset({"id", "name", "joinedat", "roles", "skills", "skillstolearn"})
SUMAPP_HAS = frozenset({"firstname", "lastname", "email"})


def _headings(file: File) -> frozenset[str]:
    if file.is_folder or b"\x00" in file.head[:1_000] or file.head[:1] in b"{[<":
        return frozenset()
    text = first_rows_of(file.head.removeprefix(b"\xef\xbb\xbf"))
    rows = split(text, delimiter_of(text), 1)
    return frozenset(plain(heading) for heading in rows[0]) if rows else frozenset()


def read_hylo(file: File, reading: Reading) -> PeopleTable:
    """Return the members of a Hylo group, without what reaches them."""
    table, notices = _without_contact(table_in(file, encoding=reading.encoding))
    everyone, said, problems = people_from(table)
    return everyone, (*notices, *said), problems


def read_sumapp(file: File, reading: Reading) -> PeopleTable:
    """Return the members of a SumApp project by first and last name, as its connections name them.

    Where two have the same name, they are counted: ``Cy Lind (1)``, ``Cy Lind (2)``.

    Raises
    ------
    InvalidDataError
        If a column for the name or the address is not there.
    """
    table = table_in(file, encoding=reading.encoding)
    column = {plain(heading): i for i, heading in enumerate(table.headings)}
    missing = sorted(SUMAPP_HAS - column.keys())
    if missing:
        raise InvalidDataError([_missing(table.origin, missing[0])])
    parts = [table.columns[column[part]].to_pylist() for part in ("firstname", "lastname")]
    names = [" ".join(part.strip() for part in both if part) for both in zip(*parts, strict=True)]
    many, met = Counter(names), Counter[str]()
    ids = []
    for name in names:
        met[name] += 1
        ids.append(f"{name} ({met[name]})" if many[name] > 1 else name)
    table, notices = _without_contact(table)
    left = [i for i, h in enumerate(table.headings) if plain(h) not in {"firstname", "lastname"}]
    with_ids = replace(
        table,
        headings=("id", "name", *(table.headings[i] for i in left)),
        columns=(text_array(ids), text_array(names), *(table.columns[i] for i in left)),
    )
    everyone, said, problems = people_from(with_ids)
    return everyone, (*notices, *said), problems


def _missing(origin: str, name: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=origin,
        row=1,
        found=f"no column {name}",
        expected="the columns First Name, Last Name and Email",
        mend="Check that this is the list of members of a SumApp project.",
    )


def _without_contact(table: Table) -> tuple[Table, tuple[Notice, ...]]:
    """Return the table without the columns that reach a person."""
    keep = [i for i, heading in enumerate(table.headings) if plain(heading) not in CONTACT]
    left = len(table.headings) - len(keep)
    if not left:
        return table, ()
    what = "1 column that reaches a person" if left == 1 else f"{left} columns that reach a person"
    text = f"{what} (addresses, telephone, links) left out of {table.origin}: no figure needs them."
    return replace(
        table,
        headings=tuple(table.headings[i] for i in keep),
        columns=tuple(table.columns[i] for i in keep),
    ), (Notice(kind="contact-left-out", text=text, count=left),)


HYLO = Format(
    name="hylo",
    title="members of a Hylo group",
    about="The table of members that a Hylo group exports (Settings, Export data). People without "
    "ties: give it with --people beside a file of ties.",
    extensions=(".csv",),
    not_read=("addresses, telephone numbers, pictures and links of members",),
    recognises=lambda file: _headings(file) >= HYLO_HAS,
    read_people=read_hylo,
)
SUMAPP = Format(
    name="sumapp",
    title="members in SumApp",
    about="The list of members that is loaded into SumApp. People without ties: give it with "
    "--people beside the connections, which SumApp downloads as Kumu files.",
    extensions=(".csv",),
    not_read=("e-mail addresses and other contact details",),
    recognises=lambda file: _headings(file) >= SUMAPP_HAS,
    read_people=read_sumapp,
)
