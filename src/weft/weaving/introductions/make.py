"""From a network to suggested introductions: who could meet, who introduces them, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import numpy as np

from weft.engine import Tell
from weft.formats import NetworkLike, as_network
from weft.weaving.ground import Ground, ground_of, in_order_of_ids
from weft.weaving.introducing import how, wrong_if
from weft.weaving.introductions.asked import Asked
from weft.weaving.introductions.candidates import Search
from weft.weaving.introductions.contents import Introduction, Introductions
from weft.weaving.introductions.explaining import main_part, moved, why
from weft.weaving.introductions.introducer import introducers
from weft.weaving.introductions.saying import answer, method, notes
from weft.weaving.introductions.taking_up import Taken, taken_up
from weft.weaving.introductions.weights import Weights, weights_of

EXPLORE = 0.15


def introductions(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    network: NetworkLike,
    *,
    each: int | Mapping[str, int] = 1,
    most: int | None = None,
    keep_out: float = 0.0,
    explore: float = EXPLORE,
    weights: Weights | Mapping[str, float] | None = None,
    blocked: Iterable[Sequence[str]] = (),
    before: object = (),
    alike: Sequence[str] = (),
    quotas: Mapping[str, int] | None = None,
    least_served_first: bool = False,
    group: str | None = None,
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    trust: str | None = None,
    seed: int = 0,
    tell: Tell | None = None,
) -> Introductions:
    r"""Return introductions worth making, each with an introducer, a reason and what it would move.

    A pair that is not tied yet is worth

    .. math:: U_{ab} = P_{ab} \sum_k w_k\, g_k(a, b) - w_{load}\, load(a, b)

    where :math:`P` is the chance that both accept, which grows with how close they stand, and the
    :math:`g_k` say how well what one seeks fits what the other offers; how much nearer everybody
    would come to everybody (effective resistance); how many more pairs could do without the hubs;
    by how much betweenness centralization would fall and the two-connected share rise; and how few
    ties the less connected has. Each is divided by its greatest value. The set with the greatest
    worth in all that keeps to everybody's bounds is chosen by an integer programme; in a network of
    up to 2,000 people in several goes, so that what was chosen first counts for what comes next.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        People can have the columns ``offers`` and ``seeks`` (tags between semicolons).
    each : int, or mapping of id to int
        In how many introductions a person may be; those whom a mapping leaves out may be in one.
    most : int, optional
        How many introductions in all; as many as there can be where left out.
    keep_out : float
        The share of the chosen pairs that is held out at random, 0 to 0.5, so that
        :func:`weft.introduction_effect` can tell later whether introducing helped.
    explore : float
        The share of pairs among which nearly equal ones are put in an order by chance, 0 to 0.5.
    weights : Weights or mapping of str to float, optional
        What counts for how much; those left out stay as they are by default.
    blocked : pairs of ids
        Never introduced to each other.
    before : frame, path, or rows
        Introductions made before (columns ``a``, ``b``, ``introducer``): not made again, and who
        has made many is asked last.
    alike : str or sequence of str
        Columns of the people table in which the same speaks for a pair, such as ``"state"``.
    quotas : mapping of group to int, optional
        At least so many introductions touch a group, as far as there are pairs for it.
    least_served_first : bool
        Whether as many as can be of the quarter with the fewest ties are served, whatever else.
    group : str, optional
        The attribute that groups people, for the quotas.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Instead of those whom the people table marks. Stewards are neither introduced nor asked to
        introduce; where there are none, whoever stands in between most is treated so.
    private : sequence of str, optional
        Relations in which no single answer may show in what is suggested; those about trust where
        left out.
    trust : str, optional
        The relation about trust; by its name where left out.
    seed : int
        The same data and seed give the same suggestions.
    tell : callable, optional
        Called with how much is done, how much there is, and what is being done.

    Returns
    -------
    Introductions
        A frame with a row for each pair, the most worth first.

    Raises
    ------
    UnknownNameError
        For a person, relation, wave, group or weight that is not there.
    InvalidRequestError
        For a number out of its bounds, quotas that cannot be kept, or more than 6,000 people.

    See Also
    --------
    weft.two_ways_in : The fewest introductions after which nobody hangs by one person.
    weft.introduction_effect : Whether introducing helped.

    Notes
    -----
    Cost: O(n^3) for each go, and O(n m) for each of up to 300 pairs that are measured exactly.

    References
    ----------
    Ghosh, A., Boyd, S. and Saberi, A. (2008). Minimizing effective resistance of a graph. SIAM
    Review, 50(1), 37-66. https://doi.org/10.1137/050645452

    Rajkumar, K. et al. (2022). A causal test of the strength of weak ties. Science, 377(6612),
    1304-1310. https://doi.org/10.1126/science.abl4476

    Examples
    --------
    Ana is the steward, and the only one between Ben, Cy and Di; Cy and Di know Eve too. Ben hangs
    by a single tie:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ana", "Di"), ("Cy", "Eve"), ("Di", "Eve")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> found = weft.introductions(net, most=1, stewards=["Ana"])
    >>> [(row.a, row.b, row.introducer) for row in found]
    [('Ben', 'Cy', None)]
    """
    tell = tell or (lambda *_: None)
    alike = (alike,) if isinstance(alike, str) else alike
    tell(0, 4, "who is tied to whom")
    ground = ground_of(
        in_order_of_ids(as_network(network)),
        wave=wave,
        stewards=stewards,
        private=private,
        group=group,
        trust=trust,
        seed=seed,
    )
    asked = Asked.of(
        ground,
        each=each,
        most=most,
        keep_out=keep_out,
        explore=explore,
        blocked=blocked,
        before=before,
        quotas=quotas,
        least_served_first=least_served_first,
    )
    weighed = weights_of(weights)
    tell(1, 4, "what each pair would change")
    taken = taken_up(Search.of(ground, asked.allowed(ground), weighed, alike), asked, seed=seed)
    tell(2, 4, "who could introduce them")
    rows = _rows(ground, taken, asked, weighed, alike, seed)
    tell(4, 4, "")
    return Introductions(
        name=ground.network.name,
        wave=ground.wave,
        pairs=rows,
        names={p: ground.names(ground.people.position[p]) for p in sorted(_named(rows))},
        answer=answer(ground, rows),
        because="" if rows else answer(ground, rows),
        notes=notes(ground, asked, rows),
        method=method(ground, taken),
        weights=asdict(weighed),
        made_with={"weft": _version()} | asked.said() | {"seed": seed},
    )


def _rows(
    ground: Ground,
    taken: Taken,
    asked: Asked,
    weights: Weights,
    alike: Sequence[str],
    seed: int,
) -> tuple[Introduction, ...]:
    """Return the chosen pairs, the most worth first, with who introduces and who is held out."""
    order = np.argsort(-taken.pairs.worth, kind="stable")
    pairs = [(int(taken.pairs.a[at]), int(taken.pairs.b[at])) for at in order]
    by = introducers(ground, pairs, past=asked.made_before, seed=seed)
    out = held_out(len(pairs), asked.keep_out, seed=seed)
    return tuple(
        _row(ground, taken, weights, alike, int(at), found, held=bool(held))
        for at, found, held in zip(order, by, out, strict=True)
    )


def held_out(pairs: int, share: float, *, seed: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which of so many pairs are held out: a random set of a fixed size."""
    out = np.zeros(pairs, dtype=np.bool_)
    out[np.random.default_rng([seed, 2]).permutation(pairs)[: round(share * pairs)]] = True
    return out


