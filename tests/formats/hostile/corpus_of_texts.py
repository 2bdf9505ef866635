# ruff: noqa: E501, PLW0108  (hostile content in long lines, made only when it is asked for)
"""Hostile tables, graphs and logs as text, made when they are asked for."""

import base64
import json
import struct

HEAD = b"source,target,weight\n"
NUMBERS = ("-1", "1e999", "nan", "inf", "9" * 400, "9" * 9_999, "0x10", "1_000", "١", "", "1e-999")

TABLES = {
    "a cell of 50 MB": lambda: HEAD + b"x" * (50 << 20) + b",b,1\n",
    "a quoted cell of 50 MB": lambda: HEAD + b'"' + b"x,\n" * (17 << 20) + b'",b,1\n',
    "a quote that is never closed": lambda: HEAD + b'"' + b"a,b,1\n" * 500_000,
    "a million quotes": lambda: HEAD + b'"' * 1_000_001,
    "100,000 columns": lambda: b",".join(b"c%d" % i for i in range(100_000)) + b"\n" + b"," * 99_999,
    "100,000 columns of one name": lambda: b"source" + b",x" * 100_000 + b"\na" + b",b" * 100_000,
    "a million blank lines": lambda: HEAD + b"\n" * 1_000_000,
    "a million blank lines before": lambda: b"\n" * 1_000_000 + HEAD + b"a,b,1\n",
    "only commas": lambda: b"," * 2_000_000,
    "only returns": lambda: b"\r" * 1_000_000 + b"a",
    "rows of every length": lambda: b"\n".join(b"," * (i % 90) for i in range(100_000)),
    "a NUL": lambda: HEAD + b"a\0,b,1\n",
    "a million NULs": lambda: HEAD + b"\0" * 1_000_000,
    "half characters": lambda: HEAD + b"\xed\xa0\x80,\xed\xb0\x80,1\n",
    "an overlong slash": lambda: HEAD + b"\xc0\xaf,b,1\n",
    "UTF-7": lambda: b"source,target\n+AD0-1+AC0-1,b\n",
    "UTF-16 without end": lambda: "source,target\na,b\n".encode("utf-16")[:-1],
    "UTF-16 of half characters": lambda: b"\xff\xfes\0,\0t\0\n\0\x00\xd8,\0b\0",
    "UTF-32": lambda: "source,target\na,b\n".encode("utf-32"),
    "EBCDIC": lambda: "source,target\na,b\n".encode("cp500"),
    "ids of a megabyte": lambda: HEAD + b"".join(b"%s%d,b,1\n" % (b"x" * 1_000_000, i) for i in range(9)),
    "a heading of a megabyte": lambda: b"x" * 1_000_000 + b",target\na,b\n",
    "formulas": lambda: b"source,target\n=cmd|' /C calc'!A0,@SUM(1)\n",
    "turned writing": lambda: "source,target\n\u202egnihton,b\u2066\n".encode(),
    "20,000 marks on a letter": lambda: ("source,target\na" + "\u0301" * 20_000 + ",b\n").encode(),
    "a matrix of one row": lambda: b",a,b,c\na,1,2\n",
    "a matrix of 3,000 names and no rows": lambda: b"," + b",".join(b"p%d" % i for i in range(3_000)),
    "a file that says its delimiter and nothing else": lambda: b"sep=;\n",
    "every number": lambda: HEAD + "".join(f"a,b{i},{n}\n" for i, n in enumerate(NUMBERS)).encode(),
    "every date": lambda: b"source,target,date\n" + b"".join(
        b"a,b%d,%s\n" % (i, d) for i, d in enumerate(
            [b"0000-00-00", b"9999-99-99", b"-1-01-01", b"99999999999999999999", b"1e400", b"now"])),
    "a portrait of noise": lambda: bytes(range(256)) * 9_000,
    "dashes": lambda: b"-" * 1_000_000 + b"\n" + b"-" * 1_000_000,
    "a long line of words": lambda: b"a b " * 2_000_000,
    "SNAP of huge ids": lambda: b"# FromNodeId ToNodeId\n" + b"9" * 5_000 + b"\t1\n1\t-5\n",
    "KONECT of odd rows": lambda: b"% sym positive\n% 5 99999999999 99999999999\n1 2 3 4 5 6\nx\n",
    "KONECT of huge times": lambda: b"% asym weighted\n1 2 1 1e300\n2 3 1 -99999999999999999999\n",
    "a hundred thousand comments": lambda: b"# x\n" * 100_000,
}  # fmt: skip


