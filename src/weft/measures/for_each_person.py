"""What a figure is for each person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.engine import one_by_one
from weft.formats import NetworkLike, as_network
from weft.measures.front import DRAWS, check_options
from weft.measures.intervals import DRAWN, Drawing, draws_of
from weft.measures.registry import registered
from weft.network import InvalidRequestError, Network


def by_person(
    network: NetworkLike,
    measure_id: str,
    *,
    relation: str | None = None,
    wave: str | int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    **options: Any,  # noqa: ANN401  (each measure declares its own)
) -> dict[str, float | None]:
    """Return what a figure is for each person, by id; None where undefined.

    Silence is dealt with as :func:`measure` does by default: where ties are drawn, each person gets
    the mean over the draws (such as the share of draws in which they are a cut person).

    For the owner of the data: never a ranking, and never a score for somebody else to use.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
    measure_id : str
        A measure whose level is ``person``, such as ``"constraint"``.
    relation, wave, draws, seed, **options
        As in :func:`weft.measure`.

    Returns
    -------
    dict of str to (float or None)
    """
    network = as_network(network)
    values = values_by_person(
        network, measure_id, relation=relation, wave=wave, draws=draws, seed=seed, **options
    )
    return {
        person: None if np.isnan(value) else float(value)
        for person, value in zip(network.graph(relation, wave).people.ids, values, strict=True)
    }


def values_by_person(
    network: Network,
    measure_id: str,
    *,
    relation: str | None = None,
    wave: str | int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    alike: Sequence[str] = (),
    **options: Any,  # noqa: ANN401  (each measure declares its own)
) -> NDArray[np.float64]:
    """Return what a figure is for each person, in the order of the graph; nan where undefined."""
    found = registered(measure_id)
    if found.by_person is None:
        message = f"{measure_id} is a figure of the whole network; it has no value for a person."
        raise InvalidRequestError(message)
    check_options(measure_id, found.person_options, options)
    if "seed" in found.person_options:
        options["seed"] = seed
    graph = network.graph(relation, wave)
    policy = found.declaration.silence[0]
    values: NDArray[np.float64]
    if graph.n_answered == 0:
        values = np.full(graph.n, np.nan)
    elif policy in {"available", "as_reported"} or graph.complete:
        values = found.by_person(graph, **options)
    else:
        graphs = draws_of(graph, policy, Drawing(draws=draws, seed=seed, alike=tuple(alike)))
        each = np.array(one_by_one(partial(found.by_person, **options), graphs, DRAWN))
        known = (~np.isnan(each)).sum(axis=0)
        values = np.where(known > 0, np.nansum(each, axis=0) / np.maximum(known, 1), np.nan)
    return values
