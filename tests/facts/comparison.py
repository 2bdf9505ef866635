"""Every figure that Weft computes too, for every slice of the real networks."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import weft

ROLES = {
    "w_I": "coordinator",
    "w_O": "consultant",
    "b_IO": "representative",
    "b_OI": "gatekeeper",
    "b_O": "liaison",
}
"""R sna's names for the roles of a broker, and Weft's."""


TOLERANCE = 1e-9


@dataclass(frozen=True)
class Comparison:
    """One figure: what the other programs say (rounded, in some files), and what Weft says."""

    figure: str
    expected: float
    found: float | None
    digits: int | None = None

    @property
    def apart(self) -> float:
        if self.found is None:
            return 0.0 if math.isnan(self.expected) else math.inf
        found = self.found if self.digits is None else round(self.found, self.digits)
        return abs(self.expected - found)

    @property
    def agrees(self) -> bool:
        return self.apart <= TOLERANCE


def number(
    measure_id: str, part: str | None = None, **options: Any
) -> Callable[[Any], float | None]:
    """Return how to get one figure, or one part of it, from a network."""

    def of(net: weft.Network) -> float | None:
        measure = weft.measure(net, measure_id, interval=False, **options)
        return measure.value if part is None else measure.parts.get(part)

    return of


BOTH = {
    "nodes": len,
    "ties": lambda net: net.graph().m,
    "density": number("density"),
    "isolates": number("largest_component_share", "isolates"),
    "articulation_points_undirected": number("cut_people"),
    "centralization_betweenness": number("betweenness_centralization"),
    "krackhardt_connectedness": number("connectedness"),
    "burt_constraint_mean": number("constraint"),
    "transitivity_undirected": number("transitivity", kind="undirected"),
}
DIRECTED = {
    "mutual_dyads": number("reciprocity", "mutual"),
    "asymmetric_dyads": number("reciprocity", "asymmetric"),
    "null_dyads": number("reciprocity", "null"),
    "reciprocity_arc": number("reciprocity"),
    "reciprocity_dyad": number("reciprocity", count="dyads"),
    "reciprocity_dyadic_including_null_dyads": number("reciprocity", count="dyads_with_null"),
    "transitivity_directed_weak": number("transitivity", kind="weak"),
    "transitivity_directed_strong": number("transitivity", kind="strong"),
    "centralization_indegree": number("leadership_centralization"),
    "centralization_outdegree": number("leadership_centralization", of="out"),
    "gini_indegree": number("leadership_gini", normalised=False),
    "gini_outdegree": number("leadership_gini", of="out", normalised=False),
    "weak_components": number("largest_component_share", "components"),
    "strong_components": number("largest_component_share", "strong_components"),
    "krackhardt_hierarchy": number("hierarchy"),
    "krackhardt_efficiency_directed_arcs": number("hierarchy_efficiency", count="arcs"),
    "krackhardt_efficiency_underlying_graph": number("hierarchy_efficiency"),
    "krackhardt_lubness": number("least_upper_boundedness"),
}
UNDIRECTED = {
    "centralization_degree": number("leadership_centralization", of="all"),
    "gini_degree": number("leadership_gini", of="all", normalised=False),
    "components": number("largest_component_share", "components"),
    "krackhardt_efficiency_graph": number("hierarchy_efficiency"),
}
BY_PERSON = {
    "burt_constraint_by_person": ("constraint", 10),
    "indegree_by_person": ("leadership_centralization", None),
    "betweenness_by_person_igraph": ("betweenness_centralization", 8),
}
"""Figures for each person, with the number of digits to which the file rounds them."""


@cache
def folders(data: Path) -> tuple[Path, ...]:
    """Return the folders of data sets that have figures."""
    return tuple(sorted(path.parent for path in data.glob("*/facts.json")))


def slices_of(folder: Path) -> Iterator[tuple[str, dict[str, Any], weft.Network]]:
    """Yield each slice of a data set: its name, its figures, and the network read by Weft."""
    rebuild = run_path(str(folder.parent / "slices.py"))
    meta, people, ties = rebuild["load"](folder)
    facts = json.loads((folder / "facts.json").read_text())["slices"]
    for spec in meta["slices"]:
        if spec["name"] not in facts:
            continue
        ids, pairs = rebuild["extract"](spec, people, ties)
        chosen = people[people.id.isin(set(ids))].set_index("id").loc[ids].reset_index()
        net = weft.read(
            {"source": [a for a, _ in pairs], "target": [b for _, b in pairs]},
            people=chosen,
            undirected=() if spec.get("directed", True) else ("ties",),
            everyone_answered=True,
        )
        yield spec["name"], facts[spec["name"]]["facts"], net


def comparisons(folder: Path) -> Iterator[tuple[str, Comparison]]:
    """Yield every figure of a data set that both Weft and the other programs compute."""
    for name, facts, net in slices_of(folder):
        mine = BOTH | (DIRECTED if net.graph().directed else UNDIRECTED)
        for figure, fact in facts.items():
            if figure in mine and (expected := agreed(fact)) is not None:
                yield name, Comparison(figure, expected, mine[figure](net))
            elif figure in BY_PERSON:
                yield name, worst_person(figure, fact.get("igraph", fact), net)
            elif figure == "brokerage":
                for comparison in brokers(fact, net):
                    yield name, comparison


LARGE = {
    "nodes": len,
    "ties_without_self_ties_and_duplicates": lambda net: net.graph().m,
    "density": number("density"),
    "reciprocity_arc": number("reciprocity"),
    "reciprocity_dyad": number("reciprocity", count="dyads"),
    "weak_components": number("largest_component_share", "components"),
    "strong_components": number("largest_component_share", "strong_components"),
    "centralization_indegree": number("leadership_centralization"),
    "transitivity_undirected": number("transitivity", kind="undirected"),
    "articulation_points_undirected": number("cut_people"),
    "gini_indegree": number("leadership_gini", normalised=False),
}


def large_comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the figures of a network of half a million ties or more, read from its files."""
    facts = json.loads((folder / "facts.json").read_text())["facts"]
    net = weft.read(folder / "ties.csv.gz", people=folder / "people.csv.gz", everyone_answered=True)
    for figure, fact in facts.items():
        if figure in LARGE:
            yield Comparison(figure, agreed(fact), LARGE[figure](net))