def pajek(*lines):
    return lambda: "\n".join(lines).encode()


PAJEK = {
    "999,999,999 vertices": pajek("*Vertices 999999999", "*Arcs", "1 2 1"),
    "999,999,999 vertices in two modes": pajek("*Vertices 999999999 5", "*Edges", "1 2 1"),
    "vertices of 5,000 digits": pajek("*Vertices " + "9" * 5_000, "*Arcs", "1 2"),
    "minus one vertex": pajek("*Vertices -1", "*Arcs", "1 2"),
    "no number of vertices": pajek("*Vertices", "*Arcs", "1 2"),
    "a vertex of a huge number": pajek("*Vertices 2", '999999999 "a"', "*Arcs", "1 2"),
    "a tie to a huge number": pajek("*Vertices 2", '1 "a"', '2 "b"', "*Arcs", "1 999999999999999999999"),
    "a tie to zero": pajek("*Vertices 2", '1 "a"', '2 "b"', "*Arcs", "0 1", "-1 2"),
    "a matrix of 99,999 without rows": pajek("*Vertices 99999", "*Matrix", "0 1"),
    "a list of ties of half a million": pajek("*Vertices 3", "*Arcslist", "1 " + "2 " * 500_000),
    "a label that never ends": pajek("*Vertices 2", '1 "a' + "x" * 1_000_000, "*Arcs", "1 2"),
    "100,000 sections": pajek("*Vertices 2", *["*Arcs :1"] * 100_000),
    "relations of huge numbers": pajek("*Vertices 2", '*Arcs :99999999999999 "x"', "1 2 1"),
    "times of huge length": pajek("*Vertices 2", '1 "a" [1-999999999]', '2 "b" [*]', "*Edges",
                                  "1 2 1 [1-999999999]"),
    "times of many pieces": pajek("*Vertices 2", '1 "a"', '2 "b"', "*Edges",
                                  "1 2 1 [" + ",".join(str(i) for i in range(50_000)) + "]"),
    "every number": pajek("*Vertices 2", '1 "a"', '2 "b"', "*Arcs", *(f"1 2 {n}" for n in NUMBERS)),
    "a project of nothing": pajek("*Network", "*Partition", "*Vertices 999999999", "1"),
    "a project of huge partitions": pajek("*Network x", "*Vertices 2", "*Arcs", "1 2", "*Partition p",
                                          "*Vertices 999999999", "1"),
}  # fmt: skip

DL = {
    "999,999,999 people": pajek("dl n=999999999 nm=99999", "data:", "0 1"),
    "999,999,999 in a list": pajek("dl n=999999999 format=edgelist1", "data:", "1 2"),
    "of 5,000 digits": pajek("dl n=" + "9" * 5_000, "data:", "0"),
    "none": pajek("dl n=0", "data:", ""),
    "minus one": pajek("dl n=-1", "data:", "0"),
    "60,000 people without data": pajek("dl n=60000", "data:"),
    "99,999 matrices": pajek("dl n=2 nm=99999", "data:", "0 1", "1 0"),
    "nr and nc": pajek("dl nr=999999 nc=999999", "data:", "0"),
    "labels without end": pajek("dl n=3", "labels:", "a,b,c" + ",d" * 500_000, "data:", "0"),
    "a quote without end": pajek("dl n=2", "labels:", '"a' + "x" * 500_000, "data:", "0 1 1 0"),
    "an unknown format": pajek("dl n=2 format=zigzag", "data:", "0 1 1 0"),
    "words for numbers": pajek("dl n=2", "data:", "0 x", "nan inf"),
    "a list of half a million": pajek("dl n=3 format=nodelist1", "data:", "1 " + "2 " * 500_000),
    "ids of huge number": pajek("dl n=3 format=edgelist1", "data:", "1 999999999999999999999999 1"),
    "embedded labels of nothing": pajek("dl n=2 format=edgelist1", "labels embedded", "data:", "a"),
}  # fmt: skip

