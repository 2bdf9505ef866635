"""Whatever a file holds, it is read or refused with a reason; nothing else happens."""

import io

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

import weft

CELLS = st.sampled_from(
    ["a", "b", "source", "target", "To", "id", "weight", "time", "type", "undirected", "-1", "1",
     "", " ", '"', '"a,b"', '"a\n', "NaN", "é", "\x00", "\ufeff", "0", "sign", "1e400", "=1+1"]
)  # fmt: skip
TEXTS = st.tuples(
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r", "\r\n"]),
    st.lists(st.lists(CELLS, max_size=5), max_size=8),
).map(lambda made: made[1].join(made[0].join(row) for row in made[2]).encode())
STARTS = [b"\x1f\x8b", b"PAR1", b"\xff\xfe", b"\xef\xbb\xbf", b"source,target\n", b"\x89PNG"]
BYTES = st.tuples(st.sampled_from([b"", *STARTS]), st.binary(max_size=60)).map(b"".join)


def outcome(ties, people=None, **options):
    """Return the network, or what it was refused with; any other exception fails the test."""
    table = None if people is None else io.BytesIO(people)
    try:
        return weft.read(io.BytesIO(ties), table, **options)
    except (weft.InvalidDataError, weft.UnreadableFileError) as error:
        return error


@settings(max_examples=300, deadline=None)
@given(ties=TEXTS | BYTES, people=st.none() | TEXTS | BYTES)
@example(ties=b"\xff\xfes", people=None)
@example(ties=b"source,target\n" + b'"' * 7, people=None)
def test_any_bytes_are_read_or_refused_with_a_reason(ties, people):
    found = outcome(ties, people)

    if isinstance(found, weft.Network):
        graphs = [found.graph(relation) for relation in found.relations]
        assert all(0 <= graph.m <= graph.n * (graph.n - 1) for graph in graphs)
    else:
        assert ": found " in str(found) or ", row " in str(found) or ", column " in str(found)
        assert "expected " in str(found)
        assert str(outcome(ties, people)) == str(found)


@pytest.mark.parametrize("name", ["csv", "tsv", "matrix", "parquet"])
@settings(max_examples=100, deadline=None)
@given(ties=TEXTS | BYTES)
def test_any_bytes_said_to_be_of_a_format_are_read_or_refused(name, ties):
    found = outcome(ties, format=name)

    assert isinstance(found, weft.Network) or "expected " in str(found)
