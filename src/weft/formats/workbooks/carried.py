"""A network as the columns of two sheets, and what these carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from weft.formats.roles.edges import edges_of
from weft.formats.roles.headings import plain
from weft.network import InvalidDataError, Problem, quoted
from weft.network.people import NO, YES

if TYPE_CHECKING:
    from weft.network import Network

Cells = Sequence[str | float | None]
WORDS = {int(YES): "yes", int(NO): "no"}


def tie_columns(
    network: Network, ends: tuple[str, str], called: Mapping[str, str]
) -> dict[str, Cells]:
    """Return the reports of a network as columns under the headings of a convention.

    Parameters
    ----------
    network : Network
    ends : (str, str)
        The headings of source and target.
    called : mapping of str to str
        The headings of ``direction``, ``relation``, ``weight``, ``wave``, ``reporter``, ``date``,
        in the order of the columns.
    """
    edges = edges_of(network)
    direction = ["directed" if one else "undirected" for one in edges.directed]
    more: dict[str, Cells] = {**edges.more, "direction": direction}
    columns: dict[str, Cells] = {ends[0]: edges.source, ends[1]: edges.target}
    columns |= {heading: more[role] for role, heading in called.items() if role in more}
    return columns


def people_columns(
    network: Network, person: str, name: str, *, own: Iterable[str] = ()
) -> dict[str, Cells]:
    """Return everyone with names, declarations and attributes under the headings of a convention.

    Parameters
    ----------
    network : Network
    person, name : str
        The headings of the id and of the name.
    own : iterable of str
        Further headings that mean something else in this convention.

    Raises
    ------
    InvalidDataError
        If an attribute is called as one of these columns is.
    """
    people = network.people
    columns: dict[str, Cells] = {person: people.ids, name: people.names}
    if people.steward.any():
        columns["steward"] = ["yes" if held else "no" for held in people.steward]
    for kind, by_wave in (("responded", people.responded), ("invited", people.invited)):
        for wave, states in by_wave.items():
            heading = f"{kind}:{wave}" if wave else kind
            columns[heading] = [WORDS.get(int(state)) for state in states]
    taken = {plain(heading) for heading in (*columns, *own)}
    clashing = [heading for heading in people.attributes if plain(heading) in taken]
    if clashing:
        raise InvalidDataError([_clashing(network.name, heading) for heading in clashing])
    return columns | dict(people.attributes)


def _clashing(origin: str, heading: str) -> Problem:
    return Problem(
        kind="attribute-name",
        origin=origin,
        found=f"an attribute of people called {quoted(heading)}",
        expected="a name that is not that of a column with a meaning of its own in such a workbook",
        mend="Rename the attribute, or write another format.",
    )
