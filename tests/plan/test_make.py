"""How sure the figures would be, before anybody is asked."""

import json

import numpy as np
import pytest

import weft
from tests.cli.calling import run
from weft.network import InvalidRequestError
from weft.plan.made_up import made_up, silenced

ASKED = {"people": 12, "named": 3, "response": 0.67, "seed": 1}


def test_fewer_answers_leave_wider_ranges():
    most, some = (weft.plan(**{**ASKED, "response": share}) for share in (0.92, 0.5))
    assert (most.answers, some.answers) == (11, 6)
    for narrow, wide in zip(most.expected, some.expected, strict=True):
        assert narrow.measure_id == wide.measure_id
        assert 0 < narrow.width < wide.width


def test_the_same_seed_gives_the_same_plan():
    assert weft.plan(**ASKED) == weft.plan(**ASKED)
    assert weft.plan(**ASKED) != weft.plan(**{**ASKED, "seed": 2})


def test_a_plan_says_it_in_sentences():
    first, second, third, fourth = weft.plan(**ASKED).sentences
    assert first.startswith("If 8 of 12 people answer, the number of people as if by whom")
    assert second.startswith("Twice as sure takes ")
    assert third.startswith("Asking both ends of each tie leaves ranges ")
    assert fourth.startswith("More rounds help less")


def test_progress_is_told_of_each_number_of_answers():
    told = []
    weft.plan(**ASKED, progress=lambda *said: told.append(said))
    assert told[0] == (0, len(told), "8 of 12 answering")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"people": 9}, "people=9 cannot be planned with; expected 10 to 300."),
        ({"named": 6}, "named=6 cannot be planned with; expected above 0 and at most half"),
        ({"response": 0}, "response=0 cannot be planned with; expected a share above 0"),
        ({"returned": 1}, "returned=1 cannot be planned with; expected a share from 0"),
    ],
)
def test_a_number_out_of_its_bounds_is_an_error_that_says_what_is_expected(wrong, said):
    with pytest.raises(InvalidRequestError) as raised:
        weft.plan(**{**ASKED, **wrong})
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize(("named", "returned"), [(3, 0.1), (8, 0.5), (5, 0.0)])
def test_made_up_networks_have_the_ties_that_are_asked_for(named, returned):
    networks = [
        made_up(60, named, returned, both_ends=False, rng=np.random.default_rng(seed))
        for seed in range(20)
    ]
    assert np.mean([one.m / 60 for one in networks]) == pytest.approx(named, rel=0.05)
    back = np.mean([one.census.arc_reciprocity for one in networks])
    assert back == pytest.approx(returned, abs=0.13)


def test_who_is_silent_says_nothing():
    graph = made_up(20, 4, 0.3, both_ends=False, rng=np.random.default_rng(1))
    heard = silenced(graph, 6, np.random.default_rng(2))
    assert heard.n_answered == 14
    assert heard.m == graph.answered[graph.source].sum() - sum(~heard.answered[graph.source])
    assert heard.answered[heard.source].all()


def test_the_command_prints_the_same_as_json_and_as_text():
    asked = ["plan", "--people", "12", "--named", "3", "--response", "0.67", "--seed", "1"]
    found = json.loads(run(*asked, "--json").stdout)
    assert found == json.loads(json.dumps(weft.plan(**ASKED).to_dict()))
    said = " ".join(run(*asked).stdout.split())
    for sentence in found["sentences"]:
        assert sentence in said


def test_the_command_ends_with_1_where_the_request_is_wrong():
    outcome = run("plan", "--people", "5", "--named", "2")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "people=5 cannot be planned with" in outcome.stderr
