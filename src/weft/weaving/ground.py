"""What suggestions stand on: who is tied to whom, who turns to whom, who is alike, in one wave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike, as_network
from weft.measures.kernels.betweenness import between
from weft.measures.kernels.components import parts as parts_of
from weft.measures.kernels.partition import leiden
from weft.network import Graph, InvalidRequestError, Network, People, Relation, UnknownNameError
from weft.network.grouping import chosen_group
from weft.network.parts_played import TRUST, PartsPlayed, part_told, parts_played
from weft.weaving.tags import Tags, tags_of
from weft.weaving.wording import called

TIED = Relation(name="tied", directed=False)
"""Tied in any relation that is not private, in either direction."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Ground:
    """What suggestions stand on, in one wave.

    Attributes
    ----------
    network : Network
    parts : PartsPlayed
        Which relation answers for connection, trust and leadership.
    private : tuple of str
        Relations whose reports stay with those who made them. They are no ties here, they are in
        no reason, and only break ties by chance (see :func:`ground_of`).
    tied : Graph
        The pairs tied in any other relation, without direction.
    leadership : Graph
        Who turns to whom.
    group : str or None
        The attribute that groups people.
    seed : int
    """

    network: Network
    parts: PartsPlayed
    private: tuple[str, ...]
    tied: Graph
    leadership: Graph
    group: str | None
    seed: int

    @property
    def people(self) -> People:
        """Everyone within the boundary of the wave; positions refer to this order."""
        return self.tied.people

    @property
    def n(self) -> int:
        """How many people."""
        return self.tied.n

    @property
    def wave(self) -> str:
        """The wave."""
        return self.tied.wave

    @property
    def steward(self) -> NDArray[np.bool_]:
        """Who holds the convening role."""
        return self.people.steward

    @property
    def answered(self) -> NDArray[np.bool_]:
        """Who answered in this wave."""
        return self.tied.answered

    @cached_property
    def contacts(self) -> NDArray[np.int64]:
        """How many people each person is tied to."""
        return self.tied.received

    @cached_property
    def are_tied(self) -> NDArray[np.bool_]:
        """Whether two people are tied, as a table of everyone by everyone."""
        tied = np.zeros((self.n, self.n), dtype=bool)
        source, target, _ = self.tied.arcs
        tied[source, target] = True
        return tied

    @cached_property
    def circle(self) -> NDArray[np.int64]:
        """The circle of people that each person belongs to, by their ties (Leiden).

        The search visits people by their ids, so that it does not matter in which row they stand.
        """
        place = np.empty(self.n, dtype=np.int32)
        place[np.argsort(np.array(self.people.ids, dtype=object), kind="stable")] = np.arange(
            self.n, dtype=np.int32
        )
        first, second = (place[end] for end in self.tied.either)
        low, high = np.minimum(first, second), np.maximum(first, second)
        order = np.lexsort((high, low))
        return leiden(self.n, low[order], high[order], seed=self.seed).circle[place]

    @cached_property
    def part(self) -> NDArray[np.intp]:
        """The part of the network each person is in; there is no way from one to another."""
        return parts_of(self.tied)

    @cached_property
    def between(self) -> NDArray[np.float64]:
        """How many shortest ways between others lead through each person."""
        return between(self.tied, seed=self.seed).each

    @cached_property
    def hubs(self) -> NDArray[np.bool_]:
        """On whom the network should hang less: the stewards, else whoever is most in between."""
        if self.steward.any() or not self.between.any():
            return self.steward
        most = np.flatnonzero(self.between >= self.between.max() - 1e-9)
        hub = np.zeros(self.n, dtype=bool)
        hub[min(most, key=lambda i: self.people.ids[i])] = True  # not whoever's row comes first
        return hub

    @cached_property
    def tags(self) -> Tags:
        """What people offer and what they seek."""
        return tags_of(self.people)

    @cached_property
    def group_codes(self) -> NDArray[np.intp] | None:
        """The group of each person as a code; None where nothing groups people."""
        return None if self.group is None else self.tied.groups(self.group)[0]

    @cached_property
    def trusted(self) -> NDArray[np.float64]:
        """How far one trusts another, from 0 to 1, as a table: row trusts column.

        A private answer: it may break a tie by chance, and nothing else.
        """
        graph = self.network.graph(self.parts.trust, self.wave)
        trusted = np.zeros((self.n, self.n))
        source, target, weight = graph.arcs
        trusted[source, target] = weight / weight.max(initial=1.0)
        return trusted

    def names(self, position: int) -> str:
        """Return the name of a person."""
        return self.people.names[position]

    def called(self, position: int) -> str:
        """Return what a person is called in a sentence."""
        return called(self.people.names[position])

    def positions_of(self, ids: Sequence[str]) -> NDArray[np.intp]:
        """Return where these people stand; an id that is not there is an error that names it."""
        return self.people.positions_of([str(person) for person in ids])


