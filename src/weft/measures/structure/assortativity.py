"""Do like and like keep together?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.degrees import named_by, names
from weft.measures.kernels.mixture import assortativity_of_groups, correlation
from weft.network import Graph

DECLARATION = Declaration(
    id="assortativity",
    family="structure",
    question="Do like and like keep together?",
    unit="correlation",
    low=-1.0,
    high=1.0,
    direction="depends",
    sentence=(
        "On a scale from -1 (like avoids like) over 0 (no pattern) to 1 (like keeps to like), ties "
        "stand at {value:.2f}."
    ),
    reading=(
        "With a group: how much more ties stay within groups than their sizes explain. Without: "
        "whether people who name many turn to people whom many name."
    ),
    misreading=(
        "A network with a few hubs is below 0 by number of ties without anybody avoiding anybody. "
        "It says nothing of why like keeps to like: choice, seating or the chart."
    ),
    sources=(
        (
            "Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E, 67, 026126. "
            "https://doi.org/10.1103/PhysRevE.67.026126"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.2,
    isolates_change_it=False,
)


def assortativity(graph: Graph, *, group: str | None = None) -> Figure:
    r"""Return how far ties join like with like, corrected for what chance gives.

    .. math:: r = \frac{\sum_g e_{gg} - \sum_g a_g b_g}{1 - \sum_g a_g b_g}

    where :math:`e_{gh}` is the share of ties from group g to h, and :math:`a`, :math:`b` its sums.

    ==============  =============================================================================
    Range           -1 to 1 (with groups the least is above -1)
    Unit            correlation
    Direction       depends: common ground helps ties form, bridges help news travel
    Level           the whole network
    Undefined when  fewer than 2 people, nobody answered, no ties, all ties within one group, or
                    (without groups) everyone at the ends of ties has equally many
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    group : str, optional
        The attribute of people that says which group they belong to; those without an entry form
        a group of their own, ``NA``. Without it, likeness is in the number of ties: the
        correlation, over ties, of how many the source names with how many name the target.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.structure.mixing : The plain balance of ties, against a null by permutation.

    Notes
    -----
    Equals networkx ``attribute_assortativity_coefficient`` and
    ``degree_assortativity_coefficient``. A tie without direction counts both ways. Cost: O(m).

    References
    ----------
    Newman (2003).

    Examples
    --------
    A star: Ben, Cy and Di each share a tie with Ana alone. Each tie joins someone who has three
    with someone who has one, so the most tied are tied to the least:

    >>> import weft
    >>> ties = [("Ana", other, "works_with") for other in ("Ben", "Cy", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "assortativity").number, 4)
    -1.0
    """
    if graph.m == 0:
        return undefined("Undefined, because there are no ties.")
    source, target, _ = graph.arcs
    if group is not None:
        codes, _ = graph.groups(group)
        by_group = assortativity_of_groups(source, target, codes)
        if by_group is None:
            return undefined(f"Undefined, because all ties are within one group of “{group}”.")
        return Figure(value=by_group, method=f"Newman's r by {group}")
    sent, received = names(graph.n, source), named_by(graph.n, target)
    by_ties = correlation(sent[source], received[target])
    if by_ties is None:
        return undefined("Undefined, because everyone who has ties has equally many.")
    how = "ties given against ties received" if graph.directed else "number of ties"
    return Figure(value=by_ties, method=f"Newman's r by {how}")