GML = {
    "100,000 deep": lambda: b"graph [" + b" a [" * 100_000,
    "100,000 deep and back": lambda: b"graph [" + b" a [" * 100_000 + b"]" * 100_001,
    "a text without end": lambda: b'graph [ node [ id 1 label "' + b"x" * 2_000_000,
    "a number of 9,999 digits": lambda: b"graph [ node [ id " + b"9" * 9_999 + b" ] ]",
    "an absurd id": lambda: b"graph [ node [ id 1e999 ] node [ id nan ] edge [ source 1 target 2 ] ]",
    "ties to nobody": lambda: b"graph [ node [ id 1 ] edge [ source 1 target 99 ] ]",
    "two of one id": lambda: b"graph [ node [ id 1 ] node [ id 1 ] edge [ source 1 target 1 ] ]",
    "no id": lambda: b"graph [ node [ label 5 ] edge [ source [ ] target [ ] ] ]",
    "no value": lambda: b"graph [ directed node [ id ] ]",
    "many graphs": lambda: b"graph [ directed 1 ] " * 50_000,
    "entities": lambda: b'graph [ node [ id 1 label "&#99999999999; &a9; &#0;" ] edge [ source 1 t'
                        b"arget 1 ] ]",
    "a node of 300,000 keys": lambda: b"graph [ node [ id 1 " + b" ".join(
        b"k%d 5" % i for i in range(300_000)) + b" ] ]",
}  # fmt: skip

VNA = {
    "no data": lambda: b"*node data\n*tie data\n",
    "a quote without end": lambda: b'*node data\nid name\n"a' + b"x" * 500_000,
    "rows of every length": lambda: b"*tie data\nfrom to x\n" + b"".join(
        b"a b%s\n" % (b" 1" * (i % 30)) for i in range(20_000)),
    "every number": lambda: b"*tie data\nfrom to x\n"
    + "\n".join(f"a b {n or '?'}" for n in NUMBERS).encode(),
    "200,000 columns": lambda: b"*tie data\nfrom to " + b" ".join(
        b"c%d" % i for i in range(200_000)),
}  # fmt: skip


def nodes(**parts):
    return lambda: json.dumps(parts).encode()


JSON = {
    "100,000 deep": lambda: b'{"elements": ' + b"[" * 100_000,
    "100,000 deep objects": lambda: b'{"elements": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001,
    "a huge number": lambda: b'{"elements": [{"label": "a"}], "connections": [{"from": "a", "to": '
                             b'"a", "strength": ' + b"9" * 9_999 + b"}]}",
    "infinity": lambda: b'{"elements": [{"label": "a"},{"label":"b"}], "connections": [{"from": "a"'
                        b', "to": "b", "strength": Infinity}]}',
    "wrong kinds": nodes(elements=5, connections="x"),
    "wrong kinds within": nodes(elements=[1, None, [], {}], connections=[1, None, {"from": []}]),
    "nothing": nodes(elements=[], connections=[]),
    "wrong ends": nodes(elements=[{"label": "a"}], connections=[{"from": {"a": 1}, "to": None}]),
    "half characters": lambda: b'{"elements": [{"label": "\\ud800"}], "connections": [{"from": "\\ud8'
                               b'00", "to": "\\udc00"}]}',
    "polinode of wrong kinds": nodes(nodes=[1], edges=[None], name=5),
    "polinode of ties to nobody": nodes(nodes=[{"id": "a"}], edges=[{"source": "x", "target": 5}]),
    "polinode without ids": nodes(nodes=[{}, {"id": None}], edges=[{}]),
    "a key a million times": lambda: b'{"elements": [{' + b'"a":1,' * 500_000
                                     + b'"b":1}], "connections": []}',
    "a text of 20 MB": lambda: b'{"elements": [{"label": "' + b"x" * 20_000_000 + b'"}], "connection'
                               b's": []}',
    "quotes and backslashes": lambda: b'{"elements": ["' + b'\\"' * 500_000,
    "cut": lambda: b'{"elements": [{"label": "a"}], "connections": [{"from": "a",',
    "mattermost of wrong kinds": lambda: b'{"type":"version","version":1}\n{"type":"post","post":5}\n'
                                         b'{"type":"user"}\n[]\n',
    "mattermost of depth": lambda: b'{"type":"version","version":1}\n{"type":"post","post":'
                                   + b"[" * 100_000,
}  # fmt: skip

