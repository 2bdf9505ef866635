"""What suggestions stand on."""

import pytest

import weft
from tests.weaving import made
from weft.weaving.ground import ground_of


def in_relations(*rows, **columns):
    names = ("source", "target", "relation")
    ties = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    return weft.read(ties, everyone_answered=True, **columns)


def pairs(ground):
    ids = ground.people.ids
    return {tuple(sorted((ids[a], ids[b]))) for a, b in zip(*ground.tied.either, strict=True)}


def test_tied_is_who_is_tied_in_any_relation_that_is_not_about_trust():
    net = in_relations(("a", "b", "works_with"), ("c", "b", "turns_to"), ("a", "c", "trusts"))
    ground = ground_of(net)

    assert ground.private == ("trusts",)
    assert pairs(ground) == {("a", "b"), ("b", "c")}
    assert pairs(ground_of(net, private=[])) == {("a", "b"), ("b", "c"), ("a", "c")}


def test_the_only_relation_is_never_private_by_itself():
    ground = ground_of(in_relations(("a", "b", "trusts")))

    assert ground.private == ()
    assert pairs(ground) == {("a", "b")}


def test_a_network_whose_every_relation_is_private_is_refused():
    net = in_relations(("a", "b", "trusts"))
    with pytest.raises(weft.InvalidRequestError, match="Every relation is private"):
        ground_of(net, private=["trusts"])
    with pytest.raises(weft.UnknownNameError, match="respects"):
        ground_of(net, private=["respects"])


def test_the_hub_is_the_stewards_else_whoever_is_most_in_between():
    star = made.network("ab ac ad de")

    assert [star.people.ids[i] for i in ground_of(star).hubs.nonzero()[0]] == ["a"]
    marked = ground_of(star, stewards=["e"])
    assert [star.people.ids[i] for i in marked.hubs.nonzero()[0]] == ["e"]
    assert not made.ground("ab bc ca").hubs.any()


def test_a_table_says_who_is_tied_and_trust_goes_from_0_to_1():
    net = in_relations(("a", "b", "works_with"), ("a", "b", "trusts"), ("b", "c", "trusts"))
    ground = ground_of(net)

    assert ground.are_tied.astype(int).tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    assert ground.trusted.tolist() == [[0, 1, 0], [0, 0, 1], [0, 0, 0]]
    assert ground.contacts.tolist() == [1, 1, 0]
