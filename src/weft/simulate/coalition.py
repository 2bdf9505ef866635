"""A fictional coalition: as its members report it, and as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import Network
from weft.simulate import fiction
from weft.simulate.answers import answering, reported_work
from weft.simulate.membership import Membership, membership
from weft.simulate.parameters import Parameters, Silent
from weft.simulate.tables import Strengths, network_of, people_columns, tie_columns
from weft.simulate.ties import Wave, true_waves


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """An introduction made before a wave: who brought which two together, by id."""

    wave: str
    introducer: str
    first: str
    second: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Simulated:
    """A made-up network, and the truth behind it.

    Attributes
    ----------
    network : Network
        As observed: what those who answered reported, with their errors.
    truth : Network
        The same people and waves as they are: everyone answered, and nobody erred.
    introductions : tuple of Introduction
        What was done between the waves to bring people together, in the order of the waves.
    seed : int
    parameters : Parameters
        Everything that was asked for.
    """

    network: Network
    truth: Network
    introductions: tuple[Introduction, ...]
    seed: int
    parameters: Parameters


def coalition(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    *,
    people: int = 60,
    organisations: int = 4,
    waves: int = 2,
    response: float = 0.82,
    silent: Silent = "at_random",
    reciprocity: float = 0.55,
    hand_over: float = 0.3,
    turnover: float = 0.07,
    introductions: float = 0.1,
    overlooked: float = 0.15,
    invented: float = 0.2,
    seed: int = 1,
) -> Simulated:
    r"""Return a fictional coalition, as its members report it and as it really is.

    Each wave has three relations, of which everything is known:

    ==============  =============  ===========  ==============================================
    relation        direction      scale        who reports, and how many there are
    ==============  =============  ===========  ==============================================
    ``works_with``  none           none         both ends; 8 a person
    ``trusts``      has direction  1 to 4       the one who trusts; 5.5 a person
    ``turns_to``    has direction  1 to 3       the one who turns to the other for leadership;
                                                3.0 a person, rising with the hand-over
    ==============  =============  ===========  ==============================================

    In a small network nobody has more than 3 in 10 of the others on average. Between two waves
    some leave and others join, some are introduced to each other, and the convener hands over.

    Parameters
    ----------
    people : int
        How many people there are in each wave, 10 to 2,000. Over several waves there are more in
        all, because some leave and others take their place.
    organisations : int
        How many organisations they come from, 1 to a third of ``people``. The first one convenes.
    waves : int
        How many waves, 1 to 20. A further wave changes nothing in those before it.
    response : float
        The share of people who answer in each wave, 0 to 1; exactly ``round(response * people)``
        do, 3 at least. The convener always does.
    silent : {'at_random', 'less_popular', 'more_popular'}
        Who is silent: anybody alike, or with chances that fall or rise with how many in truth
        trust them and turn to them (plus one).
    reciprocity : float
        The share of ``trusts`` ties that are returned, 0 to 1.
    hand_over : float
        By which share the number of those who turn to the convener falls from one wave to the
        next, 0 to 1; what there is in all rises. 0: no hand-over.
    turnover : float
        The share of people who leave from one wave to the next, 0 to 0.5; as many join. The
        convener stays.
    introductions : float
        How many introductions are made between two waves, in introductions per person, 0 to 0.5.
        Fewer are made where fewer pairs have somebody to introduce them.
    overlooked : float
        The chance that a respondent leaves out somebody they do work with, 0 to 0.9.
    invented : float
        How many people each respondent names on average as one they work with who are not, 0 to 5
        people. The chance is ``invented / (people - 1)`` for each person they do not work with.
    seed : int
        Any whole number of 0 or more; the same seed gives the same network.

    Returns
    -------
    Simulated
        ``network`` (observed), ``truth``, ``introductions``, ``seed`` and ``parameters``.

    Raises
    ------
    InvalidRequestError
        For a parameter out of its bounds, more organisations than the people can fill, or a
        response that leaves fewer than 3 answers.

    See Also
    --------
    weft.measure : One figure of a network, to hold against the same figure of the truth.

    Notes
    -----
    Every pair has a utility, and the pairs with the most utility are tied, as many as the table
    says. That is a probit model whose intercept is set in each wave, so that how many ties there
    are is given and only where they fall is chance. Person :math:`i` has a popularity :math:`p_i`
    (standard normal) and a sociability :math:`s_i` (normal, standard deviation 0.42, correlation
    0.4 with :math:`p_i`); :math:`o_{ij}` is 1 in one organisation and else 0; :math:`e_{ij}` is
    standard normal, of its own for each relation, and kept in part from wave to wave (correlation
    0.97 for ``works_with``, 0.95 for the others), which is why ties last.

    - ``works_with``: :math:`u_{ij} = s_i + s_j + 1.5\,o_{ij} + e_{ij}`, where the convener has
      :math:`s = 1.3 (1 - h)^{t - 1}` in wave :math:`t`, with :math:`h` the hand-over. The last
      15 % of ties go to the pairs with the most :math:`u_{ij} + 0.6\,c_{ij}`, where
      :math:`c_{ij}` partners are common to both through the ties before (closure). Who has been
      introduced is tied in the next wave, and has 1 more in :math:`u_{ij}` after it.
    - ``trusts``: :math:`u_{ij} = 0.95\,s_i + 0.5\,p_j + 1.4\,w_{ij} + 0.3\,o_{ij} + e_{ij}`, where
      :math:`w_{ij}` is 1 if they work together. Returned are the pairs with the most
      :math:`\min(u_{ij}, u_{ji})`, one-way those with the most :math:`\max(u_{ij}, u_{ji})` among
      the rest, so that the reciprocity is as asked.
    - ``turns_to``: :math:`u_{ij} = 0.9\,p_j + 0.9\,w_{ij} + 0.7\,x_{ij} + e_{ij}`, where
      :math:`x_{ij}` is 1 if i trusts j; 1 less where j came in this wave. To the convener turn the
      :math:`0.55 (1 - h)^{t-1}` of the others with the most utility; in all there are
      :math:`3\,(1 + 0.5\,(1 - (1 - h)^{t-1}))` ties a person. So the convener's share falls
      (fade) while more turn to the others (lift).
    - Strengths: of the ``trusts`` ties those with the least utility have 1 (15 %), then 2 (30 %), 3
      (35 %) and 4 (20 %); of the ``turns_to`` ties 1 (30 %), 2 (45 %) and 3 (25 %).
    - Introductions join two who do not work together and have partners in common, likelier with
      more of these and across organisations; one of the partners introduces them, the convener
      only where there is no other.
    - Reports: a respondent errs only about ``works_with``, each on their own; so the two ends
      disagree about some ties. Nobody else reports, and the silent report nothing.

    Every purpose in every wave has its own stream of chance: who is silent changes nothing in the
    truth, and a higher ``response`` adds respondents without replacing any.

    The people, the organisations and their names are made up. The model is simple on purpose, and
    no evidence about real coalitions.

    Cost: O(people²) memory, and for each wave O(people²) time and one product of two matrices of
    that size; about 15 ms for 60 people and a second for 1,000, once pyarrow is imported.

    References
    ----------
    Hoff, P. D. (2005). Bilinear mixed-effects models for dyadic data. Journal of the American
    Statistical Association, 100(469), 286-295.

    Examples
    --------
    Of 60 people, 82 % answer in each wave, which is 49:

    >>> import weft
    >>> simulated = weft.simulate.coalition(seed=7)
    >>> [row["answered"] for row in simulated.network.coverage()]
    [49, 49]

    In truth 0.55 × 59, that is 32, turn to the convener, and after the hand-over 0.7 × 0.55 × 59,
    that is 23:

    >>> convener = simulated.truth.stewards[0]
    >>> for wave in simulated.truth.waves:
    ...     graph = simulated.truth.graph("turns_to", wave)
    ...     print(int((graph.target == graph.people.position[convener]).sum()), "of", graph.m)
    32 of 180
    23 of 207
    """
    return _simulated(
        Parameters(
            people=people,
            organisations=organisations,
            waves=waves,
            response=response,
            silent=silent,
            reciprocity=reciprocity,
            hand_over=hand_over,
            turnover=turnover,
            introductions=introductions,
            overlooked=overlooked,
            invented=invented,
            seed=seed,
        )
    )


def _simulated(asked: Parameters) -> Simulated:
    members = membership(asked)
    truth = list(true_waves(asked, members))
    answered = np.stack(
        [answering(asked, members.steward, wave, true) for wave, true in enumerate(truth)]
    )
    as_reported = [
        {
            "works_with": reported_work(asked, wave, true) & said[:, None],
            "trusts": true.trusts * said[:, None],
            "turns_to": true.turns_to * said[:, None],
        }
        for wave, (true, said) in enumerate(zip(truth, answered, strict=True))
    ]
    as_it_is = [
        {"works_with": true.works_with, "trusts": true.trusts, "turns_to": true.turns_to}
        for true in truth
    ]
    ids = fiction.ids(members.everyone, asked.people)
    attributes = _attributes(asked, members)

    def network(name: str, waves: Sequence[Strengths], said: NDArray[np.bool_]) -> Network:
        people = people_columns(ids, attributes=attributes, seats=members.seats, answered=said)
        return network_of(name, tie_columns(ids, members.seats, waves), people)

    return Simulated(
        network=network(fiction.NETWORK, as_reported, answered),
        truth=network(f"{fiction.NETWORK}, as it is", as_it_is, np.ones_like(answered)),
        introductions=_introductions(ids, members, truth),
        seed=asked.seed,
        parameters=asked,
    )


def _attributes(asked: Parameters, members: Membership) -> dict[str, list[str]]:
    """Return what the people table says of everyone besides their id."""
    organisation = np.array(fiction.organisations(asked.organisations))[members.organisation]
    role = np.where(members.organiser, "organiser", "member")
    role[members.organisation == 0] = "staff"
    role[members.steward] = "convener"
    return {
        "name": list(fiction.names(members.everyone, asked.seed)),
        "organisation": organisation.tolist(),
        "role": role.tolist(),
        "joined": [str(wave + 1) for wave in members.joined.tolist()],
        "steward": [
            "yes" if person == members.steward else "no" for person in range(members.everyone)
        ],
    }


def _introductions(
    ids: tuple[str, ...], members: Membership, truth: list[Wave]
) -> tuple[Introduction, ...]:
    made = []
    for wave, true in enumerate(truth):
        before = members.seats[max(wave - 1, 0)]
        for introducer, first, second in before[true.introductions].tolist():
            made.append(
                Introduction(
                    wave=str(wave + 1),
                    introducer=ids[introducer],
                    first=ids[first],
                    second=ids[second],
                )
            )
    return tuple(made)
