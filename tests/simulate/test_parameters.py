"""Impossible requests are refused with what was found, what was expected and what to do."""

import math

import numpy as np
import pytest

import weft
from weft.simulate import coalition

PEOPLE = "; expected a whole number from 10 to 2,000. 60 is the size of an ordinary coalition."
WAVES = "; expected a whole number from 1 to 20. 2 waves are enough to see a change."
SEED = (
    "; expected a whole number of 0 or more. "
    "Any such number will do; the same one gives the same network."
)
RESPONSE = "; expected a number from 0 to 1. 0.82 means that 82 % answer in each wave."

REFUSED = [
    ({"people": 9}, "people is “9”" + PEOPLE),
    ({"people": 2_001}, "people is “2001”" + PEOPLE),
    ({"people": 60.0}, "people is “60.0”" + PEOPLE),
    ({"people": True}, "people is “True”" + PEOPLE),
    ({"people": None}, "people is “None”" + PEOPLE),
    (
        {"organisations": 0},
        "organisations is “0”; expected a whole number from 1 to 600. 4 is usual for 60 people.",
    ),
    (
        {"organisations": 21},
        (
            "organisations is 21 for 60 people; expected at most 20, so that each has "
            "3 people or more. Ask for fewer organisations or more people."
        ),
    ),
    ({"waves": 0}, "waves is “0”" + WAVES),
    ({"waves": 21}, "waves is “21”" + WAVES),
    ({"seed": -1}, "seed is “-1”" + SEED),
    ({"seed": 1.5}, "seed is “1.5”" + SEED),
    ({"response": 1.01}, "response is “1.01”" + RESPONSE),
    ({"response": -0.1}, "response is “-0.1”" + RESPONSE),
    ({"response": math.nan}, "response is “nan”" + RESPONSE),
    ({"response": "0.8"}, "response is “0.8”" + RESPONSE),
    (
        {"response": 0.03},
        (
            "response is 0.03, so that 2 of 60 people would answer; expected at least 3. "
            "Ask for a response of 0.05 or more."
        ),
    ),
    (
        {"silent": "everyone"},
        (
            "silent is “everyone”; expected one of at_random, less_popular, more_popular. "
            "Say who keeps silent more often."
        ),
    ),
    (
        {"reciprocity": 1.5},
        (
            "reciprocity is “1.5”; expected a number from 0 to 1. "
            "0.5 means that half of all trust is returned."
        ),
    ),
    (
        {"hand_over": -1},
        (
            "hand_over is “-1”; expected a number from 0 to 1. "
            "0.3 means that the convener hands over 30 % of the leadership from wave to wave."
        ),
    ),
    (
        {"turnover": 0.6},
        (
            "turnover is “0.6”; expected a number from 0 to 0.5. "
            "0.07 means that 7 % of the people leave from wave to wave and as many join."
        ),
    ),
    (
        {"introductions": math.inf},
        (
            "introductions is “inf”; expected a number from 0 to 0.5. "
            "0.1 means one introduction for every ten people between two waves."
        ),
    ),
    (
        {"overlooked": 0.95},
        (
            "overlooked is “0.95”; expected a number from 0 to 0.9. "
            "0.15 means that people leave out 15 % of those they work with."
        ),
    ),
    (
        {"invented": 6},
        (
            "invented is “6”; expected a number from 0 to 5. "
            "0.2 means that one in five adds somebody they do not work with."
        ),
    ),
]


@pytest.mark.parametrize(
    ("asked", "message"), REFUSED, ids=lambda part: str(part) if isinstance(part, dict) else ""
)
def test_impossible_parameters_are_refused(asked, message):
    with pytest.raises(weft.InvalidRequestError) as raised:
        coalition(**asked)
    assert str(raised.value) == message


def test_the_bounds_themselves_are_allowed():
    least = coalition(
        people=10,
        organisations=1,
        waves=1,
        response=0.3,
        reciprocity=0,
        hand_over=0,
        turnover=0,
        introductions=0,
        overlooked=0,
        invented=0,
        seed=0,
    )
    most = coalition(
        people=12,
        organisations=4,
        waves=20,
        response=1,
        reciprocity=1,
        hand_over=1,
        turnover=0.5,
        introductions=0.5,
        overlooked=0.9,
        invented=5,
        seed=2**128,
    )
    assert (len(least.network), len(most.network)) == (10, 12 + 19 * 6)
    organisation = most.truth.people.attribute("organisation")[:12]
    assert sorted(organisation.count(name) for name in set(organisation)) == [3, 3, 3, 3]


def test_numpy_numbers_are_numbers():
    asked = coalition(people=np.int64(20), response=np.float32(0.5), seed=np.uint8(3)).parameters
    assert (type(asked.people), type(asked.response), type(asked.seed)) == (int, float, int)
    assert (asked.people, asked.response, asked.seed, asked.answers) == (20, 0.5, 3, 10)


@pytest.mark.parametrize("response", [0.3, 0.5, 0.82, 0.825, 0.99, 1])
@pytest.mark.parametrize("people", [10, 37, 60])
def test_exactly_as_many_answer_as_the_response_says(people, response):
    coverage = coalition(people=people, organisations=2, response=response).network.coverage()
    assert [row["answered"] for row in coverage] == [round(response * people)] * 2
