# ruff: noqa: E501  (hostile content in long lines)
"""Hostile archives and workbooks, made when they are asked for."""

import gzip
import io
import stat
import struct
import warnings
import zipfile
import zlib

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-typ'
    'es"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationsh'
    'ips+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-o'
    'fficedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" C'
    'ontentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/re'
    'lationships"><Relationship Id="r1" Type="{}" Target="{}"/></Relationships>'
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = (
    f'<?xml version="1.0"?><workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="Ties" '
    'sheetId="1" r:id="r1"/></sheets></workbook>'
)
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>source</t></is></c><c r="B1" t="inlineStr"><is><t>t'
    'arget</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="'
    'inlineStr"><is><t>b</t></is></c></row>'
)


def zipped(files, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


def sheet(rows, before=""):
    return (
        f'<?xml version="1.0"?>{before}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>'
    )


def workbook(content=None, **changed):
    """Return a workbook with one sheet; parts are replaced by name, or left out with None."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(f"{OFFICE}/officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            f"{OFFICE}/worksheet", "worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": sheet(ROWS) if content is None else content,
    }
    short = {"types": "[Content_Types].xml", "rels": "_rels/.rels", "book": "xl/workbook.xml",
             "bookrels": "xl/_rels/workbook.xml.rels", "strings": "xl/sharedStrings.xml"}  # fmt: skip
    parts.update({short[name]: part for name, part in changed.items()})
    return [(name, part) for name, part in parts.items() if part is not None]


def bomb(size):
    """Return a gzip file that unpacks to so many MiB of zeros."""
    packer = zlib.compressobj(6, wbits=zlib.MAX_WBITS | 16)
    piece = bytes(1 << 20)
    return b"".join(packer.compress(piece) for _ in range(size)) + packer.flush()


def padded(files):
    """Return an archive with half a megabyte that does not pack, so that the ratio looks harmless."""
    import numpy as np

    noise = np.random.default_rng(1).bytes(500_000)
    return zipped([*files, ("xl/media/image1.png", noise)])


def changed(content, at, form, value):
    data = bytearray(content)
    struct.pack_into(form, data, at, value)
    return bytes(data)


def listed(content, offset, form, value):
    """Return an archive with another number in its list of files."""
    return changed(content, content.rfind(b"PK\x01\x02") + offset, form, value)


def link(name, target):
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry, target


def nested(depth):
    content = zipped([("deep.csv", "source,target\na,b\n")])
    for _ in range(depth):
        content = zipped([("next.zip", content)])
    return content


SOUND = zipped(workbook())
MUCH = sheet("".join(f'<row r="{i}"/>' for i in range(1, 3_000_000)))
CELLS = sheet("".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 600_000)))
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
) + "]>"  # fmt: skip
XXE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

WORKBOOKS = {
    "bomb": lambda: zipped(workbook(b" " * (100 << 20))),
    "bomb that hides behind noise": lambda: padded(workbook(MUCH)),
    "600,000 cells behind noise": lambda: padded(workbook(CELLS)),
    "nothing in it": lambda: zipped([]),
    "no workbook": lambda: zipped(workbook(book=None)),
    "no content types": lambda: zipped(workbook(types=None)),
    "no relations": lambda: zipped(workbook(rels=None, bookrels=None)),
    "a sheet that is not there": lambda: zipped(
        workbook(bookrels=RELATIONS.format(f"{OFFICE}/worksheet", "worksheets/no.xml"))
    ),
    "a sheet outside": lambda: zipped(
        workbook(bookrels=RELATIONS.format(f"{OFFICE}/worksheet", "../../../../etc/passwd"))
    ),
    "a sheet on the web": lambda: zipped(
        workbook(bookrels=RELATIONS.format(f"{OFFICE}/worksheet", "http://127.0.0.1:9/x"))
    ),
    "a cell in the last corner": lambda: zipped(
        workbook(sheet(f'{ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    ),
    "two far corners": lambda: zipped(
        workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576">'
                       "<v>1</v></c></row>"))
    ),
    "a million rows of one cell": lambda: zipped(
        workbook(sheet(f'{ROWS}<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))
    ),
    "a false dimension": lambda: zipped(
        workbook(sheet(ROWS).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'))
    ),
    "a cell beyond every sheet": lambda: zipped(
        workbook(sheet('<row r="99999999999"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>'))
    ),
    "cells without a place": lambda: zipped(workbook(sheet("<row><c/><c r='?'/></row>" * 99))),
    "a shared string that is not there": lambda: zipped(
        workbook(sheet('<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>'))
    ),
    "a negative shared string": lambda: zipped(
        workbook(sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'))
    ),
    "a count of shared strings": lambda: zipped(
        workbook(strings=f'<sst {MAIN} count="4294967295" uniqueCount="4294967295"/>')
    ),
    "laughs": lambda: zipped(workbook(sheet("&a9;", LAUGHS))),
    "laughs in shared strings": lambda: zipped(
        workbook(strings=f"{LAUGHS}<sst {MAIN}><si><t>&a9;</t></si></sst>")
    ),
    "external entity": lambda: zipped(workbook(sheet("<row><c><v>&a;</v></c></row>", XXE))),
    "deep": lambda: zipped(workbook(sheet("<row>" * 50_000))),
    "a huge cell": lambda: padded(
        workbook(sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 20_000_000}</t></is></c>'
                       "</row>"))
    ),
    "merged to the end": lambda: zipped(
        workbook(sheet(ROWS).replace(
            "</worksheet>", '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            "</worksheet>"))
    ),
    "10,000 sheets": lambda: zipped(
        workbook(book=BOOK.replace("</sheets>", "".join(
            f'<sheet name="s{i}" sheetId="{i}" r:id="r1"/>' for i in range(2, 10_000)
        ) + "</sheets>"))
    ),
    "not XML": lambda: zipped(workbook("\0\1\2")),
    "UTF-16 without end": lambda: zipped(workbook(sheet(ROWS).encode("utf-16")[:-3])),
    "a formula": lambda: zipped(workbook(sheet(
        '<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9")</f></c></row>'))),
    "a size that lies": lambda: listed(SOUND, 24, "<I", 5),
    "a huge size that lies": lambda: listed(SOUND, 24, "<I", 0xFFFFFFFE),
    "encrypted": lambda: listed(SOUND, 8, "<H", 1),
    "packed otherwise": lambda: listed(SOUND, 10, "<H", 99),
    "an old workbook of nothing": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_096),
    "an old workbook in a circle": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    + b"\x3e\0\3\0\xfe\xff\x09\0\6\0" + bytes(10) + b"\1\0\0\0" * 20 + bytes(2_048),
    "an old workbook of ones": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 8_192,
    "saved as text": lambda: SOUND.decode(errors="replace").encode(),
}  # fmt: skip

ARCHIVES = {
    "200,001 files": lambda: many(200_001),
    "a ratio of a thousand": lambda: zipped([("messages.json", bytes(200 << 20))]),
    "one table that is a bomb": lambda: zipped([("ties.csv", bytes(200 << 20))]),
    "ten zips in zips": lambda: nested(10),
    "outside": lambda: zipped([("../../users.json", "[]"), ("channels.json", "[]")]),
    "absolute": lambda: zipped([("/users.json", "[]"), ("channels.json", "[]")]),
    "a drive": lambda: zipped([("C:\\users.json", "[]"), ("channels.json", "[]")]),
    "a link": lambda: zipped([link("users.json", "/etc/passwd"), ("channels.json", "[]")]),
    "twice": lambda: zipped([("users.json", "[]"), ("users.json", "{}"), ("channels.json", "[]")]),
    "no name": lambda: listed(zipped([("a", "x")]), 28, "<H", 0),
    "a long name": lambda: zipped([("x" * 60_000, "x")]),
    "a list that points nowhere": lambda: listed(SOUND, 42, "<I", 0x7FFFFFFF),
    "a slack of wrong kinds": lambda: zipped(
        [("users.json", "{}"), ("channels.json", '[1, null, {"name": []}]'), ("general/2020-01-01.json",
         '[[], {"user": 5, "ts": {}}, {"ts": "nan"}, {"ts": "1e999", "user": "U1"}]')]
    ),
    "a slack of depth": lambda: zipped(
        [("users.json", "[" * 100_000), ("channels.json", "[]"), ("general/2020-01-01.json", "[]")]
    ),
    "a slack of huge numbers": lambda: zipped(
        [("users.json", '[{"id": "U1"}]'), ("channels.json", '[{"name": "general", "id": "C"}]'),
         ("general/2020-01-01.json", '[{"user": "U1", "ts": ' + "9" * 9_999 + ', "type":"message"}]')]
    ),
    "a weft of nothing": lambda: zipped([("network.json", "{}"), ("reports.parquet", "PAR1")]),
    "a weft of depth": lambda: zipped([("weft.json", "[" * 99_999), ("reports.parquet", "x")]),
}  # fmt: skip

PACKED = {
    "a gigabyte of nothing": lambda: bomb(1_024),
    "a bomb in a bomb": lambda: gzip.compress(bomb(300)),
    "no content": lambda: gzip.compress(b""),
    "cut": lambda: gzip.compress(b"source,target\na,b\n" * 9_999)[:-50],
    "rubbish behind": lambda: gzip.compress(b"source,target\na,b\n") + b"rubbish",
    "a wrong length": lambda: gzip.compress(b"source,target\na,b\n")[:-4] + b"\xff" * 4,
}


def many(count):
    one = zipped([("a", b"")])
    start, end = one.find(b"PK\x01\x02"), one.find(b"PK\x05\x06")
    entries = one[start:end] * count
    tail = bytearray(one[end:])
    struct.pack_into("<HHI", tail, 8, 0xFFFF, 0xFFFF, len(entries))
    return one[:start] + entries + bytes(tail)
