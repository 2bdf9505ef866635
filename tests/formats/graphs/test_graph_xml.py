"""How XML files begin, where their elements stand, and text that XML cannot hold."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import weft
from weft.formats.files.file import File
from weft.formats.graphs.graph_xml import (
    as_columns,
    begins_with,
    escaped,
    graphs_in,
    lines_of,
    node_columns,
    nothing_in,
    notices_of,
    number,
    refuse_control_characters,
    split_roles,
)
from weft.formats.roles.edges import edges_of
from weft.network import InvalidRequestError


def file_of(content):
    return File("a.xml", content=content)


@pytest.mark.parametrize(
    "content",
    [
        b"<gexf>",
        b'<?xml version="1.0"?>\n<!-- <graphml> -->\n<gexf xmlns="x">',
        b"\xef\xbb\xbf<g:gexf xmlns:g='x'/>",
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><gexf>'.encode("utf-16-le"),
        b"<!DOCTYPE gexf [<!ENTITY a 'b'>]><gexf>",
    ],
)
def test_a_root_element_is_found_behind_what_stands_before_it(content):
    assert begins_with(file_of(content), "gexf")
    assert not begins_with(file_of(content), "graphml")


@pytest.mark.parametrize(
    "content",
    [b"source,target\n<gexf>,b", b"<gexfs>", b"<html><gexf>", b"<!-- <gexf>", b"", b"\x00\xff"],
)
def test_other_files_do_not_begin_so(content):
    assert not begins_with(file_of(content), "gexf")


def test_a_folder_begins_with_nothing(tmp_path):
    assert not begins_with(File(str(tmp_path), tmp_path), "gexf")


def test_many_comments_are_seen_through_quickly():
    assert not begins_with(file_of(b"<!-- -->\n" * 7_000 + b"<html>"), "gexf")


def test_lines_are_not_told_where_the_markup_cannot_be_counted():
    assert lines_of(b"<a>\n<b/></a>", "b", 2) is None
    assert lines_of(b"<a>\n<![CDATA[<b>\n]]><n:b/></a>", "b", 1) == [3]


def test_rows_become_columns_with_the_declared_first():
    assert as_columns([{"b": "1"}, {"a": "2"}], ["a", "c"]) == {
        "a": [None, "2"],
        "c": [None, None],
        "b": ["1", None],
    }


def test_what_the_element_says_itself_no_attribute_says():
    columns = {"Id": ["1"], "Name": ["a"], "team": ["x"]}

    assert split_roles(columns, named=True) == (
        {"team": ["x"]},
        {"Id": ["1"], "Name": ["a"]},
    )
    assert split_roles(columns, named=False) == (
        {"Name": ["a"], "team": ["x"]},
        {"Id": ["1"]},
    )


def test_notices_are_in_the_singular_and_the_plural():
    texts = {"a": "{origin}: {n} [tie was|ties were] cut.", "b": "never"}

    assert [n.text for n in notices_of(Counter(a=1), texts, "x")] == ["x: 1 tie was cut."]
    assert [n.text for n in notices_of(Counter(a=2000), texts, "x")] == ["x: 2,000 ties were cut."]


def test_a_file_without_anybody_says_so():
    assert str(nothing_in("a.gexf", "GEXF")) == (
        "a.gexf: found a file of GEXF without nodes and edges, expected at least one node. Check "
        "that the export finished and that this is the right file."
    )


def test_an_attribute_that_looks_like_the_steward_is_not_taken_for_it():
    people = {"id": ["a", "b"], "steward": ["yes", ""], "is steward": ["maybe", ""]}
    network = weft.read([("a", "b", "trusts", 1)], people)

    assert node_columns(network) == {"steward": ["yes", "no"], "is steward": ["maybe", None]}


@pytest.mark.parametrize(
    ("people", "where"),
    [
        ({"id": ["a", "b\x01"]}, "The id of “b\\x01”"),
        ({"id": ["a", "b"], "name": ["A\x01", ""]}, "The name of “a”"),
        ({"id": ["a", "b"], "team": ["", "\x01"]}, "The team of “b”"),
        ({"id": ["a", "b"], "te\x01am": ["x", ""]}, "The name of an attribute"),
    ],
)
def test_a_control_character_is_refused_and_the_person_named(people, where):
    network = weft.read([(people["id"][0], people["id"][1], "trusts", 1)], people)

    with pytest.raises(InvalidRequestError) as refused:
        refuse_control_characters(network, edges_of(network), "GEXF")

    assert str(refused.value) == (
        f"{where} has the control character U+0001, which a file of the format GEXF cannot hold; "
        "expected text without. Remove it, or write another format, such as CSV."
    )


def test_a_control_character_in_a_relation_is_refused_and_the_tie_named():
    network = weft.read([("a", "b", "tru\x0bsts", 1)])

    with pytest.raises(
        InvalidRequestError, match=r"The relation of the tie from “a” to “b” has .* U\+000B"
    ):
        refuse_control_characters(network, edges_of(network), "GraphML")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n\r")))
def test_escaped_text_comes_back_from_an_element_and_an_attribute(text):
    from defusedxml.ElementTree import fromstring

    root = fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>')

    assert (root.text or "") == text
    assert root.get("b") == text


@given(st.floats(min_value=0, allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_from_its_text(value):
    assert float(number(value)) == value
    assert not number(value).endswith(".0")


def test_the_graphs_right_inside_the_root_are_found():
    root, graphs = graphs_in(
        file_of(b"<a><graph id='1'><graph/></graph><b/><graph/></a>"), "a", "A"
    )

    assert root.tag == "a"
    assert [graph.get("id") for graph in graphs] == ["1", None]


def test_another_kind_of_xml_is_refused():
    with pytest.raises(weft.UnreadableFileError) as refused:
        graphs_in(file_of(b"<html/>"), "gexf", "GEXF")

    assert str(refused.value) == (
        "a.xml: found XML that begins with <html> and holds no graph, expected <gexf> with a "
        "<graph> inside. Export it again as GEXF."
    )
