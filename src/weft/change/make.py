"""From a network of two or more waves to what changed: pair, take apart, draw, swap, say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from weft.change.answer import answer, limits
from weft.change.contents import Change, Counts, Step
from weft.change.pairing import Pair, pair_of
from weft.change.verdict import verdict_of
from weft.change.work import FADE_AND_LIFT, Work
from weft.engine import Tell
from weft.formats import NetworkLike, as_network
from weft.measures import Measure, measure, registered
from weft.measures.kernels.asked_alike import asked_alike
from weft.measures.registry import Registered
from weft.network import InvalidRequestError, Network

DRAWS, FEWEST_DRAWS = 200, 20
FIGURES = (
    "density",
    "mean_degree",
    "reciprocity",
    "transitivity",
    "efficiency",
    "leadership_centralization",
    "effective_leaders",
    "leadership_gini",
    "steward_share",
)
"""What is compared unless asked otherwise; any figure of one wave can be."""

TIES = ("persistence", "emergence", "jaccard", "leadership_turnover")


def make_change(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    before: str | int | None = None,
    after: str | int | None = None,
    *,
    relation: str | None = None,
    stewards: Sequence[str] | None = None,
    figures: Sequence[str] = FIGURES,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Tell | None = None,
) -> Change:
    """Return what changed between two waves, on the same people and the same reporters.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes, with two waves or more.
    before, after : str or int, optional
        The first and the last wave where left out. The waves between are shown step by step.
    relation : str, optional
        May be left out where the network has one relation.
    stewards : sequence of str, optional
        The ids of the people in the convening role, instead of those the people table marks.
    figures : sequence of str
        Which figures to compare: any that :func:`weft.measure` can give for one wave as a number
        without options.
    draws : int
        How often what the silent could have said is drawn, and how often reports are swapped.
    seed : int
        The same data, seed and draws give the same comparison.
    progress : callable, optional
        Called with how much is done, how much there is, and what comes next.

    Returns
    -------
    Change

    Raises
    ------
    UnknownNameError
        For a relation, wave, person or figure that is not there.
    InvalidRequestError
        For a single wave, two in the wrong order, or a figure that cannot be compared.

    Examples
    --------
    Of three people who turned to Ana one now turns to Ben. Nobody came, went or was silent, so all
    of the difference is change:

    >>> import weft
    >>> rows = ["Ben Ana 1", "Cy Ana 1", "Di Ana 1", "Ana Ben 1"]
    >>> rows += ["Ben Ana 2", "Cy Ana 2", "Di Ben 2", "Ana Ben 2"]
    >>> columns = zip(*(row.split() for row in rows), strict=True)
    >>> ties = dict(zip(("source", "target", "wave"), map(list, columns), strict=True))
    >>> net = weft.read(ties, everyone_answered=True).with_stewards(["Ana"])
    >>> found = weft.change(net, figures=["steward_share"]).figures[0]
    >>> found.before, found.after, found.stayers, found.membership, found.coverage
    (0.75, 0.5, -0.25, 0.0, 0.0)
    """
    if draws < FEWEST_DRAWS:
        message = f"draws is {draws}; expected at least {FEWEST_DRAWS}. {DRAWS} are usual."
        raise InvalidRequestError(message)
    whole = as_network(network)
    if stewards is not None:
        whole = whole.with_stewards(stewards)
    wanted = [comparable(name) for name in figures]
    pair = pair_of(whole, relation, before, after)
    tell = progress or (lambda *_: None)
    tell(0, 4, "taking apart")
    work = Work.of(pair, wanted, draws=draws, seed=seed)
    tell(1, 4, "drawing what the silent could have said")
    drawn = work.drawn()
    tell(2, 4, "swapping reports")
    swapped = work.swapped()
    tell(3, 4, "step by step")
    power = work.fade_and_lift(drawn.get(FADE_AND_LIFT), swapped)
    alike = asked_alike(*work.as_they_stand)
    compared = tuple(
        replace(work.decomposed(found, drawn, swapped), asked_alike=alike) for found in wanted
    )
    change = Change(
        name=whole.name,
        relation=pair.relation,
        before=pair.waves[0],
        after=pair.waves[1],
        counts=counts_of(pair),
        answer="",
        verdict=verdict_of(power, counts_of(pair), asked_alike=alike),
        fade_and_lift=power,
        figures=compared,
        ties=_ties(pair),
        steps=_steps(whole, pair, wanted, seed),
        limits={},
        made_with={"weft": _version(), "seed": seed, "draws": draws, "swaps": work.swaps},
    )
    change = replace(change, limits=limits(change, pair, drawn=bool(drawn), asked_alike=alike))
    return replace(change, answer=answer(change))


def comparable(name: str) -> Registered:
    """Return a measure that can be compared between waves; any other is an error."""
    found = registered(name)
    declared = found.declaration
    needs = set(declared.needs) - {"stewards"}
    if needs or declared.family == "coverage" or "null_draws" in found.options:
        because = {
            "two waves": "it compares two waves itself",
            "group": "it needs groups of people",
            "double reports": "it is about reports and not about ties",
        }.get(next(iter(sorted(needs)), ""), "it is no figure of ties that could change by itself")
        message = (
            f"{name} cannot be taken apart between waves: {because}. Ask for figures such as "
            f"{', '.join(FIGURES[:3])}; weft measures lists them all."
        )
        raise InvalidRequestError(message)
    return found


def counts_of(pair: Pair) -> Counts:
    """Return who was there, stayed and answered."""
    return Counts(
        people=(int(pair.inside[0].sum()), int(pair.inside[1].sum())),
        answered=(int(pair.answered[0].sum()), int(pair.answered[1].sum())),
        stayers=int(pair.stayers.sum()),
        matched=int(pair.matched.sum()),
    )


def _ties(pair: Pair) -> tuple[Measure, ...]:
    before, after = pair.waves
    return tuple(
        measure(pair.network, name, relation=pair.relation, before=before, after=after)
        for name in TIES
    )


def _steps(
    network: Network, pair: Pair, wanted: Sequence[Registered], seed: int
) -> tuple[Step, ...]:
    """Return each step on the way, where there is more than one."""
    waves = network.waves
    way = waves[waves.index(pair.waves[0]) : waves.index(pair.waves[1]) + 1]
    if len(way) < 3:
        return ()
    steps = []
    for before, after in pairwise(way):
        step = Pair(network, pair.relation, (before, after))
        work = Work.of(step, wanted, draws=1, seed=seed)
        steps.append(
            Step(
                before=before,
                after=after,
                counts=counts_of(step),
                ties=_ties(step),
                figures=tuple(work.decomposed(found, {}, {}) for found in wanted),
            )
        )
    return tuple(steps)


def _version() -> str:
    from weft import __version__

    return __version__
