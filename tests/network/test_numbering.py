"""One numbering of several columns, against the same done cell by cell."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.network import numbering
from weft.network.numbering import numbered_together

COLUMNS = st.lists(
    st.lists(st.none() | st.sampled_from("abcdef"), max_size=8), min_size=1, max_size=3
)


@pytest.mark.parametrize("many", [1, 100_000], ids=["in threads", "one after the other"])
@given(columns=COLUMNS)
def test_each_id_has_one_number_in_the_order_in_which_it_is_met(many, columns):
    met = list(dict.fromkeys(cell for column in columns for cell in column if cell is not None))
    numbering.MANY, before = many, numbering.MANY
    try:
        names, codes = numbered_together([pa.array(c, type=pa.string()) for c in columns])
    finally:
        numbering.MANY = before

    assert list(names) == met
    assert [
        [names[code] if names and cell is not None else None
         for code, cell in zip(own, column, strict=True)]
        for own, column in zip(codes, columns, strict=True)
    ] == columns  # fmt: skip
