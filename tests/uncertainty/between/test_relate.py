"""How far relations go together: R's figures, chance worked out by hand, and what is unknown."""

import csv
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

import weft
from tests.uncertainty.replicates.graphs import both_ways
from weft.network import InvalidRequestError, Relation, UnknownNameError
from weft.uncertainty.replicates import qap

FIGURES_OF_SNA = Path(__file__).with_name("figures_of_sna.csv")


def network_of(relations, *, people=None, directed=True):
    """Return the network of relations given as matrices; a person is named by their number."""
    rows = [
        (f"p{i}", f"p{j}", name, float(cells[i, j]))
        for name, cells in relations.items()
        for i, j in zip(*np.nonzero(cells if directed else np.triu(cells)), strict=True)
    ]
    source, target, relation, weight = zip(*rows, strict=True)
    ties = {"source": source, "target": target, "relation": relation, "weight": weight}
    n = len(next(iter(relations.values())))
    table = {"id": [f"p{i}" for i in range(n)], **(people or {})}
    return weft.read(
        ties,
        people=table,
        everyone_answered=people is None or "responded" not in people,
        undirected=() if directed else tuple(relations),
    )


def random_ties(rng, n=12, chance=0.3):
    cells = (rng.random((n, n)) < chance).astype(float)
    np.fill_diagonal(cells, 0)
    return cells


def sna_says(case):
    with FIGURES_OF_SNA.open() as file:
        rows = [row for row in csv.DictReader(file) if row["case"] == case]
    return {
        row["term"]: {k: float(v) for k, v in row.items() if k not in {"case", "term"} and v}
        for row in rows
    }


def far(p, draws=10_000):
    """Return five standard errors of the difference of two shares of so many draws."""
    return 5 * np.sqrt(2 * max(p * (1 - p), 1 / draws) / draws)


@pytest.fixture
def managers(shared_data):
    folder = shared_data / "krackhardt_hightech"

    def read(**options):
        return weft.read(
            folder / "ties.csv", people=folder / "people.csv", everyone_answered=True, **options
        )

    return read


@pytest.mark.facts
@pytest.mark.parametrize(
    ("case", "of", "directed"),
    [("relations", "friendship", True), ("people", "advice", True), ("either", "advice", False)],
)
def test_coefficients_and_p_values_are_those_of_sna(managers, case, of, directed):
    expected = sna_says(case)
    net = managers(undirected=() if directed else ("advice", "friendship"))
    terms = [name for name in expected if name != "intercept"]
    found = weft.relate(net, of, on=terms, seed=1)
    assert found.intercept == pytest.approx(expected["intercept"]["coefficient"], abs=1e-9)
    for term in found.terms:
        said = expected[term.on]
        assert (term.coefficient, term.t) == pytest.approx((said["coefficient"], said["t"]))
        for mine, theirs in (("p", "far"), ("p_higher", "higher"), ("p_lower", "lower")):
            assert abs(getattr(term, mine) - said[theirs]) < far(said[theirs])


@pytest.mark.facts
def test_correlations_and_their_p_values_are_those_of_sna(managers):
    for on, said in sna_says("correlation").items():
        (term,) = weft.relate(managers(), "friendship", on=[on], seed=2).terms
        assert term.correlation == pytest.approx(said["coefficient"])
        assert abs(term.p_higher - said["higher"]) < far(said["higher"])
        assert abs(term.p_lower - said["lower"]) < far(said["lower"])


def test_a_correlation_of_few_people_has_the_p_of_all_renamings():
    # Ana, Ben and Cy trust Di; Ana and Ben help her, Cy does not.
    trusts, helps = np.zeros((4, 4)), np.zeros((4, 4))
    trusts[[0, 1, 2], 3] = 1
    helps[[0, 1], 3] = 1
    found = weft.relate(network_of({"trusts": trusts, "helps": helps}), "helps", on=["trusts"])
    products = [(trusts[np.ix_(p, p)] * helps).sum() for p in map(list, permutations(range(4)))]
    # Di stays Di in 6 of 24, and then both of her helpers meet one who trusts her.
    assert products.count(2) == 6
    (term,) = found.terms
    assert (found.permutations, found.every) == (24, True)
    assert term.p_higher == 6 / 24
    assert term.p_lower == 1.0
    # 12 pairs, 3 and 2 of them tied: (2 - 6/12) / sqrt((3 - 9/12) (2 - 4/12))
    assert term.correlation == pytest.approx(1.5 / np.sqrt(2.25 * 5 / 3))
    assert term.p == term.correlation_p == 6 / 24


