"""XML, parsed with everything refused that a network does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError

from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File


def xml_in(file: File) -> Element:
    """Return the root element of an XML file.

    Raises
    ------
    UnreadableFileError
        If the file is no well-formed XML, or has a document type (DTD) or entities.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(file.data, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        message = (
            f"{file.origin}, line {line}, column {column + 1}: found XML that is not well-formed "
            f"({error.msg}), expected a whole file. Export it again."
        )
        raise UnreadableFileError(message) from error
    except DefusedXmlException as error:
        message = (
            f"{file.origin}: found a document type (DTD) or entities, expected XML without. "
            "Remove the line that begins with <!DOCTYPE, or export the file again."
        )
        raise UnreadableFileError(message) from error
    except (ValueError, LookupError) as error:
        message = (
            f"{file.origin}: found an encoding that cannot be read ({error}), expected UTF-8. "
            "Save the file as UTF-8."
        )
        raise UnreadableFileError(message) from error
    return root


def local(tag: str) -> str:
    """Return the name of an element without its namespace.

    Examples
    --------
    >>> local("{http://gexf.net/1.3}node")
    'node'
    """
    return tag.rpartition("}")[2]
