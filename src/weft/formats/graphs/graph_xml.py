"""What the readers and writers of XML graph files share: how files begin, lines, columns, text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.files.xml import local, xml_in
from weft.formats.roles.headings import PEOPLE_HEADINGS, plain
from weft.network import (
    InvalidDataError,
    InvalidRequestError,
    Notice,
    Problem,
    UnreadableFileError,
    quoted,
)
from weft.network.people import NO, YES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from weft.formats.files.file import File
    from weft.formats.roles.edges import Edges
    from weft.network import Network

Row = dict[str, str | None]
"""What is known of one node or one edge, by heading."""

BEFORE_ROOT = r"(?>\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*+"
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb": "utf-8"}
NO_MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
     "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)  # fmt: skip
WORD = {int(YES): "yes", int(NO): "no"}


def begins_with(file: File, name: str) -> bool:
    """Return whether the root element of what may be an XML file is called this."""
    if file.is_folder:
        return False
    encoding = BYTE_ORDER_MARKS.get(file.head[:2], "utf-8")
    text = file.head.decode(encoding, "ignore").removeprefix("\ufeff")
    return re.match(rf"{BEFORE_ROOT}<(?:[\w.-]+:)?{name}[\s/>]", text, re.DOTALL) is not None


def graphs_in(file: File, name: str, title: str) -> tuple[Element, list[Element]]:
    """Return the root element of an XML file of a kind, and the graphs right inside it.

    Raises
    ------
    UnreadableFileError
        If the file is no XML, or its root is not called so, or it holds no graph.
    """
    root = xml_in(file)
    graphs = [element for element in root if local(element.tag) == "graph"]
    if local(root.tag) != name or not graphs:
        raise UnreadableFileError(
            f"{file.origin}: found XML that begins with <{local(root.tag)}>"
            f"{'' if graphs else ' and holds no graph'}, expected <{name}> with a <graph> inside. "
            f"Export it again as {title}."
        )
    return root, graphs


def lines_of(data: bytes, name: str, count: int) -> Sequence[int] | None:
    r"""Return the line on which each element of a name begins; None where that cannot be told.

    Parameters
    ----------
    data : bytes
        The XML file.
    name : str
        Of the elements, without namespace.
    count : int
        How many of them the parser found.

    Examples
    --------
    >>> lines_of(b"<a>\n<!-- <b/> --><b/>\n<b/></a>", "b", 2)
    [2, 3]
    """
    data = NO_MARKUP.sub(lambda hidden: b"\n" * hidden[0].count(b"\n"), data)
    pattern = re.compile(rb"<(?:[\w.-]+:)?" + name.encode() + rb"[\s/>]")
    starts = [found.start() for found in pattern.finditer(data)]
    if len(starts) != count:
        return None
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == 10)
    lines: list[int] = (np.searchsorted(ends, np.array(starts, dtype=np.intp)) + 1).tolist()
    return lines


def as_columns(rows: Sequence[Row], headings: Iterable[str] = ()) -> dict[str, list[str | None]]:
    """Return rows as columns: these headings first, then any that a row has besides.

    Examples
    --------
    >>> as_columns([{"a": "1"}, {"b": "2"}], ["c"])
    {'c': [None, None], 'a': ['1', None], 'b': [None, '2']}
    """
    every = dict.fromkeys([*headings, *(heading for row in rows for heading in row)])
    return {heading: [row.get(heading) for row in rows] for heading in every}


def split_roles(
    columns: Mapping[str, list[str | None]], *, named: bool
) -> tuple[dict[str, list[str | None]], dict[str, list[str | None]]]:
    """Return the columns of people that may have a role, and those that are attributes for certain.

    The element itself says the id, and where ``named`` the name too: then no attribute does.
    """
    words = {"id", "name"} if named else {"id"}
    own = {heading: cells for heading, cells in columns.items() if plain(heading) in words}
    return {h: cells for h, cells in columns.items() if h not in own}, own


def nothing_in(origin: str, title: str) -> InvalidDataError:
    """Return the error of a file without anybody in it."""
    return InvalidDataError(
        [
            Problem(
                kind="empty",
                origin=origin,
                found=f"a file of {title} without nodes and edges",
                expected="at least one node",
                mend="Check that the export finished and that this is the right file.",
            )
        ]
    )


def notices_of(noted: Counter[str], texts: Mapping[str, str], origin: str) -> list[Notice]:
    """Return what was noted while reading, each with its count, in the order of the texts.

    In a text ``{n}`` is the count, and of ``[tie|ties]`` the first stands where that is one.

    Examples
    --------
    >>> notices_of(Counter(cut=1), {"cut": "{origin}: {n} [tie|ties]."}, "a.gexf")[0].text
    'a.gexf: 1 tie.'
    """
    notices = []
    for kind, text in texts.items():
        if noted[kind]:
            chosen = r"\1" if noted[kind] == 1 else r"\2"
            worded = re.sub(r"\[([^|\]]*)\|([^\]]*)\]", chosen, text)
            said = worded.replace("{n}", f"{noted[kind]:,}").replace("{origin}", origin)
            notices.append(Notice(kind=kind, text=said, count=noted[kind]))
    return notices


def node_columns(network: Network) -> dict[str, list[str | None]]:
    """Return what a file says of people besides id and name: declarations, then attributes.

    The column ``steward`` is there too where an attribute would otherwise be taken for it.
    """
    people = network.people
    columns: dict[str, list[str | None]] = {}
    if people.steward.any() or any(
        plain(h) in PEOPLE_HEADINGS["steward"] for h in people.attributes
    ):
        columns["steward"] = ["yes" if held else "no" for held in people.steward]
    for kind, by_wave in (("responded", people.responded), ("invited", people.invited)):
        for wave, states in by_wave.items():
            heading = f"{kind}:{wave}" if wave else kind
            columns[heading] = [WORD.get(int(state)) for state in states]
    return columns | {heading: list(cells) for heading, cells in people.attributes.items()}


def refuse_control_characters(network: Network, edges: Edges, title: str) -> None:
    """Refuse a network with text that no XML file can hold.

    Raises
    ------
    InvalidRequestError
        With the first such character, and whose it is.
    """
    people = network.people
    columns = {"id": people.ids, "name": people.names, **node_columns(network)}
    of_people = [
        (cell, f"the {heading} of {quoted(person)}")
        for heading, cells in columns.items()
        for person, cell in zip(people.ids, cells, strict=True)
    ]
    of_ties = [
        (cell, f"the {heading} of the tie from {quoted(source)} to {quoted(target)}")
        for heading, cells in edges.more.items()
        for source, target, cell in zip(edges.source, edges.target, cells, strict=True)
    ]
    headings = [(heading, "the name of an attribute") for heading in columns]
    for cell, where in (*headings, *of_people, *of_ties):
        found = NOT_IN_XML.search(cell) if isinstance(cell, str) else None
        if found:
            raise InvalidRequestError(
                f"{where[0].upper()}{where[1:]} has the control character U+{ord(found[0]):04X}, "
                f"which a file of the format {title} cannot hold; expected text without. Remove "
                "it, or write another format, such as CSV."
            )


def escaped(text: str) -> str:
    r"""Return text as it stands in an attribute or an element, so that it comes back unchanged.

    Examples
    --------
    >>> escaped('a<b> & "c"\n')
    'a&lt;b&gt; &amp; &quot;c&quot;&#10;'
    """
    return text.translate(ESCAPES)


def number(value: object) -> str:
    """Return a number as XML Schema writes a double, so that it comes back unchanged.

    Examples
    --------
    >>> number(3.0), number(0.1), number(1e300)
    ('3', '0.1', '1e+300')
    """
    text = repr(float(str(value)))
    return text.removesuffix(".0")