def t_of_first(y, x, z, off):
    """Return the t of x in the regression of y on x and z, as its definition says it."""
    design = np.column_stack([x[off], np.ones(off.sum()), z[off]])
    solution = np.linalg.lstsq(design, y[off], rcond=None)[0]
    left = y[off] - design @ solution
    variance = left @ left / (off.sum() - 3) * np.linalg.inv(design.T @ design)[0, 0]
    return solution[0] / np.sqrt(variance)


def test_p_values_are_shares_of_regressions_with_what_is_left_of_a_term_renamed():
    rng = np.random.default_rng(20)
    off = ~np.eye(6, dtype=bool)
    x = random_ties(rng, 6, 0.4)
    z = np.where(rng.random((6, 6)) < 0.3, random_ties(rng, 6, 0.4), x)
    y = np.where(rng.random((6, 6)) < 0.5, random_ties(rng, 6, 0.4), x)
    left = np.zeros((6, 6))
    design = np.column_stack([np.ones(off.sum()), z[off]])
    left[off] = x[off] - design @ np.linalg.lstsq(design, x[off], rcond=None)[0]
    drawn = np.array(
        [t_of_first(y, left[np.ix_(p, p)], z, off) for p in map(list, permutations(range(6)))]
    )
    term = weft.relate(network_of({"x": x, "y": y, "z": z}), "y", on=["x", "z"])["x"]
    assert term.t == pytest.approx(drawn[0]) == pytest.approx(t_of_first(y, x, z, off))
    assert term.p_higher == (drawn >= drawn[0] - 1e-6).mean()
    assert term.p_lower == (drawn <= drawn[0] + 1e-6).mean()
    assert term.p == (np.abs(drawn) >= abs(drawn[0]) - 1e-6).mean()


def test_random_renamings_come_to_the_same_as_all_of_them():
    rng = np.random.default_rng(4)
    x, z = random_ties(rng, 7), random_ties(rng, 7)
    y = np.where(rng.random((7, 7)) < 0.3, x, random_ties(rng, 7))
    net = network_of({"x": x, "y": y, "z": z})
    every = weft.relate(net, "y", on=["x", "z"])
    some = weft.relate(net, "y", on=["x", "z"], permutations=5_000, seed=1)
    assert (every.permutations, every.every) == (5_040, True)
    assert (some.permutations, some.every) == (5_000, False)
    for one, other in zip(every.terms, some.terms, strict=True):
        assert (one.coefficient, one.t) == (other.coefficient, other.t)
        assert abs(one.p - other.p) < far(one.p, 5_000)


def test_two_relations_alone_are_correlated_as_by_qap():
    rng = np.random.default_rng(5)
    net = network_of({"x": random_ties(rng, 20), "y": random_ties(rng, 20)})
    (term,) = weft.relate(net, "y", on=["x"], permutations=500, seed=3).terms
    found = qap(net.graph("y"), net.graph("x"), 500, seed=3)
    assert term.correlation == pytest.approx(found.observed)
    high = (found.drawn >= found.observed - 1e-9).sum()
    assert term.p_higher == pytest.approx((high + 1) / 501, abs=2 / 501)