MAIL = b"From a@example.org Mon Jan  6 10:00:00 2020\nFrom: a@example.org\nTo: b@example.org\n"
LOGS = {
    "a header of 20 MB": lambda: MAIL + b"Subject: " + b"x" * 20_000_000 + b"\n\nx\n",
    "a folded header of a million lines": lambda: MAIL + b"Cc: c@example.org" + b",\n c@example.org"
                                                  * 500_000 + b"\n\nx\n",
    "100,000 headers": lambda: MAIL + b"X-A: b\n" * 100_000 + b"\nx\n",
    "100,000 recipients": lambda: MAIL + b"Cc: " + b", ".join(
        b"p%d@example.org" % i for i in range(100_000)) + b"\n\nx\n",
    "5,000 parts in parts": lambda: MAIL + b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(5_000)),
    "an absurd date": lambda: MAIL + b"Date: Mon, 99 Foo 99999999999 99:99:99 +9999\n\nx\n",
    "an encoded word of 5 MB": lambda: MAIL + b"Cc: =?utf-8?b?" + base64.b64encode(b"x" * 5_000_000)
                                       + b"?= <c@example.org>\n\nx\n",
    "an unknown encoding": lambda: MAIL.replace(b"a@", b"=?x-no?q?=FF=00?= a@") + b"\nx\n",
    "comments in comments": lambda: MAIL + b"Cc: " + b"(" * 200_000 + b"c@example.org\n\nx\n",
    "angles in angles": lambda: MAIL + b"Cc: " + b"<" * 200_000 + b"c@example.org\n\nx\n",
    "a quote without end": lambda: MAIL + b'Cc: "' + b'\\"' * 200_000 + b"c@example.org\n\nx\n",
    "200,000 beginnings": lambda: b"From a@example.org Mon Jan  6 10:00:00 2020\n" * 200_000,
    "a message without a head": lambda: b"From \n\nFrom: \n",
    "10,000 messages of one thread": lambda: b"".join(
        MAIL + b"Message-ID: <%d@x>\nIn-Reply-To: <%d@x>\n\nx\n\n" % (i, (i + 1) % 10_000)
        for i in range(10_000)),
    "a message of 200,000 references": lambda: MAIL + b"References: "
                                               + b" ".join(b"<%d@x>" % i for i in range(200_000))
                                               + b"\n\nx\n",
}  # fmt: skip


def ucinet(columns, rows, matrices=1, kind=7, more=b""):
    head = b"\x05V6404" + bytes(10) + bytes([kind]) + b"\2\0" + struct.pack("<iii", columns, rows,
                                                                           matrices)  # fmt: skip
    return lambda: head + b"\0" * 4 + more


UCINET = {
    "two thousand millions": ucinet(2_000_000_000, 2_000_000_000),
    "minus one": ucinet(-1, -1),
    "none": ucinet(0, 0, 0),
    "an unknown kind": ucinet(2, 2, 1, 99),
    "cut": lambda: b"\x05V6404\0\0",
    "labels of huge length": lambda: ucinet(2, 2)()[:-3] + b"\1\1\xff\xff\xff\xff",
    "a thousand dimensions": lambda: b"\x05V6404" + bytes(10) + b"\7\xff\xff" + b"\1\0\0\0" * 999,
}

XML_ATTACKS = {
    "laughs": lambda root: "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + f"]>{root}&a9;",
    "quadratic": lambda root: f"<!DOCTYPE l [<!ENTITY a '{'x' * 99_999}'>]>{root}{'&a;' * 9_999}",
    "external entity": lambda root: f"<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{root}&a;",
    "external document type": lambda root: f"<!DOCTYPE l SYSTEM 'http://127.0.0.1:9/a'>{root}",
    "parameter entity": lambda root: "<!DOCTYPE l [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/a'>%a;]>"
                                     + root,
    "100,000 deep": lambda root: root + "<a>" * 100_000,
    "100,000 deep and back": lambda root: root + "<a>" * 100_000 + "</a>" * 100_000,
    "a huge attribute": lambda root: f"{root}<node id='{'x' * 10_000_000}'/>",
    "a huge text": lambda root: f"{root}<desc>{'x' * 10_000_000}</desc>",
    "100,000 attributes": lambda root: f"{root}<node " + " ".join(
        f"a{i}='1'" for i in range(100_000)) + "/>",
    "a name of a megabyte": lambda root: f"{root}<{'x' * 1_000_000}/>",
    "a comment without end": lambda root: f"{root}<!-- {'-x' * 1_000_000}",
    "an unknown entity": lambda root: f"{root}&nbsp;",
    "a NUL": lambda root: f"{root}\0",
    "cut": lambda root: root,
    "an instruction": lambda root: f"<?xml-stylesheet href='file:///etc/passwd'?>{root}",
    "another encoding": lambda root: f"<?xml version='1.0' encoding='nonsense'?>{root}",
    "a false encoding": lambda root: f"<?xml version='1.0' encoding='utf-16'?>{root}",
}  # fmt: skip
GEXF = "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph mode='static'>"
GRAPHML = "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='directed'>"
NODES = "<nodes><node id='a' label='A'/><node id='b'/></nodes>"


