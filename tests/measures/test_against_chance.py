"""A figure is set against chance as it is declared, and says whether it is more."""

import numpy as np
import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.shapes import core_and_rim, network_of
from weft.measures import against_chance as module
from weft.measures import declarations, registered
from weft.measures.against_chance import IN_BATCHES, KEPT, Request
from weft.measures.declaration import Null
from weft.network import InvalidRequestError


def some_network(n=16, chance=0.2, *, seed=1, answered=None, directed=True):
    """Return a network with groups, stewards and strengths."""
    rng = np.random.default_rng(seed)
    ties = rng.random((n, n)) < chance
    np.fill_diagonal(ties, val=False)
    said = np.ones(n, dtype=bool) if answered is None else answered
    i, j = np.nonzero((ties if directed else np.triu(ties)) & said[:, None])
    return weft.read(
        {
            "source": [f"p{v}" for v in i],
            "target": [f"p{v}" for v in j],
            "relation": ["trusts" if directed else "works_with"] * len(i),
            "weight": rng.integers(1, 5, len(i)).astype(float).tolist(),
        },
        people={
            "id": [f"p{v}" for v in range(n)],
            "group": [str(v % 3) for v in range(n)],
            "steward": ["yes" if v % 7 == 3 else "no" for v in range(n)],
            "responded": ["yes" if a else "no" for a in said],
        },
    )


def figures_of(network_, measure_id, against, *, draws=40, **options):
    found = registered(measure_id)
    if "null_draws" in found.options:
        options["null_draws"] = 0
    request = Request(against, draws, 0, "impute")
    return module._figures(network_.graph(), found, options, request, many=draws, first=0)


OF_ONE_WAVE = [
    declaration
    for declaration in declarations()
    if "two waves" not in declaration.needs
    and "as_reported" not in declaration.silence
    and declaration.id != "phase"
]


@pytest.mark.parametrize("declaration", OF_ONE_WAVE, ids=lambda declaration: declaration.id)
def test_a_null_model_settles_the_figures_that_say_so_and_no_others(declaration):
    for directed in (True, False):
        net = some_network(40, 0.035, seed=2, directed=directed)
        own = registered(declaration.id)
        options = {"group": "group"} if "group" in own.options else {}
        for against in KEPT:
            if against == "labels" or (against == "dyads" and not directed):
                continue
            drawn = figures_of(net, declaration.id, against, **options)
            drawn = drawn[~np.isnan(drawn)]
            settled = against in declaration.settled_by
            observed = own.figure(net.graph(), **options).value
            if settled and observed is not None:
                np.testing.assert_allclose(drawn, observed, rtol=0, atol=1e-12)
            elif len(drawn):
                assert np.ptp(drawn) > 1e-9, against


@pytest.mark.parametrize("measure_id", IN_BATCHES)
@pytest.mark.parametrize("against", ["size", "dyads", "degrees"])
def test_figures_in_batches_are_those_of_a_graph_of_each_network(measure_id, against, monkeypatch):
    for directed in (True, False):
        if against == "dyads" and not directed:
            continue
        net = some_network(12, 0.25, seed=3, directed=directed)
        fast = figures_of(net, measure_id, against)
        monkeypatch.setattr(module, "IN_BATCHES", {})
        monkeypatch.setattr(module, "AT_ONCE", 7)
        slow = figures_of(net, measure_id, against)
        monkeypatch.undo()
        np.testing.assert_allclose(fast, slow, rtol=0, atol=1e-12)


def test_chance_is_that_of_all_networks_of_the_kind_worked_out_by_hand():
    # Two ties among three people can lie in 15 ways, of which 3 are one pair naming each other.
    net = network(["Ana Ben", "Ben Ana"], people="Ana Ben Cy")
    m = weft.measure(net, "reciprocity", against="size", null_draws=9_999, seed=1)
    (null,) = m.nulls
    margin = 5 * np.sqrt(0.2 * 0.8 / 9_999)
    assert (null.model, null.draws, null.sides) == ("as many people and ties", 9_999, 2)
    assert null.mean == pytest.approx(1 / 5, abs=margin)
    assert null.p_higher == pytest.approx(1 / 5, abs=margin)
    assert (null.p_lower, null.p) == (1.0, 2 * null.p_higher)
    assert m.sentence.endswith(
        f"That is no more than chance would give (as many people and ties: {null.mean:.2f} ± "
        f"{null.sd:.2f}; p = {null.p:.3f}, two-sided)."
    )


def test_who_is_who_is_dealt_out_anew_with_everyone_keeping_their_ties():
    # Ana is looked to by all others and is one of five who could be the steward: 1 in 5.
    people = {"id": ["Ana", "Ben", "Cy", "Di", "Eve"], "steward": ["yes", *["no"] * 4]}
    star = [(name, "Ana") for name in people["id"][1:]]
    net = weft.read(star, people=people, everyone_answered=True)
    (null,) = weft.measure(net, "steward_share", against="labels", null_draws=4_999).nulls
    assert null.p_higher == pytest.approx(1 / 5, abs=5 * np.sqrt(0.16 / 4_999))
    assert null.mean == pytest.approx(1 / 5, abs=5 * np.sqrt(0.16 / 4_999))


