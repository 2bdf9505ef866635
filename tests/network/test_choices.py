"""Which relation plays which part, and by what people are grouped, unless the caller says."""

import pytest

from tests.portrait import drawn_by_hand as drawn
from weft.network.grouping import chosen_group
from weft.network.parts_played import part_told, parts_played


def played(*relations, **given):
    ties = [("a", "b", relation) for relation in relations]
    return parts_played(drawn.network(ties), **given)


def told(parts):
    return (parts.connection, parts.trust, parts.leadership)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("works_with", "connection"),
        ("Works with", "connection"),
        ("collaboration", "connection"),
        ("co-work", "connection"),
        ("information", "connection"),
        ("trusts", "trust"),
        ("confidential", "trust"),
        ("turns_to", "leadership"),
        ("Advice", "leadership"),
        ("influence", "leadership"),
        ("lunch", None),
        ("distrusts", None),
        ("mistrust", None),
        ("dislikes advice", None),
    ],
)
def test_the_whole_name_of_a_relation_tells_its_part(name, part):
    assert part_told(name) == part


def test_names_are_taken_before_anything_is_assumed():
    parts = played("lunch", "trusts", "turns_to")
    assert told(parts) == ("lunch", "trusts", "turns_to")
    assert (parts.assumed, parts.by_name) == (("connection",), ("trust", "leadership"))


def test_what_is_given_counts_more_than_a_name():
    parts = played("works_with", "trusts", "likes", trust="likes", relation="works_with")
    assert told(parts) == ("works_with", "likes", "works_with")
    assert parts.assumed == parts.by_name == ()


def test_sole_relation_plays_every_part():
    parts = played("advice")
    assert told(parts) == ("advice", "advice", "advice")
    assert parts.assumed == ("connection", "trust")


def grouped(n=12, **attributes):
    ids = [f"p{i}" for i in range(n)]
    columns = {
        name: [values[i % len(values)] for i in range(n)] for name, values in attributes.items()
    }
    return chosen_group(drawn.network([("p0", "p1")], {"id": ids, **columns}))


def test_organisation_comes_before_team_and_both_before_others():
    colours, teams, orgs = ["red", "blue"], ["x", "y"], ["Council", "Trust"]
    assert grouped(colour=colours, team=teams, organisation=orgs) == "organisation"
    assert grouped(colour=colours, team=teams) == "team"
    assert grouped(colour=colours) == "colour"


def test_label_comes_before_the_code_it_explains():
    assert grouped(office=["1", "2"], office_label=["Boston", "Hartford"]) == "office_label"


@pytest.mark.parametrize(
    "name",
    ["religion", "caste", "gender", "gender_label", "sex", "male", "ethnicity", "Age", "race",
     "political party", "marital_status", "mother tongue"],
)  # fmt: skip
def test_sensitive_attributes_are_never_chosen(name):
    assert grouped(**{name: ["a", "b"]}) is None


@pytest.mark.parametrize("name", ["agency", "workplace", "stage", "tracework"])
def test_names_that_only_look_sensitive_may_be_chosen(name):
    assert grouped(**{name: ["a", "b"]}) == name


@pytest.mark.parametrize(
    "values",
    [
        ["one"] * 4,
        [str(i) for i in range(12)],
        ["a", "b", *[None] * 10],
        [f"g{i}" for i in range(24)],
    ],
    ids=["one value", "a value each", "mostly blank", "too many values"],
)
def test_attributes_that_group_nobody_are_not_chosen(values):
    assert grouped(n=len(values), team=values) is None


def test_bare_numbers_group_people_only_under_a_known_name():
    assert grouped(score=["1", "2", "3"]) is None
    assert grouped(site=["1", "2", "3"]) == "site"
