"""XML, parsed with everything refused that a network does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File

DEEPEST = 64
"""How deep elements may be nested; GraphML and GEXF stay below ten, but for nested graphs."""


def xml_in(file: File) -> Element:
    """Return the root element of an XML file.

    It is parsed by defusedxml: a document type (DTD) is refused, and with it every entity that
    could grow, or fetch something from another place.

    Raises
    ------
    UnreadableFileError
        If the file is no well-formed XML, has a document type or entities, is in an encoding other
        than it says, or is nested deeper than any export.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Tree(), forbid_dtd=True)
    try:
        parser.feed(file.data)
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        found = f"XML that is not well-formed ({str(error).partition(':')[0]})"
        place = f"{file.origin}, line {line}, column {column + 1}"
        raise _refused(place, found, "a whole file", "Export it again.") from error
    except DefusedXmlException as error:
        found, expected = "a document type (DTD) or entities", "XML without"
        mend = "Remove the line that begins with <!DOCTYPE, or export the file again."
        raise _refused(file.origin, found, expected, mend) from error
    except _TooDeepError as error:
        found = f"elements nested more than {DEEPEST} deep"
        mend = "Do not trust this file."
        raise _refused(file.origin, found, "an export of a network", mend) from error
    except (ValueError, LookupError) as error:
        found = f"an encoding that cannot be read ({error})"
        raise _refused(file.origin, found, "UTF-8", "Save the file as UTF-8.") from error
    return root


def local(tag: str) -> str:
    """Return the name of an element without its namespace.

    Examples
    --------
    >>> local("{http://gexf.net/1.3}node")
    'node'
    """
    return tag.rpartition("}")[2]


class _TooDeepError(Exception):
    pass


class _Tree(TreeBuilder):
    """Builds the elements, and counts how deep they go."""

    depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeepError
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


def _refused(place: str, found: str, expected: str, mend: str) -> UnreadableFileError:
    return UnreadableFileError(f"{place}: found {found}, expected {expected}. {mend}")
