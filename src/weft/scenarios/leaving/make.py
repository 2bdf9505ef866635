"""The rehearsal: what would happen if some people left tomorrow, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import Tell, part, telling
from weft.formats import NetworkLike
from weft.measures.intervals import Drawing, draws_of
from weft.scenarios.leaving.contents import Named, StepBack
from weft.scenarios.leaving.figures import figures
from weft.scenarios.leaving.handing_over import hand_over
from weft.scenarios.leaving.losses import Lost, counts, lost_without
from weft.scenarios.leaving.mending import plan_of
from weft.scenarios.leaving.plan import plan_said
from weft.scenarios.leaving.resting import resting
from weft.scenarios.leaving.words import limits, sentences
from weft.uncertainty import by_habits
from weft.weaving.ground import Ground, ground_of
from weft.weaving.numbers import whole
from weft.weaving.presence import pairs_present
from weft.weaving.two_ways.wishes import Wishes

if TYPE_CHECKING:
    from weft.network import Graph

DRAWS, MOST, EACH = 200, 5, 1
EVERYBODY = "Undefined, because everybody would leave."
STEPS = ("what is lost", "the figures before and after", "what would mend it", "the reverse")


def step_back(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    people: Sequence[str] = (),
    *,
    names: bool = False,
    most: int = MOST,
    each: int = EACH,
    blocked: Iterable[Sequence[str]] = (),
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    group: str | None = None,
    trust: str | None = None,
    leadership: str | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    interval: bool = True,
    tell: Tell | None = None,
) -> StepBack:
    """Return what would happen if some people left tomorrow, and what would mend it.

    A rehearsal for whoever wants to be less necessary: which pairs lose their only short way, who
    is cut off, what happens to each figure of the portrait, to whom those could turn who turn to
    the leaving, and which introductions among those who stay give back most, one after another.
    Its reverse, where the network rests on one person whoever that is, is a number for each way of
    resting. Without ``people`` only the reverse is given.

    A pair loses its only short way where the two are not tied, both are tied to somebody who
    leaves, and to nobody else together. Ties are those of all relations that are not private, in
    either direction.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    people : str or sequence of str
        The ids of those who leave, all at once.
    names : bool
        Whether to name who loses what and on whom something rests. For the owner of the data only.
    most : int
        At most so many introductions.
    each : int
        At most so many introductions for one person.
    blocked : iterable of (str, str)
        Ids of two people who must not be introduced.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Ids, instead of those whom the people table marks. They are introduced to others only where
        nothing can be done without them.
    private : sequence of str, optional
        The relations in which a single report must not show; where left out, those that are about
        trust by their name, unless there is no other. They are no ties here, and their figures are
        not shown.
    group : str, optional
        The attribute that groups people; chosen where left out.
    trust, leadership : str, optional
        The relation for each part; chosen by name where left out.
    draws : int
        How often what the silent would have said is drawn, for the ranges.
    seed : int
        The same data, seed and draws give the same rehearsal.
    interval : bool
        Whether to give ranges.
    tell : callable, optional
        Called with how much is done, of how much, and of what; may raise to end it.

    Returns
    -------
    StepBack

    Raises
    ------
    UnknownNameError
        For a person, relation, wave or attribute that is not there.
    InvalidRequestError
        For ``most`` below 0, ``each`` or ``draws`` below 1.

    See Also
    --------
    weft.two_ways_in : The fewest introductions that make any single departure safe.

    Notes
    -----
    Lost ways and what mends them are exact. Before and after are taken of the same draws. Cost: for
    d who are tied to those who leave, O(d n) for the ways and O(n m) for the figures, for each
    draw.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and
    Mathematical Organization Theory, 12, 21-34. https://doi.org/10.1007/s10588-006-7084-x

    Examples
    --------
    Ana is tied to Ben, Cy and Di, and Cy to Di. If Ana leaves, Ben reaches neither Cy nor Di in two
    steps, and is left with no tie. Introducing Ben to Cy gives both ways back: Di is two steps away
    then.

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ana", "Di"), ("Cy", "Di")]
    >>> found = weft.step_back(weft.read(ties, everyone_answered=True), ["Ana"])
    >>> [(one.id, one.value) for one in found.lost]
    [('short_ways', 2), ('losing', 3), ('no_way', 2), ('cut_off', 1), ('alone', 1)]
    >>> [(one.short_ways, one.short_ways_left) for one in found.plan]
    [(2, 0)]
    """
    for name, value, fewest in (("most", most, 0), ("each", each, 1), ("draws", draws, 1)):
        whole(name, value, least=fewest)
    ground = ground_of(
        network,
        wave=wave,
        stewards=stewards,
        private=private,
        group=group,
        trust=trust,
        leadership=leadership,
        seed=seed,
    )
    if group is not None:
        ground.people.attribute(group)  # an attribute that is not there is an error
    ids = [people] if isinstance(people, str) else sorted({str(person) for person in people})
    leaving = ground.positions_of(ids)
    never = pairs_present(ground, blocked, "blocked")
    alike = () if ground.group is None else (ground.group,)
    drawing = Drawing(draws=draws, seed=seed, alike=alike)
    made = _empty(ground, leaving, draws)
    if len(leaving) == ground.n:
        made = replace(made, undefined_because=EVERYBODY)
        return replace(made, sentences=sentences(made))
    tell_of = [part(tell, at, len(STEPS), step) for at, step in enumerate(STEPS)]
    with telling(tell_of[0]):
        networks = _draws(ground, drawing) if interval else ()
    if len(leaving):
        lost = lost_without(ground.tied, leaving)
        with telling(tell_of[1]):
            moved = figures(ground, lost.stays, drawing, interval=interval)
        wishes = Wishes(ground, blocked=never)
        gains = plan_of(lost, wishes, most=most, each=each, spared=ground.steward)
        made = replace(
            made,
            lost=counts(lost, _lost_in(ground, networks, leaving, lost, interval=interval)),
            named=_named(ground, lost) if names else None,
            figures=moved,
            hand_over=hand_over(ground, lost.stays),
            plan=plan_said(ground, leaving, lost, gains),
        )
    with telling(tell_of[3]):
        made = replace(
            made,
            resting=resting(ground, networks, names=names),
            limits=limits(ground, drawn=bool(len(networks)), leaving=bool(len(leaving))),
        )
    return replace(made, sentences=sentences(made))


def _draws(ground: Ground, drawing: Drawing) -> Sequence[Graph]:
    """Return today's ties completed many times over; nothing where that is needless or no use."""
    tied = ground.tied
    if tied.complete or not by_habits(tied) or not tied.n_answered:
        return ()
    if any(name not in tied.people.attributes for name in drawing.alike):
        drawing = replace(drawing, alike=())
    return draws_of(tied, "impute", drawing)


