"""XML is parsed without a document type, without depth and without surprise."""

import pytest

from weft.formats.files.file import File
from weft.formats.files.xml import DEEPEST, local, xml_in
from weft.network import UnreadableFileError


def parsed(content):
    return xml_in(File("a.gexf", content=content))


def refusal(content):
    with pytest.raises(UnreadableFileError) as caught:
        parsed(content)
    return str(caught.value)


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
)
DTDS = {
    "billion laughs": f"{LAUGHS}]><l>&a9;</l>",
    "quadratic blow-up": f'<!DOCTYPE l [<!ENTITY a "{"x" * 99_999}">]><l>{"&a;" * 9_999}</l>',
    "external entity": '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>',
    "external document type": '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/a.dtd"><l/>',
    "public document type": '<!DOCTYPE l PUBLIC "-//W3C//DTD" "http://127.0.0.1:9/a.dtd"><l/>',
    "parameter entity": '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">%a;]><l/>',
    "empty document type": "<!DOCTYPE l><l/>",
    "attributes by default": '<!DOCTYPE l [<!ATTLIST l id CDATA "x">]><l/>',
}


@pytest.mark.parametrize("name", DTDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(name, encoding):
    assert refusal(DTDS[name].encode(encoding)) == (
        "a.gexf: found a document type (DTD) or entities, expected XML without. Remove the line "
        "that begins with <!DOCTYPE, or export the file again."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_encoding_of_its_mark(encoding):
    assert parsed("<a label='Bö 名🧵'/>".encode(encoding)).get("label") == "Bö 名🧵"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "iso-8859-1", "windows-1252", "us-ascii"])
def test_a_file_is_read_in_the_encoding_that_it_declares(encoding):
    name = "Ana" if encoding == "us-ascii" else "Bö"
    text = f'<?xml version="1.0" encoding="{encoding}"?><a label="{name}"/>'

    assert parsed(text.encode(encoding)).get("label") == name


@pytest.mark.parametrize(
    "declared", ["nonsense", "hex", "rot13", "utf-7", "gb2312", "idna", "x" * 9_999]
)
def test_an_encoding_that_is_none_is_refused(declared):  # fmt: skip
    content = f'<?xml version="1.0" encoding="{declared}"?><a/>'.encode()

    assert refusal(content).startswith("a.gexf")


def test_an_encoding_that_is_not_the_one_declared_is_refused():
    content = b'<?xml version="1.0" encoding="utf-16"?><a/>'

    assert refusal(content) == (
        "a.gexf, line 1, column 31: found XML that is not well-formed (encoding specified in XML "
        "declaration is incorrect), expected a whole file. Export it again."
    )
    assert "not well-formed" in refusal('<?xml version="1.0"?><a>é</a>'.encode("latin-1"))


@pytest.mark.parametrize(
    "content",
    [b"", b"<", b"<a>", b"<a></b>", b"<a/><b/>", b"text", b"<a>\x00</a>", b"<a>\x01</a>", b"&lt;",
     b"<a b='1' b='2'/>", b"<a>&nbsp;</a>", b"<a>&#0;</a>", b"<a>&#xD800;</a>", b"<x:a/>" * 2,
     b"\xff\xfe<", b"\x00\x00\xfe\xff", b"<a>\xed\xa0\x80</a>", b"<a>]]></a>"],
)  # fmt: skip
def test_what_is_no_whole_xml_is_refused_with_its_place(content):
    assert "found XML that is not well-formed (" in refusal(content)


def test_elements_may_be_nested_so_deep_and_no_deeper():
    assert parsed(b"<a>" * DEEPEST + b"</a>" * DEEPEST).tag == "a"
    assert refusal(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1)) == (
        "a.gexf: found elements nested more than 64 deep, expected an export of a network. Do not "
        "trust this file."
    )
    assert "nested more than 64 deep" in refusal(b"<a>" * 1_000_000)


def test_a_huge_attribute_or_text_is_just_long():
    long = "x" * (5 << 20)

    assert parsed(f"<a b='{long}'>{long}</a>".encode()).get("b") == long


def test_a_name_is_told_without_its_namespace():
    root = parsed(b'<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns"/>')

    assert local(root.tag) == "graphml"
