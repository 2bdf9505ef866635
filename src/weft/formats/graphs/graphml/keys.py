"""The keys of a GraphML file: what they are called, and the data under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.formats.files.xml import local
from weft.formats.roles.headings import PEOPLE_HEADINGS, TIE_HEADINGS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from weft.formats.graphs.graph_xml import Row

KEPT = "{http://www.w3.org/XML/1998/namespace}space"
LABELS = {"node": "NodeLabel", "edge": "EdgeLabel"}
"""Where yEd keeps what it shows, among its drawings."""

USUAL_ROLES = {"edgeweight": "weight", "networkcanvastype": "relation"}
"""What NodeXL calls the strength and Network Canvas the relation."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the file declares it.

    Attributes
    ----------
    heading : str
        Its ``attr.name``; its id where it has none.
    of : str
        ``node``, ``edge``, ``graph`` or ``all``.
    default : str or None
        What holds where nothing is said.
    is_drawing : bool
        Whether its data are a drawing of yEd.
    """

    heading: str
    of: str = "all"
    default: str | None = None
    is_drawing: bool = False


def keys_in(root: Element) -> dict[str, Key]:
    """Return the keys of a file by their ids."""
    return {
        element.get("id", ""): Key(
            heading=(element.get("attr.name") or "").strip() or element.get("id", ""),
            of=element.get("for", "all").lower(),
            default=_default(element),
            is_drawing="yfiles.type" in element.attrib,
        )
        for element in root.iter()
        if local(element.tag) == "key"
    }


def _default(key: Element) -> str | None:
    for inside in key:
        if local(inside.tag) == "default":
            return text_of(inside) or None
    return None


def text_of(element: Element) -> str:
    r"""Return the text of an element, without the line breaks that lay it out.

    Examples
    --------
    >>> from xml.etree.ElementTree import fromstring
    >>> text_of(fromstring("<data>\n  Ada\n</data>"))
    'Ada'
    """
    text = "".join(element.itertext())
    if element.get(KEPT) == "preserve" or text.strip() == text:
        return text
    before, after = text.lstrip(), text.rstrip()
    start = len(text) - len(before) if "\n" in text[: len(text) - len(before)] else 0
    end = len(after) if "\n" in text[len(after) :] else len(text)
    return text[start:end]


def values_of(element: Element, keys: dict[str, Key], of: str) -> Row:
    """Return by heading the data of a node, an edge or a graph; a key not declared goes by its id.

    The label that yEd draws is ``label``, where there is no other.
    """
    row: Row = {
        key.heading: key.default
        for key in keys.values()
        if key.default is not None and key.of in {of, "all"} and not key.is_drawing
    }
    drawn = None
    for data in element:
        if local(data.tag) != "data":
            continue
        name = data.get("key", "")
        key = keys.get(name) or Key(name)
        if key.is_drawing:
            drawn = drawn or _label_in(data, of)
        else:
            row[key.heading] = text_of(data)
    if drawn:
        row.setdefault("label", drawn)
    return row


def _label_in(data: Element, of: str) -> str | None:
    for element in data.iter():
        if local(element.tag) == LABELS.get(of):
            # Below a label stand elements that place it, with text of their own.
            return (element.text or "").strip() or None
    return None


def headings_of_people(keys: Iterable[Key]) -> list[str]:
    """Return the headings that nodes can have, in the order of the file."""
    return [key.heading for key in keys if key.of in {"node", "all"} and not key.is_drawing]


def name_among(headings: Iterable[str]) -> bool:
    """Return whether one of these is what people are called."""
    return any(plain(heading) in PEOPLE_HEADINGS["name"] for heading in headings)


def as_tie_headings(headings: Iterable[str]) -> dict[str, str]:
    """Return what each heading of edges becomes: its role where a program always means that.

    Examples
    --------
    >>> as_tie_headings(["Edge Weight", "source"])
    {'Edge Weight': 'weight', 'source': 'attribute source'}
    """
    every = list(headings)
    words = {plain(heading) for heading in every}
    new = {}
    for heading in every:
        role = USUAL_ROLES.get(plain(heading))
        if role is not None and not words & set(TIE_HEADINGS[role]):
            new[heading] = role
        elif heading in {"source", "target"}:
            new[heading] = f"attribute {heading}"
        else:
            new[heading] = heading
    return new