def _lost_in(
    ground: Ground,
    networks: Sequence[Graph],
    leaving: NDArray[np.intp],
    lost: Lost,
    *,
    interval: bool,
) -> list[Lost]:
    """Return what is lost in each draw; once where everything is known."""
    if ground.tied.complete and interval:
        return [lost]
    return [lost_without(network, leaving) for network in networks]


def _named(ground: Ground, lost: Lost) -> Named:
    ids = ground.people.ids
    pairs = [
        (ids[a], ids[b]) for a, b in zip(*lost.short.nonzero(), strict=True) if ids[a] < ids[b]
    ]
    cut_off, alone = (
        tuple(sorted(ids[person] for person in np.flatnonzero(who)))
        for who in (lost.cut_off, lost.alone)
    )
    return Named(short_ways=tuple(sorted(pairs)), cut_off=cut_off, alone=alone)


def _empty(ground: Ground, leaving: NDArray[np.intp], draws: int) -> StepBack:
    from weft import __version__

    return StepBack(
        name=ground.network.name,
        wave=ground.wave,
        people=ground.n,
        leaving=tuple(ground.people.ids[person] for person in leaving.tolist()),
        leaving_names=tuple(ground.names(person) for person in leaving.tolist()),
        lost=(),
        named=None,
        figures=(),
        hand_over=None,
        plan=(),
        resting=(),
        sentences=(),
        limits={},
        undefined_because=None,
        made_with={"weft": __version__, "draws": draws, "seed": ground.seed},
    )
