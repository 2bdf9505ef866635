"""Whatever the network, a plan for two ways in holds to what was asked."""

import json

import hypothesis.strategies as st
from hypothesis import given, settings

import weft
from tests.strategies import read, tables


@settings(deadline=None, max_examples=40)
@given(tables(silent=True, most=9), st.data(), st.sampled_from(["person", "tie"]))
def test_caps_and_blocks_hold_for_any_network(drawn, data, kind):
    net = read(drawn)
    if not net.relations:
        return
    ids = list(net.people.ids)
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1])
    blocked = data.draw(st.lists(pairs, max_size=10))
    each = data.draw(st.one_of(st.none(), st.integers(1, 3)))
    plan = weft.two_ways_in(net, kind=kind, each=each, blocked=blocked)
    made = [frozenset((one.a, one.b)) for one in plan.introductions]
    ends = [one.a for one in plan.introductions] + [one.b for one in plan.introductions]
    assert len(set(made)) == len(made)
    assert set(made).isdisjoint(frozenset(pair) for pair in blocked)
    assert each is None or all(ends.count(one) <= each for one in ends)
    assert (plan.after.hanging, plan.after.apart) == (0, 0) or not plan.reached
    assert plan.more_than_least is None or plan.more_than_least >= 0
    assert json.loads(json.dumps(plan.to_dict(), allow_nan=False)) == plan.to_dict()
