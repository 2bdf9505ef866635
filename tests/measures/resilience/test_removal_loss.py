"""What would be lost if somebody left tomorrow."""

import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix

ID = "removal_loss"
NET = network(["Ana Ben", "Ana Cy", "Ana Di", "Cy Di", "Di Ed"])


def test_by_hand_with_its_sentence():
    found = weft.measure(NET, ID, people=["Ana"])
    # Ben, Cy, Di and Ed hung together; without Ana, Cy, Di and Ed do.
    near = {"Ben-Cy": 1 / 2, "Ben-Di": 1 / 2, "Ben-Ed": 1 / 3, "Cy-Di": 1, "Cy-Ed": 1 / 2}
    before, after = sum(near.values()) + 1, 1 + 1 / 2 + 1
    assert found.value == pytest.approx(1 / 4)
    assert found.parts == {
        "leavers": 1,
        "lost_component": 1,
        "lost_efficiency": pytest.approx(1 - after / before),
        "orphaned_people": 1,
    }
    assert found.method == "1 named people leave at once"
    assert found.sentence == (
        "Without 1 of 5 people (whom, the method says), 25% of those who stay would lose touch "
        "with the largest group, and 35% of the nearness among them would go."
    )


def test_the_stewards_leave_where_there_are_any():
    stewards = weft.measure(NET.with_stewards(["Ana", "Di"]), ID)
    named = weft.measure(NET, ID, people=["Di", "Ana", "Di"])
    assert (stewards.value, stewards.parts) == (named.value, named.parts)
    assert stewards.value == pytest.approx(2 / 3)
    assert stewards.method == "the 2 marked as stewards leave at once"


def test_else_the_person_who_stands_between_others_most_and_the_mean_of_those_who_do_alike():
    # Direction aside, Ana and Di each stand between the other three and whoever hangs on them.
    found = weft.measure(NET, ID)
    one, other = (weft.measure(NET, ID, people=[person]) for person in ("Ana", "Di"))
    assert found.value == pytest.approx((one.number + other.number) / 2)
    assert found.method == (
        "the person who stands between others most leaves; the mean over 2 who do so alike"
    )
    line = network(["Ana Ben", "Cy Ben"])
    assert weft.measure(line, ID).value == pytest.approx(1 / 2)


@settings(max_examples=30, deadline=None)
@given(matrices(fewest=4))
def test_it_is_the_change_in_the_largest_component_of_networkx(strength):
    full = nx.from_numpy_array((strength > 0) | (strength.T > 0))
    rest = full.copy()
    rest.remove_nodes_from([0, 1])
    together = max(len(part - {0, 1}) for part in nx.connected_components(full))
    lost = together - max(map(len, nx.connected_components(rest)))
    found = weft.measure(of_matrix(strength), ID, people=["p0", "p1"])
    assert found.value == pytest.approx(lost / (len(full) - 2))
    assert found.parts["lost_component"] == lost


def test_somebody_unknown_nobody_and_everybody_cannot_leave():
    with pytest.raises(weft.UnknownNameError, match="There is no person “Zoe”"):
        weft.measure(NET, ID, people=["Zoe"])
    with pytest.raises(weft.InvalidRequestError, match="name at least one who leaves"):
        weft.measure(NET, ID, people=[])
    everybody = weft.measure(NET, ID, people=["Ana", "Ben", "Cy", "Di", "Ed"])
    assert everybody.undefined_because == "Undefined, because everybody would leave."
    one = weft.measure(NET, ID, people="Ana")
    assert one.value == pytest.approx(1 / 4)
