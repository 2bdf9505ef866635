"""Circles as a whole: what always holds, what is best for a few people, and how it is told."""

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.weaving.circles.asked import partings
from tests.weaving.drawn import NAMES, network, of_pairs, pairs_of
from weft.weaving.circles.sizes import bounds, sizes_of
from weft.weaving.reasons import KINDS

ALL_LED = "all are stewards or led last time"
TWO_FRIENDSHIPS = "Ana-Ben Ben-Cy Ana-Cy Di-Eve Eve-Fay Di-Fay"

ASKED = {
    "drawn": pairs_of(fewest=2, most=12),
    "size": st.integers(3, 5),
    "stewards": st.sets(st.sampled_from(NAMES[:2]), max_size=2),
    "leaders": st.sets(st.sampled_from(NAMES[:2])),
    "newcomers": st.none() | st.sets(st.sampled_from(NAMES[:2])),
    "seed": st.integers(0, 3),
}


def made_of(drawn, size, stewards, leaders, newcomers, seed, **given):
    people, pairs = drawn
    net = of_pairs(people, pairs, **given)
    return weft.circles(
        net, size, stewards=sorted(stewards), leaders=leaders, newcomers=newcomers, seed=seed
    )


@settings(deadline=None)  # the first solving loads the solver
@given(**ASKED)
def test_what_every_circle_is_to_hold_it_holds_or_it_is_told_why_not(
    drawn, size, stewards, leaders, newcomers, seed
):
    people, pairs = drawn
    found = made_of(drawn, size, stewards, leaders, newcomers, seed)
    assert sorted(person for circle in found.members for person in circle) == sorted(people)
    assert sorted(map(len, found.members), reverse=True) == list(sizes_of(len(people), size))
    unmet = {lack.id for lack in found.unmet}
    low, high = bounds(size)
    fits = all(low <= len(circle) <= high for circle in found.members)
    tied = {frozenset(pair) for pair in pairs}
    assert fits == ("size" not in unmet)
    assert all(c.tied and frozenset(c.tied) in tied for c in found.circles) == (
        "tied-pair" not in unmet
    )
    assert all(c.host for c in found.circles) == ("caller" not in unmet)
    assert all(c.newcomers for c in found.circles) == ("newcomer" not in unmet)
    for circle in found.circles:
        assert circle.host not in stewards | leaders
        assert {circle.host, *(circle.tied or ()), *circle.newcomers} - {None} <= {*circle.members}
        assert circle.tied is not None or not any(
            frozenset(pair) in tied for pair in combinations(circle.members, 2)
        )
        assert circle.reason.kind in KINDS


@settings(deadline=None, max_examples=60)
@given(**{**ASKED, "drawn": pairs_of(fewest=4, most=8)})
def test_for_a_few_people_no_other_parting_is_better(
    drawn, size, stewards, leaders, newcomers, seed
):
    people, pairs = drawn
    found = made_of(drawn, size, stewards, leaders, newcomers, seed)
    ground = weft.weaving.ground.ground_of(of_pairs(people, pairs), seed=seed)
    cluster = dict(zip(ground.people.ids, ground.circle.tolist(), strict=True))
    tied = {frozenset(pair) for pair in pairs}
    new = {person for circle in found.circles for person in circle.newcomers}

    def value(circles):
        lack, cost = [0, 0, 0], 0.0
        for circle in circles:
            both = list(combinations(circle, 2))
            lack[0] += not any(frozenset(pair) in tied for pair in both)
            lack[1] += set(circle) <= stewards | leaders
            lack[2] += not set(circle) & new
            cost += sum((cluster[a] == cluster[b]) + 0.25 * (frozenset((a, b)) in tied)
                        for a, b in both)  # fmt: skip
        return lack, cost

    every = partings(tuple(people), sizes_of(len(people), size))
    assert value(found.members) == min(map(value, every))


@settings(deadline=None, max_examples=30)
@given(**ASKED)
def test_rows_in_another_order_change_nothing(drawn, size, stewards, leaders, newcomers, seed):
    asked = (drawn, size, stewards, leaders, newcomers, seed)
    assert made_of(*asked).to_dict() == made_of(*asked, shuffle=seed).to_dict()


def test_circles_as_plain_data():
    found = weft.circles(
        network(works_with=TWO_FRIENDSHIPS), 3, newcomers=["Cy", "Fay"], leaders=["Ana", "Ben"],
        stewards=["Di"],
    )  # fmt: skip
    data = found.to_dict()
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert (data["format"], data["size"], data["unmet"], data["because"], data["notes"]) == (
        "weft.circles/1", 3, [], "", [],
    )  # fmt: skip
    assert data["counts"] == {
        "same_cluster": 2, "least_same_cluster": 2, "same_group": 0, "met_before": 0, "tied": 2,
    }  # fmt: skip
    first = data["circles"][0]
    names = [member["name"] for member in first["members"]]
    assert (first["number"], names[0], first["clusters"], first["met_before"]) == (1, "Ana", 2, [])
    assert first["host"] not in {"Ana", "Ben", "Di"}
    a, b = first["tied"]
    (new,) = first["newcomers"]
    assert first["reason"]["text"] == (
        f"The three come from two clusters; {a} and {b} are tied already, and {new} is new."
    )
    assert first["how"].startswith(f"{first['host']} calls the first meeting")


def test_rows_and_cards():
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), 3)
    rows = found.rows()
    assert sorted(row["id"] for row in rows) == ["Ana", "Ben", "Cy", "Di", "Eve", "Fay"]
    hosts = [row["id"] for row in rows if row["host"] == "yes"]
    assert tuple(hosts) == found.hosts
    assert [card.who for card in found.cards()] == [circle.names for circle in found.circles]
    assert [card.title for card in found.cards()] == ["Circle 1", "Circle 2"]


