"""What is known of each two people: whether they are tied, and how alike they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph, InvalidRequestError, Network, UnknownNameError, room
from weft.uncertainty.replicates.renamed import Classes

SAME, DIFFERENCE = "same:", "difference:"
"""How an attribute of people is named as a term: ``same:office``, ``difference:age``."""


@dataclass(frozen=True)
class Dyads:
    """Tables of numbers between people, of those pairs for which all of them are known.

    Attributes
    ----------
    names : tuple of str
        Of the tables: the relation that is to be explained, and the terms.
    tables : float64 array, shape (tables, n, n)
        0 where not known.
    known : bool array, shape (n, n)
        Without the diagonal; without direction symmetric.
    classes : Classes
        Of people of whom the same is known: whoever of them takes whose place, what is unknown
        stays where it is.
    directed : bool
        Whether each pair counts in both directions.
    answered : int
    wave : str
    """

    names: tuple[str, ...]
    tables: NDArray[np.float64]
    known: NDArray[np.bool_]
    classes: Classes
    directed: bool
    answered: int
    wave: str

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.known)

    @property
    def possible(self) -> int:
        """How many pairs there are, ordered where there is a direction."""
        return self.n * (self.n - 1) // (1 if self.directed else 2)

    @cached_property
    def cells(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the known pairs stand, each once."""
        first, second = np.nonzero(self.known if self.directed else np.triu(self.known))
        return first, second

    @property
    def columns(self) -> NDArray[np.float64]:
        """The numbers of the known pairs, shape (tables, pairs)."""
        columns: NDArray[np.float64] = self.tables[:, *self.cells]
        return columns

    def table_of(self, column: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return numbers of the known pairs as a table."""
        table = np.zeros((self.n, self.n))
        table[self.cells] = column
        return table if self.directed else table + table.T


def dyads_of(
    network: Network, of: str, on: Sequence[str], *, wave: str | int | None, weighted: bool
) -> Dyads:
    """Return what is known of each two people in a relation and in the terms beside it."""
    _check_names(of, on)
    about = {name: _graph_or_none(network, name, wave) for name in (of, *on)}
    graphs = [graph for graph in about.values() if graph is not None]
    first = graphs[0]
    n = first.n
    needed = (3 * len(about) + 4) * n * n * 8
    room.require(needed, "Relating so many people", "Take a part of the network.")
    directed = any(graph.directed for graph in graphs)
    tables = np.zeros((len(about), n, n))
    known = ~np.eye(n, dtype=bool)
    alike = [first.answered]
    for table, (name, graph) in zip(tables, about.items(), strict=True):
        if graph is not None:
            source, target, weight = graph.arcs
            table[source, target] = weight if weighted else 1.0
            known &= _known(graph)
        else:
            table[:], there = _between(first, name)
            known &= there[:, None] & there
            alike.append(there)
    tables[:, ~known] = 0.0
    if known.sum() == n * (n - 1):
        alike = [np.ones(n, dtype=bool)]
    _, code = np.unique(np.array(alike).T, axis=0, return_inverse=True)
    return Dyads(
        names=tuple(about),
        tables=tables,
        known=known,
        classes=Classes.of(code.ravel()),
        directed=directed,
        answered=first.n_answered,
        wave=first.wave,
    )


def _check_names(of: str, on: Sequence[str]) -> None:
    if not on:
        message = (
            f"Nothing is named that {of} could go with; expected at least one relation, "
            "same:ATTRIBUTE or difference:ATTRIBUTE, such as on=['works_with', 'same:office']."
        )
        raise InvalidRequestError(message)
    names = (of, *on)
    for name in names:
        if names.count(name) > 1:
            message = f"{name} is named {names.count(name)} times; expected each once."
            raise InvalidRequestError(message)


def _graph_or_none(network: Network, name: str, wave: str | int | None) -> Graph | None:
    """Return the ties of a relation; None of what is said of people."""
    if name not in network.relations and name.startswith((SAME, DIFFERENCE)):
        return None
    return network.graph(name, wave)


def _known(graph: Graph) -> NDArray[np.bool_]:
    """Return of which ordered pairs it is known whether there is a tie."""
    said = graph.word_known
    if graph.known_by == "source":
        return np.tile(said[:, None], graph.n)
    return said[:, None] | said


def _between(graph: Graph, name: str) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return how people compare in an attribute, and of whom it is known."""
    kind, _, attribute = name.partition(":")
    if attribute not in graph.people.attributes:
        raise UnknownNameError("attribute of people", attribute, tuple(graph.people.attributes))
    values = graph.people.attributes[attribute]
    there = np.array([value is not None for value in values], dtype=bool)
    if f"{kind}:" == SAME:
        codes, _ = graph.groups(attribute)
        return (codes[:, None] == codes).astype(np.float64), there
    said = zip(graph.people.ids, values, strict=True)
    number = np.array([_number(attribute, person, value) for person, value in said])
    return np.abs(number[:, None] - number), there


def _number(attribute: str, person: str, value: str | None) -> float:
    if value is None:
        return 0.0
    try:
        return float(value)
    except ValueError:
        message = (
            f"{attribute} of person {person} is {value!r}; expected a number, as in all rows, to "
            f"take a difference. Mend it, leave it blank, or ask for same:{attribute}."
        )
        raise InvalidRequestError(message) from None
