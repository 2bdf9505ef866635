"""What holds of every measure, driven by the registry: a new measure is tested by being there."""

import re
from importlib import import_module

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import weft
from tests.strategies import read, tables
from weft.measures.declaration import Declaration, Measure
from weft.measures.registry import registered, where

IDS = tuple(where())
GROUPED = {"mixing", "brokerage"}
LATER = {
    "bus_factor",
    "introduction_effect",
    "matchmaking",
    "matchmaking_by_others",
    "referral_generosity",
}
DESIGNED = {
    "coverage_people",
    "coverage_dyads_once",
    "coverage_dyads_twice",
    "density",
    "mean_degree",
    "mean_strength",
    "reach_2",
    "reach_3",
    "efficiency",
    "largest_component_share",
    "reciprocity",
    "reciprocity_beyond_density",
    "concordance",
    "trust_received",
    "trust_asymmetry",
    "trust_variance_shares",
    "leadership_density",
    "leadership_centralization",
    "effective_leaders",
    "leadership_gini",
    "leadership_coverage",
    "steward_share",
    "fade",
    "lift",
    "leadership_turnover",
    "hierarchy",
    "connectedness",
    "hierarchy_efficiency",
    "least_upper_boundedness",
    "betweenness_centralization",
    "steward_betweenness_share",
    "removal_loss",
    "robustness",
    "two_connected_share",
    "cut_people",
    "bus_factor",
    "transitivity",
    "mixing",
    "assortativity",
    "modularity",
    "core_periphery",
    "phase",
    "brokerage",
    "constraint",
    "effective_size",
    "persistence",
    "emergence",
    "jaccard",
    "matchmaking",
    "matchmaking_by_others",
    "introduction_effect",
    "referral_generosity",
}
few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def declared(measure_id: str) -> Declaration:
    return registered(measure_id).declaration


def measure(net: weft.Network, measure_id: str, **options: object) -> Measure:
    if measure_id in GROUPED:
        options["group"] = "group"
    options.setdefault("draws", 5)
    return weft.measure(net, measure_id, **options)


def same(one: Measure, other: Measure) -> bool:
    if isinstance(one.value, float) and isinstance(other.value, float):
        return bool(np.isclose(one.value, other.value, rtol=1e-9, atol=1e-12))
    return one.value == other.value and one.undefined_because == other.undefined_because


def test_the_measures_are_those_of_the_design() -> None:
    assert set(IDS) == DESIGNED - LATER


@pytest.mark.parametrize("measure_id", IDS)
def test_the_name_of_the_module_the_function_and_the_declaration_are_one(measure_id: str) -> None:
    module = import_module(where()[measure_id])
    assert module.DECLARATION.id == measure_id
    assert getattr(module, measure_id).__name__ == measure_id
    assert where()[measure_id].split(".")[-2] == module.DECLARATION.family


@pytest.mark.parametrize("measure_id", IDS)
def test_the_docstring_has_every_part_and_the_range_of_the_declaration(measure_id: str) -> None:
    found = registered(measure_id)
    text = found.figure.__doc__ or ""
    sections = ("Parameters", "Returns", "See Also", "Notes", "References", "Examples")
    assert [section for section in sections if f"{section}\n    ---" not in text] == []
    rows = ("Range", "Unit", "Direction", "Level", "Undefined when")
    assert [row for row in rows if not re.search(rf"^    {row} ", text, re.MULTILINE)] == []
    said = re.search(r"^    Range +(.+)$", text, re.MULTILINE)
    assert said is not None
    bounds = [b for b in (found.declaration.low, found.declaration.high) if b is not None]
    assert [f"{b:g}" for b in bounds if not re.search(rf"(?<![\d.-]){b:g}(?!\d)", said[1])] == []


@pytest.mark.parametrize("measure_id", IDS)
@few
@given(drawn=tables(), directed=st.booleans())
def test_a_figure_lies_in_its_range_and_reads_as_a_sentence(
    measure_id: str, drawn: object, directed: bool
) -> None:
    found = measure(read(drawn, directed=directed), measure_id)
    assert found.sentence.endswith(".")
    if found.undefined_because is not None:
        assert found.undefined_because.startswith(
            ("Undefined, because ", "Not computed at this size")
        )
        assert found.value is None
    elif isinstance(found.value, float):
        low, high = declared(measure_id).low, declared(measure_id).high
        assert low is None or found.value >= low - 1e-9
        assert high is None or found.value <= high + 1e-9
    ranged = isinstance(found.value, float) and not declared(measure_id).no_interval_because
    width = (found.value, found.value, 0.9) if ranged else (None, None, None)
    assert (found.low, found.high, found.confidence) == width  # everybody answered