def comparable(folder: Path) -> int:
    """Return how many figures of a data set Weft computes too, without computing them."""
    slices = json.loads((folder / "facts.json").read_text())["slices"]
    mine = BOTH | DIRECTED | UNDIRECTED
    figures = [(figure, fact) for one in slices.values() for figure, fact in one["facts"].items()]
    plain = sum(figure in mine and agreed(fact) is not None for figure, fact in figures)
    by_person = sum(figure in BY_PERSON for figure, _ in figures)
    brokered = [
        group for figure, fact in figures if figure == "brokerage" for group in fact.values()
    ]
    return plain + by_person + (len(ROLES) + 1) * sum(group["agree"] for group in brokered)


def agreed(fact: dict[str, Any]) -> float | None:
    """Return the figure the programs agree on; None where they do not."""
    by = fact.get("by", {})
    if "own_documented_definition" in by:  # R sna's least upper boundedness has its test reversed
        return float(by["own_documented_definition"])
    if fact.get("agree") is False:
        return None
    return float(fact["value"])


def brokers(fact: dict[str, Any], net: weft.Network) -> Iterator[Comparison]:
    """Yield the counts of brokers' roles, and their total, for each grouping."""
    for group, counted in fact.items():
        if counted["agree"]:
            found = weft.measure(net, "brokerage", group=group)
            for key, role in ROLES.items():
                yield Comparison(f"brokerage {role}", counted["own"][key], found.parts[role])
            yield Comparison("brokerage", counted["own"]["t"], found.value)


def worst_person(figure: str, fact: dict[str, float], net: weft.Network) -> Comparison:
    """Return the comparison of the person on whom the programs are farthest apart."""
    measure_id, digits = BY_PERSON[figure]
    found = weft.by_person(net, measure_id)
    each = [
        Comparison(figure, math.nan if value is None else float(value), found[person], digits)
        for person, value in fact.items()
    ]
    return max(each, key=lambda comparison: comparison.apart)
