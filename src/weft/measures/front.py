"""The one way from a network to a figure: choose ties, settle silence, compute, put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from weft.engine import Tell, memory, one_by_one, telling
from weft.formats import NetworkLike, as_network
from weft.measures.against_chance import (
    NULL_DRAWS,
    Request,
    set_against_chance,
)
from weft.measures.declaration import Against, Declaration, Figure, Measure, undefined
from weft.measures.intervals import DRAWN, Drawing, draws_of, with_interval
from weft.measures.pooling import pooled, said_of_draws
from weft.measures.registry import Registered, registered
from weft.measures.views import (
    REPORTS_DO_NOT_TELL,
    Ties,
    check_ties,
    figure_of_estimate,
    graph_of_view,
    said_of_both,
)
from weft.measures.wording import CANNOT_TELL, worded
from weft.network import Graph, Heard, InvalidRequestError, Network, claims_of, require
from weft.uncertainty import Policy

DRAWS, MOST_DRAWS_AGAINST_CHANCE = 200, 20
"""How often unknown ties are drawn, unless asked otherwise; and at most for figures set against
chance, as each draw is compared with many random networks."""

MOST_TIES_AGAINST_CHANCE = 60_000
"""Of a large network fewer draws are set against chance (2 at least), or it would take minutes."""


def measure(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    measure_id: str,
    *,
    relation: str | None = None,
    wave: str | int | None = None,
    before: str | int | None = None,
    after: str | int | None = None,
    silence: Policy | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    interval: bool = True,
    alike: Sequence[str] = (),
    tilt: float = 0.0,
    tell: Tell | None = None,
    against: Against | None = None,
    ties: Ties = "either",
    **options: Any,  # noqa: ANN401  (each measure declares its own)
) -> Measure:
    """Return one figure of a network.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    measure_id : str
        Such as ``"leadership_centralization"``; :func:`weft.declarations` lists them.
    relation : str, optional
        May be left out where the network has one relation.
    wave : str or int, optional
        The last wave where left out.
    before, after : str or int, optional
        For figures of change: the first and the last wave where left out.
    silence : {'available', 'reconstruct', 'impute'}, optional
        What to do about those who did not answer; by default what the measure declares.
    draws : int
        How often unknown ties are drawn: for the range, and for the value where the policy draws.
    seed : int
        Of every draw, sample and permutation; the same seed gives the same figure.
    interval : bool
        Whether to give the range that complete answers would give the figure.
    alike : sequence of str
        Attributes by which people may rather name their like, for what is drawn; the ``group`` of a
        figure always is one.
    tilt : float
        Added to the log odds of every unknown tie: how the figure would stand if the silent had
        more ties (above 0; ``math.log(2)`` doubles their odds) or fewer than is to be expected.
    tell : callable, optional
        Called now and then with how much is done, of how much, and of what; may raise to end it.
    against : {'size', 'dyads', 'degrees', 'labels'}, optional
        Set the figure against what chance would give in networks that keep as many people and
        ties; as many mutual and one-way pairs; everyone's number of ties; or all ties, with who is
        who dealt out anew. What it gave stands in ``nulls`` and in the sentence. What is unknown
        is drawn first. ``null_draws`` says how many such networks there are (999).
    ties : {'either', 'both', 'estimated'}
        Where both ends (or third persons) are asked about a tie: those that one of them reports;
        those that both report; or networks drawn by how likely the reports make each tie
        (``weft.uncertainty.reporters.estimated``), of whose figures the mean is given and the
        range of the middle nine tenths. ``method`` says what was supposed, and what two reports a
        tie cannot tell.
    **options
        What the measure itself takes, such as ``group="office"``.

    Returns
    -------
    Measure

    Raises
    ------
    UnknownNameError
        For a measure, relation, wave or attribute that is not there.
    InvalidRequestError
        For an option or policy that the measure does not take, and for ``ties`` other than
        ``either`` where each tie rests on the word of its source alone.

    Examples
    --------
    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Ana", "Ben")]
    >>> weft.measure(ties, "density").sentence
    'Of all ties there could be, 50% are there.'

    Ana and Ben say that they work together; Ana says so of Cy too, who does not:

    >>> said = {"source": ["Ana", "Ben", "Ana"], "target": ["Ben", "Ana", "Cy"]}
    >>> net = weft.read(said | {"relation": ["works_with"] * 3}, everyone_answered=True)
    >>> [round(weft.measure(net, "density", ties=t).number, 2) for t in ("either", "both")]
    [0.67, 0.33]
    >>> 0.33 < weft.measure(net, "density", ties="estimated").number < 0.67
    True
    """
    network = as_network(network)
    found = registered(measure_id)
    null_draws = NULL_DRAWS if against is None else options.pop("null_draws", NULL_DRAWS)
    check_options(measure_id, found.options, options)
    policy = _policy(found.declaration, silence)
    beside = {"silence": silence, "against": against, "alike": tuple(alike), "tilt": tilt}
    check_ties(ties, found, beside)
    if against is not None:
        request = Request(against, null_draws, seed, policy).checked(found, options)
    if "seed" in found.options:
        options["seed"] = seed
    if "two waves" in found.declaration.needs:
        return _of_two_waves(network, found, relation, before, after, options, ties)
    if "double reports" in found.declaration.needs:
        return _of_claims(network, found, relation, wave, options)
    graph = graph_of_view(network, relation, wave, ties)
    require(memory.for_figure(graph.n, graph.m), f"Computing {measure_id}")
    group = (options["group"],) if options.get("group") else ()
    drawing = Drawing(draws=draws, seed=seed, alike=tuple({*alike, *group}), tilt=tilt)
    with telling(tell):
        if ties == "estimated":
            many = _most_against_chance(graph)
            made = partial(figure_of_estimate, network, graph, found, drawing, options)
            made = partial(made, interval=interval, most_against_chance=many)
            return reported(
                graph, found.declaration, made, policy="impute", cannot_tell=REPORTS_DO_NOT_TELL
            )
        figure = of_graph(
            graph, found, policy=policy, drawing=drawing, options=options, interval=interval
        )
        if ties == "both":
            method = "; ".join(part for part in (figure.method, said_of_both(graph)) if part)
            figure = replace(figure, method=method)
        if against is None:
            return figure
        return set_against_chance(figure, graph, found, drawing, options, request)


def of_graph(
    graph: Graph,
    found: Registered,
    *,
    policy: Policy,
    drawing: Drawing,
    options: Mapping[str, Any],
    interval: bool,
) -> Measure:
    """Return a figure of one graph, averaged over draws of what is unknown where that is due."""

    def made() -> Figure:
        figure = figure_of_graph(graph, found, policy=policy, drawing=drawing, options=options)
        return with_interval(figure, graph, found, drawing, options) if interval else figure

    return reported(graph, found.declaration, made, policy=policy)


def figure_of_graph(
    graph: Graph,
    found: Registered,
    *,
    policy: Policy,
    drawing: Drawing,
    options: Mapping[str, Any],
) -> Figure:
    """Return the same without its range, before it is put into words."""
    if policy in {"available", "as_reported"}:
        return found.figure(graph, **options)
    graphs = draws_of(graph, policy, drawing)
    if "null_draws" in found.options:
        graphs = graphs[: _most_against_chance(graph)]
    figure = pooled(one_by_one(partial(found.figure, **options), graphs, DRAWN))
    return _with_method(figure, said_of_draws(graph, policy, len(graphs)))


def reported(
    heard: Heard,
    declaration: Declaration,
    made: Callable[[], Figure],
    *,
    policy: Policy,
    cannot_tell: str = CANNOT_TELL,
) -> Measure:
    """Return what a figure is of these ties, in words; undefined where there are too few people."""
    because = _too_little(heard, declaration)
    figure = made() if because is None else undefined(because)
    if policy == "available" and not heard.complete:
        figure = _with_method(figure, "those who did not answer are not counted as raters")
    return worded(declaration, figure, heard, cannot_tell=cannot_tell)


def _most_against_chance(graph: Graph) -> int:
    affordable = MOST_TIES_AGAINST_CHANCE // max(graph.m, 1)
    return min(MOST_DRAWS_AGAINST_CHANCE, max(affordable, 2))


def check_options(measure_id: str, taken: frozenset[str], options: Mapping[str, object]) -> None:
    """Raise where a measure does not take an option that is given."""
    for name in options:
        if name not in taken:
            known = ", ".join(sorted(taken)) or "none"
            message = f"{measure_id} takes no option {name!r}; it takes: {known}."
            raise InvalidRequestError(message)


def _policy(declaration: Declaration, asked: Policy | None) -> Policy:
    if asked is None:
        return declaration.silence[0]
    if asked not in declaration.silence:
        message = (
            f"{declaration.id} cannot be had with silence={asked!r}; "
            f"it can with: {', '.join(declaration.silence)}."
        )
        raise InvalidRequestError(message)
    return asked


def _too_little(graph: Heard, declaration: Declaration) -> str | None:
    if graph.n < declaration.smallest:
        counted = {0: "nobody is", 1: "1 person is"}.get(graph.n, f"{graph.n} people are")
        needed = f"at least {declaration.smallest} are needed"
        return f"Undefined, because {counted} in the network and {needed}."
    if graph.n_answered == 0 and declaration.family != "coverage":
        return "Undefined, because nobody answered."
    if "stewards" in declaration.needs and not graph.steward.any():
        return "Undefined, because nobody is marked as a steward."
    return None


def _of_two_waves(
    network: Network,
    found: Registered,
    relation: str | None,
    before: str | int | None,
    after: str | int | None,
    options: Mapping[str, Any],
    ties: Ties,
) -> Measure:
    waves = network.waves
    if before is None and after is None and len(waves) < 2:
        graph = network.graph(relation)
        figure = undefined("Undefined, because there is only one wave.")
        return worded(found.declaration, figure, graph)
    last = graph_of_view(network, relation, after, ties)
    first = graph_of_view(network, relation, waves[0] if before is None else before, ties)
    if first.wave == last.wave:
        message = f"Two different waves are needed; wave {first.wave} was given twice."
        raise InvalidRequestError(message)
    figure = found.figure(first, last, **options)
    return replace(worded(found.declaration, figure, last), wave=f"{first.wave} to {last.wave}")


def _of_claims(
    network: Network,
    found: Registered,
    relation: str | None,
    wave: str | int | None,
    options: Mapping[str, Any],
) -> Measure:
    graph = network.graph(relation, wave)
    because = _too_little(graph, found.declaration)
    claims = claims_of(network, graph.relation.name, graph.wave)
    figure = undefined(because) if because else found.figure(claims, **options)
    return worded(found.declaration, figure, graph)


def _with_method(figure: Figure, more: str) -> Figure:
    return replace(figure, method="; ".join(part for part in (figure.method, more) if part))
