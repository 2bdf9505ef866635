"""Who holds which role, and who is willing."""

import pytest

from tests.weaving.drawn import network
from weft import InvalidRequestError, UnknownNameError
from weft.weaving.ground import ground_of
from weft.weaving.handovers.roles import Role, roles_of, willingness

TIES = "Ana-Ben Ben-Cy Cy-Di"


def test_one_id_several_ids_and_the_same_id_twice():
    ground = ground_of(network(works_with=TIES))
    roles = roles_of(ground, {"chair": "Cy", "minutes": ["Ben", "Ana", "Ben"]})
    assert roles == (Role("chair", (2,)), Role("minutes", (1, 0)))


def test_without_roles_the_stewards_hold_one():
    ground = ground_of(network(works_with=TIES), stewards=["Di", "Ben"])
    assert roles_of(ground, None) == (Role("steward", (1, 3)),)
    assert roles_of(ground_of(network(works_with=TIES)), None) == ()


def test_a_holder_who_is_not_there_is_told():
    with pytest.raises(UnknownNameError, match="no person “Dee”"):
        roles_of(ground_of(network(works_with=TIES)), {"chair": "Dee"})


@pytest.mark.parametrize("roles", [{"chair": []}, {" ": "Ana"}])
def test_a_role_needs_a_name_and_a_holder(roles):
    with pytest.raises(InvalidRequestError, match=r"such as \{'treasurer': 'ana'\}"):
        roles_of(ground_of(network(works_with=TIES)), roles)


def test_willing_is_yes_no_a_list_of_roles_or_unknown():
    said = {"Ana": "Yes", "Ben": "no", "Cy": "Minutes; welcome", "Di": " "}
    ground = ground_of(network(works_with=TIES, columns={"willing": said}))
    assert list(willingness(ground, "minutes")) == [1, -1, 1, 0]
    assert list(willingness(ground, "chair")) == [1, -1, -1, 0]


def test_without_the_column_nothing_is_known():
    assert list(willingness(ground_of(network(works_with=TIES)), "chair")) == [0, 0, 0, 0]
