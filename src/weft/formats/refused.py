"""Files that Weft knows and does not read: each is refused with the reason and the way round.

Asked only when no format is certain of a file, and before it is taken for a plain table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.archive import MANY_REPLACED, REPLACED, ZIP, is_zip, names_in
from weft.formats.maps.first_keys import first_keys
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.files.file import File

    Refused = tuple[Callable[[File], bool], str, str]


def refuse_known(file: File) -> None:
    """Raise why a file of a known kind is not read, and what to do instead; else do nothing."""
    for recognises, found, mend in REFUSED:
        if recognises(file):
            raise UnreadableFileError(
                f"{file.origin}: found {found}, expected a format that Weft reads. {mend}"
            )


def _beginning(*starts: bytes) -> Callable[[File], bool]:
    return lambda file: file.head.startswith(starts)


def _like(pattern: bytes) -> Callable[[File], bool]:
    found = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:%s)" % pattern, re.IGNORECASE)
    return lambda file: found.match(file.head) is not None


def _with_keys(*keys: str) -> Callable[[File], bool]:
    return lambda file: first_keys(file).keys() >= set(keys)


def _in_zip(name: str) -> Callable[[File], bool]:
    return lambda file: is_zip(file) and name in names_in(file)


def _was_saved_as_text(file: File) -> bool:
    """Return whether a program took a zip archive for text and replaced what was none."""
    return file.head.startswith(ZIP) and file.head.count(REPLACED) >= MANY_REPLACED


def _is_node_link(file: File) -> bool:
    keys = first_keys(file).keys()
    return "netjson" in keys or "links" in keys or keys >= {"nodes", "edges"}


def _is_stata(file: File) -> bool:
    head = file.head[:12]
    old = len(head) > 3 and head[0] in OLD_STATA and head[1] in (1, 2) and head[2:4] == b"\1\0"
    return head.startswith(b"<stata_dta>") or old


def _is_konect_description(file: File) -> bool:
    lines = file.head.splitlines()[:6]
    return {b"category", b"code", b"name"} <= {line.partition(b":")[0] for line in lines}


OLD_STATA = range(105, 116)
"""The number of the version, in the first byte."""

UNPACK = "Unpack it and name the file in it."
NO_TIES = "It shows or tells of a network and holds no ties; name the file with its data."
FROM_OFFICE = "If it holds a table of ties, copy it into a spreadsheet and save that as CSV."
AS_TABLE = "Export its table of ties as CSV."
PICTURES = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"II*\0": "TIFF",
            b"MM\0*": "TIFF", b"8BPS": "Photoshop"}  # fmt: skip
PACKED = {b"7z\xbc\xaf\x27\x1c": "7-Zip", b"Rar!\x1a\x07": "RAR", b"BZh": "bzip2",
          b"\xfd7zXZ\0": "xz", b"\x28\xb5\x2f\xfd": "zstd"}  # fmt: skip

NETWORKS: tuple[Refused, ...] = (
    (
        _like(rb"nodedef>"),
        "a GDF file of Gephi or GUESS",
        "Open it in Gephi and export it as GEXF or GraphML (File, Export, Graph file).",
    ),
    (
        _like(rb"(?:(?://|\#).*\n\s*|/\*(?s:.*?)\*/\s*)*+(?:strict\s+)?(?:di)?graph\b"
              rb'\s*(?:"[^"]*"|[\w.-]+)?\s*\{'),
        "a Graphviz DOT file",
        ("Convert it by gv2gml, which comes with Graphviz, or open it in Gephi and export it as "
        "GEXF."),
    ),
    (
        _like(rb"(?:--.*\n\s*)*+\#(?:version|type|layers|actors|actor attributes|vertices|"
              rb"vertex attributes|node attributes|edges|edge attributes)[ \t]*[\r\n]"),
        "a multilayer network of multinet (.mpx)",
        "Copy the rows below #EDGES into a CSV file under the headings source,target,relation.",
    ),
    (
        _like(rb"\*events\b|\*vertices\s+\d+\s+\*events\b"),
        "a Pajek network of events in time (.tim)",
        "Open it in Pajek, generate the network in time and save it as a Pajek network (.net).",
    ),
    (
        lambda file: b"has to be converted into DL format" in file.head[:500],
        "a matrix that, as it says itself, has to be converted",
        ("Put the lines dl n=10 nm=2 (your numbers), labels:, the names, data: and the rows of the "
        "matrices into a new file, which is UCINET DL."),
    ),
    (
        _is_konect_description,
        "a description of a KONECT network",
        "The ties are in the file beside it whose name begins with out.",
    ),
    (
        lambda file: b"part of the Koblenz Network Collection" in file.head[:500],
        "a README of a KONECT network",
        "The ties are in the file beside it whose name begins with out.",
    ),
)  # fmt: skip

OF_JSON: tuple[Refused, ...] = (
    (
        lambda file: b'"weft.portrait/' in file.head[:200],
        "a portrait that Weft made",
        "A portrait holds no ties; name the file that it was made from.",
    ),
    (
        _with_keys("kernel", "dataset", "graph"),
        "figures about a network that SocNetV computed",
        "They hold no ties; name the network that they are of.",
    ),
    (
        _is_node_link,
        "JSON of nodes and links (NetJSON, D3, networkx)",
        (
            "Read it with networkx and give Weft the graph: "
            "weft.read(networkx.node_link_graph(json.load(file), edges='links'))."
        ),
    ),
    (
        lambda file: bool(first_keys(file)),
        "JSON of a kind that Weft does not know",
        "Export the data as CSV, or say which format it is, if it is one of weft formats (--from).",
    ),
)

DOCUMENTS: tuple[Refused, ...] = (
    (
        _was_saved_as_text,
        ("a workbook or other zip archive that a program once took for text and saved, by which "
        "most of its bytes were lost"),
        "It cannot be mended; export or download it again, and do not open it as text.",
    ),
    (
        _beginning(b"\0\5\x16\7", b"\0\5\x16\0"),
        "what macOS keeps beside a file (its name begins with ._)",
        "Name the file of the same name without ._ in front.",
    ),
    (_like(rb"<!doctype html|<html\b"), "a web page",
     "Perhaps the download ended at a page to sign in; sign in and download the file again."),
    (_beginning(b"%PDF"), "a PDF document", NO_TIES),
    *((_beginning(start), f"a picture ({name})", NO_TIES) for start, name in PICTURES.items()),
    (_like(rb"<svg\b|<\?xml[^>]*>\s*(?:<!--(?s:.*?)-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg\b"),
     "a picture (SVG)", NO_TIES),
    (_in_zip("word/document.xml"), "a Word document", FROM_OFFICE),
    (_in_zip("ppt/presentation.xml"), "a presentation", NO_TIES),
    (_beginning(b"{\\rtf"), "a text document (RTF)", FROM_OFFICE),
    (_beginning(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Office document (such as .doc)",
     f"{FROM_OFFICE} A spreadsheet (.xls) can be saved anew as .xlsx."),
)  # fmt: skip

DATA: tuple[Refused, ...] = (
    (_beginning(b"SQLite format 3\0"), "an SQLite database", AS_TABLE),
    (
        _beginning(b"RDX2\n", b"RDX3\n", b"RDA2\n", b"RDA3\n", b"X\n\0\0\0", b"A\n2\n", b"A\n3\n"),
        "data saved by R (.rds or .RData)",
        "Load it in R and write the ties: write.csv(ties, 'ties.csv', row.names = FALSE).",
    ),
    (
        _is_stata,
        "a Stata data set",
        'Write the ties in Stata: export delimited using "ties.csv".',
    ),
    (
        _beginning(b"$FL2@(#)", b"$FL3@(#)"),
        "an SPSS data set",
        "Save the ties in SPSS as CSV (File, Save As, Comma delimited).",
    ),
    (_beginning(b"\0" * 12 + b"\xc2\xea\x81\x60"), "a SAS data set", AS_TABLE),
    (_beginning(b"MATLAB 5.0 MAT-file", b"\x89HDF\r\n\x1a\n"), "data of MATLAB or HDF5", AS_TABLE),
    (_beginning(b"\x93NUMPY"), "an array of numpy", "Load it with numpy.load and give Weft that."),
    (
        _beginning(b"\x80\2", b"\x80\3", b"\x80\4\x95", b"\x80\5\x95"),
        "a Python pickle, which can run programs when it is opened",
        "Weft never opens one. Write the ties as CSV with the program that made it.",
    ),
    (_beginning(b"ARROW1"), "an Arrow or Feather table", "Write it as Parquet or CSV."),
    *((_beginning(start), f"an archive ({name})", UNPACK) for start, name in PACKED.items()),
    (lambda file: file.head[257:262] == b"ustar", "an archive (tar)", UNPACK),
)


REFUSED: tuple[Refused, ...] = (*NETWORKS, *DOCUMENTS, *DATA, *OF_JSON)
"""Every kind, those that are certain of themselves before JSON of any kind."""
