"""From a need and whoever was asked to the peers who could meet it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike
from weft.network import InvalidRequestError
from weft.weaving.ground import Ground, ground_of
from weft.weaving.lots import best_first, lots
from weft.weaving.numbers import whole
from weft.weaving.presence import present
from weft.weaving.referrals.contents import Referral, Referrals
from weft.weaving.referrals.said import how, nobody, notes, reason_for, wrong_if
from weft.weaving.tags import BETWEEN_TAGS, tags_in
from weft.weaving.ways import NO_WAY, Ways, ways_from
from weft.weaving.weights import chosen_weights
from weft.weaving.wording import by_alphabet

MOST = 3

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"fit": 1.0, "warmth": 0.5, "already": 0.5, "load": 0.2}
)
"""What counts in who is proposed, each from 0 to 1; the last two are taken away."""

TIED_MOVES = ("mean_strength", "reciprocity")
UNTIED_MOVES = ("mean_degree", "reach_2")


def refer(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    net: NetworkLike,
    need: str | Sequence[str],
    from_: str,
    *,
    most: int = MOST,
    already: Mapping[str, int] | None = None,
    wave: str | int | None = None,
    stewards: Sequence[str] | None = None,
    private: Sequence[str] | None = None,
    trust: str | None = None,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
) -> Referrals:
    r"""Return to whom somebody could pass an opportunity on, and by whom.

    A donor, a client or a request came to one person, and somebody else may be better placed. The
    peers proposed offer what is needed, are near to whoever passes it on, and have not had
    most of what was passed on lately; they stand in the order of the alphabet.

    Parameters
    ----------
    net : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes. The people table says in a column ``offers`` what
        each person offers, as tags between semicolons, commas or bars.
    need : str or sequence of str
        The tags of the opportunity, such as ``"grant writing; evaluation"``.
    from_ : str
        The id of whoever passes it on. They are not proposed.
    most : int
        How many peers at most.
    already : mapping of str to int, optional
        How many were passed on to each person lately, by id: they are proposed less.
    wave : str or int, optional
        The last wave where left out.
    stewards : sequence of str, optional
        Instead of those whom the people table marks; they are asked last to pass something on.
    private : sequence of str, optional
        The relations of which no single answer may show; by name where left out.
    trust : str, optional
        The relation that answers for it; by name where left out.
    weights : mapping of str to float, optional
        Instead of ``fit`` 1, ``warmth`` 0.5, ``already`` 0.5 and ``load`` 0.2.
    seed : int
        Of the lots that decide between people who are otherwise equal.

    Returns
    -------
    Referrals
        Without peers where nobody offers what is needed; it says why, and what to do instead.

    Raises
    ------
    UnknownNameError
        For a person, relation, wave or weight that is not there.
    InvalidRequestError
        For no need, a count below 0, ``most`` below 1, or a network without ties.

    Notes
    -----
    .. math:: w_1 \text{fit} + w_2 \text{warmth} - w_3 \text{already} - w_4 \text{load}

    with the share of the need that somebody offers (who offers none of it is not proposed); 1 over
    the number of steps from the referrer, through ties that are not private, 0 where there is no
    way; the number already passed on to them over that number plus 1; and the share of people who
    have fewer ties. Values less than about 0.05 apart count as equal, and lots decide; the lot of
    somebody whom the referrer trusts fully weighs twice that of somebody they do not, and this is
    all that a private answer does. Of several shortest ways one that leads through no steward
    (where there is none: not through whoever is most in between) is preferred; then lots decide.

    Cost: the ties, once for each step of distance.

    Sources: the project's own rule; the network entrepreneur's habit to pass on what others can do
    better (Wei-Skillern, Ehrlichman and Sawyer 2015).

    Examples
    --------
    Ana is asked for an evaluation. Cy and Di offer it; Cy is one step behind Ben, and there is no
    way to Di:

    >>> import weft
    >>> people = {
    ...     "id": ["Ana", "Ben", "Cy", "Di", "Eve"],
    ...     "offers": ["", "", "evaluation; training", "evaluation", ""],
    ... }
    >>> ties = {"source": ["Ana", "Ben", "Di"], "target": ["Ben", "Cy", "Eve"]}
    >>> found = weft.refer(weft.read(ties, people=people), need="evaluation", from_="Ana")
    >>> [(peer.name, peer.through, peer.reason.text) for peer in found.peers]
    [('Cy', ('Ben',), 'Cy offers evaluation, and Ben is tied to both Ana and Cy.'),
     ('Di', (), 'Di offers evaluation; there is no way from Ana to Di yet.')]
    """
    ground = ground_of(net, wave=wave, stewards=stewards, private=private, trust=trust, seed=seed)
    asked = _Asked.of(ground, need, from_, most, already)
    chosen = chosen_weights(weights, WEIGHTS)
    best = asked.best(chosen)
    people = ground.people
    return Referrals(
        name=ground.network.name,
        wave=ground.wave,
        need=tuple(sorted(asked.need.values())),
        from_id=people.ids[asked.start],
        from_name=people.names[asked.start],
        peers=tuple(asked.referral(i) for i in by_alphabet(best, people.names, people.ids)),
        because="" if best else nobody(ground, asked.need, asked.start),
        notes=notes(ground) if best else (),
        weights=chosen,
        made_with={"weft": _version(), "seed": seed},
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Asked:
    """What was asked: a need, from whom, with what went to whom already, and the ways there.

    The need holds each tag in small letters, and as it was written.
    """

    ground: Ground
    need: Mapping[str, str]
    start: int
    most: int
    already: NDArray[np.float64]
    ways: Ways

    @staticmethod
    def of(
        ground: Ground,
        need: str | Sequence[str],
        from_: str,
        most: int,
        already: Mapping[str, int] | None,
    ) -> _Asked:
        cells = [need] if isinstance(need, str) else [str(cell) for cell in need]
        tags = _as_written(cells)
        if not tags:
            message = "The need is empty; expected at least one tag, such as need='grant writing'."
            raise InvalidRequestError(message)
        whole("most", most, least=1, hint=f"{MOST} are usual.")
        start = int(ground.positions_of([from_])[0])
        lot = lots(ground.people.ids, "passes on", seed=ground.seed)
        ways = ways_from(ground.tied, start, prefer=lot - 1.0 - ground.n * ground.hubs)
        return _Asked(ground, tags, start, most, _counted(ground, already), ways)

    def best(self, weights: Mapping[str, float]) -> list[int]:
        """Return who is best placed, the first one first; of equals by lot."""
        ground, steps = self.ground, self.ways.steps
        fit = ground.tags.shared(frozenset(self.need))
        warmth = np.where(steps > 0, 1.0 / np.maximum(steps, 1), 0.0)
        fewer = np.searchsorted(np.sort(ground.contacts), ground.contacts)
        value = (
            weights["fit"] * fit
            + weights["warmth"] * warmth
            - weights["already"] * self.already / (self.already + 1)
            - weights["load"] * fewer / max(ground.n - 1, 1)
        )
        able = fit > 0
        able[self.start] = False
        lot = lots(
            ground.people.ids, "refer", seed=ground.seed, weight=1 + ground.trusted[self.start]
        )
        return best_first(value, lot, np.flatnonzero(able))[: self.most]

    def referral(self, person: int) -> Referral:
        """Return the proposal to pass it on to somebody."""
        people = self.ground.people
        through = self.ways.between(person)
        steps = int(self.ways.steps[person])
        offered = self.ground.tags.offered[person]
        offers, lacks = (
            tuple(sorted(said for tag, said in self.need.items() if (tag in offered) == whether))
            for whether in (True, False)
        )
        return Referral(
            id=people.ids[person],
            name=people.names[person],
            offers=offers,
            lacks=lacks,
            steps=None if steps == NO_WAY else steps,
            through=tuple(people.ids[i] for i in through),
            through_names=tuple(people.names[i] for i in through),
            reason=reason_for(self.ground, self.ways, person, offers),
            how=how(self.ground, self.ways, person),
            wrong_if=wrong_if(self.ground.called(person), lacks),
            moves=TIED_MOVES if steps == 1 else UNTIED_MOVES,
        )


def _as_written(cells: Sequence[str]) -> dict[str, str]:
    """Return each tag in small letters, and as it was written first."""
    written: dict[str, str] = {}
    for cell in cells:
        for piece in BETWEEN_TAGS.split(cell):
            for tag in tags_in(piece):
                written.setdefault(tag, " ".join(piece.split()))
    return written


def _counted(ground: Ground, already: Mapping[str, int] | None) -> NDArray[np.float64]:
    counts = np.zeros(ground.n)
    for person, many in (already or {}).items():
        whole(f"already[{person!r}]", many, least=0)
        counts[present(ground, [person])] = many
    return counts


def _version() -> str:
    from weft import __version__

    return __version__
