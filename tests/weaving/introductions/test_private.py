"""No single private answer shows in what is suggested, to whom, or why."""

import numpy as np
import pytest

import weft

PEOPLE = [f"p{i:02d}" for i in range(24)]
SEEDS = range(30)


def network(trust):
    rng = np.random.default_rng(5)
    work = {
        tuple(sorted(pair)) for pair in rng.choice(24, size=(46, 2)).tolist() if pair[0] != pair[1]
    }
    rows = [(a, b, "works_with", 1) for a, b in work]
    rows += [(a, b, "trusts", value) for (a, b), value in trust.items()]
    columns = list(zip(*rows, strict=True))
    ties = {
        "source": [PEOPLE[i] for i in columns[0]],
        "target": [PEOPLE[i] for i in columns[1]],
        "relation": list(columns[2]),
        "weight": [str(value) for value in columns[3]],
    }
    return weft.read(ties, people={"id": PEOPLE}, everyone_answered=True)


def trust():
    rng = np.random.default_rng(6)
    return {
        (a, b): int(rng.integers(1, 5))
        for a in range(24)
        for b in rng.choice(24, size=5, replace=False).tolist()
        if a != b
    }


@pytest.fixture(scope="module")
def before():
    net = network(trust())
    return {seed: weft.introductions(net, keep_out=0.2, seed=seed) for seed in SEEDS}


@pytest.mark.parametrize("at", range(0, 100, 9))
@pytest.mark.parametrize("value", [None, 4])
def test_one_rating_more_or_less_changes_nothing_but_the_draw_of_who_introduces(before, at, value):
    ratings = trust()
    pair = sorted(ratings)[at % len(ratings)]
    if value is None:
        del ratings[pair]
    else:
        ratings[pair] = value if ratings[pair] != value else 1
    seed = at % len(SEEDS)
    after = weft.introductions(network(ratings), keep_out=0.2, seed=seed)

    def shown(found):
        hidden = {"introducer", "how"}
        return [{k: v for k, v in row.row().items() if k not in hidden} for row in found]

    assert shown(after) == shown(before[seed])
    assert {"trusts"}.isdisjoint(" ".join(row.reason.text for row in after).split())
    differ = [
        (one, other)
        for one, other in zip(before[seed], after, strict=True)
        if one.introducer != other.introducer
    ]
    assert len(differ) <= 2


def test_who_could_be_drawn_does_not_rest_on_trust(before):
    everybody = {seed: {r.introducer for r in found} for seed, found in before.items()}
    without = network({(0, 1): 1})
    could = set()
    for seed in SEEDS:
        could |= {row.introducer for row in weft.introductions(without, keep_out=0.2, seed=seed)}

    assert set().union(*everybody.values()) <= could
