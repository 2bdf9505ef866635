"""What became of introductions, and who made them: two plain shares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike, as_network
from weft.measures import Measure
from weft.measures.declaration import Direction
from weft.measures.words import counted, number, percent
from weft.network import Graph, Network, Problems
from weft.weaving.effect.pairs import pairs_of
from weft.weaving.effect.waves import waves_of
from weft.weaving.records import Records, RecordsLike, records_of, wrong

SOURCES = (
    (
        "Spiro, E. S., Acton, R. M. and Butts, C. T. (2013). Extended structures of mediation: "
        "Re-examining brokerage in dynamic networks. Social Networks, 35(1), 130-143."
    ),
)
HIGHER: Direction = "higher"


def matchmaking(
    records: RecordsLike,
    before: NetworkLike,
    after: NetworkLike | None = None,
    *,
    before_wave: str | int | None = None,
    after_wave: str | int | None = None,
    relation: str | None = None,
) -> Measure:
    r"""Return the share of introductions that became ties.

    .. math:: \frac{\text{introductions made whose two are tied afterwards}}
              {\text{introductions made of which that is known}}

    An introduction counts as made if the pair was offered one and is not recorded as having
    declined or not met; pairs that were tied before do not count.

    Parameters
    ----------
    records, before, after, before_wave, after_wave, relation
        As :func:`weft.introduction_effect` takes them.

    Returns
    -------
    Measure
        Undefined where no introduction was made, or of none the outcome is known.

    Raises
    ------
    InvalidDataError, UnknownNameError, InvalidRequestError
        As :func:`weft.introduction_effect` does.

    See Also
    --------
    weft.introduction_effect : How many of these ties would have come about anyway.

    Notes
    -----
    Full credit goes to the introduction that is recorded, where Spiro, Acton and Butts divide it
    among all whom the two know in common. Not an effect: some of these ties would have come about
    anyway. Cost: O(m log m).

    References
    ----------
    Spiro, Acton and Butts (2013).

    Examples
    --------
    Two pairs were introduced, and one of them is tied afterwards; the pair that was held out does
    not count:

    >>> import weft
    >>> from weft.weaving.effect import matchmaking
    >>> columns = {"a": ["Ana", "Cy", "Eva"], "b": ["Ben", "Di", "Fay"]}
    >>> records = {**columns, "held_out": ["no", "no", "yes"]}
    >>> people = ["Ana", "Ben", "Cy", "Di", "Eva", "Fay"]
    >>> before = weft.read([("Ana", "Cy")], people, everyone_answered=True)
    >>> after = weft.read([("Ana", "Ben"), ("Eva", "Fay")], people, everyone_answered=True)
    >>> matchmaking(records, before, after).value
    0.5
    """
    kept = records_of(records)
    waves = waves_of(
        before, after, before_wave=before_wave, after_wave=after_wave, relation=relation
    )
    pairs = pairs_of(kept, waves)
    made = kept.made & ~pairs.tied_before & ~pairs.repeated
    known = made & ~pairs.unknown
    tied = known & pairs.tied
    return _share(
        "matchmaking",
        waves.after,
        relation=waves.relation,
        question="Do introductions become ties?",
        unit="share of introductions",
        direction=HIGHER,
        tied=int(tied.sum()),
        of=int(known.sum()),
        because=_why_none(made, "of no introduction that was made it is known what became of it"),
        said=f"Of {counted(int(known.sum()), 'introduction')}, {{share}} became a tie by wave "
        f"{waves.after.wave}.",
        parts={"made": int(made.sum()), "known": int(known.sum()), "tied": int(tied.sum())},
    )


def matchmaking_by_others(
    records: RecordsLike,
    network: NetworkLike,
    *,
    stewards: Sequence[str] | None = None,
) -> Measure:
    r"""Return the share of introductions that somebody other than a steward made.

    .. math:: \frac{\text{introductions made by somebody who is no steward}}
              {\text{introductions made by somebody}}

    Parameters
    ----------
    records
        As :func:`weft.introduction_effect` takes them; of each row counts who introduced.
    network : Network, or anything that :func:`weft.read` takes
        Says who is a steward.
    stewards : sequence of str, optional
        The ids of the stewards, instead of those the people table marks.

    Returns
    -------
    Measure
        Undefined where nobody introduced anybody, or nobody is marked as a steward.

    Raises
    ------
    InvalidDataError
        For an introducer who is not in the network.
    UnknownNameError
        For a steward who is not in it.

    Notes
    -----
    Made counts as in :func:`matchmaking`, whatever came of it. Rows without an introducer, in which
    an action to do together was proposed, do not count. Cost: O(rows).

    References
    ----------
    Spiro, Acton and Butts (2013).

    Examples
    --------
    Ana, the steward, introduced two people to each other, and so did Ben:

    >>> import weft
    >>> from weft.weaving.effect import matchmaking_by_others
    >>> columns = {"a": ["Cy", "Di"], "b": ["Eva", "Fay"], "introducer": ["Ana", "Ben"]}
    >>> records = {**columns, "held_out": ["no", "no"]}
    >>> people = ["Ana", "Ben", "Cy", "Di", "Eva", "Fay"]
    >>> network = weft.read([("Ana", "Cy")], people, stewards=["Ana"])
    >>> matchmaking_by_others(records, network).value
    0.5
    """
    whole = as_network(network)
    if stewards is not None:
        whole = whole.with_stewards([str(person) for person in stewards])
    kept = records_of(records)
    by = np.array([_position(whole, person) for person in kept.introducer], dtype=np.intp)
    _refuse_strangers(kept, by, whole)
    made = kept.made & (by >= 0)
    others = made & ~np.append(whole.people.steward, [False])[by]
    no_steward = None if whole.stewards else "nobody is marked as a steward"
    graph = whole.graph(whole.relations[0]) if whole.relations else None
    return _share(
        "matchmaking_by_others",
        graph,
        relation=None,
        question="Who makes introductions: the stewards, or others too?",
        unit="share of introductions",
        direction=HIGHER,
        tied=int(others.sum()),
        of=int(made.sum()) if whole.stewards else 0,
        because=no_steward or "nobody is recorded as having introduced anybody",
        said=f"Of {counted(int(made.sum()), 'introduction')}, {{share}} came of somebody who is "
        "no steward.",
        parts={"made": int(made.sum()), "by_others": int(others.sum())},
    )


def _position(network: Network, person: str | None) -> int:
    return -1 if person is None else network.people.position.get(person, -1)


def _refuse_strangers(records: Records, by: NDArray[np.intp], network: Network) -> None:
    named = np.array([person is not None for person in records.introducer], dtype=bool)
    problems = Problems()
    mend = "Write it as the network does, or give a people table that has everybody."
    expected = f"the id of one of the {number(len(network))} people of the network"
    problems.add_rows(
        "unknown-person",
        np.flatnonzero(named & (by < 0)),
        lambda row: wrong(records.table, row, "introducer", "unknown-person", expected, mend),
    )
    problems.raise_if_any()


def _why_none(made: NDArray[np.bool_], otherwise: str) -> str:
    return otherwise if made.any() else "no introduction is recorded as made"


def _share(  # noqa: PLR0913  (one keyword for each thing a figure says of itself)
    measure_id: str,
    graph: Graph | None,
    *,
    relation: str | None,
    question: str,
    unit: str,
    direction: Direction,
    tied: int,
    of: int,
    because: str,
    said: str,
    parts: dict[str, float],
) -> Measure:
    undefined = None if of else f"Undefined, because {because}."
    value = tied / of if of else None
    return Measure(
        id=measure_id,
        value=value,
        n=0 if graph is None else graph.n,
        answered=0 if graph is None else graph.n_answered,
        coverage=None,
        method="by the records of introductions",
        unit=unit,
        direction=direction,
        question=question,
        sentence=undefined or said.format(share=f"{number(tied)} ({percent(value or 0)})"),
        undefined_because=undefined,
        parts=parts,
        nulls=(),
        relation=relation,
        wave=None if graph is None else graph.wave,
        sources=SOURCES,
    )