def test_p_values_are_uniform_where_a_term_adds_nothing_to_another():
    # y follows x, and z follows x: y and z go together, but not beyond x.
    rng = np.random.default_rng(6)
    p, alone = [], []
    for at in range(200):
        x = random_ties(rng, 14)
        y, z = (np.where(rng.random((14, 14)) < 0.6, x, random_ties(rng, 14)) for _ in range(2))
        net = network_of({"x": x, "y": y, "z": z})
        term = weft.relate(net, "y", on=["z", "x"], permutations=199, seed=at)["z"]
        p.append(term.p_higher)
        alone.append(term.correlation_p)
    distance = np.abs(np.sort(p) - (np.arange(200) + 0.5) / 200).max()
    assert distance < 1.95 / np.sqrt(200)
    assert np.mean(alone) < 0.05


def test_what_the_silent_would_have_said_is_unknown_and_stays_where_it_is():
    rng = np.random.default_rng(7)
    x = random_ties(rng, 10)
    y = np.where(rng.random((10, 10)) < 0.2, random_ties(rng, 10), x)
    said = ["no" if i in {2, 5, 6} else "yes" for i in range(10)]
    x[[2, 5, 6]] = y[[2, 5, 6]] = 0
    net = network_of({"x": x, "y": y}, people={"responded": said})
    found = weft.relate(net, "y", on=["x"], permutations=50_000)
    assert (found.people, found.answered, found.dyads, found.possible) == (10, 7, 63, 90)
    assert "people renamed only among those of whom the same is known" in found.method
    known = ~np.eye(10, dtype=bool)
    known[[2, 5, 6]] = False
    assert found.terms[0].correlation == pytest.approx(np.corrcoef(x[known], y[known])[0, 1])
    # 7! ways for those who answered times 3! for the others
    assert (found.permutations, found.every) == (30_240, True)


def test_pairs_with_a_blank_attribute_are_left_out():
    ring = np.roll(np.eye(6), 1, axis=1)
    people = {"office": ["a", "a", "a", "b", "b", None], "age": ["30", "31", "40", "50", None, "8"]}
    net = network_of({"x": ring}, people=people)
    found = weft.relate(net, "x", on=["same:office", "difference:age"], permutations=50)
    assert (found.dyads, found.possible) == (4 * 3, 30)
    # Of the four who are known of: ties of the ring are p0-p1, p1-p2 (same office), p2-p3 (not).
    alone = weft.relate(net, "x", on=["same:office"], permutations=50)
    ties = np.array([ring[i, j] for i in range(5) for j in range(5) if i != j])
    same = np.array([float((i < 3) == (j < 3)) for i in range(5) for j in range(5) if i != j])
    assert alone["same:office"].correlation == pytest.approx(np.corrcoef(ties, same)[0, 1])
    with pytest.raises(InvalidRequestError, match="office of person p0 is 'a'; expected a number"):
        weft.relate(net, "x", on=["difference:office"])


def test_strengths_count_where_asked():
    rng = np.random.default_rng(8)
    x = random_ties(rng) * rng.integers(1, 5, (12, 12))
    y = np.where(rng.random((12, 12)) < 0.3, random_ties(rng), x)
    net = network_of({"x": x, "y": y})
    found = weft.relate(net, "y", on=["x"], weighted=True, permutations=99)
    off = ~np.eye(12, dtype=bool)
    slope = np.polyfit(x[off], y[off], 1)
    assert (found.terms[0].coefficient, found.intercept) == pytest.approx(tuple(slope))
    assert "strong" in found.sentence


def test_sentences_say_what_goes_with_what():
    rng = np.random.default_rng(9)
    x = random_ties(rng, 20)
    y = np.where(rng.random((20, 20)) < 0.3, random_ties(rng, 20), x)
    net = network_of({"trusts": x, "turns_to": y, "works": random_ties(rng, 20)})
    found = weft.relate(net, "turns_to", on=["trusts", "works"], permutations=999)
    points = f"{100 * found['trusts'].coefficient:.0f}"
    assert found.sentence == (
        f"turns_to goes with trusts, beyond works: a tie of turns_to is {points} percentage points "
        "likelier where there is one of trusts (p = 0.001). turns_to has no more to do with works "
        f"than chance would give, beyond trusts (p = {found['works'].p:.2g})."
    )