def test_p_values_are_uniform_where_chance_made_the_network():
    p = [
        weft.measure(some_network(15, seed=at), "transitivity", against="size", null_draws=199)
        .nulls[0]
        .p_higher
        for at in range(150)
    ]
    distance = np.abs(np.sort(p) - (np.arange(150) + 0.5) / 150).max()
    assert distance < 1.95 / np.sqrt(150)


def test_a_core_is_more_than_size_gives_and_no_more_than_degrees_give():
    net = network_of(core_and_rim(0))
    size = weft.measure(net, "core_periphery", against="size", null_draws=99)
    degrees = weft.measure(net, "core_periphery", against="degrees", null_draws=99)
    assert (size.nulls[0].p, size.nulls[0].p_higher) == (2 / 100, 1 / 100)
    assert degrees.nulls[0].p_higher > 0.5
    assert "That is more than chance would give" in size.sentence
    assert "more than chance" not in degrees.sentence.replace("no more than chance", "")


def test_what_is_unknown_is_drawn_before_a_figure_is_set_against_chance():
    answered = np.arange(16) % 4 > 0
    net = some_network(answered=answered, seed=5)
    m = weft.measure(net, "reciprocity", against="size", null_draws=500)
    assert m.value == weft.measure(net, "reciprocity").value
    (null,) = m.nulls
    assert null.draws == 500
    # Were the silent taken to have named nobody, chance would give a quarter less.
    density = weft.measure(net, "density").number
    assert null.mean == pytest.approx(density, rel=0.1)
    again = weft.measure(net, "reciprocity", against="size", null_draws=500)
    other = weft.measure(net, "reciprocity", against="size", null_draws=500, seed=1)
    assert again.nulls == m.nulls != other.nulls


def test_each_way_to_fill_in_is_held_against_networks_of_its_own(monkeypatch):
    asked, figures = [], module._figures

    def watched(graph, found, options, request, *, many, first):
        asked.append((first, many))
        return figures(graph, found, options, request, many=many, first=first)

    monkeypatch.setattr(module, "_figures", watched)
    net = some_network(answered=np.arange(16) % 4 > 0)
    weft.measure(net, "transitivity", against="size", null_draws=90, draws=3, interval=False)
    assert asked == [(0, 30), (30, 30), (60, 30)]


def test_strengths_are_dealt_out_anew_over_the_ties():
    graph = some_network().graph()
    drawn = list(module._networks(graph, Request("degrees", 5, 1, "impute"), many=5, first=0))
    assert {tuple(sorted(one.weight)) for one in drawn} == {tuple(sorted(graph.weight))}
    assert len({tuple(one.weight) for one in (graph, *drawn)}) == 6


def test_a_figure_that_is_undefined_stays_so_and_is_set_against_nothing():
    m = weft.measure(network([], people="Ana Ben Cy"), "reciprocity", against="size")
    assert (m.nulls, m.sentence) == ((), m.undefined_because)
    path = network(["Ana Ben", "Ben Cy"], people="Ana Ben Cy")
    (null,) = weft.measure(path, "transitivity", against="size", null_draws=300).nulls
    # Some networks of two ties have no way over two ties: they are left out.
    assert 0 < null.draws < 300


def test_sentences_say_more_less_or_neither():
    def said(p_higher, p_lower, sides):
        p = p_higher if sides == 1 else min(1.0, 2 * min(p_higher, p_lower))
        null = Null(
            model="kept", mean=0.5, sd=0.1, p=p, p_higher=p_higher, p_lower=p_lower,
            sides=sides, draws=99,
        )  # fmt: skip
        return null.sentence

    assert said(0.01, 1.0, 2) == (
        "That is more than chance would give (kept: 0.50 ± 0.10; p = 0.020, two-sided)."
    )
    assert said(1.0, 0.0002, 2) == (
        "That is less than chance would give (kept: 0.50 ± 0.10; p < 0.001, two-sided)."
    )
    assert said(0.2, 0.8, 2).startswith("That is no more than chance would give")
    assert said(0.8, 0.2, 2).startswith("That is no less than chance would give")
    assert said(1.0, 0.01, 1) == (
        "That is no more than chance would give (kept: 0.50 ± 0.10; p = 1.000, one-sided)."
    )


@pytest.mark.parametrize(
    ("measure_id", "options", "message"),
    [
        ("density", {"against": "size"}, "density cannot be set against size: it is the same"),
        ("reciprocity", {"against": "dyads"}, "It can be set against: size, degrees."),
        ("transitivity", {"against": "labels"}, "does not change with who is who"),
        ("assortativity", {"against": "labels"}, "does not change with who is who"),
        ("coverage_people", {"against": "size"}, "about the answers themselves"),
        ("jaccard", {"against": "size"}, "it compares two waves"),
        ("phase", {"against": "size"}, "phase is a name"),
        ("density", {"against": "chance"}, "expected one of 'size', 'dyads', 'degrees', 'labels'"),
        ("transitivity", {"against": "size", "null_draws": 0}, "null_draws=0"),
        ("transitivity", {"null_draws": 5}, "takes no option 'null_draws'"),
    ],
)
def test_what_cannot_be_meant_is_refused(measure_id, options, message):
    with pytest.raises(InvalidRequestError, match=message):
        weft.measure(some_network(), measure_id, **options)


def test_without_direction_there_are_no_dyads_to_keep():
    with pytest.raises(InvalidRequestError, match="works_with has no direction"):
        weft.measure(some_network(directed=False), "transitivity", against="dyads")
