"""JSON is parsed, or refused with a reason, whatever it holds."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.formats.files.archive import EXPORT, Archive
from weft.formats.files.file import File
from weft.formats.files.json_text import DEEPEST, begins_like_json, json_in, json_inside
from weft.network import InvalidDataError, UnreadableFileError


def parsed(content):
    return json_in(File("a.json", content=content))


def refusal(content):
    with pytest.raises(UnreadableFileError) as caught:
        parsed(content)
    return str(caught.value)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=VALUES.filter(lambda value: "Infinity" not in json.dumps(value)), ascii_=st.booleans())
def test_what_was_dumped_is_read(value, ascii_):
    assert parsed(f" {json.dumps(value, ensure_ascii=ascii_)}".encode()) == value


def test_a_text_that_is_not_json_is_refused_with_its_place():
    assert refusal(b'{"a": 1,\n "b": }') == (
        "a.json, line 2, column 7: found text that is not JSON (Expecting value), expected a whole "
        "file. Export it again."
    )


@pytest.mark.parametrize(
    "content",
    [b"[", b"]", b"{", b'{"a"', b'{"a":1,}', b"[1,]", b"tru", b'"\\x"', b'"open', b"[1] [2]",
     b"'a'", b'{"a" 1}', b'"\n"', b'["' + b'\\"' * 99_999,
     b'["' + b'\\"' * 99_999 + b"\\", b"{" * 99, b"-", b"01", b"1e", b"//"],
)  # fmt: skip
def test_what_is_no_whole_json_is_refused(content):
    assert "found text that is not JSON (" in refusal(content)


@pytest.mark.parametrize("start", [b"[", b'{"a":', b'[{"]":'])
def test_what_is_nested_too_deep_is_refused(start):
    assert refusal(start * 100_000) == (
        f"a.json: found JSON that is nested more than {DEEPEST} deep, expected an export of a "
        "network. Do not trust this file."
    )


def test_brackets_in_text_are_no_depth():
    texts = ["[" * 1_000, '\\"' + "{" * 1_000, "]" * 1_000]

    assert parsed(json.dumps(texts).encode()) == texts
    assert parsed(b"[" * DEEPEST + b"]" * DEEPEST)
    assert "nested" in refusal(b'["' + b"]" * 999 + b'",' + b"[" * DEEPEST + b"]" * DEEPEST + b"]")


def test_a_number_of_thousands_of_digits_is_refused():
    assert refusal(b"[" + b"9" * 5_000 + b"]") == (
        "a.json: found a number of thousands of digits, expected an export of a network. Do not "
        "trust this file."
    )
    assert parsed(b"9" * 400) == int("9" * 400)


def test_not_a_number_is_missing_and_infinity_is_a_word():
    assert parsed(b"[NaN, Infinity, -Infinity]") == [None, "Infinity", "-Infinity"]


def test_of_two_values_of_one_key_the_last_counts():
    assert parsed(b'{"a": 1, "a": 2}') == {"a": 2}


def test_half_a_character_becomes_the_sign_for_that():
    assert parsed(rb'["\ud83e\uddf5", "a\ud83e", "\udDf5"]') == ["🧵", "a�", "�"]
    assert parsed(rb'["\\ud83e"]') == [r"\ud83e"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_seen_through(encoding):
    assert parsed('{"a": "Bö"}'.encode(encoding)) == {"a": "Bö"}


def test_a_nul_character_is_a_problem_with_its_place():
    with pytest.raises(InvalidDataError, match="row 2: found a NUL character"):
        parsed(b'{"a":\n "\x00"}')


def test_json_in_an_archive_is_named_with_it():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("b\n.json", "[1]")
        archive.writestr("c.json", "[1")
    archive = Archive(File("a.zip", content=made.getvalue()), EXPORT)

    assert json_inside(archive, "b\n.json") == [1]
    with pytest.raises(UnreadableFileError, match=r"^a.zip, c.json, line 1, column 3: found text"):
        json_inside(archive, "c.json")


def test_a_beginning_like_json_has_a_bracket_and_the_words():
    file = File("a.json", content=b'\xef\xbb\xbf \n{"nodes": [], "links": []}')

    assert begins_like_json(file, "nodes", "links")
    assert not begins_like_json(file, "edges")
    assert not begins_like_json(File("a.csv", content=b'a,"nodes"'), "nodes")
