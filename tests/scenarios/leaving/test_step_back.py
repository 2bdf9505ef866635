"""The rehearsal as people read it: sentences, hand-over, the reverse, privacy, wrong requests."""

import json

import networkx as nx
import pytest

import weft
from tests.scenarios.leaving.networks import read
from weft.network import InvalidRequestError, UnknownNameError
from weft.weaving.reasons import KINDS

TIES = [
    ("Ana", "Ben", "works_with"),
    ("Ana", "Cy", "works_with"),
    ("Ana", "Di", "works_with"),
    ("Cy", "Di", "works_with"),
    ("Di", "Eva", "works_with"),
    ("Ben", "Ana", "turns_to"),
    ("Cy", "Ana", "turns_to"),
    ("Cy", "Di", "turns_to"),
    ("Eva", "Di", "turns_to"),
    ("Eva", "Cy", "trusts"),
]


def named(rows, **more):
    columns = list(map(list, zip(*rows, strict=True)))
    ties = dict(zip(("source", "target", "relation"), columns, strict=True))
    return weft.read(ties, everyone_answered=True, **more)


def test_the_sentences_say_what_is_lost_who_turns_and_what_would_mend():
    assert " ".join(weft.step_back(named(TIES), ["Ana"]).sentences) == (
        "If Ana left tomorrow, two pairs of those who stay would lose their only short way to each "
        "other, one person would lose touch with the largest group and one person would be left "
        "with no tie. The share of people whom no further departure splits off would go from 60% "
        "to 0%, and leadership would be held as if by 1.0 people instead of 2.0. Two people turn "
        "to Ana; one of them turns to nobody else. One of them knows Di already. Ask there first. "
        "One introduction, in the order below, would give a way back to all three pairs that would "
        "have none and a short way back to all two pairs that would have lost it."
    )


def test_the_plan_says_why_who_and_what_to_do():
    (step,) = weft.step_back(named(TIES), ["Ana"]).plan
    assert (step.a, step.b, step.introducer, step.before_leaving) == ("Ben", "Di", None, True)
    assert step.reason.text == "Without Ana there would be no way at all from Ben to Di."
    assert step.how == (
        "Ana knows both, and can introduce Ben and Di before leaving, after asking each of the two."
    )
    assert (step.ways, step.short_ways, step.ways_left, step.short_ways_left) == (3, 2, 0, 0)


def test_somebody_who_stays_and_knows_both_is_asked_first():
    # 1 and 2 are both tied to 3 and to 0; 0 leaves, and takes the way between 4 and 1 along
    graph = nx.Graph([(0, 1), (0, 4), (4, 2), (2, 1), (0, 5), (5, 2), (0, 6), (6, 4)])
    made = weft.step_back(read(graph), ["0"], most=9)
    for step in made.plan:
        both = set(graph[int(step.a)]) & set(graph[int(step.b)]) - {0}
        assert step.introducer is None or int(step.introducer) in both
        assert step.introducer != "0"


def test_the_reverse_counts_on_how_many_people_something_rests():
    found = weft.step_back(named(TIES)).resting
    assert {one.id: (one.people, one.held) for one in found} == {
        "cut": (2, 2),
        "only-tie": (2, 2),
        "only-short-way": (2, 4),
        "only-one-turned-to": (2, 2),
    }
    assert {one.names for one in found} == {()}


def test_names_stand_in_the_order_of_the_alphabet_and_only_where_asked():
    found = weft.step_back(named(TIES), names=True).resting
    assert {one.id: one.names for one in found} == {
        "cut": ("Ana", "Di"),
        "only-tie": ("Ana", "Di"),
        "only-short-way": ("Ana", "Di"),
        "only-one-turned-to": ("Ana", "Di"),
    }


def test_without_names_nobody_is_named_but_in_what_is_proposed():
    made = weft.step_back(named(TIES), ["Ana"]).to_dict()
    rest = {key: made[key] for key in ("lost", "figures", "resting", "limits", "named")}
    assert not {"Ben", "Cy", "Di", "Eva"} & set(json.dumps(rest).replace('"', " ").split())


def test_a_private_answer_changes_no_pair_and_no_word():
    other = [*TIES[:-1], ("Ben", "Cy", "trusts")]
    one, two = (
        weft.step_back(named(rows), ["Ana"], names=True).to_dict() for rows in (TIES, other)
    )
    assert one == two


def test_what_is_private_about_leadership_is_not_told():
    found = weft.step_back(named(TIES), ["Ana"], private=["trusts", "turns_to"])
    assert found.hand_over.undefined_because == (
        "Undefined, because answers about “turns_to” stay with those who gave them."
    )
    assert (found.hand_over.names, found.hand_over.constituency) == ((), 0)
    assert "only-one-turned-to" not in {one.id for one in found.resting}
    assert {moved.before.relation for moved in found.figures} == {"works_with"}


