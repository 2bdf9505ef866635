"""How far a relation goes with others: the figures, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isfinite

from weft.uncertainty.between.dyads import DIFFERENCE, SAME

FORMAT = "weft.related/1"
RARE = 0.05
"""Below this p a term is said to go with a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How far one relation goes with another, or with an attribute of people.

    Attributes
    ----------
    on : str
        The other relation, ``same:ATTRIBUTE`` or ``difference:ATTRIBUTE``.
    correlation, correlation_p : float or None
        Pearson's correlation over the known pairs, the other terms left out of account; two-sided.
    coefficient : float or None
        By how much a pair with one more of this has more of the relation, all other terms being
        the same: for ties that are there or not, the difference in their share.
    t : float or None
        The coefficient over its standard error; None where the terms tell the relation fully.
    p : float or None
        Two-sided: the share of renamings whose t is at least as far from 0.
    p_higher, p_lower : float or None
        One-sided: the shares whose t is at least as high, and at most as low.
    sentence : str
    undefined_because : str or None
    """

    on: str
    correlation: float | None = None
    correlation_p: float | None = None
    coefficient: float | None = None
    t: float | None = None
    p: float | None = None
    p_higher: float | None = None
    p_lower: float | None = None
    sentence: str
    undefined_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """How far a relation goes with others among the same people, each beyond all the others.

    Attributes
    ----------
    of : str
        The relation that is to be explained.
    terms : tuple of Term
    intercept, r_squared : float or None
        Of the regression of the relation on all terms.
    sentence : str
    undefined_because : str or None
    people, answered : int
    dyads, possible : int
        The pairs of which everything named is known, and all pairs; ordered where any of the
        relations has a direction.
    permutations : int
        How often people were renamed.
    every : bool
        Whether these were all the ways there are, so that the p-values are exact.
    method, wave : str
    sources : tuple of str
    """

    of: str
    terms: tuple[Term, ...]
    intercept: float | None
    r_squared: float | None
    sentence: str
    undefined_because: str | None
    people: int
    answered: int
    dyads: int
    possible: int
    permutations: int
    every: bool
    method: str
    wave: str
    sources: tuple[str, ...]

    def __getitem__(self, on: str) -> Term:
        """Return the term of this name."""
        return next(term for term in self.terms if term.on == on)

    def to_dict(self) -> dict[str, object]:
        """Return the same as plain data: text, finite numbers, lists and None."""
        return {"format": FORMAT, **asdict(self)}


def p_said(p: float) -> str:
    """Return a p-value as it is read.

    Examples
    --------
    >>> p_said(0.0301), p_said(0.0001)
    ('p = 0.03', 'p < 0.001')
    """
    return "p < 0.001" if p < 0.001 else f"p = {p:.2g}"


def finite(number: float) -> float | None:
    """Return a number, or None in place of one that is not finite."""
    return float(number) if isfinite(number) else None


def term_said(of: str, on: str, others: Sequence[str], term: dict[str, float], unit: str) -> str:
    """Return in words how far a relation goes with a term, beyond the others."""
    beyond = f", beyond {listed([named(other) for other in others])}" if others else ""
    coefficient, p = term["coefficient"], term["p"]
    if p >= RARE:
        what = f"{of} has no more to do with {named(on)} than chance would give"
        return f"{what}{beyond} ({p_said(p)})."
    way = "goes with" if coefficient > 0 else "goes against"
    return (
        f"{of} {way} {named(on)}{beyond}: {_by_how_much(of, on, coefficient, unit)} ({p_said(p)})."
    )


def named(on: str) -> str:
    """Return a term as it reads in a sentence.

    Examples
    --------
    >>> named("trusts"), named("same:office"), named("difference:age")
    ('trusts', 'the same office', 'difference in age')
    """
    if on.startswith(SAME):
        return f"the same {on.removeprefix(SAME)}"
    return f"difference in {on.removeprefix(DIFFERENCE)}" if on.startswith(DIFFERENCE) else on


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _by_how_much(of: str, on: str, coefficient: float, unit: str) -> str:
    much = f"{abs(coefficient):.2g}"
    if unit == "share":
        points = 100 * abs(coefficient)
        many = f"{points:.0f}" if points >= 1.5 else f"{points:.2g}"
        word = "point" if many == "1" else "points"
        much = f"{many} percentage {word}"
    more = "more" if coefficient > 0 else "less"
    likely = "likelier" if coefficient > 0 else "less likely"
    what = (
        f"a tie of {of} is {much} {likely}" if unit == "share" else f"{of} is {much} {more} strong"
    )
    if on.startswith(SAME):
        return f"{what} between two of the same {on.removeprefix(SAME)}"
    if on.startswith(DIFFERENCE):
        return f"{what} for each 1 of difference in {on.removeprefix(DIFFERENCE)}"
    return f"{what} where there is one of {on}" if unit == "share" else f"{what} for each 1 of {on}"
