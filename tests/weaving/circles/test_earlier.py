"""Earlier circles are read as they were written."""

from io import BytesIO

import pytest

import weft
from tests.weaving.drawn import network
from weft.weaving.circles.earlier import Earlier, earlier_circles


def test_circles_hosts_and_blanks():
    table = b"Circle,id,HOST\n1,ana,yes\n2,ben,no\n1,cy,no\n,di,yes\n2,eve,Yes\n"
    assert earlier_circles(BytesIO(table)) == Earlier(
        (("ana", "cy"), ("ben", "eve")), ("ana", "eve")
    )


def test_without_hosts_there_are_none():
    assert earlier_circles(BytesIO(b"id;circle\nana;x\nben;x\n")) == Earlier((("ana", "ben"),), ())


@pytest.mark.parametrize(
    ("table", "missing"), [("id,host\na,yes\n", "circle"), ("circle,who\n1,a\n", "id")]
)
def test_a_missing_column_is_told(table, missing):
    with pytest.raises(weft.InvalidDataError, match=f"expected a column “{missing}”"):
        earlier_circles(BytesIO(table.encode()))


def test_the_rows_of_circles_are_read_again():
    found = weft.circles(network(works_with="Ana-Ben Ben-Cy Cy-Di Di-Eve Eve-Fay"), 3)
    lines = ["circle,id,host", *(f"{r['circle']},{r['id']},{r['host']}" for r in found.rows())]
    read = earlier_circles(BytesIO("\n".join(lines).encode()))
    assert (read.members, read.hosts) == (found.members, found.hosts)
