"""A figure set against chance: the same figure of networks that keep some of what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Against, Declaration, Figure, Measure, Null
from weft.measures.intervals import Drawing, draws_of
from weft.measures.registry import Registered
from weft.network import Graph, InvalidRequestError
from weft.uncertainty import Policy, share_as_high, share_as_low
from weft.uncertainty.replicates import FIGURES, Model, SameCensus, SameDegrees, SameSize
from weft.uncertainty.replicates.streams import Streams

NULL_DRAWS = 999
"""How many networks a figure is set against, unless asked otherwise."""

KEPT: Mapping[Against, str] = MappingProxyType(
    {
        "size": "as many people and ties",
        "dyads": "as many mutual and one-way pairs",
        "degrees": "everyone keeps as many ties as they have",
        "labels": "the same ties, who is who dealt out anew",
    }
)
"""What each null model keeps."""

IN_BATCHES = MappingProxyType(
    {
        "reciprocity": "reciprocity",
        "transitivity": "transitivity",
        "leadership_centralization": "centralization",
        "effective_leaders": "effective_leaders",
        "leadership_gini": "gini",
    }
)
"""Measures that the replicates compute without a graph being made of each, and as what."""

MOST_COMPLETED = 20
"""In how many ways what is unknown is drawn, at most."""

AT_ONCE = 64
"""How many networks are held at once, where a graph is made of each."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a figure is to be set against, how often, and what is done about silence."""

    against: Against
    draws: int
    seed: int
    silence: Policy

    def checked(self, found: Registered, options: Mapping[str, object]) -> Request:
        """Return the request if it can be meant of a measure, else say why it cannot."""
        declaration = found.declaration
        if self.against not in KEPT:
            known = ", ".join(repr(name) for name in KEPT)
            message = f"against={self.against!r} is given; expected one of {known}."
            raise InvalidRequestError(message)
        if not 0 < self.draws < 2**31:
            message = f"null_draws={self.draws} cannot be meant; expected 1 or more, such as 999."
            raise InvalidRequestError(message)
        if because := _meaningless(declaration, self.against, options):
            fit = [a for a in KEPT if not _meaningless(declaration, a, options)]
            instead = f" It can be set against: {', '.join(fit)}." if fit else ""
            message = f"{declaration.id} cannot be set against {self.against}: {because}.{instead}"
            raise InvalidRequestError(message)
        return self


def _meaningless(
    declaration: Declaration,
    against: Against,
    options: Mapping[str, object],
) -> str | None:
    """Return why a null model says nothing about a measure; None where it does."""
    if "two waves" in declaration.needs:
        return "it compares two waves"
    if "as_reported" in declaration.silence:
        return "it is about the answers themselves, not about ties"
    if against in declaration.settled_by:
        return f"it is the same in all networks of this kind ({KEPT[against]})"
    about_people = options.get("group") or options.get("people")
    needed = "group" in declaration.needs or "stewards" in declaration.needs
    if against == "labels" and not (about_people or needed):
        return "it is about ties alone, and does not change with who is who"
    return None


