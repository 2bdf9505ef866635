"""One network three ways: as either end says, as both say, and as it probably is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weft.network import InvalidRequestError
from weft.network.compile import in_boundary
from weft.uncertainty.reporters.answers import AskedAbout, layers_of
from weft.uncertainty.reporters.estimate import Estimate
from weft.uncertainty.reporters.fit import fitted
from weft.uncertainty.reporters.models import KIND_OF, Model
from weft.uncertainty.reporters.priors import Priors

if TYPE_CHECKING:
    from weft.network import Graph, Network

PLACES = 24


@dataclass(frozen=True, eq=False, slots=True)
class Views:
    """Three views of one network.

    Attributes
    ----------
    either : Graph
        Ties that at least one end reports (or anybody, where third persons do).
    both : Graph
        Ties that both ends report.
    estimated : Estimate
    """

    either: Graph
    both: Graph
    estimated: Estimate


def views(
    network: Network,
    relation: str | None = None,
    wave: str | int | None = None,
    *,
    seed: int = 0,
    priors: Priors | None = None,
) -> Views:
    """Return one relation in one wave as either says, as both say, and as it probably is.

    Parameters
    ----------
    network : Network
    relation, wave, seed, priors
        As in :func:`estimated`.

    Returns
    -------
    Views

    Examples
    --------
    Ana and Ben say that they work together; Ana says so of Cy too, who does not:

    >>> import weft
    >>> ties = {"source": ["Ana", "Ben", "Ana"], "target": ["Ben", "Ana", "Cy"]}
    >>> net = weft.read(ties | {"relation": ["works_with"] * 3}, everyone_answered=True)
    >>> three = views(net)
    >>> three.either.m, three.both.m
    (2, 1)
    >>> three.estimated.probability("Ana", "Ben") > three.estimated.probability("Ana", "Cy")
    True
    """
    estimate = estimated(network, relation, wave, seed=seed, priors=priors)
    graph = estimate.graph
    both = network.graph(graph.relation.name, graph.wave, view="both")
    return Views(graph, both, estimate)


def estimated(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: Network,
    relation: str | None = None,
    wave: str | int | None = None,
    *,
    beside: Sequence[tuple[str, str]] = (),
    asked: AskedAbout | None = None,
    model: Model = "amounts",
    strengths: int = 2,
    priors: Priors | None = None,
    places: int = PLACES,
    seed: int = 0,
) -> Estimate:
    """Return the ties of one relation in one wave as they probably are, given who said what.

    Parameters
    ----------
    network : Network
    relation : str, optional
        May be left out where the network has one relation.
    wave : str or int, optional
        The last wave where left out.
    beside : sequence of (relation, wave)
        Others whose reporters err in the same way; how many ties there are may differ.
    asked : {'own', 'all', 'listed'}, optional
        Whom each was asked about: ties of their own, all ties, or those that stand in the table,
        where 0 is a no. As the reports show, where left out.
    model : {'amounts', 'strengths', 'rates', 'own_rates'}
        See :mod:`weft.uncertainty.reporters.models`.
    strengths : int
        How many strengths a tie can have, none included. More than 2 only with ``strengths``.
    priors : Priors, optional
    places : int
        At how many values of what the reports cannot tell to fit the rest.
    seed : int

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidRequestError
        Where each tie rests on the word of one person alone, or nobody answered.
    """
    graph = network.graph(relation, wave)
    kind = KIND_OF.get(model)
    if kind is None:
        message = f"There is no model {model!r}; there are: {', '.join(KIND_OF)}."
        raise InvalidRequestError(message)
    if strengths < 2 or (strengths > 2 and kind != "counts"):
        message = (
            f"strengths={strengths} with model={model!r}; expected 2, or more with "
            "model='strengths', which hears how strong ties are said to be."
        )
        raise InvalidRequestError(message)
    if places < 2:
        message = f"places={places}; expected 2 or more, such as {PLACES}."
        raise InvalidRequestError(message)
    if graph.n_answered == 0:
        message = "Nobody answered, so that there is nothing to estimate ties from."
        raise InvalidRequestError(message)
    chosen = [(graph.relation.name, graph.wave), *beside]
    for other, when in beside:
        network.graph(other, when)  # says which there are, where one is not
    layers = layers_of(network, chosen, asked, counts=kind == "counts")
    supposed = priors or Priors()
    fit = fitted(
        layers, model=model, strengths=strengths, priors=supposed, places=places, seed=seed
    )
    inside = np.flatnonzero(in_boundary(network, graph.wave))
    return Estimate(graph, model, supposed, fit, inside)
