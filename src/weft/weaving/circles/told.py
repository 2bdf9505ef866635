"""One circle as it is told: who calls it, who is tied, who is new, and why it is good so."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.words import counted, number, sentence_case
from weft.weaving.circles.contents import Circle
from weft.weaving.circles.wanted import Wanted
from weft.weaving.ground import Ground
from weft.weaving.lots import lots
from weft.weaving.reasons import Reason, reason
from weft.weaving.wording import by_alphabet

MOVES = ("mean_degree", "reach_2", "modularity", "betweenness_centralization")
WRONG_IF = "two of them cannot work together or find no hour; let one change places with another."


def circle_of(
    ground: Ground, wanted: Wanted, inside: NDArray[np.intp], which: int, *, known: bool
) -> Circle:
    """Return one circle of an arrangement.

    Parameters
    ----------
    ground : Ground
    wanted : Wanted
    inside : array of int
        Who is in it, as places in what is wanted.
    which : int
        Its number.
    known : bool
        Whether it is known who is new.
    """
    people = ground.people
    lot = lots(people.ids, "calls first", seed=ground.seed)[wanted.people]
    pair = _pair(wanted, inside, lot)
    host = _host(ground, wanted, inside, pair, lot)
    at = [int(wanted.people[i]) for i in inside]
    order = by_alphabet(at, people.names, people.ids)
    new = [i for i in order if i in set(wanted.people[inside[wanted.new[inside]]])]
    clusters = len(np.unique(wanted.cluster[inside]))
    first, second = np.nonzero(np.triu(wanted.together[np.ix_(inside, inside)], 1))
    met = [
        by_alphabet((at[a], at[b]), people.names, people.ids)
        for a, b in zip(first, second, strict=True)
    ]
    tied = (
        None
        if pair is None
        else by_alphabet((int(wanted.people[i]) for i in pair), people.names, people.ids)
    )
    caller = None if host is None else int(wanted.people[host])
    return Circle(
        number=which,
        members=tuple(people.ids[i] for i in order),
        names=tuple(people.names[i] for i in order),
        host=None if caller is None else people.ids[caller],
        tied=None if tied is None else (people.ids[tied[0]], people.ids[tied[1]]),
        newcomers=tuple(people.ids[i] for i in new),
        clusters=clusters,
        met_before=tuple((people.ids[a], people.ids[b]) for a, b in met),
        reason=_reason(ground, len(order), clusters, tied, new, known=known),
        how=_how(None if caller is None else ground.called(caller)),
        wrong_if=WRONG_IF,
        moves=MOVES,
    )


def _pair(
    wanted: Wanted, inside: NDArray[np.intp], lot: NDArray[np.float64]
) -> tuple[int, int] | None:
    """Return two who are tied, rather one who may call and nobody new; of equals by lot."""
    first, second = np.nonzero(np.triu(wanted.tied[np.ix_(inside, inside)], 1))
    pairs = [(int(inside[a]), int(inside[b])) for a, b in zip(first, second, strict=True)]
    if not pairs:
        return None
    return max(
        pairs,
        key=lambda pair: (
            any(wanted.can_host[i] and not wanted.new[i] for i in pair),
            -sum(wanted.new[i] for i in pair),
            sum(lot[i] for i in pair),
        ),
    )


def _host(
    ground: Ground,
    wanted: Wanted,
    inside: NDArray[np.intp],
    pair: tuple[int, int] | None,
    lot: NDArray[np.float64],
) -> int | None:
    """Return who may call first: rather nobody new, no hub, and one of the pair; then by lot."""
    able = [int(i) for i in inside if wanted.can_host[i]]
    if not able:
        return None
    hub = ground.hubs[wanted.people]
    return max(able, key=lambda i: (not wanted.new[i], not hub[i], i in (pair or ()), lot[i]))


def _reason(
    ground: Ground,
    many: int,
    clusters: int,
    tied: list[int] | None,
    new: list[int],
    *,
    known: bool,
) -> Reason:
    words = {
        "many": number(many),
        "clusters": counted(clusters, "cluster"),
    }
    kind = "mixes"
    if tied is not None:
        kind += "-tied" if new else "-and-tied"
        words |= {"a": ground.called(tied[0]), "b": ground.called(tied[1])}
    if new:
        one = min(new, key=lambda i: ground.contacts[i])
        kind += "-and-new" if known else "-and-hardly-tied"
        words["new"] = ground.called(one)
    return reason(kind, **words)


def _how(caller: str | None) -> str:
    if caller is None:
        return (
            "Nobody here is free to call it first, as all are stewards or led last time; let them "
            "draw lots, and let somebody else call the second meeting."
        )
    said = f"{caller} calls the first meeting; at its end they agree who calls the next."
    return sentence_case(said)