def test_who_were_in_one_circle_before_are_in_others_now():
    net = network(works_with="Ana-Ben Cy-Di Eve-Fay Gil-Hal Ana-Cy Ben-Di Eve-Gil Fay-Hal Ida-Ana")
    first = weft.circles(net, 3)
    second = weft.circles(net, 3, before=first.members, leaders=first.hosts)
    assert second.counts["met_before"] == 0
    assert not set(first.hosts) & set(second.hosts)
    stuck = weft.circles(net, 3, before=[NAMES[:9]], weights={"met_before": 0})
    assert stuck.counts["met_before"] == 9
    assert len(stuck.circles[0].met_before) == 3


def test_those_of_earlier_circles_who_have_left_are_told():
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), 3, before=[["Ana", "Zoe", "Yan"]])
    assert "Two people of the earlier circles are not in this wave." in found.notes


def test_only_those_who_take_part_are_in_a_circle():
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), 3, people=["Fay", "Ana", "Ben"])
    assert found.members == (("Ana", "Ben", "Fay"),)
    with pytest.raises(weft.UnknownNameError, match="no person “Zoe”"):
        weft.circles(network(works_with=TWO_FRIENDSHIPS), 3, people=["Zoe"])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"newcomers": ["Ana"]},
            "One circle has no newcomer: only one of the six is new, and there are two circles.",
        ),
        (
            {"leaders": NAMES[:6]},
            f"Two circles have nobody who could be suggested to call first: {ALL_LED}.",
        ),
    ],
)
def test_what_cannot_be_held_is_told_with_the_reason(given, said):
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), 3, **given)
    assert [lack.text for lack in found.unmet] == [said]


def test_a_star_has_one_tied_pair_at_a_time():
    star = network(works_with="Ana-Ben Ana-Cy Ana-Di Ana-Eve Ana-Fay")
    found = weft.circles(star, 3)
    assert found.unmet[0].text == (
        "One circle has no two people who are tied already: there is only one tied pair of whom "
        "nobody is in two, and there are two circles."
    )
    assert [circle.tied is None for circle in found.circles].count(True) == 1


def test_enough_of_each_can_still_be_too_little_at_once():
    """The only two tied pairs are Ana–Ben, both newcomers, and Cy–Di; in fours nothing is added."""
    found = weft.circles(
        network("Eve Fay", works_with="Ana-Ben Cy-Di"), 3, newcomers=["Ana", "Ben"]
    )
    assert [lack.id for lack in found.unmet] == ["newcomer"]
    assert "at once cannot be had" in found.unmet[0].text


def test_seven_cannot_be_parted_into_fives():
    found = weft.circles(of_pairs(list(NAMES[:7]), [("Ana", "Ben"), ("Cy", "Di")]), 5)
    assert found.unmet[0].text == (
        "Seven people cannot be parted into circles of four to six; ask for another size, or for "
        "another person."
    )


def test_one_person_is_no_circle():
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), people=["Ana"])
    assert (found.circles, found.because) == (
        (), "One person is no circle; name more of those who take part.",
    )  # fmt: skip


def test_a_private_rating_changes_only_which_of_several_equals_is_drawn():
    """The sum, the lacks and everything said of the same circles stay as they are."""
    net, rated = (
        network(works_with=TWO_FRIENDSHIPS, trusts=trusts)
        for trusts in ("Ana-Ben:1 Ben-Ana:1", "Ana-Ben:5 Ben-Ana:5")
    )
    for seed in range(20):
        one, other = (
            weft.circles(each, 3, newcomers=["Cy", "Fay"], seed=seed) for each in (net, rated)
        )
        assert (one.counts, one.unmet, one.notes) == (other.counts, other.unmet, other.notes)
        said = {c.members: (c.reason, c.host, c.tied) for c in one.circles}
        for circle in other.circles:
            if circle.members in said:
                assert said[circle.members] == (circle.reason, circle.host, circle.tied)


def test_trust_is_no_tie():
    found = weft.circles(network("Cy", works_with="Ana-Ben", trusts="Di-Eve Eve-Di Cy-Di"), 3)
    assert [lack.id for lack in found.unmet] == ["tied-pair"]
    assert {circle.tied for circle in found.circles} == {("Ana", "Ben"), None}


def test_every_figure_that_would_move_is_one_of_the_portrait():
    known = {declared.id for declared in weft.declarations()}
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), 3)
    assert {figure for circle in found.circles for figure in circle.moves} <= known


def test_where_nobody_takes_part_it_says_so():
    found = weft.circles(network(works_with=TWO_FRIENDSHIPS), people=[])
    assert (found.circles, found.because) == ((), "Nobody takes part, so there is no circle.")


def test_people_of_one_group_are_spread_over_the_circles():
    halls = {"hall": {name: "north" if name in "Ana Di" else "south" for name in NAMES[:6]}}
    net = network(works_with="Ana-Ben Cy-Di Eve-Fay", columns=halls)
    found = weft.circles(net, 3)
    assert (found.group, found.counts["same_group"]) == ("hall", 2)
    assert [len({"Ana", "Di"} & set(circle)) for circle in found.members] == [1, 1]


def test_whoever_stands_most_in_between_calls_only_where_nobody_else_can():
    """Ana is in between all. Ben and Cy led last time; Di, and then nobody but Ana, can call."""
    star = network(works_with="Ana-Ben Ana-Cy Ana-Di")
    found = weft.circles(star, 4, leaders=["Ben", "Cy"], newcomers=["Ben"])
    assert found.hosts == ("Di",)
    assert weft.circles(star, 4, leaders=["Ben", "Cy", "Di"], newcomers=["Ben"]).hosts == ("Ana",)
