"""Labels in quotes come back as they were, whatever they hold."""

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from weft.formats.files.file import File
from weft.formats.graphs.ucinet.dl_tokens import bare, in_quotes, lines_of, words


@given(st.text(st.characters(exclude_categories=("Cs",))))
@example("&#34;")
@example('two\nlines "and" quotes\u2028\x85')
def test_a_label_in_quotes_stands_on_one_line_and_comes_back(label):
    written = in_quotes(label)

    assert bare(written) == label
    assert len(written.splitlines()) == 1
    assert written.count('"') == 2


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), min_size=1))
def test_labels_in_quotes_are_words_of_a_line(labels):
    assert words(" ".join(map(in_quotes, labels))) == labels


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a  b\tc", ["a", "b", "c"]),
        ("a,b, c,", ["a", "b", "c"]),
        ('1,,"", 2', ["1", "", "", "2"]),
        ('"unclosed label', ['"unclosed', "label"]),
        ("&#1114112; &#55296;", ["&#1114112;", "&#55296;"]),
    ],
)
def test_words_stand_apart_by_blanks_or_commas(line, expected):
    assert words(line) == expected


def test_every_kind_of_line_end_is_read_and_the_end_of_old_files_left_out():
    text, notices = lines_of(File("x", content=b"\xef\xbb\xbfa\r\nb\rc\n\x1a\r\n"), None)

    assert (text, notices) == ("a\nb\nc", ())