def test_data_that_do_not_say_who_turns_to_whom_have_no_hand_over():
    found = weft.step_back(read(nx.star_graph(4)), ["0"])
    assert found.hand_over.undefined_because == (
        "Undefined, because the data do not say who turns to whom for leadership."
    )
    assert "leadership" in found.limits


def test_a_hand_over_names_few_who_are_close_to_most_and_no_steward():
    # a, b and c turn to z; x knows all three, y two of them, w is a steward who knows all three
    rows = [(one, "z", "turns_to") for one in "abc"]
    rows += [(one, "x", "works_with") for one in "abc"] + [
        (one, "w", "works_with") for one in "abc"
    ]
    rows += [(one, "y", "works_with") for one in "ab"]
    found = weft.step_back(named(rows), ["z"], stewards=["w"]).hand_over
    assert (found.names, found.reached, found.constituency) == (("x",), 3, 3)
    assert found.to_nobody_else == 3


def test_several_people_may_leave_at_once():
    ring = nx.cycle_graph(6)
    made = weft.step_back(read(ring), ["0", "3", "0"])
    assert made.leaving == ("0", "3")
    assert made.count("no_way") == 4
    assert made.sentences[0].startswith("If person 0 and person 3 left tomorrow, ")


def test_everybody_leaving_is_undefined():
    made = weft.step_back([("Ana", "Ben")], ["Ana", "Ben"])
    assert made.undefined_because == "Undefined, because everybody would leave."
    assert made.sentences == (made.undefined_because,)


def test_one_person_left_loses_nothing_to_anybody():
    made = weft.step_back([("Ana", "Ben")], "Ana")
    assert {one.id: one.value for one in made.lost} == {
        "short_ways": 0,
        "losing": 0,
        "no_way": 0,
        "cut_off": 0,
        "alone": 1,
    }
    assert made.plan == ()


def test_where_nobody_answered_what_was_reported_still_counts():
    net = weft.read({"source": ["a", "b"], "target": ["b", "c"]}, people={"id": list("abc")})
    silent = net.at_least(5)
    assert weft.step_back(silent, ["a"]).count("alone") == 0


def test_reasons_are_of_the_kinds_that_are_allowed():
    kinds = set()
    for seed in range(8):
        graph = nx.gnm_random_graph(16, 18 + 2 * seed, seed=seed)
        made = weft.step_back(read(graph), ["0", "1"], most=8, each=2)
        kinds |= {step.reason.kind for step in made.plan}
    assert kinds == {"no-way-without", "short-way-through", "gives-short-ways-back"}
    assert kinds <= set(KINDS)


def test_the_same_data_and_seed_give_the_same_rehearsal_in_whatever_order():
    one, two = (
        weft.step_back(named(rows), ["Ana"], seed=2).to_dict() for rows in (TIES, TIES[::-1])
    )
    assert one["plan"] == two["plan"]
    assert one["sentences"] == two["sentences"]


def test_it_reads_back_from_json_as_it_is():
    made = weft.step_back(named(TIES), ["Ana"], names=True).to_dict()
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    assert made["format"] == "weft.step_back/1"


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({"people": ["Zoe"]}, UnknownNameError, "There is no person “Zoe”"),
        ({"most": -1}, InvalidRequestError, "most is -1; expected a whole number of 0 or more"),
        ({"each": 0}, InvalidRequestError, "each is 0; expected a whole number of 1 or more"),
        ({"draws": 0}, InvalidRequestError, "draws is 0; expected a whole number of 1 or more"),
        ({"group": "team"}, UnknownNameError, "There is no attribute of people “team”"),
        ({"blocked": [("Ana", "Zoe")]}, UnknownNameError, "There is no person “Zoe”"),
        ({"leadership": "leads"}, UnknownNameError, "There is no relation “leads”"),
    ],
)
def test_what_cannot_be_meant_is_said(asked, error, says):
    with pytest.raises(error, match=says):
        weft.step_back(named(TIES), **asked)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ([], "One person turns to Ana, and to nobody else. That person knows Cy already."),
        ([("Ben", "Di")], "One person turns to Ana, and to somebody else as well."),
    ],
)
def test_one_who_turns_to_the_leaving_is_told_as_one(more, said):
    rows = [(a, b, "works_with") for a, b in (["Ana", "Ben"], ("Ben", "Cy"), ("Cy", "Di"))]
    rows += [(a, b, "turns_to") for a, b in [("Ben", "Ana"), *more]]
    assert said in " ".join(weft.step_back(named(rows), ["Ana"]).sentences)


@pytest.mark.parametrize("asked", [{"most": -1}, {"each": 0}, {"each": "2"}, {"draws": 1.5}])
def test_what_is_no_number_of_things_is_told(asked):
    (name,) = asked
    with pytest.raises(InvalidRequestError, match=f"{name} is .*; expected a whole number of"):
        weft.step_back(named(TIES), ["Ana"], **asked)
