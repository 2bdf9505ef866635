"""Files that Weft knows and does not read are refused with the reason and the way round."""

import gzip
import io
import json
import pickle
import zipfile

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import feather

import weft
from weft.formats.refused import REFUSED


def zipped(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in ("[Content_Types].xml", "_rels/.rels", name):
            archive.writestr(part, "<x/>")
    return made.getvalue()


def spoilt():
    """Return a zip archive that was opened as text and saved."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", bytes(range(256)))
    return made.getvalue().decode(errors="replace").encode()


def feathered():
    made = io.BytesIO()
    feather.write_feather(pa.table({"source": ["a"]}), made)
    return made.getvalue()


def array():
    made = io.BytesIO()
    np.save(made, np.eye(2))
    return made.getvalue()


def node_link(*keys):
    return json.dumps({key: [{"id": "a"}] for key in keys}).encode()


SAMPLES = {
    "a.gdf": (b"nodedef>name VARCHAR,label VARCHAR\n1,Ana\nedgedef>node1,node2\n", "a GDF file"),
    "b.gdf": (b"\xef\xbb\xbf\nNODEDEF> name\n", "a GDF file"),
    "a.dot": (b"digraph{\n  a -> b;\n}\n", "a Graphviz DOT file"),
    "b.dot": (b'// made by x\n/* and\n y */\n# z\nstrict graph "my net" {\na -- b}', "a Graphviz"),
    "a.mpx": (b"#TYPE\nmultiplex\n\n#LAYERS\nwork,UNDIRECTED\n", "a multilayer network of mul"),
    "b.mpx": (b"\n#ACTOR ATTRIBUTES\ngroup,STRING\n", "a multilayer network of multinet"),
    "a.json": (node_link("nodes", "links"), "JSON of nodes and links (NetJSON, D3, networkx)"),
    "b.json": (b'{"netJSON": "basic", "info": {}}', "JSON of nodes and links"),
    "c.json": (b'\n{"links":[' + b'{"source":"A","target":"B"},' * 5_000, "JSON of nodes"),
    "d.json": (b'{"counts": {}, "dataset": {}, "graph": {}, "kernel": "x"}', "figures about a net"),
    "e.json": (b'{"x": 1}', "JSON of a kind that Weft does not know"),
    "f.json": (b'{"schema": "weft.portrait/1"}', "a portrait that Weft made"),
    "meta.advogato": (b"category: Social\ncode: AD\nname: Advogato\nurl: x\n", "a description of"),
    "README.advogato": (b"Advogato network, part of the Koblenz Network Collection\n===\n",
                        "a README of a KONECT network"),
    "a.xlsx": (spoilt(), "a workbook or other zip archive that a program once took for text and"),
    "._a.gdf": (b"\0\5\x16\7\0\2\0\0Mac OS X", "what macOS keeps beside a file"),
    "KnokBur.DAT": (b"has to be converted into DL format \ninformation\n 4 , 10 , 10 ,N,NB\n",
                    "a matrix that, as it says itself, has to be converted"),
    "a.html": (b"<!DOCTYPE html>\n<html><body>Sign in</body></html>", "a web page"),
    "a.db": (b"SQLite format 3\0" + bytes(84), "an SQLite database"),
    "a.pdf": (b"%PDF-1.7\n", "a PDF document"),
    "a.png": (b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
    "a.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
    "a.svg": (b'<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"><g/></svg>', "a picture (SVG)"),
    "a.docx": (zipped("word/document.xml"), "a Word document"),
    "a.pptx": (zipped("ppt/presentation.xml"), "a presentation"),
    "a.rtf": (b"{\\rtf1\\ansi x}", "a text document (RTF)"),
    "a.rds": (gzip.compress(b"X\n\0\0\0\3\0\4\1\0"), "data saved by R"),
    "a.RData": (gzip.compress(b"RDX3\nX\n\0\0\0\3"), "data saved by R"),
    "a.dta": (b"<stata_dta><header><release>118</release>", "a Stata data set"),
    "b.dta": (b"\x72\2\1\0" + bytes(99), "a Stata data set"),
    "a.sav": (b"$FL2@(#) SPSS DATA FILE", "an SPSS data set"),
    "a.sas7bdat": (bytes(12) + b"\xc2\xea\x81\x60\xb3\x14", "a SAS data set"),
    "a.mat": (b"MATLAB 5.0 MAT-file, Platform: x" + bytes(99), "data of MATLAB or HDF5"),
    "a.npy": (array(), "an array of numpy"),
    "a.pickle": (pickle.dumps({"a": 1}), "a Python pickle, which can run programs when it is op"),
    "a.feather": (feathered(), "an Arrow or Feather table"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c\0\4", "an archive (7-Zip)"),
    "a.rar": (b"Rar!\x1a\7\1\0", "an archive (RAR)"),
    "a.csv.bz2": (b"BZh91AY&SY", "an archive (bzip2)"),
    "a.tar": (b"x".ljust(257, b"\0") + b"ustar\x0000" + bytes(250), "an archive (tar)"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_of_a_known_kind_is_refused_as_what_it_is(name, tmp_path):
    content, found = SAMPLES[name]
    (tmp_path / name).write_bytes(content)

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(tmp_path / name)

    text = str(caught.value)
    assert text.startswith(f"{tmp_path / name}: found {found}")
    assert ", expected a format that Weft reads. " in text
    assert text.endswith(".")


def test_the_whole_message_says_what_to_do():
    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(io.BytesIO(SAMPLES["a.gdf"][0]))

    assert str(caught.value) == (
        "the stream: found a GDF file of Gephi or GUESS, expected a format that Weft reads. Open "
        "it in Gephi and export it as GEXF or GraphML (File, Export, Graph file)."
    )


@pytest.mark.parametrize(
    "text",
    ["source,target\ngraph {,b\n", "graph,target\na,b\n", "#type\tsource\ttarget\nx\ta\tb\n",
     "digraph,to\na,b\n", "source,target\nhas to be,converted\n", "name,code\nAna,Bo\n",
     "links,nodes\na,b\n"],
)  # fmt: skip
def test_an_ordinary_table_is_none_of_them(text):
    from weft.formats.files.file import File

    assert not [
        found for recognises, found, _ in REFUSED if recognises(File("a", content=text.encode()))
    ]