def gexf(inside, start=GEXF):
    return lambda: f"{start}{inside}</graph></gexf>".encode()


def graphml(inside, before=""):
    return lambda: (
        f"{GRAPHML.replace('<graph ', before + '<graph ')}{inside}</graph></graphml>".encode()
    )


PAIR = "<node id='a'/><node id='b'/>"
XML = {
    **{f"GEXF, {name}": lambda a=attack: a(GEXF).encode() for name, attack in XML_ATTACKS.items()},
    **{f"GraphML, {n}": lambda a=attack: a(GRAPHML).encode() for n, attack in XML_ATTACKS.items()},
    "GEXF in UTF-16 without end": lambda: f"{GEXF}{NODES}".encode("utf-16")[:-1],
    "GEXF of absurd counts": gexf("<nodes count='999999999999'/><edges count='-1'/>"),
    "GEXF of nobody": gexf("<nodes/><edges/>"),
    "GEXF of ties to nobody": gexf(f"{NODES}<edges><edge source='x' target='y'/><edge/></edges>"),
    "GEXF of every number": gexf(NODES + "<edges>" + "".join(
        f"<edge source='a' target='b' weight='{n}'/>" for n in NUMBERS) + "</edges>"),
    "GEXF of people in people": gexf("<nodes>" + "<node id='x'><nodes>" * 25 + "</nodes></node>" * 25
                                     + "</nodes>"),
    "GEXF of absurd times": gexf(
        NODES + "<edges><edge source='a' target='b' start='1e999' end='nan'/><edge source='a' target"
        "='b' start='99999999999999999999-01-01' end='x'/></edges>", GEXF.replace("static", "dynamic")),
    "GEXF of 20,000 spells": gexf(
        NODES + "<edges><edge source='a' target='b'><spells>" + "".join(
            f"<spell start='{i}' end='{i + 1}'/>" for i in range(20_000)) + "</spells></edge></edges>",
        GEXF.replace("static", "dynamic")),
    "GEXF of unknown attributes": gexf(
        "<nodes><node id='a'><attvalues><attvalue for='no' value='1'/><attvalue/></attvalues></node>"
        "</nodes>"),
    "GraphML of nobody": graphml(""),
    "GraphML of ties to nobody": graphml(f"{PAIR}<edge source='x' target='y'/><edge/>"),
    "GraphML of unknown keys": graphml(f"{PAIR}<edge source='a' target='b'><data key='no'>1</data>"
                                       "<data/></edge>"),
    "GraphML of keys of no type": graphml(
        f"{PAIR}<edge source='a' target='b'><data key='k'>x</data></edge>",
        "<key id='k' for='edge' attr.name='weight' attr.type='double'/><key/><key id='k'/>"),
    "GraphML of 50,000 keys": graphml(PAIR, "".join(
        f"<key id='k{i}' for='node' attr.name='n{i}' attr.type='string'><default>x</default></key>"
        for i in range(50_000))),
    "GraphML of 2,000 people with 2,000 keys": graphml(
        "".join(f"<node id='p{i}'/>" for i in range(2_000)), "".join(
            f"<key id='k{i}' for='node' attr.name='n{i}' attr.type='string'><default>x</default></key>"
            for i in range(2_000))),
    "GraphML of graphs in graphs": graphml("<node id='x'><graph edgedefault='directed'>" * 25
                                           + "</graph></node>" * 25),
    "GraphML of hyperedges": graphml(f"{PAIR}<hyperedge>" + "<endpoint node='a'/>" * 50_000
                                     + "</hyperedge>"),
    "GraphML of two people of one id": graphml("<node id='a'/><node id='a'/>"),
}  # fmt: skip