def set_against_chance(
    measure: Measure,
    graph: Graph,
    found: Registered,
    drawing: Drawing,
    options: Mapping[str, Any],
    request: Request,
) -> Measure:
    """Return a figure with what chance would give beside it, and in its sentence.

    What is unknown is drawn first, in up to 20 ways; the networks of chance are shared out among
    these, and each is held against the figure of its own.

    Parameters
    ----------
    measure : Measure
    graph : Graph
    found : Registered
    drawing : Drawing
    options : mapping
        What the measure itself takes.
    request : Request

    Returns
    -------
    Measure
        With one null, whose ``p`` is twice the smaller of ``p_higher`` and ``p_lower``, at most 1.
    """
    if measure.undefined_because is not None:
        return replace(measure, nulls=())
    if isinstance(measure.value, str):
        message = (
            f"{measure.id} is a name ({measure.value}) and no number; it comes with what chance "
            "would give without being asked."
        )
        raise InvalidRequestError(message)
    if not graph.directed and request.against == "dyads":
        message = (
            f"{measure.relation} has no direction, so that it has no one-way pairs to keep; set "
            f"{measure.id} against size or degrees."
        )
        raise InvalidRequestError(message)
    # What some figures are set against of their own accord would cost much and not be read.
    taken = {**options, "null_draws": 0} if "null_draws" in found.options else dict(options)
    graphs = _completed(graph, found, drawing, request)
    each = -(-request.draws // len(graphs))
    observed, drawn = [], []
    for at, one in enumerate(graphs):
        value = _number(found.figure(one, **taken))
        networks = _figures(one, found, taken, request, many=each, first=at * each)
        networks = networks[~np.isnan(networks)]
        if not np.isnan(value) and len(networks):
            observed.append(value)
            drawn.append(networks)
    if not drawn:
        said = f"not set against chance ({KEPT[request.against]}), under which it is undefined"
        return replace(measure, nulls=(), method="; ".join(filter(None, (measure.method, said))))
    null = _null(request.against, observed, drawn)
    return replace(measure, nulls=(null,), sentence=f"{measure.sentence} {null.sentence}")


def _completed(
    graph: Graph, found: Registered, drawing: Drawing, request: Request
) -> Sequence[Graph]:
    """Return the graph with what is unknown drawn, in no more ways than networks of chance."""
    policy = request.silence
    if policy == "available":
        policy = "impute" if "impute" in found.declaration.silence else "reconstruct"
    return draws_of(graph, policy, drawing)[: min(MOST_COMPLETED, request.draws)]


def _null(against: Against, observed: list[float], drawn: list[NDArray[np.float64]]) -> Null:
    """Return what chance gave over all completed networks, each held against its own figure."""
    apart = np.concatenate([each - value for value, each in zip(observed, drawn, strict=True)])
    everything = np.concatenate(drawn)
    # Rounding differs between ways to sum the same numbers.
    apart[np.abs(apart) <= 1e-9 * (1 + np.abs(everything))] = 0.0
    higher, lower = share_as_high(0.0, apart), share_as_low(0.0, apart)
    return Null(
        model=KEPT[against],
        mean=float(everything.mean()),
        sd=float(everything.std()),
        p=min(1.0, 2 * min(higher, lower)),
        p_higher=higher,
        p_lower=lower,
        sides=2,
        draws=len(everything),
    )


def _figures(
    graph: Graph,
    found: Registered,
    options: Mapping[str, Any],
    request: Request,
    *,
    many: int,
    first: int,
) -> NDArray[np.float64]:
    """Return the figure of so many networks; NaN where it is undefined."""
    batched = IN_BATCHES.get(found.declaration.id)
    if batched and not options and request.against != "labels":
        drawn = _model(graph, request.against).figures(many, seed=request.seed, first=first)
        column: NDArray[np.float64] = drawn[:, list(FIGURES).index(batched)]
        return column
    networks = _networks(graph, request, many=many, first=first)
    return np.array([_number(found.figure(one, **options)) for one in networks])


def _networks(graph: Graph, request: Request, *, many: int, first: int) -> Iterator[Graph]:
    """Yield networks of a null model one after another, few at a time being held."""
    for start in range(first, first + many, AT_ONCE):
        few = min(AT_ONCE, first + many - start)
        numbers = np.arange(start, start + few, dtype=np.uint64)
        if request.against == "labels":
            for who in Streams(request.seed, numbers).shuffled(graph.n).astype(np.int32):
                yield graph.with_ties(who[graph.source], who[graph.target], graph.weight)
            continue
        ties = _model(graph, request.against).ties(few, seed=request.seed, first=start)
        for number, (source, target) in zip(numbers.tolist(), ties, strict=True):
            rng = np.random.default_rng([request.seed, number])
            yield graph.with_ties(source, target, rng.permutation(graph.weight))


def _model(graph: Graph, against: Against) -> Model:
    if against == "size":
        return SameSize.of(graph)
    return SameCensus.of(graph) if against == "dyads" else SameDegrees.of(graph)


def _number(figure: Figure) -> float:
    return np.nan if figure.value is None else float(figure.value)
