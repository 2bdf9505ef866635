"""Do we reach across groups, or keep to our own?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, Null, undefined
from weft.measures.kernels.mixture import chosen_groups
from weft.network import Graph
from weft.uncertainty import share_as_far, share_as_high, share_as_low
from weft.uncertainty.replicates import dealt_inside

AT_MOST = 100_000_000
"""How many ties of dealt networks are looked at in all."""

FEWEST_DRAWS = 100

DECLARATION = Declaration(
    id="mixing",
    family="structure",
    question="Do we reach across groups, or keep to our own?",
    unit="",
    low=-1.0,
    high=1.0,
    direction="higher",
    needs=("group",),
    sentence=(
        "On a scale from -1 (all ties within groups) to 1 (all ties between groups), ties stand at "
        "{value:.2f}; were groups of no account it would be {expected:.2f}."
    ),
    reading=(
        "Above what is expected: people seek each other out across groups. Below: like keeps to "
        "like. The p-value says how seldom chance alone strays as far."
    ),
    misreading=(
        "0 is not the neutral point: with many small groups chance alone gives almost 1. Compare "
        "with the expected figure, never with 0."
    ),
    sources=(
        (
            "Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises. "
            "Social Psychology Quarterly, 51(2), 123-140. https://doi.org/10.2307/2786835"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={
        "external": "ties between groups",
        "internal": "ties within groups",
        "expected": "what the figure would be if groups were of no account",
    },
    isolates_change_it=False,
)


def mixing(
    graph: Graph, *, group: str | None = None, null_draws: int = 1_000, seed: int = 0
) -> Figure:
    r"""Return the E-I index: ties between groups against ties within them.

    .. math:: EI = \frac{E - I}{E + I}

    where :math:`E` ties join two groups and :math:`I` ties stay within one.

    ==============  =============================================================================
    Range           -1 to 1
    Unit            none
    Direction       higher = more across groups; to be held against ``expected``
    Level           the whole network
    Undefined when  fewer than 2 people, nobody answered, or no ties
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Ties with a direction each count once.
    group : str
        The attribute of people that says which group they belong to. Those without an entry form
        a group of their own, ``NA``.
    null_draws : int
        How often the groups are dealt out anew over the people, all ties staying where they are;
        fewer times, but 100 at least, above 100,000 ties; 0 for not at all.
    seed : int
        Of the dealing.

    Returns
    -------
    Figure
        With one null: the p-value is two-sided, the share of draws as far from ``expected``.

    See Also
    --------
    weft.measures.structure.assortativity : The same question, corrected for the sizes of groups.

    Notes
    -----
    ``expected`` is exact: with :math:`n_g` people in group g,
    :math:`1 - 2 \sum_g n_g (n_g - 1) / (n (n - 1))`. Cost: O(m) for each draw.

    References
    ----------
    Krackhardt and Stern (1988).

    Examples
    --------
    Ana and Ben work in the north, Cy and Di in the south. Two ties stay within an office, one goes
    across: (1 - 2) / 3. Of the six pairs of people two share an office, so chance alone would give
    1 - 2 · 2/6:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Cy", "Di"), ("Ana", "Cy")]
    >>> office = ["north", "north", "south", "south"]
    >>> people = {"id": ["Ana", "Ben", "Cy", "Di"], "office": office}
    >>> net = weft.read(ties, people=people, everyone_answered=True)
    >>> m = weft.measure(net, "mixing", group="office")
    >>> round(m.number, 4), round(m.parts["expected"], 4)
    (-0.3333, 0.3333)
    """
    codes, names = chosen_groups(graph, group, "mixing")
    if graph.m == 0:
        return undefined("Undefined, because there are no ties.")
    external = int((codes[graph.source] != codes[graph.target]).sum())
    value = (2 * external - graph.m) / graph.m
    sizes = np.bincount(codes)
    expected = 1 - 2 * float((sizes * (sizes - 1)).sum() / (graph.n * (graph.n - 1)))
    return Figure(
        value=value,
        parts={"external": external, "internal": graph.m - external, "expected": expected},
        nulls=(_null(graph, codes, null_draws, seed, value, expected),) if null_draws else (),
        method=f"E-I index by {group}, {len(names)} groups",
    )


def _null(
    graph: Graph,
    codes: NDArray[np.intp],
    draws: int,
    seed: int,
    value: float,
    expected: float,
) -> Null:
    """Return what the figure would be with the groups dealt out anew."""
    drawn = _dealt(graph, codes, draws, seed)
    return Null(
        model="groups dealt out anew over the people",
        mean=float(drawn.mean()),
        sd=float(drawn.std()),
        p=share_as_far(value, drawn, expected),
        p_higher=share_as_high(value, drawn),
        p_lower=share_as_low(value, drawn),
        sides=2,
        draws=len(drawn),
    )


def _dealt(graph: Graph, codes: NDArray[np.intp], draws: int, seed: int) -> NDArray[np.float64]:
    """Return the figure with the groups dealt out anew, so many times."""
    draws = min(draws, max(FEWEST_DRAWS, AT_MOST // graph.m))
    inside = dealt_inside(graph, codes, draws, seed=seed)
    figures: NDArray[np.float64] = (graph.m - 2 * inside) / graph.m
    return figures
