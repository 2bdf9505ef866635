"""Who could introduce two people."""

import numpy as np

from tests.weaving import made
from weft.weaving.introductions.introducer import MOST_EACH, introducers


def led_by_z(pairs):
    """The network of these pairs and of a steward z apart, so that nobody else is the hub."""
    people = sorted(set(pairs) - {" "} | {"z"})
    return made.ground(pairs, "z", steward=["yes" if who == "z" else "" for who in people])


def named(ground, pairs, past=None, seed=0):
    places = [tuple(ground.positions_of(list(pair)).tolist()) for pair in pairs]
    found = introducers(ground, places, past=past or {}, seed=seed)
    return [None if who is None else ground.people.ids[who] for who in found]


def test_somebody_tied_to_both_and_never_the_hub():
    ground = made.ground("ab ac ad ae af bm mc", steward=["yes", *[""] * 6])

    assert named(ground, ["bc", "de"]) == ["m", None]


def test_whoever_has_introduced_least_is_asked_first():
    ground = led_by_z("ax bx ay by cx cy")

    assert {named(ground, ["ab"], {"x": 3}, seed)[0] for seed in range(10)} == {"y"}
    assert {named(ground, ["ab"], {"y": 1}, seed)[0] for seed in range(10)} == {"x"}


def test_nobody_is_asked_more_than_twice_in_a_round():
    ground = led_by_z("am bm cm dm em fm gm")
    found = named(ground, ["ab", "cd", "ef", "ac"])

    assert found.count("m") == MOST_EACH
    assert found[MOST_EACH:] == [None, None]


def test_of_equals_one_is_drawn_and_trust_at_most_doubles_the_chance():
    plain = led_by_z("ax bx ay by")
    drawn = [named(plain, ["ab"], seed=seed)[0] for seed in range(400)]
    assert 0.4 < np.mean([who == "x" for who in drawn]) < 0.6

    trusted = led_by_z("ax bx ay by")
    table = np.zeros((5, 5))
    table[:2, 2] = 1.0  # a and b trust x fully
    trusted.__dict__["trusted"] = table
    drawn = [named(trusted, ["ab"], seed=seed)[0] for seed in range(900)]
    assert 0.6 < np.mean([who == "x" for who in drawn]) < 0.73
