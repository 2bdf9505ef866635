"""The smallest set of introductions after which no single departure cuts anybody off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from weft.formats import NetworkLike
from weft.network import InvalidRequestError
from weft.weaving.ground import Ground, ground_of
from weft.weaving.numbers import whole
from weft.weaving.presence import pairs_present
from weft.weaving.two_ways.choice import Question, chosen
from weft.weaving.two_ways.contents import Safety, TwoWaysIn
from weft.weaving.two_ways.introduced import introductions_of
from weft.weaving.two_ways.order import in_order
from weft.weaving.two_ways.pieces import Kind, Pieces
from weft.weaving.two_ways.wishes import Wishes
from weft.weaving.two_ways.words import limits, sentences

FEWEST, MOST_PEOPLE = 3, 10_000
TOO_FEW = "Undefined, because two ways to one another take three people or more."

Named = Sequence[Sequence[str]]


def two_ways_in(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    *,
    kind: Kind = "person",
    each: int | None = None,
    blocked: Named = (),
    candidates: Named | None = None,
    alike: Sequence[str] = (),
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    trust: str | None = None,
    seed: int = 0,
) -> TwoWaysIn:
    r"""Return the fewest introductions after which no single departure cuts anybody off.

    Does everybody have two ways in? Whoever hangs on a single other is cut off when that one
    leaves. This returns a set of introductions after which, once they have become ties, whoever
    leaves, all who stay still hang together; and no smaller set would do.

    .. math:: \max(c + k - 2, \lceil p / 2 \rceil + q)

    is the least number (Eswaran and Tarjan 1976), where the network has k parts, q groups that
    nobody's leaving splits and that stand alone, p such groups that hang by one cut person, and c
    groups meet in the cut person in whom most meet. It is reached wherever anybody may be
    introduced to anybody. Under bounds (``each``, ``blocked``, ``candidates``) it may take more; by
    how many at most is said.

    Of equally small sets one is preferred that leaves out stewards and hubs, that gives nobody many
    introductions, in which people are near each other and somebody could introduce them, and in
    which they are ``alike``.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes. People tied in any relation that is not private, in
        either direction, are tied.
    kind : {'person', 'tie'}
        What departs: a person, or a tie.
    each : int, optional
        At most so many introductions for one person.
    blocked : sequence of (str, str)
        Ids of two people who must not be introduced.
    candidates : sequence of (str, str), optional
        The only pairs that may be introduced, by their ids.
    alike : str or sequence of str
        Attributes of people, such as ``"region"``; pairs that share them are preferred.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Ids, instead of those whom the people table marks.
    private : sequence of str, optional
        The relations in which a single report must not show; where left out, those that are about
        trust by their name, unless there is no other. They are no ties here.
    trust : str, optional
        The relation about trust, which only makes the lot of an introducer weigh more; by its name
        where left out.
    seed : int
        Of the dice among equal choices.

    Returns
    -------
    TwoWaysIn

    Raises
    ------
    UnknownNameError
        For a person, relation, wave or attribute that is not there.
    InvalidRequestError
        For ``each`` below 1, somebody paired with themselves, or more than 10,000 people.

    See Also
    --------
    weft.step_back : What is lost if some people leave, and what would mend it.

    Notes
    -----
    Cost: for e people who hang by one departure and n in all, O(e n) for each introduction: about a
    second for 1,283 people and 133 introductions, ten for 5,000 people and 335.

    References
    ----------
    Eswaran, K. P. and Tarjan, R. E. (1976). Augmentation problems. SIAM Journal on Computing, 5(4),
    653-665. https://doi.org/10.1137/0205044

    Hsu, T. and Ramachandran, V. (1993). Finding a smallest augmentation to biconnect a graph. SIAM
    Journal on Computing, 22(5), 889-912. https://doi.org/10.1137/0222056

    Examples
    --------
    Ana, Ben and Cy are tied to one another; Di hangs on Cy, and Eva on Ana. One introduction gives
    both a second way in:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Ana"), ("Cy", "Di"), ("Ana", "Eva")]
    >>> plan = weft.two_ways_in(weft.read(ties, everyone_answered=True))
    >>> [(one.a, one.b) for one in plan.introductions], plan.least, plan.more_than_least
    ([('Di', 'Eva')], 1, 0)
    >>> plan.before.two_connected_share, plan.after.two_connected_share
    (0.6, 1.0)
    """
    ground = ground_of(
        network, wave=wave, stewards=stewards, private=private, trust=trust, seed=seed
    )
    question = _question(ground, kind, each, blocked, candidates, alike)
    if ground.n < FEWEST:
        return _undefined(ground, kind)
    pieces = question.pieces()
    steps = in_order(question, chosen(question))
    after = question.pieces([step.pair for step in steps])
    plan = TwoWaysIn(
        name=ground.network.name,
        wave=ground.wave,
        people=ground.n,
        kind=kind,
        introductions=introductions_of(ground, steps),
        least=pieces.least,
        reached=not after.least,
        before=_safety(pieces, ground.n),
        after=_safety(after, ground.n),
        sentences=(),
        limits=limits(ground),
        undefined_because=None,
        made_with=_made_with(ground),
    )
    bound = question.wishes.bound or each is not None
    return replace(plan, sentences=sentences(plan, bound=bound))


def _question(
    ground: Ground,
    kind: Kind,
    each: int | None,
    blocked: Named,
    candidates: Named | None,
    alike: Sequence[str],
) -> Question:
    if kind not in get_args(Kind):
        message = f"kind is {kind!r}; expected 'person' or 'tie'."
        raise InvalidRequestError(message)
    if each is not None:
        whole("each", each, least=1, hint="Leave it out for no bound.")
    if ground.n > MOST_PEOPLE:
        message = (
            f"There are {ground.n:,} people; two_ways_in takes {MOST_PEOPLE:,} at most. Take one "
            "part of the network at a time, such as net.people_where(region='north')."
        )
        raise InvalidRequestError(message)
    first, second = ground.tied.either
    wishes = Wishes(
        ground,
        alike=[alike] if isinstance(alike, str) else alike,
        blocked=pairs_present(ground, blocked, "blocked"),
        candidates=None if candidates is None else pairs_present(ground, candidates, "candidates"),
    )
    return Question(
        n=ground.n,
        tied=tuple(zip(first.tolist(), second.tolist(), strict=True)),
        kind=kind,
        wishes=wishes,
        each=each,
        seed=ground.seed,
    )


def _safety(pieces: Pieces, n: int) -> Safety:
    return Safety(
        two_connected_share=pieces.unsplit / n,
        hanging=int(pieces.hanging().sum()),
        apart=int(pieces.apart().sum()),
    )


def _undefined(ground: Ground, kind: Kind) -> TwoWaysIn:
    nothing = Safety(two_connected_share=0.0, hanging=0, apart=0)
    return TwoWaysIn(
        name=ground.network.name,
        wave=ground.wave,
        people=ground.n,
        kind=kind,
        introductions=(),
        least=0,
        reached=False,
        before=nothing,
        after=nothing,
        sentences=(TOO_FEW,),
        limits={},
        undefined_because=TOO_FEW,
        made_with=_made_with(ground),
    )


def _made_with(ground: Ground) -> dict[str, str | int]:
    from weft import __version__

    return {"weft": __version__, "seed": ground.seed}
