"""What is simulated: a network as reported, and the truth that it falls short of."""

import dataclasses
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.simulate.simulated_tables import declared, matrix_of, people_table, reports_of
from weft.simulate import coalition

SEEDS = range(30)
NO_ERRORS = {"overlooked": 0, "invented": 0}

OPTIONS = st.fixed_dictionaries(
    {
        "people": st.integers(10, 30),
        "organisations": st.integers(1, 3),
        "waves": st.integers(1, 4),
        "response": st.floats(0.3, 1),
        "silent": st.sampled_from(["at_random", "less_popular", "more_popular"]),
        "reciprocity": st.floats(0, 1),
        "hand_over": st.floats(0, 1),
        "turnover": st.floats(0, 0.5),
        "introductions": st.floats(0, 0.5),
        "overlooked": st.floats(0, 0.9),
        "invented": st.floats(0, 5),
        "seed": st.integers(0, 2**64),
    }
)


@pytest.fixture(scope="module")
def many():
    return [coalition(seed=seed) for seed in SEEDS]


def test_default_network_is_what_the_demo_promises():
    simulated = coalition()
    network = simulated.network
    assert network.name == "Riverbend Food Coalition (fictional)"
    assert network.relations == ("works_with", "trusts", "turns_to")
    assert network.waves == ("1", "2")
    assert [(d.directed, d.scale) for d in network.all_relations] == [
        (False, None),
        (True, (1, 4)),
        (True, (1, 3)),
    ]
    assert len(set(network.people.attribute("organisation"))) == 4
    assert len(network.stewards) == 1
    assert [notice.kind for notice in network.notices] == ["fictional"]
    assert network.coverage() == [
        {
            "wave": wave,
            "people": 60,
            "answered": 49,
            "said_no": 11,
            "undeclared": 0,
            "rate": 49 / 60,
        }
        for wave in ("1", "2")
    ]


def test_the_convener_works_for_the_first_organisation():
    people = coalition().network.people
    convener = int(np.flatnonzero(people.steward)[0])
    roles = people.attribute("role")
    assert roles[convener] == "convener"
    assert roles.count("convener") == 1
    assert people.attribute("organisation")[convener] == "Riverbend Table"
    staff = {
        o
        for o, role in zip(people.attribute("organisation"), roles, strict=True)
        if role == "staff"
    }
    assert staff == {"Riverbend Table"}
    assert set(roles) == {"convener", "staff", "organiser", "member"}


def test_same_seed_gives_the_same_network_and_another_seed_another():
    first, again, other = coalition(seed=5), coalition(seed=5), coalition(seed=6)
    for kind in ("network", "truth"):
        assert reports_of(getattr(first, kind)) == reports_of(getattr(again, kind))
        assert people_table(getattr(first, kind)) == people_table(getattr(again, kind))
        assert reports_of(getattr(first, kind)) != reports_of(getattr(other, kind))
    assert first.introductions == again.introductions
    assert first.parameters == again.parameters
    assert first.seed == first.parameters.seed == 5


