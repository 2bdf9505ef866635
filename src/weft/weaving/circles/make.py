"""From a network to circles that mix its clusters, and what could not be had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike
from weft.weaving.circles.contents import Circle, Circles, Unmet
from weft.weaving.circles.newcomers import Newcomers, newcomers_among
from weft.weaving.circles.said import no_circle, notes, unmet
from weft.weaving.circles.search import arranged
from weft.weaving.circles.sizes import USUAL, sizes_of
from weft.weaving.circles.told import circle_of
from weft.weaving.circles.wanted import WEIGHTS, Wanted, wanted_of
from weft.weaving.ground import Ground, ground_of
from weft.weaving.presence import present
from weft.weaving.weights import chosen_weights


def circles(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    net: NetworkLike,
    size: int = USUAL,
    *,
    people: Iterable[str] | None = None,
    newcomers: Iterable[str] | None = None,
    leaders: Iterable[str] = (),
    before: Iterable[Sequence[str]] = (),
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    group: str | None = None,
    trust: str | None = None,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
) -> Circles:
    r"""Return people in circles that mix clusters, each with a tied pair, a newcomer and a caller.

    Small groups that meet several times do more than one large evening at which people talk to
    those they know. Everybody is in one circle. Each circle holds two who are tied already, so that
    nobody starts among strangers only; a newcomer; and somebody to call the first meeting who is no
    steward and did not lead last time. Beyond that, as few as can be found of one cluster, of one
    group or of an earlier circle come together again.

    Parameters
    ----------
    net : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    size : int
        About how many people a circle has, from 3 on: every circle has one fewer to one more,
        wherever people can be parted so.
    people : iterable of str, optional
        The ids of those who take part; everybody where left out.
    newcomers : iterable of str, optional
        The ids of the newcomers. Where left out: those who joined last (column ``joined`` of the
        people table: a date, a year, the number of a wave, or yes and no); where that is not known,
        those with the fewest ties stand in for them.
    leaders : iterable of str
        The ids of those who led last time: none of them is suggested as the first caller.
    before : iterable of sequence of str
        Earlier circles, each as the ids of its members.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Instead of those whom the people table marks.
    private : sequence of str, optional
        The relations of which no single answer may show; by name where left out.
    group : str, optional
        The attribute by which people are grouped; chosen where left out.
    trust : str, optional
        The relation that answers for it; by name where left out.
    weights : mapping of str to float, optional
        Instead of ``same_cluster`` 1, ``same_group`` 0.5, ``met_before`` 3 and ``tied`` 0.25.
    seed : int
        Of the search and of its lots.

    Returns
    -------
    Circles

    Raises
    ------
    UnknownNameError
        For a person, relation, wave, attribute or weight that is not there.
    InvalidRequestError
        For a size below 3, a weight below 0, a cell of ``joined`` that cannot be read, or a network
        without ties.

    Notes
    -----
    What is made small is the sum over all pairs in one circle of

    .. math:: w_1 [\text{same cluster}] + w_2 [\text{same group}] + w_3\, n_{\text{met before}}
              + w_4 [\text{tied}]

    where clusters are those of Leiden's method on the ties that are not private. A circle that
    lacks a tied pair, a caller or a newcomer counts for more than all pairs together. The search
    begins several times at random and swaps two people as long as that mends anything: the sum is
    small and not proven to be the smallest. What every circle is to hold is exact: if no beginning
    ends with all of it, an integer programme finds how much can be had, and ``unmet`` says what and
    why. Of arrangements that cost the same one is drawn; those in which more circles hold a pair
    who trust each other are drawn up to twice as often, and this is all that a private answer does.

    Cost: the square of the people for each sweep of the search, and in memory: 500 people take a
    second, 5,000 half a minute and 2 GB.

    Sources: Cai and Szeidl (2018), *Quarterly Journal of Economics* 133, on regular small groups;
    Lappas, Liu and Terzi (2009) on forming teams; Traag, Waltman and van Eck (2019) on clusters.

    Examples
    --------
    Two groups of three friends make two circles of three, each with two of one and one of the other
    group. Fay, who is new, and Cy, who is too, are in different ones:

    >>> import weft
    >>> friends = [("Ana", "Ben"), ("Ben", "Cy"), ("Ana", "Cy")]
    >>> friends += [("Di", "Eve"), ("Eve", "Fay"), ("Di", "Fay")]
    >>> made = weft.circles(friends, size=3, newcomers=["Cy", "Fay"])
    >>> [len(circle.members) for circle in made.circles], made.unmet
    ([3, 3], ())
    >>> made.counts["same_cluster"], made.counts["least_same_cluster"]
    (2, 2)
    """
    ground = ground_of(
        net, wave=wave, stewards=stewards, private=private, group=group, trust=trust, seed=seed
    )
    chosen = chosen_weights(weights, WEIGHTS)
    taking_part = _taking_part(ground, people)
    sizes = sizes_of(len(taking_part), size)
    known_before, gone = _earlier(ground, before)
    new = newcomers_among(ground, taking_part, len(sizes), newcomers)
    made: tuple[Circle, ...] = ()
    lacking: tuple[Unmet, ...] = ()
    counts: dict[str, int] = {}
    if sizes:
        wanted = wanted_of(
            ground,
            np.array(taking_part, dtype=np.intp),
            sizes,
            new=new.new,
            leaders=present(ground, leaders),
            before=known_before,
            weights=chosen,
        )
        made, lacks, counts = _made(ground, wanted, new)
        lacking = unmet(wanted, lacks, size, known=new.known)
    return Circles(
        name=ground.network.name,
        wave=ground.wave,
        size=size,
        group=ground.group,
        circles=made,
        unmet=lacking,
        because="" if sizes else no_circle(len(taking_part)),
        notes=notes(ground, known=new.known, gone=gone) if sizes else (),
        counts=counts,
        weights=chosen,
        made_with={"weft": _version(), "seed": seed},
    )


def _taking_part(ground: Ground, people: Iterable[str] | None) -> list[int]:
    if people is None:
        return list(range(ground.n))
    return list(dict.fromkeys(int(i) for i in ground.positions_of(list(people))))


def _earlier(ground: Ground, before: Iterable[Sequence[str]]) -> tuple[list[list[int]], int]:
    """Return where those of earlier circles stand, and how many of them the network has no more."""
    known = ground.people.position
    ids = [[str(person) for person in earlier] for earlier in before]
    gone = {person for earlier in ids for person in earlier if person not in known}
    return [[known[person] for person in earlier if person in known] for earlier in ids], len(gone)


def _made(
    ground: Ground, wanted: Wanted, new: Newcomers
) -> tuple[tuple[Circle, ...], NDArray[np.int64], dict[str, int]]:
    """Return the circles, how many lack what they are to hold, and what they cost."""
    trusted = ground.trusted[np.ix_(wanted.people, wanted.people)]
    place, lacks = arranged(wanted, trusted, ground.seed)
    names, ids = ground.people.names, ground.people.ids
    inside = [np.flatnonzero(place == circle) for circle in range(len(wanted.sizes))]
    inside.sort(key=lambda these: min((names[i].casefold(), ids[i]) for i in wanted.people[these]))
    found = tuple(
        circle_of(ground, wanted, these, number, known=new.known)
        for number, these in enumerate(inside, start=1)
    )
    return found, lacks, _counts(wanted, place)


def _counts(wanted: Wanted, place: NDArray[np.intp]) -> dict[str, int]:
    one = np.triu(place[:, None] == place, 1)
    return {
        "same_cluster": int((wanted.same_cluster() & one).sum()),
        "least_same_cluster": wanted.least_same_cluster(),
        "same_group": int((wanted.same_group() & one).sum()),
        "met_before": int((wanted.together * one).sum()),
        "tied": int((wanted.tied & one).sum()),
    }


def _version() -> str:
    from weft import __version__

    return __version__