def test_what_is_the_same_everywhere_or_told_by_others_is_undefined():
    rng = np.random.default_rng(10)
    x, y = random_ties(rng), random_ties(rng)
    net = network_of({"x": x, "again": x, "y": y}, people={"office": ["a"] * 12})
    found = weft.relate(net, "y", on=["same:office", "x"], permutations=99)
    assert found["same:office"].undefined_because == (
        "same:office: undefined, because it is the same between all pairs that are known."
    )
    assert found["x"] == weft.relate(net, "y", on=["x"], permutations=99)["x"]
    found = weft.relate(net, "y", on=["x", "again"], permutations=99)
    assert [term.undefined_because for term in found.terms] == [
        "x: undefined, because x is told fully by again.",
        "again: undefined, because again is told fully by x.",
    ]
    found = weft.relate(net, "x", on=["again", "y"], permutations=99)
    assert (found["again"].t, found["again"].p) == (None, 1 / 100)
    assert found["y"].undefined_because == "y: undefined, because x is told fully by again."


def test_a_relation_between_all_or_too_few_people_is_undefined():
    everyone = np.ones((5, 5)) - np.eye(5)
    ring = np.roll(np.eye(5), 1, axis=1)
    net = network_of({"x": ring, "all": everyone})
    assert weft.relate(net, "all", on=["x"]).undefined_because == (
        "Undefined, because all is the same between all pairs that are known."
    )
    two = network_of({"x": np.array([[0, 1], [0, 0]]), "y": np.array([[0, 0], [1, 0]])})
    assert weft.relate(two, "x", on=["y"]).sentence == (
        "Undefined, because 2 people are in the network and 3 are needed."
    )
    said = {"office": ["a"] + [None] * 4}
    few = weft.relate(network_of({"x": ring}, people=said), "x", on=["same:office"])
    assert few.sentence == (
        "Undefined, because everything named is known of 0 pairs, and 3 are needed."
    )
    assert few.terms == ()


def test_terms_that_cannot_be_meant_are_refused():
    net = network_of({"x": random_ties(np.random.default_rng(1))}, people={"age": ["3"] * 12})
    with pytest.raises(InvalidRequestError, match="expected at least one relation"):
        weft.relate(net, "x", on=[])
    with pytest.raises(InvalidRequestError, match="x is named 2 times"):
        weft.relate(net, "x", on=["x"])
    with pytest.raises(UnknownNameError, match=r"no relation “y”; there is: x"):
        weft.relate(net, "x", on=["y"])
    with pytest.raises(UnknownNameError, match="attribute of people “office”; there is: age"):
        weft.relate(net, "x", on=["same:office"])
    with pytest.raises(InvalidRequestError, match="permutations=0"):
        weft.relate(net, "x", on=["same:age"], permutations=0)


def test_figures_are_the_same_with_and_without_the_core():
    rng = np.random.default_rng(11)
    net = network_of({name: random_ties(rng, 15) for name in "xyz"})
    fast, slow = both_ways(lambda: weft.relate(net, "y", on=["x", "z"], permutations=300, seed=4))
    assert fast == slow


def test_progress_is_told_over_all_terms_and_what_it_raises_ends_the_work():
    rng = np.random.default_rng(12)
    net = network_of({name: random_ties(rng, 60) for name in "xyz"})
    told = []

    def stop(done, of):
        told.append((done, of))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        weft.relate(net, "y", on=["x", "z"], permutations=5_000_000, tell=stop)
    assert told[0][1] == 20_000_000


def test_a_relation_without_direction_counts_each_pair_once_unless_another_has_one():
    rng = np.random.default_rng(13)
    x, y = random_ties(rng), random_ties(rng)
    both = network_of({"x": np.maximum(x, x.T), "y": np.maximum(y, y.T)}, directed=False)
    assert both.declared("x") == Relation(name="x", directed=False)
    assert weft.relate(both, "y", on=["x"], permutations=9).dyads == 66
    mixed = network_of({"works_with": np.maximum(x, x.T), "y": y})
    assert weft.relate(mixed, "y", on=["works_with"], permutations=9).dyads == 132
