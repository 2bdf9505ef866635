"""Whatever the network, a rehearsal is plain data, and holds to what was asked."""

import json

import hypothesis.strategies as st
from hypothesis import given, settings

import weft
from tests.strategies import read, tables


@settings(deadline=None, max_examples=40)
@given(tables(silent=True), st.data(), st.booleans())
def test_a_rehearsal_is_plain_data_whoever_leaves_and_whoever_is_silent(drawn, data, directed):
    net = read(drawn, directed=directed)
    ids = list(net.people.ids)
    people = data.draw(st.lists(st.sampled_from(ids), max_size=len(ids), unique=True))
    if not net.relations:
        return
    each, most = data.draw(st.integers(1, 2)), data.draw(st.integers(0, 4))
    made = weft.step_back(net, people, names=True, draws=3, each=each, most=most)
    assert json.loads(json.dumps(made.to_dict(), allow_nan=False)) == made.to_dict()
    assert made.sentences
    assert all(text.strip() and text[-1] in ".)" for text in made.sentences)
    ends = [one for step in made.plan for one in (step.a, step.b)]
    assert len(made.plan) <= most
    assert all(ends.count(one) <= each for one in ends)
    assert not set(ends) & set(people)