@pytest.mark.parametrize("measure_id", IDS)
@few
@given(drawn=tables(), directed=st.booleans(), order=st.randoms())
def test_relabelling_people_changes_nothing(
    measure_id: str, drawn: tuple[dict, dict], directed: bool, order: object
) -> None:
    ties, people = drawn
    positions = list(range(len(people["id"])))
    order.shuffle(positions)
    new_names = dict(zip(people["id"], [f"q{i}" for i in positions], strict=True))
    shuffled = {name: [column[i] for i in np.argsort(positions)] for name, column in people.items()}
    renamed = shuffled | {"id": [new_names[p] for p in shuffled["id"]]}
    moved = ties | {end: [new_names[p] for p in ties[end]] for end in ("source", "target")}
    assert same(
        measure(read(drawn, directed=directed), measure_id),
        measure(read((moved, renamed), directed=directed), measure_id),
    )


@pytest.mark.parametrize("measure_id", IDS)
@few
@given(drawn=tables(silent=True), directed=st.booleans(), order=st.randoms())
def test_the_order_of_rows_changes_nothing(
    measure_id: str, drawn: tuple[dict, dict], directed: bool, order: object
) -> None:
    ties, people = drawn
    rows = list(range(len(ties["source"])))
    order.shuffle(rows)
    moved = {name: [column[i] for i in rows] for name, column in ties.items()}
    one = measure(read(drawn, directed=directed), measure_id)
    other = measure(read((moved, people), directed=directed), measure_id)
    assert same(one, other)
    assert one.parts == pytest.approx(other.parts, nan_ok=True)


@pytest.mark.parametrize("measure_id", [i for i in IDS if not declared(i).isolates_change_it])
@few
@given(drawn=tables(), directed=st.booleans())
def test_an_isolate_moves_only_what_it_should(
    measure_id: str, drawn: tuple[dict, dict], directed: bool
) -> None:
    ties, people = drawn
    isolate = {"id": "alone", "group": "north", "steward": "no", "responded:1": "yes"}
    more = {name: [*column, isolate.get(name, "yes")] for name, column in people.items()}
    one = measure(read(drawn, directed=directed), measure_id)
    other = measure(read((ties, more), directed=directed), measure_id)
    assert one.value == pytest.approx(other.value)


@pytest.mark.parametrize("measure_id", [i for i in IDS if len(declared(i).silence) > 1])
@few
@given(drawn=tables(), directed=st.booleans())
def test_complete_data_give_the_same_under_each_policy(
    measure_id: str, drawn: object, directed: bool
) -> None:
    net = read(drawn, directed=directed)
    found = [measure(net, measure_id, silence=policy) for policy in declared(measure_id).silence]
    assert [other for other in found if not same(found[0], other)] == []


def network_of(
    people: int, *, answered: str, ties: tuple[tuple[str, str], ...] = ()
) -> weft.Network:
    ids = [f"p{i}" for i in range(people)]
    columns = {"source": [a for a, _ in ties], "target": [b for _, b in ties]}
    table = {
        "id": ids,
        "group": ["north"] * people,
        "steward": ["yes" if i == 0 else "no" for i in range(people)],
        "responded": [answered] * people,
    }
    return weft.read(columns, people=table)


@pytest.mark.parametrize("measure_id", IDS)
@pytest.mark.parametrize("people", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("answered", ["yes", "no"])
def test_degenerate_networks_give_a_figure_or_a_sentence_why_not(
    measure_id: str, people: int, answered: str
) -> None:
    found = measure(network_of(people, answered=answered), measure_id)
    assert (found.value is None) == (found.undefined_because is not None)
    if people < declared(measure_id).smallest:
        assert found.undefined_because is not None


@pytest.mark.parametrize("measure_id", IDS)
def test_an_unknown_option_or_policy_is_an_error_that_says_what_there_is(measure_id: str) -> None:
    net = network_of(3, answered="yes", ties=(("p0", "p1"),))
    with pytest.raises(weft.InvalidRequestError, match=f"{measure_id} takes no option 'colour'"):
        weft.measure(net, measure_id, colour="red")
    with pytest.raises(
        weft.InvalidRequestError, match=f"{measure_id} cannot be had with silence='zero'"
    ):
        weft.measure(net, measure_id, silence="zero")
