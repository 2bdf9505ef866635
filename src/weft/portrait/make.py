"""From a network to its portrait: choose, measure, answer, draw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from weft.engine import Tell
from weft.formats import NetworkLike, as_network, read
from weft.measures import registered
from weft.network.grouping import chosen_group
from weft.network.parts_played import parts_played
from weft.portrait import answers, charts
from weft.portrait.contents import Chapter, Chart, Shown
from weft.portrait.drawing import drawing
from weft.portrait.findings import (
    QUESTIONS,
    STEPS,
    Findings,
    Question,
    gathered,
    up_to_wave,
    with_a_relation,
)
from weft.portrait.limits import limits
from weft.portrait.look_after import look_after
from weft.portrait.next_steps import next_steps
from weft.portrait.portrait import Portrait
from weft.portrait.worked_out import worked_out

if TYPE_CHECKING:
    from weft.network import Network

DRAWS = 200

ANSWERS: dict[str, Callable[[Findings], str]] = {
    "call": answers.call,
    "look": answers.look,
    "support": answers.support,
    "changing": answers.changing,
}
CHARTS: dict[str, tuple[Callable[[Findings], Chart | None], ...]] = {
    "call": (charts.mixing, charts.answered),
    "look": (charts.leadership_received,),
    "support": (charts.robustness,),
    "changing": (charts.change,),
}


def make_portrait(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    *,
    people: NetworkLike | None = None,
    relation: str | None = None,
    connection: str | None = None,
    trust: str | None = None,
    leadership: str | None = None,
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    group: str | None = None,
    names: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    interval: bool = True,
    tell: Tell | None = None,
) -> Portrait:
    """Return the portrait of a network: four answers, the figures behind them, what to do next.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    people : path or frame, optional
        The people table, where the network is not a Network yet.
    relation : str, optional
        One relation that plays every part for which none of the next three is given.
    connection, trust, leadership : str, optional
        The relation for each part. Where left out: the one whose name tells it (such as
        ``works_with``, ``trusts``, ``turns_to``), else the first; ``limits`` says what was assumed.
    wave : str or int, optional
        The last wave where left out; change is then measured from the first wave to it.
    stewards : sequence of str, optional
        The ids of the people in the convening role, instead of those the people table marks.
    group : str, optional
        The attribute that groups people. Where left out, one such as ``organisation`` or ``team``;
        never a sensitive one such as religion or gender.
    names : bool
        Whether the map and the people to look after carry names. For the owner of the data only.
    draws : int
        Of how many networks the ranges are made; what the silent would have said is drawn in each.
    seed : int
        The same data, seed and draws give the same portrait.
    interval : bool
        Whether each figure shows the range that complete answers would give it.
    tell : callable, optional
        Called with how many steps are done, how many there are, and what is being done, such as
        ``"betweenness_centralization, 42 % of shortest ways"``; what it raises ends the work.

    Returns
    -------
    Portrait

    Raises
    ------
    UnknownNameError
        For a relation, wave, person or attribute that is not there.

    Examples
    --------
    Three people turn to Ana, and Ana to one of them:

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> portrait = weft.portrait(ties)
    >>> [chapter.id for chapter in portrait.chapters]
    ['call', 'look', 'support', 'changing']
    """
    whole = as_network(network) if people is None else read(network, people=people)
    if stewards is not None:
        whole = whole.with_stewards(stewards)
    if group is not None:
        whole.people.attribute(group)  # an attribute that is not there is an error now, not later
    upto = up_to_wave(with_a_relation(whole), wave)
    parts = parts_played(
        upto, relation=relation, connection=connection, trust=trust, leadership=leadership
    )
    found = gathered(
        upto,
        parts,
        group or chosen_group(upto),
        draws=draws,
        seed=seed,
        interval=interval,
        tell=tell,
    )
    picture = drawing(found, names=names, seed=seed)
    if tell is not None:
        tell(STEPS, STEPS, "")
    return Portrait(
        network=_described(found),
        headline=answers.headline(found),
        chapters=tuple(_chapter(question, found) for question in QUESTIONS),
        look_after=look_after(found, names=names),
        next_steps=tuple(
            worked_out(step, found, names=names, seed=seed) for step in next_steps(found)
        ),
        limits=limits(found, group_given=group is not None, drawn=picture is not None),
        drawing=picture,
        made_with={"weft": _version(), "seed": seed, "draws": draws},
    )


def _chapter(question: Question, found: Findings) -> Chapter:
    drawn = (chart(found) for chart in CHARTS[question.id])
    return Chapter(
        id=question.id,
        title=question.title,
        answer=ANSWERS[question.id](found),
        figures=tuple(
            Shown(
                measure=found.measures[measure_id], declaration=registered(measure_id).declaration
            )
            for measure_id, _ in question.figures
            if measure_id in found.measures
        ),
        charts=tuple(chart for chart in drawn if chart is not None),
    )


def _described(found: Findings) -> dict[str, object]:
    network: Network = found.network
    pairs = found.measures.get("coverage_dyads_once")
    return {
        "name": network.name,
        "people": found.n,
        "relations": {
            "connection": found.parts.connection,
            "trust": found.parts.trust,
            "leadership": found.parts.leadership,
        },
        "assumed": list(found.parts.assumed),
        "ties": found.connection.m,
        "wave": found.connection.wave,
        "waves": list(network.waves),
        "answered": found.connection.n_answered,
        "response": found.response,
        "coverage": pairs.value if pairs else None,
        "stewards": found.stewards,
        "group": found.group,
    }


def _version() -> str:
    from weft import __version__

    return __version__
