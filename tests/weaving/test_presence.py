"""Who has left by a wave is left out; who was never there is told."""

import pytest

import weft
from weft.weaving.ground import ground_of
from weft.weaving.presence import present

PEOPLE = {
    "id": ["Ana", "Ben", "Cy"],
    "invited:1": ["yes", "yes", "yes"],
    "invited:2": ["yes", "no", "yes"],
}
TIES = {"source": ["Ana", "Ana"], "target": ["Ben", "Cy"], "wave": ["1", "2"]}


def test_who_has_left_is_left_out():
    net = weft.read(TIES, people=PEOPLE)
    assert present(ground_of(net, wave=1), ["Cy", "Ben"]) == [2, 1]
    assert present(ground_of(net, wave=2), ["Cy", "Ben"]) == [1]


def test_who_was_never_there_is_told():
    with pytest.raises(weft.UnknownNameError, match="no person “Bob”; there is: Ana, Ben, Cy"):
        present(ground_of(weft.read(TIES, people=PEOPLE)), ["Bob"])
