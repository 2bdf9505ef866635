"""Who was asked about which tie, and what they said of it."""

import numpy as np
import pytest

import weft
from tests.uncertainty.reporters.made import own, said
from weft.uncertainty.reporters.answers import layer_of


def layer(net, asked=None, *, counts=False):
    return layer_of(net, "ties", "1", asked, counts=counts)


def listed(found):
    """Return each tie with who was asked about it and who said yes."""
    return {
        (int(found.source[t]), int(found.target[t])): (
            found.asked_by[found.asked_start[t] : found.asked_start[t + 1]].tolist(),
            found.said_by[found.said_start[t] : found.said_start[t + 1]].tolist(),
        )
        for t in range(len(found.source))
    }


def test_asked_about_their_own_both_ends_who_answered_say_yes_or_no():
    net = own([(0, 0, 1), (1, 0, 1), (0, 0, 2)], 4, answered=[True, True, False, True])
    found = layer(net)
    assert listed(found) == {
        (0, 1): ([0, 1], [0, 1]),
        (0, 2): ([0], [0]),  # Cy did not answer
        (1, 2): ([1], []),  # they share Ana
    }
    counts, by_person = found.unnamed()
    # Of Di all three are left: with Cy one was asked, with Ana and Ben two.
    assert counts.tolist() == [1, 2]
    assert by_person.tolist() == [[0, 0, 0, 1], [1, 1, 0, 2]]


def test_asked_about_all_everybody_who_answered_says_yes_or_no_of_every_tie():
    net = own([(2, 0, 1), (0, 0, 1)], 3, directed=True)
    found = layer(net)
    assert (found.asked, found.times_asked.tolist()) == ("all", [3] * len(found.source))
    counts, by_person = found.unnamed()
    assert counts.tolist() == [6 - len(found.source)]
    assert by_person.tolist() == [[6 - len(found.source)] * 3]


def test_where_all_is_listed_a_nought_is_a_no_and_nothing_else_was_asked():
    asked = np.zeros((3, 3, 3))
    asked[0, 0, 1] = asked[2, 0, 1] = asked[1, 1, 2] = 1
    says = np.zeros((3, 3, 3))
    says[0, 0, 1] = 1
    found = layer(said(says, asked=asked), "listed")
    assert listed(found) == {(0, 1): ([0, 2], [0]), (1, 2): ([1], [])}
    assert found.unnamed()[0].tolist() == []


def test_the_echo_is_what_the_same_person_says_of_the_tie_the_other_way_round():
    found = layer(own([(0, 0, 1), (0, 1, 0), (1, 1, 0)], directed=True), "own")
    at = {(0, 1): [1.0], (1, 0): [1.0, 0.0]}
    for t in range(len(found.source)):
        pair = (int(found.source[t]), int(found.target[t]))
        rows = slice(int(found.said_start[t]), int(found.said_start[t + 1]))
        assert found.echo[rows].tolist() == at.get(pair, [])
    assert found.echoes == 3


def test_where_each_tie_rests_on_one_word_it_is_refused_and_says_what_to_do():
    with pytest.raises(weft.InvalidRequestError, match="rests on the word of its source alone"):
        layer(own([(0, 0, 1), (1, 1, 2)], directed=True))


def test_strengths_that_are_counted_must_be_whole():
    says = np.zeros((3, 3, 3))
    says[0, 0, 1] = says[1, 0, 1] = 1.5
    with pytest.raises(weft.InvalidRequestError, match=r"the strength 1\.5; strengths that are"):
        layer(said(says), counts=True)


def test_the_same_said_twice_counts_once_and_the_greatest():
    says = np.zeros((3, 3, 3))
    says[0, 0, 1], says[0, 1, 0], says[1, 0, 1] = 2, 3, 1
    found = layer(said(says), counts=True)
    assert found.said.tolist() == [3, 1]
