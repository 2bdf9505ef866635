"""The container of .xls: chains without an end are found before they are followed."""

from pathlib import Path

import pytest

import weft
from tests.formats.workbooks.books import parsed
from weft.formats.workbooks.ole import chains_end

WHOLE = (Path(__file__).parent / "files" / "answers.xls").read_bytes()


def with_number(place, number):
    return WHOLE[:place] + number.to_bytes(4, "little") + WHOLE[place + 4 :]


def table_at():
    """Return where the table of chains begins."""
    return 512 + 512 * int.from_bytes(WHOLE[76:80], "little")


def test_a_whole_workbook_has_an_end():
    assert chains_end(WHOLE)


@pytest.mark.parametrize("sector", [0, 1, 2])
def test_a_chain_that_bites_its_own_tail_is_refused(sector):
    data = with_number(table_at() + 4 * sector, sector)

    assert not chains_end(data)
    with pytest.raises(weft.UnreadableFileError, match="its parts do not fit together"):
        parsed(data, "answers.xls")


def test_a_list_of_tables_that_bites_its_own_tail_is_refused():
    data = with_number(68, 0)
    data = data[: 512 + 508] + (0).to_bytes(4, "little") + data[512 + 512 :]

    assert not chains_end(data)


@pytest.mark.parametrize("place", [40, 44, 64, 72])
def test_a_table_larger_than_the_file_is_refused(place):
    assert not chains_end(with_number(place, 1_000_000))


def test_a_stream_larger_than_the_file_is_refused():
    directory = 512 + 512 * int.from_bytes(WHOLE[48:52], "little")

    assert not chains_end(with_number(directory + 120, 1 << 30))


def test_what_is_cut_off_is_refused():
    assert not chains_end(WHOLE[:400])
    assert not chains_end(with_number(28, 0xFFFF_FFFE))