def test_result_is_frozen():
    simulated = coalition(people=10, organisations=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        simulated.seed = 3


@settings(max_examples=40, deadline=None)
@given(OPTIONS)
def test_whatever_is_asked_the_truth_is_whole_and_the_silent_report_nothing(options):
    simulated = coalition(**options)
    network, truth, asked = simulated.network, simulated.truth, simulated.parameters
    assert people_table(network)["ids"] == people_table(truth)["ids"]
    for wave in map(str, range(1, asked.waves + 1)):
        yes, no, unasked = declared(network, "responded", wave)
        invited, not_invited, _ = declared(network, "invited", wave)
        assert (len(yes), len(no)) == (asked.answers, asked.people - asked.answers)
        assert (yes | no, unasked) == (invited, not_invited)
        assert declared(truth, "responded", wave) == (invited, set(), not_invited)
        reporters = {report[0] for report in reports_of(network, wave)}
        assert reporters <= yes
        for kind in (network, truth):
            named = {end for report in reports_of(kind, wave) for end in report[1:3]}
            assert named <= invited
    assert all(
        reporter == source for reporter, source, *_ in reports_of(network) | reports_of(truth)
    )


@settings(max_examples=40, deadline=None)
@given(OPTIONS)
def test_truth_contains_every_report_that_invents_nothing(options):
    simulated = coalition(**options)
    observed, true = reports_of(simulated.network), reports_of(simulated.truth)
    assert {report[3] for report in observed - true} <= {"works_with"}
    without = coalition(**options | {"invented": 0})
    assert reports_of(without.network) <= true


def test_without_silence_and_error_the_network_is_the_truth():
    simulated = coalition(response=1, **NO_ERRORS)
    assert reports_of(simulated.network) == reports_of(simulated.truth)


def test_without_error_everything_true_of_those_who_answered_is_reported():
    simulated = coalition(**NO_ERRORS)
    expected = {
        report
        for report in reports_of(simulated.truth)
        if report[0] in declared(simulated.network, "responded", report[4])[0]
    }
    assert reports_of(simulated.network) == expected


def test_in_truth_both_ends_report_working_together():
    both = {row[1:3] for row in reports_of(coalition().truth, 1, "works_with")}
    assert both == {(target, source) for source, target in both}


def test_errors_are_as_frequent_as_asked(many):
    ties = reported = invented = asked = 0
    for simulated in many:
        for wave in (1, 2):
            true = matrix_of(simulated.truth, "works_with", wave)
            said = matrix_of(simulated.network, "works_with", wave)
            answered = simulated.network.people.declared("responded", str(wave)) == 1
            ties += true[answered].sum()
            reported += (true & said)[answered].sum()
            invented += (said & (1 - true))[answered].sum()
            asked += (59 - true[answered].sum(axis=1)).sum()
    assert reported / ties == pytest.approx(0.85, abs=0.01)
    assert invented / asked == pytest.approx(0.2 / 59, rel=0.1)


def test_ties_in_truth_are_as_many_as_declared(many):
    counts = {
        tuple(
            simulated.truth.graph(relation, wave).m
            for relation in ("works_with", "trusts", "turns_to")
            for wave in (1, 2)
        )
        for simulated in many
    }
    # 8 x 60 / 2; 5.5 x 60; 3 x 60, and 15 % more, as 3/10 of half is handed over
    assert counts == {(240, 240, 330, 330, 180, 207)}


@pytest.mark.parametrize("asked", [0.0, 0.3, 0.55, 1.0])
def test_trust_is_returned_as_often_as_asked(asked):
    for seed in range(5):
        trust = matrix_of(coalition(reciprocity=asked, seed=seed).truth, "trusts", 1)
        assert (trust * trust.T).sum() / trust.sum() == pytest.approx(asked, abs=1.001 / 330)


def test_scales_are_used_whole_in_the_declared_shares(many):
    for relation, shares in {
        "trusts": (0.15, 0.3, 0.35, 0.2),
        "turns_to": (0.3, 0.45, 0.25),
    }.items():
        for simulated in many[:5]:
            values = [row[5] for row in reports_of(simulated.truth, 1, relation)]
            counted = [values.count(value) / len(values) for value in range(1, len(shares) + 1)]
            assert counted == pytest.approx(shares, abs=1 / len(values))


def test_the_network_hangs_together_in_clusters_with_a_few_cut_people(many):
    cut = []
    for simulated in many:
        graph = simulated.truth.graph("works_with", 1)
        pairs = nx.Graph(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
        assert max(map(len, nx.connected_components(pairs))) > 0.9 * graph.n
        code, _ = graph.groups("organisation")
        by_chance = np.mean(code[:, None] == code[None, :])
        assert np.mean(code[graph.source] == code[graph.target]) > 2 * by_chance
        cut.append(len(list(nx.articulation_points(pairs))))
    assert 1 <= np.mean(cut) <= 6


def test_trust_and_leadership_follow_work(many):
    for simulated in many:
        work = matrix_of(simulated.truth, "works_with", 1) == 1
        for relation in ("trusts", "turns_to"):
            tied = matrix_of(simulated.truth, relation, 1)
            assert tied[work].mean() > 3 * tied[~work].mean()


def test_ties_last_from_wave_to_wave(many):
    for relation in ("works_with", "trusts", "turns_to"):
        kept = []
        for simulated in many:
            before, after = (matrix_of(simulated.truth, relation, wave) for wave in (1, 2))
            kept.append((before & after).sum() / before.sum())
        assert 0.6 < np.mean(kept) < 0.9


def test_it_scales_to_a_thousand_people():
    truth = coalition(people=1_000, organisations=20).truth
    graph = truth.graph("works_with", 1)
    assert (graph.n, graph.m) == (1_000, 4_000)


def test_simulating_does_not_import_what_only_pictures_need():
    show = (
        "import sys, weft; weft.simulate.coalition();"
        "print(*{'matplotlib', 'igraph', 'typst', 'scipy'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", show], text=True).split() == []


def test_the_module_is_public():
    assert weft.simulate.coalition is coalition
