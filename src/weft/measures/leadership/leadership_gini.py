"""How unequally is leadership held?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.concentration import gini
from weft.measures.kernels.received import ONE_VOICE, Ends, one_voice, share_held
from weft.network import Graph

DECLARATION = Declaration(
    id="leadership_gini",
    family="leadership",
    question="How unequally is leadership held?",
    unit="",
    low=0.0,
    high=1.0,
    direction="lower",
    sentence=(
        "On a scale from 0 (everyone is looked to alike) to 1 (one person holds all leadership), "
        "inequality stands at {value:.2f}."
    ),
    reading="0: everyone is looked to by as many. 1: one person receives all the leadership.",
    misreading=(
        "People whom nobody names push it up, so a sparse network looks unequal. Nobody wants "
        "0: not everyone has to lead. Watch how it changes."
    ),
    sources=(
        "Gini, C. (1912). Variabilità e mutabilità. Bologna: Cuppini.",
        (
            "Deltas, G. (2003). The small-sample bias of the Gini coefficient. Review of "
            "Economics and Statistics, 85(1), 226-234. "
            "https://doi.org/10.1162/rest.2003.85.1.226"
        ),
    ),
    silence=("available", "impute"),
    settled_by=("degrees",),
)


def leadership_gini(graph: Graph, *, of: Ends = "in", normalised: bool = True) -> Figure:
    r"""Return the Gini coefficient of leadership received.

    .. math::

       G = \frac{\sum_i (2i - n - 1)\, x_{(i)}}{n \sum_i x_i} \cdot \frac{n}{n-1}

    where :math:`x_{(i)}` are the shares of raters who named each person, the smallest first.

    ==============  =============================================================================
    Range           0 to 1
    Unit            none
    Direction       lower = more equally held
    Level           the whole network
    Undefined when  fewer than 2 people, nobody or one alone answered, or nobody is named
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.
    of : {'in', 'out', 'all'}
        ``in``: being looked to. ``out``: looking to others, among those who answered. ``all``:
        the sum of both.
    normalised : bool
        Multiply by :math:`n/(n-1)`, so that one holder of everything gives 1. Without it, that
        gives :math:`(n-1)/n`, as in most statistics programs.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.leadership.effective_leaders : The same evenness as a number of people.

    Notes
    -----
    With ``normalised=False`` it equals the mean absolute difference over twice the mean, as in R
    ``ineq::Gini``. Cost: O(n log n + m).

    References
    ----------
    Gini (1912); Deltas (2003).

    Examples
    --------
    Ana is named by three, Ben by one, Cy and Di by nobody. Sorted: 0, 0, 1, 3, with the factors
    -3, -1, 1, 3: (1 + 9) / (4 * 4) = 0.625; times 4/3:

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> round(weft.measure(ties, "leadership_gini").number, 4)
    0.8333
    >>> round(weft.measure(ties, "leadership_gini", normalised=False).number, 4)
    0.625
    """
    if of != "out" and one_voice(graph):
        return undefined(ONE_VOICE)
    held = share_held(graph, of)
    if len(held) < 2:
        return undefined("Undefined, because fewer than two people answered.")
    if not held.any():
        return undefined("Undefined, because nobody is named by anyone.")
    said = "normalised by n/(n-1)" if normalised else "not normalised"
    value = gini(held, normalised=normalised)
    return Figure(value=min(1.0, max(0.0, value)), method=f"Gini coefficient, {said}")