def ground_of(
    network: NetworkLike,
    *,
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    group: str | None = None,
    trust: str | None = None,
    leadership: str | None = None,
    seed: int = 0,
) -> Ground:
    """Return what suggestions about a network stand on.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Instead of those whom the people table marks.
    private : sequence of str, optional
        The relations in which a single report must not show, whatever is suggested. Where left
        out: those whose name says that they are about trust, unless there is no other.
    group : str, optional
        The attribute that groups people; chosen where left out.
    trust, leadership : str, optional
        The relation that answers for it; chosen by name where left out.
    seed : int
    """
    whole = as_network(network)
    if stewards is not None:
        whole = whole.with_stewards([str(person) for person in stewards])
    if not whole.relations:
        message = "The network has no ties at all; suggestions need to know who is tied to whom."
        raise InvalidRequestError(message)
    parts = parts_played(whole, trust=trust, leadership=leadership)
    hidden = _private(whole, private)
    shown = [name for name in whole.relations if name not in hidden]
    return Ground(
        network=whole,
        parts=parts,
        private=hidden,
        tied=_tied_in_any(whole, shown, wave),
        leadership=whole.graph(parts.leadership, wave),
        group=group or chosen_group(whole),
        seed=seed,
    )


def in_order_of_ids(network: Network) -> Network:
    """Return the same network with its people in the order of their ids.

    For what is chosen by arrays in which the order of people would tip scales that are level: so it
    does not matter in which row somebody stands.
    """
    ids = np.array(network.people.ids, dtype=object)
    order = np.argsort(ids, kind="stable").astype(np.intp)
    place = np.empty(len(ids), dtype=np.int32)
    place[order] = np.arange(len(ids), dtype=np.int32)
    reports = network.all_reports
    moved = replace(
        reports,
        reporter=place[reports.reporter],
        source=place[reports.source],
        target=place[reports.target],
    )
    return replace(network, people=network.people.take(order), all_reports=moved, _compiled={})


def _private(network: Network, given: Sequence[str] | None) -> tuple[str, ...]:
    if given is None:
        told = tuple(name for name in network.relations if part_told(name) == TRUST)
        return told if len(told) < len(network.relations) else ()
    for name in given:
        if name not in network.relations:
            raise UnknownNameError("relation", name, network.relations)
    if set(given) == set(network.relations):
        message = (
            f"Every relation is private ({', '.join(given)}); suggestions then have nothing to go "
            "by. Leave out the one whose ties people see anyway, such as works_with."
        )
        raise InvalidRequestError(message)
    return tuple(given)


def _tied_in_any(network: Network, relations: Sequence[str], wave: str | int | None) -> Graph:
    """Return the pairs tied in any of the relations; the weight says in how many."""
    graphs = [network.graph(name, wave) for name in relations]
    low = np.concatenate([graph.either[0] for graph in graphs])
    high = np.concatenate([graph.either[1] for graph in graphs])
    keys, many = np.unique(low.astype(np.int64) * graphs[0].n + high, return_counts=True)
    first = replace(graphs[0], relation=TIED, known_by="either")
    source, target = np.divmod(keys, max(graphs[0].n, 1))
    return replace(
        first,
        source=source.astype(np.int32),
        target=target.astype(np.int32),
        weight=many.astype(np.float64),
    )
