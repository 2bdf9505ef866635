"""By which attribute people are grouped, where what they offer is known."""

import pytest

import weft
from weft.network.grouping import chosen_group

TIES = {"source": ["a", "b", "c"], "target": ["b", "c", "d"]}


@pytest.mark.parametrize("column", ["offers", "seeks", "willing", "joined"])
def test_what_somebody_offers_or_when_they_joined_is_no_group(column):
    people = {"id": ["a", "b", "c", "d"], column: ["tea", "tea", "songs", "songs"]}
    assert chosen_group(weft.read(TIES, people=people)) is None
    people["hall"] = ["north", "north", "south", "south"]
    assert chosen_group(weft.read(TIES, people=people)) == "hall"
