"""From a network to how far one of its relations goes with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.formats import NetworkLike, as_network
from weft.network import InvalidRequestError
from weft.uncertainty.between.dyads import Dyads, dyads_of
from weft.uncertainty.between.related import Related, Term, finite, listed, term_said
from weft.uncertainty.between.semipartial import Renamings, basis, beyond, left_of

if TYPE_CHECKING:
    from weft.uncertainty.replicates import Tell

PERMUTATIONS = 10_000
SOURCES = (
    (
        "Dekker, D., Krackhardt, D. and Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to "
        "collinearity and autocorrelation conditions. Psychometrika, 72(4), 563-581. "
        "https://doi.org/10.1007/s11336-007-9016-1"
    ),
    (
        "Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression "
        "analysis of dyadic data. Social Networks, 10(4), 359-381."
    ),
)


def relate(
    network: NetworkLike,
    of: str,
    *,
    on: Sequence[str],
    wave: str | int | None = None,
    weighted: bool = False,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
    tell: Tell | None = None,
) -> Related:
    r"""Return how far a relation goes with others among the same people, beyond chance.

    Do people turn to those they trust, beyond working with them? The relation is regressed on all
    terms at once over the pairs of people; how seldom chance gives as much is told by renaming
    people at random, since pairs that share a person are no separate cases.

    Parameters
    ----------
    network : Network, path, frame, networkx or igraph graph, or list of pairs
        Anything that :func:`weft.read` takes.
    of : str
        The relation to be explained, such as ``"turns_to"``.
    on : sequence of str
        The terms: other relations, ``same:ATTRIBUTE`` (1 for two people with the same entry) and
        ``difference:ATTRIBUTE`` (how far two numbers are apart).
    wave : str or int, optional
        The last wave where left out.
    weighted : bool
        Take the strength of a tie for 1.
    permutations : int
        How often people are renamed. Where there are no more ways than that (and than 50,000),
        every one is tried and p-values are exact.
    seed : int
        Of the renaming.
    tell : callable, optional
        Called now and then with how many renamings are done and how many there will be; what it
        raises ends the work.

    Returns
    -------
    Related

    Raises
    ------
    UnknownNameError
        For a relation, wave or attribute that is not there.
    InvalidRequestError
        For terms that cannot be meant.

    See Also
    --------
    weft.measure : One figure, which can be set against chance too.

    Notes
    -----
    Double semi-partialling (Dekker, Krackhardt and Snijders 2007): of each term what the other
    terms tell is taken away, and what is left keeps its structure while its people are renamed.
    The t of its coefficient is what is compared. With one term this is the QAP correlation.

    A pair counts where everything named is known of it: what the silent would have said is neither
    "no" nor filled in. People are renamed only among those of whom the same is known, so that the
    unknown pairs stay the same. Where some relations have a direction, each pair counts in both.

    It tests whether relations go together, given how each is built; not whether either is denser
    or more centralized than the other, nor which comes first. Cost: O(terms · n²) for each
    renaming and term.

    References
    ----------
    Dekker, Krackhardt and Snijders (2007); Krackhardt (1988).

    Examples
    --------
    Ana, Ben, Cy and Di trust in a ring, and each works with whom they trust. Of the 24 ways to
    name four people, 4 turn the ring onto itself (r = 1), 4 run it backwards, so that no tie meets
    another (r = -0.5), and 16 are in between. So the exact p of an r as high is 4/24:

    >>> import weft
    >>> ring = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di"), ("Di", "Ana")]
    >>> rows = [(a, b, relation) for relation in ("trusts", "helps") for a, b in ring]
    >>> columns = dict(zip(("source", "target", "relation"), zip(*rows)))
    >>> net = weft.read(columns, everyone_answered=True)
    >>> found = weft.relate(net, "helps", on=["trusts"])
    >>> found["trusts"].correlation, found.permutations, round(found["trusts"].p_higher, 4)
    (1.0, 24, 0.1667)
    """
    network = as_network(network)
    if permutations < 1:
        message = f"permutations={permutations} cannot be meant; expected 1 or more."
        raise InvalidRequestError(message)
    terms = (on,) if isinstance(on, str) else tuple(on)
    dyads = dyads_of(network, of, terms, wave=wave, weighted=weighted)
    columns = dyads.columns
    if because := _too_little(dyads, columns):
        return _result(dyads, (), undefined_because=because, sentence=because)
    told = _telling(tell, len(terms), permutations)
    renamings = [Renamings(permutations, seed, each) for each in told]
    unit = "strength" if weighted else "share"
    found = tuple(_term(dyads, columns, at, renamings, unit) for at in range(1, len(columns)))
    rows = basis(columns[1:])
    y = columns[0]
    left = y - (rows @ y) @ rows
    centred = y - y.mean()
    every = renamings[0].every(dyads)
    return _result(
        dyads,
        found,
        intercept=_intercept(columns),
        r_squared=1 - float(left @ left) / float(centred @ centred),
        permutations=dyads.classes.renamings if every else permutations,
        every=every,
        sentence=" ".join(term.sentence for term in found),
    )


def _too_little(dyads: Dyads, columns: NDArray[np.float64]) -> str | None:
    """Return why nothing can be said at all."""
    of = dyads.names[0]
    if dyads.n < 3:
        return f"Undefined, because {dyads.n} people are in the network and 3 are needed."
    pairs, needed = columns.shape[1], len(columns) + 1
    if pairs < needed:
        return (
            f"Undefined, because everything named is known of {pairs} pairs, and {needed} are "
            "needed."
        )
    if np.ptp(columns[0]) == 0:
        return f"Undefined, because {of} is the same between all pairs that are known."
    return None


def _term(
    dyads: Dyads,
    columns: NDArray[np.float64],
    at: int,
    renamings: Sequence[Renamings],
    unit: str,
) -> Term:
    """Return what there is to say of one term, alone and beyond the others."""
    of, on = dyads.names[0], dyads.names[at]
    y, x = columns[0], columns[at]
    if np.ptp(x) == 0:
        because = f"{on}: undefined, because it is the same between all pairs that are known."
        return Term(on=on, sentence=because, undefined_because=because)
    constant = basis(columns[:0])
    y_left, x_left = left_of(y, constant), left_of(x, constant)
    assert y_left is not None and x_left is not None  # noqa: S101, PT018  (neither is constant)
    alone = beyond(dyads, y_left, x_left, constant, renamings[2 * at - 2])
    found = Term(on=on, correlation=alone.correlation, correlation_p=alone.far, sentence="")
    varying = [k for k in range(1, len(columns)) if k != at and np.ptp(columns[k]) > 0]
    others = [dyads.names[k] for k in varying]
    rows = basis(columns[varying])
    y_left, x_left = left_of(y, rows), left_of(x, rows)
    if y_left is None or x_left is None:
        told = on if x_left is None else of
        because = f"{on}: undefined, because {told} is told fully by {listed(others)}."
        return replace(found, sentence=because, undefined_because=because)
    drawn = alone
    if varying:
        drawn = beyond(dyads, y_left, x_left, rows, renamings[2 * at - 1])
    said = term_said(of, on, others, {"coefficient": drawn.coefficient, "p": drawn.far}, unit)
    return replace(
        found,
        coefficient=drawn.coefficient,
        t=finite(drawn.t),
        p=drawn.far,
        p_higher=drawn.higher,
        p_lower=drawn.lower,
        sentence=said,
    )


def _intercept(columns: NDArray[np.float64]) -> float:
    """Return what the regression gives where all terms are 0."""
    design = np.concatenate([np.ones((1, columns.shape[1])), columns[1:]]).T
    solution, *_ = np.linalg.lstsq(design, columns[0], rcond=None)
    return float(solution[0])


def _telling(tell: Tell | None, terms: int, permutations: int) -> list[Tell | None]:
    """Return what tells how far all runs are, for each run: a term alone, and beyond the others."""
    runs = 2 * terms

    def of_run(run: int) -> Tell | None:
        if tell is None:
            return None
        return lambda done, _: tell(run * permutations + done, runs * permutations)

    return [of_run(run) for run in range(runs)]


def _result(
    dyads: Dyads,
    terms: tuple[Term, ...],
    *,
    sentence: str,
    undefined_because: str | None = None,
    intercept: float | None = None,
    r_squared: float | None = None,
    permutations: int = 0,
    every: bool = False,
) -> Related:
    pairs = len(dyads.cells[0])
    kind = "ordered pairs" if dyads.directed else "pairs"
    method = [
        "regression over pairs with double semi-partialling (MRQAP); two-sided p of t",
        f"{pairs:,} of {dyads.possible:,} {kind} of which all is known",
    ]
    if len(dyads.classes.start) > 2:
        method.append("people renamed only among those of whom the same is known")
    if permutations:
        how = "all" if every else "at random"
        method.append(f"{permutations:,} renamings, {how}")
    return Related(
        of=dyads.names[0],
        terms=terms,
        intercept=intercept,
        r_squared=r_squared,
        sentence=sentence,
        undefined_because=undefined_because,
        people=dyads.n,
        answered=dyads.answered,
        dyads=pairs,
        possible=dyads.possible,
        permutations=permutations,
        every=every,
        method="; ".join(method),
        wave=dyads.wave,
        sources=SOURCES,
    )
