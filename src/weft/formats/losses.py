"""A network without something that a file cannot carry, each with the notice of what is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from weft.network import Network, Notice, Relation, Reports
from weft.network.relation import WITHOUT_DIRECTION
from weft.network.repeats import with_relations
from weft.network.unnamed import UNNAMED_RELATION, UNNAMED_WAVE

if TYPE_CHECKING:
    from weft.network import Graph

Lost = list[Notice]


def not_written(kind: str, text: str, count: int) -> Notice:
    """Return the notice of something that the file does not hold."""
    return Notice(kind=f"{kind}-not-written", text=text, count=count)


def _as_ties(network: Network, lost: Lost) -> Network:
    """Return the ties in place of the reports, unless every report is its own tie already."""
    reports = network.reports
    directed = np.array([r.directed for r in network.all_relations], dtype=bool)
    if directed.all() and (reports.reporter == reports.source).all():
        return network
    graphs = [network.graph(r, w) for r in network.relations for w in network.waves]
    ties = _joined([_reports_of(network, graph) for graph in graphs])
    if not _both_alike(reports, ties):
        text = "Who said so is not in the file: it holds the ties, with the mean strength reported."
        lost.append(not_written("reporters", text, len(reports)))
    _without_dates(network, lost)  # a tie has none: several reports may make it
    return replace(network, all_reports=ties, _compiled={})


def _both_alike(reports: Reports, ties: Reports) -> bool:
    """Return whether the reports say no more than the ties do."""
    return _facts(reports) == _facts(ties)


def _facts(reports: Reports) -> set[tuple[object, ...]]:
    ends = np.sort(np.stack([reports.source, reports.target]), axis=0)
    columns = (*ends, reports.reporter, reports.relation, reports.wave, reports.value)
    return set(zip(*(column.tolist() for column in columns), strict=True))


def _reports_of(network: Network, graph: Graph) -> Reports:
    """Return the ties of a graph as reports of the source, or of both ends where undirected."""
    ids = {person: i for i, person in enumerate(network.people.ids)}
    here = np.array([ids[person] for person in graph.people.ids], dtype=np.int32)
    source, target, value = here[graph.source], here[graph.target], graph.weight
    reporter = source
    if not graph.relation.directed:
        reporter = np.concatenate([source, target])
        source, target = np.tile(source, 2), np.tile(target, 2)
        value = np.tile(value, 2)
    names = [r.name for r in network.all_relations]
    n = len(source)
    return Reports(
        reporter=reporter.astype(np.int32),
        source=source.astype(np.int32),
        target=target.astype(np.int32),
        relation=np.full(n, names.index(graph.relation.name), dtype=np.int16),
        wave=np.full(n, network.all_waves.index(graph.wave), dtype=np.int16),
        value=value.astype(np.float64),
        date=np.full(n, None, dtype=object),
    )


def _joined(parts: list[Reports]) -> Reports:
    names = ("reporter", "source", "target", "relation", "wave", "value", "date")
    return Reports(**{n: np.concatenate([getattr(part, n) for part in parts]) for n in names})


def each_way(network: Network, lost: Lost) -> Network:
    """Return the network in which a tie without direction is two ties, one each way.

    A relation whose name goes without direction has none when it is read again.
    """
    undirected = [i for i, r in enumerate(network.all_relations) if not r.directed]
    if not undirected:
        return network
    network = _as_ties(network, lost)
    reports = network.all_reports
    by_target = (reports.reporter == reports.target) & np.isin(reports.relation, undirected)
    source = np.where(by_target, reports.target, reports.source)
    target = np.where(by_target, reports.source, reports.target)
    turned = replace(reports, source=source, target=target, reporter=source)
    names = ", ".join(network.all_relations[i].name for i in undirected)
    text = f"That these have no direction is not in the file; each tie is there both ways: {names}."
    lost.append(not_written("directions", text, len(undirected)))
    relations = tuple(
        replace(r, directed=r.directed or _usual(r.name).directed) for r in network.all_relations
    )
    return replace(network, all_reports=turned, all_relations=relations, _compiled={})


def _without_denials(network: Network, lost: Lost) -> Network:
    said_yes = network.all_reports.value > 0
    if said_yes.all():
        return network
    count = int((~said_yes).sum())
    reports, are = ("1 report", "is") if count == 1 else (f"{count:,} reports", "are")
    text = f"{reports} that there is no tie {are} not in the file."
    lost.append(not_written("denials", text, count))
    return replace(network, all_reports=network.all_reports.take(said_yes), _compiled={})


def _without_weights(network: Network, lost: Lost) -> Network:
    value = network.all_reports.value
    ones = np.where(value > 0, 1.0, 0.0)
    if (ones == value).all():
        return network
    count = int((ones != value).sum())
    of = "1 tie" if count == 1 else f"{count:,} ties"
    text = f"The strength of {of} is not in the file."
    lost.append(not_written("weights", text, count))
    return replace(network, all_reports=replace(network.all_reports, value=ones), _compiled={})


def _without_dates(network: Network, lost: Lost) -> Network:
    dates = network.all_reports.date
    count = sum(date is not None for date in dates)
    if not count:
        return network
    dates_of = "date of 1 report is" if count == 1 else f"dates of {count:,} reports are"
    lost.append(not_written("dates", f"The {dates_of} not in the file.", count))
    blank = np.full(len(dates), None, dtype=object)
    return replace(network, all_reports=replace(network.all_reports, date=blank), _compiled={})


def _without_directions(network: Network, lost: Lost) -> Network:
    unlike = [r.name for r in network.all_relations if r.directed != _usual(r.name).directed]
    if not unlike:
        return network
    text = f"Say again when reading which direction these have: {', '.join(unlike)}."
    lost.append(not_written("directions", text, len(unlike)))
    relations = tuple(replace(r, directed=_usual(r.name).directed) for r in network.all_relations)
    turned = with_relations(network, relations)
    lost += turned.notices[len(network.notices) :]
    return turned


def _without_scales(network: Network, lost: Lost) -> Network:
    scaled = [r.name for r in network.all_relations if r.scale is not None]
    if not scaled:
        return network
    text = f"Say again when reading which scale these have: {', '.join(scaled)}."
    lost.append(not_written("scales", text, len(scaled)))
    relations = tuple(replace(r, scale=None) for r in network.all_relations)
    return replace(network, all_relations=relations, _compiled={})


def _without_names(network: Network, lost: Lost) -> Network:
    people = network.people
    count = sum(name != person for name, person in zip(people.names, people.ids, strict=True))
    if not count:
        return network
    named = "name of 1 person is" if count == 1 else f"names of {count:,} people are"
    text = f"The {named} not in the file, only {'the id' if count == 1 else 'their ids'}."
    lost.append(not_written("names", text, count))
    return replace(network, people=replace(people, names=people.ids), _compiled={})


def _without_declarations(network: Network, lost: Lost) -> Network:
    people = network.people
    if not (people.responded or people.invited or people.steward.any()):
        return network
    text = "Who answered, was invited and convenes is not in the file; write a people table too."
    lost.append(not_written("declarations", text, len(people)))
    nobody = np.zeros(len(people), dtype=bool)
    bare = replace(people, responded={}, invited={}, steward=nobody)
    return replace(network, people=bare, _compiled={})


def _without_attributes(network: Network, lost: Lost) -> Network:
    count = len(network.people.attributes)
    if not count:
        return network
    names = ", ".join(list(network.people.attributes)[:10])
    text = f"What is known of people is not in the file ({names}); write a people table too."
    lost.append(not_written("attributes", text, count))
    return replace(network, people=replace(network.people, attributes={}), _compiled={})


def _without_empty(network: Network, lost: Lost) -> Network:
    """Return the network of those relations and waves of which there is a report."""
    reports = network.all_reports
    relations = [network.all_relations[i] for i in np.unique(reports.relation)]
    met = {*(network.all_waves[i] for i in np.unique(reports.wave)), *network.people.responded}
    waves = [wave for wave in network.all_waves if wave in met]
    # What a file without reports is read as.
    relations = relations or [Relation(name=UNNAMED_RELATION)]
    waves = waves or [UNNAMED_WAVE]
    left = {*network.all_relations, *network.all_waves} - {*relations, *waves}
    count = len(left)
    if not count:
        return network
    text = "Relations and waves without a report are not in the file."
    lost.append(not_written("empty", text, count))
    kept = [network.all_relations.index(r) if r in network.all_relations else 0 for r in relations]
    when = [network.all_waves.index(w) if w in network.all_waves else 0 for w in waves]
    moved = replace(
        reports,
        relation=np.searchsorted(kept, reports.relation).astype(np.int16),
        wave=np.searchsorted(when, reports.wave).astype(np.int16),
    )
    return replace(
        network,
        all_reports=moved,
        all_relations=tuple(relations),
        all_waves=tuple(waves),
        chosen_relations=tuple(r.name for r in relations),
        chosen_waves=tuple(waves),
        _compiled={},
    )


def _without_people_alone(network: Network, lost: Lost) -> Network:
    reports = network.all_reports
    there = np.zeros(len(network.people), dtype=bool)
    for ends in (reports.source, reports.target, reports.reporter):
        there[ends] = True
    count = int((~there).sum())
    if not count:
        return network
    who = "1 person" if count == 1 else f"{count:,} people"
    verb = "is" if count == 1 else "are"
    text = f"{who} without a report {verb} not in the file; write a people table too."
    lost.append(not_written("people", text, count))
    return network.among(there)


def _usual(name: str) -> Relation:
    return Relation(name=name, directed=name not in WITHOUT_DIRECTION)


WITHOUT: dict[str, Callable[[Network, Lost], Network]] = {
    "reporters": _as_ties,
    "denials": _without_denials,
    "weights": _without_weights,
    "dates": _without_dates,
    "directions": _without_directions,
    "scales": _without_scales,
    "names": _without_names,
    "declarations": _without_declarations,
    "attributes": _without_attributes,
    "empty": _without_empty,
    "people": _without_people_alone,
}
"""What takes away each part that a file may not carry, in the order in which it must be done."""
