"""What a DL file may not hold is refused with its place and how to mend it."""

import io
import time

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

import weft


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "DL n=999999999\ndata:\n0 1",
            (
                "the stream, row 2: found 2 values below “DATA:”, expected "
                "999,999,998,000,000,001, for a matrix (fullmatrix) of 999,999,999 rows and "
                "999,999,999 columns. Correct the sizes or the layout at the top, or complete "
                "the data."
            ),
        ),
        (
            "DL n=999999999 format=edgelist1\ndata:\n1 2",
            (
                "the stream: found N=999,999,999, expected at most 5,000,000. Correct the sizes"
                " at the top."
            ),
        ),
        (
            "DL n=2\ndata:\n0 1\n1 0 0",
            (
                "the stream, row 2: found 5 values below “DATA:”, expected 4, for a matrix "
                "(fullmatrix) of 2 rows and 2 columns. Correct the sizes or the layout at the "
                "top, or complete the data."
            ),
        ),
        (
            "DL n=2\ndata:\n0 1\n1 x",
            (
                "the stream, row 4: found “x” in the column of “2”, expected a number of 0 or "
                "more, with a decimal point, or NA. Write a number, or 0 for no tie."
            ),
        ),
        (
            "DL n=2\ndata:\n0 1\n1 -2",
            (
                "the stream, row 4, column weight: found “-2”, expected a number of 0 or more. "
                "Put ties that mean the opposite into a relation of their own."
            ),
        ),
        (
            "DL n=2 format=edgelist1\ndata:\n1 3",
            (
                "the stream, row 3: found “3”, expected a number from 1 to 2. Correct it or the"
                " size at the top; write LABELS EMBEDDED above DATA where people stand there by"
                " their labels."
            ),
        ),
        (
            "DL n=2 format=edgelist1\ndata:\n1 2 3 4",
            (
                "the stream, row 3: found 4 words, expected two people and perhaps a value. "
                "Correct the line or the layout; write labels that hold a space in quotes."
            ),
        ),
        (
            "DL n=3 format=nodelist1b\ndata:\n3 1 2",
            (
                "the stream, row 3: found “3” before 2 words, expected how many follow in this "
                "line, and then these. Correct the line or the layout; write labels that hold a"
                " space in quotes."
            ),
        ),
        (
            "DL n=2 format=blockmatrix\ndata:\n1",
            (
                "the stream, row 1: found the layout “blockmatrix”, expected one that Weft "
                "reads: fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, edgearray1, "
                "nodelist1, nodelist2, nodelist1b, rankedlist1. Open the data in UCINET and "
                "export them as DL with the layout fullmatrix."
            ),
        ),
        (
            "DL n=2\nlabels: a\ndata:\n0 1 1 0",
            (
                "the stream: found 1 labels of rows, expected 2, as the sizes at the top say. "
                "Write a label for each, in quotes where it holds a space, or correct the size."
            ),
        ),
        (
            "DL n=2\nlabels: a a\ndata:\n0 1 1 0",
            (
                "the stream: found the label “a” twice (row 2), expected a label of its own for"
                " each. UCINET cuts long labels: give each a different beginning, and export "
                "again."
            ),
        ),
        (
            "DL n=2\nlabel: a b",
            (
                "the stream: found a DL file without “DATA:”, expected the data below that "
                "word. Check that the export finished, or write “DATA:” in the line above the "
                "data."
            ),
        ),
        (
            "DL n=2\nshape = round\ndata: 1",
            (
                "the stream, row 2: found “shape”, expected a command: N, NR, NC, NM, FORMAT, "
                "DIAGONAL, LABELS or DATA. Correct the word, or write “DATA:” in the line above"
                " the data."
            ),
        ),
        (
            "DL\ndata:\n0 1 1 0",
            (
                "the stream: found matrices of no size, expected N, or NR and NC, at the top. "
                "Write how many people there are, such as N=5."
            ),
        ),
        (
            "DL n=2\ndata:\n \n",
            (
                "the stream, row 2: found nothing below “DATA:”, expected the data there. Check"
                " that the export finished."
            ),
        ),
        (
            "DL nr=2 nc=3 format=upperhalf\ndata:\n0 1",
            (
                "the stream: found half a matrix of 2 rows and 3 columns, expected as many "
                "columns as rows. Correct NR and NC, or the layout."
            ),
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, message):
    begun = time.perf_counter()

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read(io.BytesIO(text.encode()), format="dl")

    assert [str(problem) for problem in raised.value.problems][:1] == [message]
    assert time.perf_counter() - begun < 5


WORDS = st.sampled_from(
    ["n=3", "n=2", "nr=2", "nc = 3", "nm=2", "N=0", "nm=0", "n=99999999999999999999", "format=",
     "fullmatrix", "format=edgelist1", "format=edgelist2", "format=nodelist1b", "format=lowerhalf",
     "format=rankedlist1", "format=edgearray1", "diagonal=absent", "labels:", "labels embedded",
     "row labels:", "column labels embedded", "level labels:", "data:", "data:", "a", "b", "c",
     '"a b"', '"', "0", "1", "2", "3", "-1", ".", "NA", "!", ",", ",,", "\n", "\n", "\n", "&#34;",
     "&#0;", "&#9999999;", "1e999", "é", "\x1a", "\t", "²", "٣"]
)  # fmt: skip


def outcome(data):
    """Return the network, or what it was refused with; any other exception fails the test."""
    try:
        return weft.read(io.BytesIO(data), format="dl")
    except (weft.InvalidDataError, weft.UnreadableFileError) as error:
        return error


@settings(max_examples=400, deadline=None)
@given(words=st.lists(WORDS, max_size=30))
@example(words=["nr=99999999999999999999", "nc=0", "nm=0", "data:", ","])
@example(words=["format=edgelist1", "data:", "\n", "²", "1"])
def test_any_commands_are_obeyed_or_refused_with_a_reason(words):
    found = outcome(("DL " + " ".join(words)).encode())

    assert isinstance(found, weft.Network) or "expected " in str(found)
