"""Real tables give the same by the core's reader and by the other one."""

from pathlib import Path

import pytest

import weft
from tests.formats.both_engines import assert_same_by_both

pytestmark = pytest.mark.facts

LARGE = 3_000_000
"""Bytes from which the ties of a table are not compared one by one."""


def test_every_real_table_gives_the_same(shared_data: Path) -> None:
    paths = sorted(shared_data.glob("*/ties.csv"))
    for path in paths:
        few = path.stat().st_size < LARGE
        assert_same_by_both(lambda path=path: weft.read(path), graphs=few)
        people = path.with_name("people.csv")
        if people.exists():
            assert_same_by_both(
                lambda path=path, people=people: weft.read(path, people), graphs=few
            )

    assert paths


def test_every_odd_table_gives_the_same(shared_data: Path) -> None:
    paths = sorted((shared_data.parent / "raw-formats" / "csv-quirks").glob("*.csv"))
    for path in paths:
        assert_same_by_both(lambda path=path: weft.read(path))

    assert paths
