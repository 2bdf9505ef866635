"""What to do about those who did not answer. One policy for the whole library.

=============  =====================================================================================
policy         what it does
=============  =====================================================================================
``available``  Nothing is filled in: each person is judged by those whose word is known.
``reconstruct``  Where one of two answered, their word counts for both; where neither did, ties are
               drawn at the observed density, many times over.
``impute``     Every unknown tie is drawn from how the others answer, many times over.
``as_reported``  The figure is about the reports themselves; silence is part of it.
=============  =====================================================================================

Nobody is ever counted as having named no one (zero-fill), and nobody is ever left out (list-wise):
both are measured to mislead (at 30 % silence zero-fill understates centralization by 0.12).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from weft.engine import told
from weft.uncertainty.answers import MOST_PEOPLE, answered_networks
from weft.uncertainty.by_rates import drawn_by_rates

if TYPE_CHECKING:
    from weft.network import Graph

Policy = Literal["available", "reconstruct", "impute", "as_reported"]


def completed(
    graph: Graph,
    policy: Policy,
    *,
    draws: int,
    seed: int,
    alike: Sequence[str] = (),
    tilt: float = 0.0,
) -> Sequence[Graph]:
    """Return the graph with every unknown tie filled in, as many times as asked for.

    Parameters
    ----------
    graph : Graph
        At least one person must have answered, or nothing is known to fill in from.
    policy : {'reconstruct', 'impute'}
    draws : int
        How often to draw; fewer are made of a large network, but no fewer than 2.
    seed : int
        The same seed gives the same draws.
    alike, tilt
        As in :func:`weft.uncertainty.answers.answered_networks`; of more than 500 people they are
        not made use of.

    Returns
    -------
    sequence of Graph
        The graph itself, once, where nothing is unknown.
    """
    if graph.complete:
        return (graph,)
    if policy == "impute" and by_habits(graph):
        tell = told("what the silent might have said")
        return answered_networks(graph, draws=draws, seed=seed, alike=alike, tilt=tilt, tell=tell)
    return drawn_by_rates(graph, policy, draws=draws, seed=seed)


def by_habits(graph: Graph) -> bool:
    """Return whether unknown ties are drawn from habits of answering: among 500 people at most."""
    return graph.n <= MOST_PEOPLE and graph.m > 0
