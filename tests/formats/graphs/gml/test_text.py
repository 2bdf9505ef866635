"""The text of GML files as lists, and signs that are written as numbers."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

import weft
from weft.formats.graphs.gml.text import entries_in, escaped, unescaped


def plain(entries):
    values = zip(entries.keys, entries.values, strict=True)
    return [(key, value if isinstance(value, str) else plain(value)) for key, value in values]


def test_keys_and_values_are_kept_in_order():
    whole = entries_in('a 1 b [ c -2.5e3 c "x\ny" ] # end\nd NAN e .5 f [ ] g +INF', "a.gml")

    assert plain(whole) == [
        ("a", "1"),
        ("b", [("c", "-2.5e3"), ("c", "x\ny")]),
        ("d", "NAN"),
        ("e", ".5"),
        ("f", []),
        ("g", "+INF"),
    ]


def test_lists_know_their_line():
    whole = entries_in("a [\r\n b [ ]\n\nb [ ] ]\rc\n[ ]", "a.gml")

    first = whole.lists("a")[0]
    assert [entries.row for entries in (first, *first.lists("b"), *whole.lists("c"))] == [
        1,
        2,
        4,
        6,
    ]


def test_the_first_plain_value_of_a_key_is_its_text():
    whole = entries_in('a [ ] a "x" a "y"', "a.gml")

    assert (whole.text("a"), whole.text("b")) == ("x", None)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_any_text_can_be_written_in_ascii_and_read_again(text):
    written = escaped(text)

    assert written.isascii()
    assert written.isprintable() or not written
    assert unescaped(written) == text


@given(st.text(st.sampled_from('ab1.[]"# \n&;-'), max_size=30))
def test_any_text_is_read_or_refused_with_its_line(text):
    try:
        entries_in(text, "a.gml")
        rows = [1]
    except weft.InvalidDataError as error:
        rows = [problem.row for problem in error.problems]

    assert len(rows) == 1
    assert 1 <= rows[0] <= 1 + text.count("\n")


@pytest.mark.parametrize("depth", [31, 32])
def test_lists_may_be_nested_to_a_limit(depth):
    text = "a [ " * depth + "] " * depth

    if depth < 32:
        assert len(plain(entries_in(text, "a.gml"))) == 1
    else:
        with pytest.raises(weft.InvalidDataError, match="at most 32 lists within lists"):
            entries_in(text, "a.gml")