def _row(
    ground: Ground,
    taken: Taken,
    weights: Weights,
    alike: Sequence[str],
    at: int,
    by: int | None,
    *,
    held: bool,
) -> Introduction:
    found = taken.pairs
    a, b = int(found.a[at]), int(found.b[at])
    gains = {name: float(values[at]) for name, values in found.gains.items()}
    exact = {
        name: None if np.isnan(gains[name]) else gains[name]
        for name in ("centralization", "two_connected")
    }
    ids = ground.people.ids
    return Introduction(
        a=ids[a],
        b=ids[b],
        introducer=None if by is None else ids[by],
        reason=why(ground, a, b, main_part(found, at, weights), alike),
        how=how(ground, a, b, by),
        wrong_if=wrong_if(ground),
        moves=moved(found, at),
        gain_fit=gains["fit"],
        gain_nearness=gains["nearness"],
        gain_without_hubs=gains["without_hubs"],
        gain_centralization=exact["centralization"],
        gain_two_connected=exact["two_connected"],
        worth=float(found.worth[at]),
        acceptance=float(found.acceptance[at]),
        explored=bool(taken.explored[at]),
        held_out=held,
    )


def _named(rows: Sequence[Introduction]) -> set[str]:
    named = {person for row in rows for person in (row.a, row.b, row.introducer)}
    return {person for person in named if person is not None}


def _version() -> str:
    from weft import __version__

    return __version__
