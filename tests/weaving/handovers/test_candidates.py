"""What counts in who could take a role on."""

import numpy as np
import pytest

from tests.weaving.drawn import network
from weft.weaving.ground import ground_of
from weft.weaving.handovers.candidates import WEIGHTS, Field, barred
from weft.weaving.handovers.roles import roles_of, willingness

HEARTH = {
    "turns_to": "Ben-Ana Cy-Ana Di-Ana Eve-Ana Cy-Ben Di-Ben Eve-Fay",
    "works_with": "Ben-Di Eve-Ben Fay-Gil",
}
"""Four turn to Ana; of the other three two turn to Ben, and all three are tied to Ben."""


def field(net, role, holder, proposed=None, **given):
    ground = ground_of(net, **given)
    roles = roles_of(ground, {role: holder})
    nobody = np.zeros(ground.n, dtype=np.int64)
    return Field(
        ground=ground,
        role=roles[0],
        willing=willingness(ground, role),
        proposed=nobody if proposed is None else proposed,
        barred=barred(ground, roles),
    )


def person(made, name):
    return made.ground.people.position[name]


def test_the_shares_leave_a_candidate_out_of_the_constituency():
    made = field(network(**HEARTH), "welcome", "Ana")
    ben, fay = person(made, "Ben"), person(made, "Fay")
    assert [made.ground.names(i) for i in made.constituency] == ["Ben", "Cy", "Di", "Eve"]
    assert (made.share_tied[ben], made.share_turning[ben]) == (3 / 3, 2 / 3)
    assert (made.share_tied[fay], made.share_turning[fay]) == (1 / 4, 1 / 4)


def test_the_value_is_the_sum_that_is_told():
    made = field(
        network(**HEARTH, columns={"willing": {"Ben": "yes"}}), "welcome", "Ana", stewards=["Gil"]
    )
    ben, fay = person(made, "Ben"), person(made, "Fay")
    value = made.value({"overlap": 1, "looked_to": 10, "willing": 100, "load": 1000})
    # Ana and Ben have four ties, Eve three, Cy, Di and Fay two, Gil one.
    assert value[ben] == pytest.approx(5 / 6 + 10 * 2 / 3 + 100 - 1000 * 5 / 6)
    assert value[fay] == pytest.approx(1 / 4 + 10 * 1 / 3 - 1000 * 1 / 6)


def test_going_along_for_another_role_weighs_like_a_full_load():
    free = field(network(**HEARTH), "welcome", "Ana")
    taken = field(network(**HEARTH), "welcome", "Ana", proposed=np.eye(7, dtype=np.int64)[0])
    less = taken.value(WEIGHTS) - free.value(WEIGHTS)
    assert less == pytest.approx(-WEIGHTS["load"] * np.eye(7)[0])


def test_who_leads_or_has_said_no_is_not_proposed():
    said = {"willing": {"Cy": "no", "Di": "chair"}}
    made = field(network(**HEARTH, columns=said), "welcome", "Ana", stewards=["Ben"])
    names = [made.ground.names(i) for i in made.candidates(WEIGHTS, 9)]
    assert sorted(names) == ["Eve", "Fay"]


def test_without_a_steward_whoever_is_most_in_between_is_not_proposed():
    ties = "Ana-Ben Ana-Cy Ben-Hub Cy-Hub Hub-Di Hub-Eve Hub-Fay"
    made = field(network(works_with=ties), "chair", "Ana")
    assert "Hub" not in {made.ground.names(i) for i in made.candidates(WEIGHTS, 9)}


def test_where_it_is_not_known_who_turns_to_whom_ties_stand_in():
    made = field(network(works_with="Ana-Ben Ana-Cy Ben-Cy Cy-Di"), "chair", "Ana")
    assert not made.turning
    assert not made.turns.any()
    assert [made.ground.names(i) for i in made.constituency] == ["Ben", "Cy"]


def test_what_is_private_tells_nothing_of_who_turns_to_whom():
    net = network(turns_to="Di-Ana Di-Ben", works_with="Ana-Cy Cy-Ben")
    made = field(net, "chair", "Ana", private=["turns_to"])
    assert not made.turning
    assert [made.ground.names(i) for i in made.constituency] == ["Cy"]
    assert made.share_tied[person(made, "Di")] == 0
