"""Attributes in a GEXF file: what is declared, and the values of one node or edge."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.formats.files.xml import local
from weft.formats.graphs.gexf.times import order_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from weft.formats.graphs.graph_xml import Row


BEGINNINGS = ("timestamp", "start", "startopen")
TIMES = (*BEGINNINGS, "end", "endopen")
CELL = re.compile(r'\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)')
"""One value of a list; a comma may stand in it where it is quoted."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as the file declares it.

    Attributes
    ----------
    heading : str
        Its title; its id where it has none.
    is_list : bool
        Whether its values are lists.
    default : str or None
        What holds where nothing is said.
    """

    heading: str
    is_list: bool = False
    default: str | None = None


def declared_in(graph: Element, of: str) -> dict[str, Attribute]:
    """Return by id what a graph declares of its nodes (``node``) or its edges (``edge``)."""
    found = {}
    for block in graph:
        if local(block.tag) != "attributes" or block.get("class", "node").lower() != of:
            continue
        for one in block:
            if local(one.tag) == "attribute" and one.get("id") is not None:
                is_list = one.get("type", "").lower().startswith("list")
                heading = (one.get("title") or "").strip() or one.get("id", "")
                found[one.get("id", "")] = Attribute(
                    heading, is_list, _default(one, is_list=is_list)
                )
    return found


def _default(declaration: Element, *, is_list: bool) -> str | None:
    for inside in declaration:
        if local(inside.tag) == "default" and inside.text:
            return as_text(inside.text) if is_list else inside.text
    return None


def defaults_in(declared: Mapping[str, Attribute]) -> Row:
    """Return by heading what holds where nothing is said."""
    return {one.heading: one.default for one in declared.values() if one.default is not None}


def values_of(element: Element, declared: Mapping[str, Attribute], noted: Counter[str]) -> Row:
    """Return by heading what is said of a node or an edge; of values over time the last.

    Parameters
    ----------
    element : Element
        Its values stand in an element ``attvalues``, or right inside it.
    declared : mapping
        From :func:`declared_in`; an attribute that is not declared goes by its id.
    noted : Counter
        Grows by ``values-over-time``.
    """
    row: Row = {}
    since: dict[str, tuple[int, float, str]] = {}
    for value in _attvalues(element):
        key = value.get("for", value.get("id"))
        if key is None or value.get("value") is None:
            continue
        attribute = declared.get(key) or Attribute(key)
        noted["values-over-time"] += any(word in value.attrib for word in TIMES)
        time = next((value.get(word) for word in BEGINNINGS if word in value.attrib), None)
        if order_of(time) < since.get(attribute.heading, order_of(None)):
            continue
        since[attribute.heading] = order_of(time)
        text = value.get("value", "")
        row[attribute.heading] = as_text(text) if attribute.is_list else text
    return row


def _attvalues(element: Element) -> list[Element]:
    found = []
    for inside in element:
        name = local(inside.tag)
        if name == "attvalues":
            found += list(inside)
        elif name == "attvalue":
            found.append(inside)
    return found


def as_text(value: str) -> str:
    """Return a list as text, its values parted by ``|``.

    Examples
    --------
    >>> as_text("[a, b]"), as_text('["a, c", b]'), as_text("a|b")
    ('a|b', 'a, c|b', 'a|b')
    """
    text = value.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return text
    return "|".join((found[1] or found[2]).strip() for found in CELL.finditer(text[1:-1]))
