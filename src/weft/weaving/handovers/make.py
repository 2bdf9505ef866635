"""From a network and its roles to who could take them on, and how far that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike
from weft.measures.words import counted, listed, percent, sentence_case
from weft.weaving.ground import Ground, ground_of
from weft.weaving.handovers.candidates import WEIGHTS, Field, barred, turning_known
from weft.weaving.handovers.contents import Candidate, HandOver, HandOvers
from weft.weaving.handovers.leaving import DONE, Leaving
from weft.weaving.handovers.roles import WILLING, Role, roles_of, willingness
from weft.weaving.handovers.said import reason_for, state_of, wrong_if
from weft.weaving.weights import chosen_weights
from weft.weaving.wording import by_alphabet

MOST = 3
PARTS = ("goes along", "stands in", "could be asked")

STEWARD_MOVES = ("steward_share", "fade", "lift", "effective_leaders", "steward_betweenness_share")
ROLE_MOVES = ("leadership_centralization", "effective_leaders", "leadership_gini")


def handovers(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    net: NetworkLike,
    roles: Mapping[str, str | Sequence[str]] | None = None,
    *,
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    trust: str | None = None,
    leadership: str | None = None,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
) -> HandOvers:
    r"""Return for each role that one person holds who could take it on, and how far that is.

    For each role it says who could go along with the holder for a while (a shadowing pair), who
    stands in for them, whom the holder should introduce them to before leaving, and how much
    would be lost if the holder left tomorrow. At most three people are proposed, in the order
    of the alphabet: the list is a beginning of a talk and not a ranking.

    Parameters
    ----------
    net : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    roles : mapping of str to str or sequence of str, optional
        Who holds each role, by id. Where left out, the stewards hold ``"steward"``. A role that
        several hold is shared already, and nothing is proposed for it.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Instead of those whom the people table marks.
    private : sequence of str, optional
        The relations of which no single answer may show; by name where left out.
    trust, leadership : str, optional
        The relations that answer for it; by name where left out.
    weights : mapping of str to float, optional
        Instead of ``overlap`` 1, ``looked_to`` 0.4, ``willing`` 0.4 and ``load`` 0.4.
    seed : int
        Of the lots that decide between candidates who are otherwise equal.

    Returns
    -------
    HandOvers

    Raises
    ------
    UnknownNameError
        For a person, relation, wave or weight that is not there.
    InvalidRequestError
        For a role without a name or a holder, a weight below 0, or a network without ties.

    Notes
    -----
    The constituency are those who turn to the holder, or are tied to them where the data do not say
    who turns to whom. How well somebody is placed is

    .. math:: w_1 \text{overlap} + w_2 \text{looked to} + w_3 \text{willing} - w_4 \text{load}

    with the share of the constituency that is tied to them and the share that turns to them, in the
    mean; how many turn to them, of three; 1 if they have said that they are willing (column
    ``willing`` of the people table: yes, no, or a list of roles); and the share of people who have
    fewer ties, plus 1 for each other role for which they go along already. Whoever holds a role,
    is a steward or (where there is no steward) stands most in between is not proposed, nor who has
    said no. Values less than about 0.05 apart count as equal, and lots decide; the lot of somebody
    whom all of the constituency trusts weighs twice that of somebody whom nobody trusts, and this
    is all that a private answer does.

    The holder's leaving is simulated: of all pairs of people who are tied to the holder, the share
    that is not tied and has no other contact in common is orphaned. If a candidate took over
    tomorrow, they would become tied to those around the holder to whom they have a way of two
    steps without the holder.

    Cost: for each role, time of the people by those around the holder.

    Sources: the project's own rule, after Holley (2012), *Network Weaver Handbook*.

    Examples
    --------
    Ben, Cy and Di turn to Ana, who welcomes the newcomers. Ben is tied to Cy, Di to nobody else. Of
    the three pairs around Ana, Ben–Cy would stay and two would be orphaned, as Di knows nobody:

    >>> import weft
    >>> ties = {
    ...     "source": ["Ben", "Cy", "Di", "Ben"],
    ...     "target": ["Ana", "Ana", "Ana", "Cy"],
    ...     "relation": ["turns_to", "turns_to", "turns_to", "works_with"],
    ... }
    >>> found = weft.handovers(weft.read(ties), {"welcome": "Ana"}).roles[0]
    >>> [round(found.orphaned_today, 2), found.done]
    [0.67, False]
    >>> [(c.name, c.to_meet) for c in found.candidates if c.part == "goes along"]
    [('Ben', ('Di',))]
    """
    ground = ground_of(
        net,
        wave=wave,
        stewards=stewards,
        private=private,
        trust=trust,
        leadership=leadership,
        seed=seed,
    )
    chosen = chosen_weights(weights, WEIGHTS)
    named = roles_of(ground, roles)
    proposed = np.zeros(ground.n, dtype=np.int64)
    found = []
    for role in named:
        made, first = _hand_over(ground, role, named, chosen, proposed)
        found.append(made)
        if first is not None:
            proposed[first] += 1
    return HandOvers(
        name=ground.network.name,
        wave=ground.wave,
        roles=tuple(found),
        because="" if named else NO_ROLE,
        notes=_notes(ground) if any(role.candidates for role in found) else (),
        weights=chosen,
        made_with={"weft": _version(), "seed": seed},
    )


NO_ROLE = (
    "No role is named, and nobody is marked as a steward. Say who holds what, such as "
    "roles={'treasurer': 'ana'}."
)


def _hand_over(
    ground: Ground,
    role: Role,
    roles: tuple[Role, ...],
    weights: Mapping[str, float],
    proposed: NDArray[np.int64],
) -> tuple[HandOver, int | None]:
    """Return what to do about one role, and who goes along with its holder."""
    people = ground.people
    names = tuple(people.names[i] for i in role.holders)
    ids = tuple(people.ids[i] for i in role.holders)
    if len(role.holders) > 1:
        sharing = sentence_case(listed([ground.called(i) for i in role.holders]))
        state = f"{sharing} share this role, so nothing has to be handed over."
        because = f"{state} See to it that each of them could do it alone."
        return HandOver(
            role=role.name, holders=names, holder_ids=ids, state=state, because=because
        ), None
    leaving = Leaving(ground.are_tied, role.holders[0])
    field = Field(
        ground=ground,
        role=role,
        willing=willingness(ground, role.name),
        proposed=proposed,
        barred=barred(ground, roles),
    )
    best = field.candidates(weights, MOST)
    today = leaving.orphaned_today()
    steward = bool(ground.steward[role.holders[0]])
    made = HandOver(
        role=role.name,
        holders=names,
        holder_ids=ids,
        candidates=_candidates(field, leaving, best),
        orphaned_today=today,
        done=today is not None and today < DONE,
        state=state_of(ground.called(role.holders[0]), today),
        because="" if best else _nobody(field),
        moves=(STEWARD_MOVES if steward else ROLE_MOVES) if best else (),
    )
    return made, best[0] if best else None


def _candidates(field: Field, leaving: Leaving, best: list[int]) -> tuple[Candidate, ...]:
    people = field.ground.people
    part = dict(zip(best, PARTS, strict=False))
    return tuple(
        Candidate(
            id=people.ids[i],
            name=people.names[i],
            part=part[i],
            reason=reason_for(field, i),
            wrong_if=wrong_if(field, i),
            willing=True if field.willing[i] == 1 else None,
            orphaned_if=leaving.orphaned_if(i),
            to_meet=_to_meet(field, leaving, i),
        )
        for i in by_alphabet(best, people.names, people.ids)
    )


def _to_meet(field: Field, leaving: Leaving, person: int) -> tuple[str, ...]:
    """Return who of the constituency is not tied to a candidate, the hardest to reach first."""
    people, tied = field.ground.people, field.ground.are_tied
    unmet = field.constituency[~tied[person, field.constituency]]
    unmet = unmet[unmet != person]
    far = ~leaving.near(person, unmet)
    order = [
        i
        for these in (unmet[far], unmet[~far])
        for i in by_alphabet((int(i) for i in these), people.names, people.ids)
    ]
    return tuple(people.names[i] for i in order)


def _nobody(field: Field) -> str:
    """Return why nobody is proposed for a role, and what to do instead."""
    holder = field.ground.called(field.holder)
    if not len(field.constituency):
        return (
            f"Nobody is on record as tied to {holder}, so the data cannot say who could take this "
            "on. Ask openly who would like to."
        )
    unwilling = int((field.willing < 0).sum())
    why = "leads something already or is not tied to those who turn to them"
    if unwilling:
        why = f"has said no, {why}"
    return (
        f"Everybody around {holder} {why}. Ask openly who would like to take this on, or share the "
        "role out in smaller pieces."
    )


def _notes(ground: Ground) -> tuple[str, ...]:
    """Return what the proposals do not know."""
    notes = []
    if not turning_known(ground):
        notes.append(
            "The data do not say who turns to whom in a way that may be told, so ties of every "
            "kind stand in for it."
        )
    if not any(ground.people.attributes.get(WILLING, ())):
        notes.append(
            "Nobody has said whether they are willing: ask each of them alone, before others hear."
        )
    silent = ground.n - int(ground.answered.sum())
    if silent:
        notes.append(
            f"{percent(silent / ground.n)} did not answer ({counted(silent, 'person', 'people')}): "
            "their ties are known as far as others told them."
        )
    return tuple(notes)


def _version() -> str:
    from weft import __version__

    return __version__
