"""From records and two waves to whether introductions helped: match, compare, draw lots, say."""

from __future__ import annotations

from dataclasses import replace

from weft.formats import NetworkLike
from weft.network import InvalidRequestError
from weft.weaving.effect.answer import answer
from weft.weaving.effect.comparison import Comparison
from weft.weaving.effect.contents import Effect, Verdict
from weft.weaving.effect.displacement import displacement_of
from weft.weaving.effect.funnel import funnel_of, meeting, met_share
from weft.weaving.effect.limits import limits
from weft.weaving.effect.lots import Assign, lots_of
from weft.weaving.effect.pairs import pairs_of
from weft.weaving.effect.verdict import verdict_of
from weft.weaving.effect.waves import waves_of
from weft.weaving.records import RecordsLike, records_of

DRAWS, FEWEST_DRAWS = 2_000, 100
WORTH, CONFIDENCE = 0.1, 0.9


def introduction_effect(  # noqa: PLR0913  (one keyword for each thing a caller may settle)
    records: RecordsLike,
    before: NetworkLike,
    after: NetworkLike | None = None,
    *,
    before_wave: str | int | None = None,
    after_wave: str | int | None = None,
    relation: str | None = None,
    assign: Assign | None = None,
    worth: float = WORTH,
    confidence: float = CONFIDENCE,
    draws: int = DRAWS,
    seed: int = 0,
) -> Effect:
    r"""Return whether introductions helped: offered pairs against pairs held out by lot.

    Pairs are chosen, a lot keeps some of them from being introduced, and later both are asked whom
    they are tied to. What the offered have more than the held out came of the offers, as nothing
    but the lot set them apart:

    .. math:: D = \sum_r w_r (p_{r1} - p_{r0})

    with :math:`p_{r1}` and :math:`p_{r0}` the shares of the offered and held-out pairs of round r
    that are tied afterwards, and weights after Mantel and Haenszel.

    Parameters
    ----------
    records : frame, path, mapping of columns or list of mappings
        One row for each pair that was chosen, as ``weft.introductions`` gives them: the ids ``a``
        and ``b``, ``introducer``, and ``held_out`` (yes or no). A column ``round`` tells rounds
        apart. Where it is recorded what came of an offer: ``accepted_a``, ``accepted_b``, ``met``
        and ``acted`` (did something together), each yes, no, or blank for not known.
    before : Network, or anything that :func:`weft.read` takes
        The network before the introductions, or one that holds the waves before and after.
    after : the same, optional
        The network after them, if not in ``before``.
    before_wave, after_wave : str or int, optional
        The first and the last wave where one network holds both, and else the last of each.
    relation : str, optional
        Whose ties count, in either direction. Where left out, those of the only relation, or of any
        that is not private.
    assign : function of a seed, optional
        The lot that was really drawn, where it is not the usual one: from a seed to one truth value
        for each row of the records, in their order, true for a pair held out. Left out, every round
        holds out as many as it did, any choice of them being as likely as any other.
    worth : float
        The smallest difference worth knowing of; settles how many pairs it takes.
    confidence : float
        Of the ranges.
    draws : int
        How often the lot is drawn anew; where there are fewer ways in which it could have fallen,
        all are gone through.
    seed : int

    Returns
    -------
    Effect
        Figures over many pairs and what can be said of them; nothing about a single person.

    Raises
    ------
    InvalidDataError
        For records that cannot be meant, with every place.
    UnknownNameError, InvalidRequestError
        For a relation or wave that is not there, shares out of range, or an ``assign`` that cannot
        be the lot of these records.

    See Also
    --------
    weft.weaving.effect.pairs_needed : How many pairs it takes, before a round is made.
    weft.weaving.effect.matchmaking : The share of introductions that became ties.

    Notes
    -----
    A pair counts once, by the lot of its first round. Pairs that were tied before, and pairs whose
    outcome is unknown because neither answered, are left out and counted. ``p`` draws the lot anew
    and is exact for the hypothesis that no introduction changed anything for anybody, also where a
    tie brings about others. Where it does, the difference is what an offer does for the pair
    itself, the lot of all others falling as usual (Sävje and others 2021). The range is a score
    interval for the difference of two shares (Miettinen and Nurminen 1985), with half a pair taken
    off for small numbers. With a lot over whole groups of pairs, ranges are widened by how much
    more it varies. How often ranges hold the truth is measured by ``./run bench
    introduction_effect``. Cost: ``draws`` times the number of pairs.

    References
    ----------
    Miettinen, O. and Nurminen, M. (1985). Comparative analysis of two rates. Statistics in
    Medicine, 4(2), 213-226. https://doi.org/10.1002/sim.4780040211

    Sävje, F., Aronow, P. M. and Hudgens, M. G. (2021). Average treatment effects in the presence of
    unknown interference. Annals of Statistics, 49(2), 673-701. https://doi.org/10.1214/20-AOS1973

    Examples
    --------
    Six pairs were chosen and two of them held out. Three of the four that were offered an
    introduction are tied afterwards, and none of the two held out. Of the 15 ways in which the lot
    could have fallen, 6 give as large a difference: in three both of the held out are among those
    who did not become tied, and in three both are among those who did. So few pairs tell nothing
    yet:

    >>> import weft
    >>> chosen = ["Ana Ben no", "Cy Di no", "Eva Fay no", "Gus Hal no", "Ivy Jo yes", "Kim Lu yes"]
    >>> rows = [dict(zip(("a", "b", "held_out"), row.split(), strict=True)) for row in chosen]
    >>> people = [name for row in rows for name in (row["a"], row["b"])]
    >>> before = weft.read([("Ana", "Cy")], people, undirected=["ties"], everyone_answered=True)
    >>> ties = [("Ana", "Cy"), ("Ana", "Ben"), ("Cy", "Di"), ("Eva", "Fay")]
    >>> after = weft.read(ties, people, undirected=["ties"], everyone_answered=True)
    >>> found = weft.introduction_effect(rows, before, after)
    >>> found.difference.value, found.p, found.verdict.id
    (0.75, 0.4, 'cannot_tell_yet')
    """
    _refuse_nonsense(worth, confidence, draws)
    kept = records_of(records)
    waves = waves_of(
        before, after, before_wave=before_wave, after_wave=after_wave, relation=relation
    )
    pairs = pairs_of(kept, waves)
    lots = lots_of(kept.round, kept.held_out, assign=assign, draws=draws, seed=seed)
    compared = Comparison(pairs, lots)
    difference = compared.difference(confidence)
    least, most = compared.bounds()
    effect = Effect(
        name=waves.name,
        relation=waves.relation,
        before=waves.before.wave,
        after=waves.after.wave,
        rounds=len(compared.lots.rounds),
        offered=compared.group(held_out=False),
        held_out=compared.group(held_out=True),
        answer="",
        verdict=Verdict(id="undefined", text=""),
        difference=difference,
        confidence=confidence,
        least=least,
        most=most,
        p=None if difference.value is None else compared.p(),
        exact=difference.value is not None and compared.lots.every,
        met=meeting(kept, compared.lots, compared.rows, difference),
        met_share=met_share(kept, compared.lots, compared.rows),
        displacement=displacement_of(pairs, lots, confidence),
        funnel=funnel_of(kept, pairs),
        needed=compared.needed(worth),
        left_out=compared.left_out(),
        limits={},
        undefined_because=compared.undefined_because,
        made_with={"weft": _version(), "seed": seed, "draws": draws},
    )
    effect = replace(effect, verdict=verdict_of(effect))
    effect = replace(effect, limits=limits(effect, waves))
    return replace(effect, answer=answer(effect))


def _refuse_nonsense(worth: float, confidence: float, draws: int) -> None:
    for name, share in {"worth": worth, "confidence": confidence}.items():
        if not 0 < share < 1:
            message = f"{name} is {share}; expected a share above 0 and below 1, such as 0.1."
            raise InvalidRequestError(message)
    if draws < FEWEST_DRAWS:
        message = f"draws is {draws}; expected at least {FEWEST_DRAWS}. {DRAWS:,} are usual."
        raise InvalidRequestError(message)


def _version() -> str:
    from weft import __version__

    return __version__
