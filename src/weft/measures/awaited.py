"""What each missing answer would tell: in which order to ask those who have not answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike, as_network
from weft.measures.intervals import Drawing, draws_of
from weft.measures.registry import registered
from weft.network import InvalidRequestError
from weft.uncertainty import by_habits

if TYPE_CHECKING:
    from weft.network import Graph

DRAWS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """An answer that has not come.

    Attributes
    ----------
    person : str
        The id.
    narrows : float
        By which share the ranges of the figures would become narrower, on average, if this answer
        came: 0 to 1.
    """

    person: str
    narrows: float


def answers_awaited(
    network: NetworkLike,
    measure_ids: Sequence[str] = ("effective_leaders", "leadership_centralization", "density"),
    *,
    relation: str | None = None,
    wave: str | int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> tuple[Awaited, ...]:
    r"""Return those who have not answered, in the order of what their answers would tell.

    For a system that reminds people by itself. Who has not answered is shown to nobody: whoever
    calls this has the data, and keeps to that.

    A figure :math:`f` varies over the networks that are drawn for what is unknown. As far as it
    varies with what one person would have said, their answer would take that away:

    .. math::

       1 - \sqrt{1 - R_i^2}, \qquad R_i^2 = \frac{\operatorname{Var} E[f \mid \text{answer of } i]}
       {\operatorname{Var} f}

    with the expectation linear in how many the person names, how often they are named by these,
    how many of them are stewards, and how much the people they name are looked to.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
    measure_ids : sequence of str
        The figures whose ranges are to become narrower.
    relation, wave : str, optional
    draws : int
        Networks to draw. With 400 the order of the first few can be told, not more.
    seed : int

    Returns
    -------
    tuple of Awaited
        The most telling first; empty where everything is known.

    Examples
    --------
    Cy and Di did not answer:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cy"), ("Ben", "Cy")]
    >>> people = {"id": ["Ana", "Ben", "Cy", "Di"], "responded": ["yes", "yes", "no", "no"]}
    >>> asked = weft.answers_awaited(weft.read(ties, people=people), ["density"], draws=50)
    >>> sorted(answer.person for answer in asked)
    ['Cy', 'Di']
    """
    graph = as_network(network).graph(relation, wave)
    silent = np.flatnonzero(~graph.answered)
    if graph.complete or graph.n_answered == 0:
        return ()
    if not by_habits(graph):
        message = (
            f"What answers would tell is worked out of at most 500 people; here are {graph.n}."
        )
        raise InvalidRequestError(message)
    networks = draws_of(graph, "impute", Drawing(draws=draws, seed=seed))
    figures = [_values(networks, measure_id) for measure_id in measure_ids]
    varying = [values for values in figures if values.std() > 0]
    told = np.array([_told(networks, int(person), varying) for person in silent])
    order = np.argsort(-told, kind="stable")
    return tuple(
        Awaited(person=graph.people.ids[silent[place]], narrows=float(told[place]))
        for place in order
    )


def _values(networks: Sequence[Graph], measure_id: str) -> NDArray[np.float64]:
    found = registered(measure_id)
    if "two waves" in found.declaration.needs or found.declaration.no_interval_because:
        message = f"{measure_id} has no range that an answer could narrow; take another figure."
        raise InvalidRequestError(message)
    values = [found.figure(one).value for one in networks]
    numbers = [float(v) if isinstance(v, int | float) else np.nan for v in values]
    each = np.array(numbers)
    return np.where(np.isnan(each), np.nanmean(each) if (~np.isnan(each)).any() else 0.0, each)


def _told(networks: Sequence[Graph], person: int, figures: Sequence[NDArray[np.float64]]) -> float:
    """Return by how much one answer would narrow the ranges, on average over the figures."""
    if not figures:
        return 0.0
    answers = np.array([_answer(one, person) for one in networks])
    answers = answers[:, answers.std(axis=0) > 0]
    if not answers.shape[1]:
        return 0.0
    answers = answers - answers.mean(axis=0)
    shares = []
    for values in figures:
        off = values - values.mean()
        fitted = answers @ np.linalg.lstsq(answers, off, rcond=None)[0]
        explained = float(fitted @ fitted) / float(off @ off)
        # As many draws explain this much by chance (Ezekiel's adjustment).
        free = len(off) - answers.shape[1] - 1
        explained = 1 - (1 - explained) * (len(off) - 1) / max(free, 1)
        shares.append(1 - np.sqrt(1 - min(max(explained, 0.0), 1.0)))
    return float(np.mean(shares))


def _answer(graph: Graph, person: int) -> tuple[float, ...]:
    """Return what a person says, summed up: how many, named back, stewards, how looked to."""
    source, target, _ = graph.arcs
    named = target[source == person]
    back = np.isin(named, source[target == person])
    steward = graph.people.steward[named]
    looked_to = graph.received[named]
    return float(len(named)), float(back.sum()), float(steward.sum()), float(looked_to.sum())
