"""Everything a portrait is made from: the figures, the ties behind them, and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from weft.engine import Tell, memory, part, telling
from weft.measures import Measure, measure, registered
from weft.measures.for_each_person import values_by_person
from weft.network import Relation, require
from weft.network.parts_played import CONNECTION, LEADERSHIP, TRUST, PartsPlayed

if TYPE_CHECKING:
    from weft.change import Change
    from weft.network import Graph, Network

UNNAMED_RELATION = "ties"
SURE_COVERAGE, LOW_COVERAGE = 0.80, 0.65
"""From 80 % of people answering a portrait reads as it stands; below 65 % with caution only."""


@dataclass(frozen=True, slots=True)
class Question:
    """A chapter before it is answered: its question, and the figures by the part they rest on."""

    id: str
    title: str
    figures: tuple[tuple[str, str], ...]


def _for(part: str, *measure_ids: str) -> tuple[tuple[str, str], ...]:
    return tuple((measure_id, part) for measure_id in measure_ids)


QUESTIONS = (
    Question(
        "call",
        "What kind of network are we, and what leadership does it call for?",
        _for(CONNECTION, "phase", "density", "mean_degree", "mean_strength", "reach_2", "reach_3")
        + _for(CONNECTION, "efficiency", "largest_component_share", "transitivity", "modularity")
        + _for(CONNECTION, "core_periphery", "mixing", "assortativity")
        + _for(CONNECTION, "coverage_people", "coverage_dyads_once", "coverage_dyads_twice"),
    ),
    Question(
        "look",
        "What does leadership look like here?",
        _for(LEADERSHIP, "effective_leaders", "leadership_coverage", "leadership_density")
        + _for(LEADERSHIP, "leadership_centralization", "leadership_gini", "steward_share")
        + _for(LEADERSHIP, "hierarchy", "connectedness", "hierarchy_efficiency")
        + _for(LEADERSHIP, "least_upper_boundedness")
        + _for(CONNECTION, "betweenness_centralization", "steward_betweenness_share"),
    ),
    Question(
        "support",
        "How do we support it?",
        _for(TRUST, "reciprocity", "reciprocity_beyond_density")
        + _for(CONNECTION, "concordance")
        + _for(TRUST, "trust_received", "trust_asymmetry")
        + _for(CONNECTION, "two_connected_share", "cut_people", "removal_loss", "robustness")
        + _for(CONNECTION, "brokerage", "constraint", "effective_size"),
    ),
    Question(
        "changing",
        "What is it changing?",
        _for(CONNECTION, "persistence", "emergence", "jaccard")
        + _for(LEADERSHIP, "fade", "lift", "leadership_turnover"),
    ),
)
"""The four questions that networks ask, in their order."""

COMPARED = ("effective_leaders", "leadership_centralization", "leadership_gini", "steward_share")
"""Of which figures it is tested whether they rose or fell between two waves."""

FEWEST_DRAWS, MOST_PEOPLE_COMPARED = 20, 500
"""Two waves are compared with so many draws at least, and of so many people at most."""

STEPS_AFTER = ("cut_people", "what changed", "map")
"""What is still to be done once all figures are known, as it is told."""

STEPS = sum(len(question.figures) for question in QUESTIONS) + len(STEPS_AFTER)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Findings:
    """What was found out about one network in one wave.

    Attributes
    ----------
    network : Network
        Up to and including the wave of the portrait.
    parts : PartsPlayed
    group : str or None
        The attribute that groups people.
    measures : mapping of str to Measure
        By id; without those that need groups where there are none.
    connection, trust, leadership : Graph
        The ties that play each part, in the wave of the portrait.
    cut : bool array, shape (n_people,)
        Who is the only way to somebody else, in most draws of what the silent would have said;
        empty where that was not computed.
    change : Change or None
        Who leads in the first wave and in this one, compared; None of one wave, of many people, and
        where no ranges are asked for.
    """

    network: Network
    parts: PartsPlayed
    group: str | None
    measures: Mapping[str, Measure]
    connection: Graph
    trust: Graph
    leadership: Graph
    cut: NDArray[np.bool_]
    change: Change | None = None

    def value(self, measure_id: str) -> float | None:
        """Return a figure as a number; None where it is undefined, a name or left out."""
        found = self.measures.get(measure_id)
        return found.value if found and isinstance(found.value, int | float) else None

    def said(self, measure_id: str, form: Callable[[float], str]) -> str | None:
        """Return a figure as it reads in a sentence: as a range, where one can be heard."""
        found = self.measures.get(measure_id)
        if found is None or not isinstance(found.value, int | float):
            return None
        if found.low is None or found.high is None:
            return form(found.value)
        low, high = form(found.low), form(found.high)
        return low if low == high else f"{low} to {high}"

    @property
    def phase(self) -> str | None:
        """The name of the kind of network; None where it is undefined or was not computed."""
        found = self.measures["phase"]
        return None if found.value is None else str(found.value)

    @property
    def n(self) -> int:
        """How many people are within the boundary of the wave."""
        return self.connection.n

    @property
    def response(self) -> float | None:
        """The share of people who answered."""
        return self.connection.n_answered / self.n if self.n else None

    @property
    def stewards(self) -> int:
        """How many of the people are stewards."""
        return int(self.connection.people.steward.sum())

    @property
    def two_waves(self) -> bool:
        """Whether there is a wave to compare with."""
        return len(self.network.waves) >= 2


def gathered(
    network: Network,
    parts: PartsPlayed,
    group: str | None,
    *,
    draws: int,
    seed: int,
    interval: bool,
    tell: Tell | None,
) -> Findings:
    """Return all figures of the four chapters and the ties they rest on."""
    graphs = [network.graph(parts.of(part)) for part in (CONNECTION, TRUST, LEADERSHIP)]
    people, ties = max(graph.n for graph in graphs), max(graph.m for graph in graphs)
    require(memory.for_portrait(people, ties), "The figures of this portrait")
    wanted = [figure for question in QUESTIONS for figure in question.figures]
    alike = () if group is None else (group,)
    measures = {}
    for done, (measure_id, relation) in enumerate(wanted):
        found = registered(measure_id)
        options: dict[str, Any] = {"draws": draws, "interval": interval, "alike": alike}
        options["tell"] = part(tell, done, STEPS, measure_id)
        if group is not None and "group" in found.options:
            options["group"] = group
        if "group" in found.declaration.needs and group is None:
            continue
        measures[measure_id] = measure(
            network, measure_id, relation=parts.of(relation), seed=seed, **options
        )
    with telling(part(tell, len(wanted), STEPS, STEPS_AFTER[0])):
        cut = _cut_in_most_draws(network, parts.connection, draws=draws, seed=seed, alike=alike)
    if tell is not None:
        tell(len(wanted) + 1, STEPS, STEPS_AFTER[1])
    change = _compared(network, parts.leadership, draws=draws, seed=seed) if interval else None
    if tell is not None:
        tell(len(wanted) + 2, STEPS, STEPS_AFTER[2])
    return Findings(
        network=network,
        parts=parts,
        group=group,
        measures=measures,
        connection=graphs[0],
        trust=graphs[1],
        leadership=graphs[2],
        cut=cut,
        change=change,
    )


def _compared(network: Network, relation: str, *, draws: int, seed: int) -> Change | None:
    """Return the first and the last wave compared; None where there is nothing to compare."""
    waves = network.waves
    if len(waves) < 2:
        return None
    ends = [network.graph(relation, wave) for wave in (waves[0], waves[-1])]
    if max(graph.n for graph in ends) > MOST_PEOPLE_COMPARED or not all(g.m for g in ends):
        return None
    from weft.change import make_change

    return make_change(
        network,
        waves[0],
        waves[-1],
        relation=relation,
        figures=COMPARED,
        draws=max(draws, FEWEST_DRAWS),
        seed=seed,
    )


def _cut_in_most_draws(
    network: Network, relation: str, *, draws: int, seed: int, alike: tuple[str, ...]
) -> NDArray[np.bool_]:
    shares = values_by_person(
        network, "cut_people", relation=relation, draws=draws, seed=seed, alike=alike
    )
    most: NDArray[np.bool_] = shares > 1 / 2  # nan, where it is undefined, is not above
    return most


def up_to_wave(network: Network, wave: str | int | None) -> Network:
    """Return the network as it stood in a wave: the later ones are set aside."""
    if wave is None:
        return network
    (chosen,) = network.wave(wave).waves
    upto = network.waves[: network.waves.index(chosen) + 1]
    return replace(network, chosen_waves=upto)


def with_a_relation(network: Network) -> Network:
    """Return the network with a relation without ties where the data have none at all."""
    if network.relations:
        return network
    return replace(
        network,
        all_relations=(Relation(name=UNNAMED_RELATION),),
        chosen_relations=(UNNAMED_RELATION,),
    )
