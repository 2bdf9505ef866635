"""Which ties a figure is of: those that either end says, that both say, or that are likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from weft.engine import one_by_one
from weft.measures.declaration import Declaration, Figure
from weft.measures.intervals import DRAWN, LEAST_DEFINED, Drawing, middle
from weft.measures.pooling import pooled
from weft.measures.registry import Registered
from weft.network import Graph, InvalidRequestError, Network

if TYPE_CHECKING:
    from weft.uncertainty.reporters import Estimate

Ties = Literal["either", "both", "estimated"]
"""Which ties a figure is of, where more than one person was asked about a tie."""

REPORTS_DO_NOT_TELL = "The reports do not tell. "
"""Stands before a sentence whose range says too little, where it is the reports that leave it
open."""

_drawn: WeakKeyDictionary[Graph, dict[tuple[int, int], tuple[Estimate, Sequence[Graph]]]] = (
    WeakKeyDictionary()
)


def check_ties(ties: Ties, found: Registered, given: Mapping[str, object]) -> None:
    """Raise where a measure cannot be had of these ties, or together with what else is given.

    Parameters
    ----------
    ties : {'either', 'both', 'estimated'}
    found : Registered
    given : mapping
        What is asked beside it and has no meaning for networks in which nothing is unknown, by the
        name of the keyword.
    """
    declaration = found.declaration
    if ties not in {"either", "both", "estimated"}:
        message = f"ties={ties!r} is given; expected one of 'either', 'both', 'estimated'."
        raise InvalidRequestError(message)
    if ties != "either" and _about_answers(declaration):
        message = (
            f"{declaration.id} is about the answers themselves and not about ties, so that "
            f"ties={ties!r} has no meaning; leave it out."
        )
        raise InvalidRequestError(message)
    if ties != "estimated":
        return
    if "two waves" in declaration.needs:
        message = (
            f"{declaration.id} compares two waves. Ties estimated in each wave by itself would "
            "seem to come and go where only the estimate does; ask for ties='either' or 'both'."
        )
        raise InvalidRequestError(message)
    for name, value in given.items():
        if value:
            message = (
                f"{name}={value!r} does not go with ties='estimated': there all that is unknown, "
                "silence included, is drawn by how people report. Leave one of the two out."
            )
            raise InvalidRequestError(message)


def _about_answers(declaration: Declaration) -> bool:
    return "as_reported" in declaration.silence or "double reports" in declaration.needs


def graph_of_view(
    network: Network, relation: str | None, wave: str | int | None, ties: Ties
) -> Graph:
    """Return the ties as either says, or as both say; for ``estimated`` those it starts from.

    Raises
    ------
    InvalidRequestError
        Where each tie rests on the word of its source alone, and more is asked for than that.
    """
    graph = network.graph(relation, wave)
    if ties == "either":
        return graph
    if graph.known_by == "source":
        message = (
            f"Each tie of {graph.relation.name} rests on the word of its source alone. With one "
            "report a tie, what a second person would say of it is not known, nor how often people "
            f"err, so that ties={ties!r} cannot be had. Ask both ends about each tie and give the "
            "data a column `reporter`, or leave ties out."
        )
        raise InvalidRequestError(message)
    if ties == "both":
        return network.graph(graph.relation.name, graph.wave, view="both")
    return graph


def said_of_both(graph: Graph) -> str:
    """Return in words which ties are counted in the view of both."""
    said = "only ties that both ends report"
    if graph.n_answered < graph.n:
        said += "; where one of the two did not answer, the word of the other stands"
    return said


def figure_of_estimate(
    network: Network,
    graph: Graph,
    found: Registered,
    drawing: Drawing,
    options: Mapping[str, Any],
    *,
    interval: bool,
    most_against_chance: int,
) -> Figure:
    """Return the mean of a figure over networks drawn by how likely the reports make each tie.

    Parameters
    ----------
    network : Network
    graph : Graph
        Of it; the ties that either end reports.
    found : Registered
    drawing : Drawing
        How many networks are drawn, and by which seed.
    options : mapping
        What the measure takes.
    interval : bool
        Whether to give the range in which the middle nine tenths of the draws lie.
    most_against_chance : int
        Of how many draws the mean is made, where each is set against many random networks.

    Returns
    -------
    Figure
        Without a range where the measure declares that it has none.
    """
    estimate, networks = _draws_of(network, graph, drawing)
    few = networks[:most_against_chance] if "null_draws" in found.options else networks
    figure = pooled(one_by_one(partial(found.figure, **options), few, DRAWN))
    said = (
        f"the mean of {len(few)} networks drawn by how likely the reports make each tie"
        f" ({estimate.method})"
    )
    if interval and not found.declaration.no_interval_because and figure.value is not None:
        alone = {**options, "null_draws": 0} if "null_draws" in found.options else options
        drawn = one_by_one(lambda one: found.figure(one, **alone).value, networks, DRAWN)
        values = [float(one) for one in drawn if isinstance(one, int | float)]
        if len(values) >= LEAST_DEFINED * len(drawn):
            low, high = middle(values)
            mean = float(figure.value)
            figure = replace(figure, low=min(low, mean), high=max(high, mean))
            said += f"; between the ends lie nine in ten of the figures of {len(values)} of them"
    parts = (figure.method, said, _of_the_unnamed(graph), " ".join(estimate.limits))
    return replace(figure, method="; ".join(part for part in parts if part))


def _draws_of(network: Network, graph: Graph, drawing: Drawing) -> tuple[Estimate, Sequence[Graph]]:
    """Return the estimate and its draws, made once for each graph, number and seed."""
    from weft.uncertainty.reporters import estimated

    made = _drawn.setdefault(graph, {})
    key = (drawing.draws, drawing.seed)
    if key not in made:
        estimate = estimated(network, graph.relation.name, graph.wave, seed=drawing.seed)
        made[key] = estimate, estimate.draws(drawing.draws, seed=drawing.seed)
    return made[key]


def _of_the_unnamed(graph: Graph) -> str:
    """Return in words how pairs whom nobody names are drawn, and so what becomes of silence."""
    said = "pairs whom nobody names are drawn as tied as seldom as the model finds them to be"
    silent = graph.n - graph.n_answered
    if not silent:
        return said
    return (
        f"{said}, and those of whom neither was asked as often as pairs are tied at all: what the "
        f"{silent} who did not answer would have said plays a part only so far as others speak of "
        "them"
    )
