"""Do the people we know know each other?"""

from __future__ import annotations

from typing import Literal

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.census import two_paths
from weft.network import Graph

Kind = Literal["weak", "strong", "undirected"]

DECLARATION = Declaration(
    id="transitivity",
    family="structure",
    question="Do the people we know know each other?",
    unit="share of ways over two ties",
    low=0.0,
    high=1.0,
    direction="depends",
    smallest=3,
    sentence="Of all ways over two ties, {value:.0%} have a tie that joins the two ends directly.",
    reading=(
        "1: whoever my contact is tied to, I am tied to as well. 0: no two of my contacts are tied "
        "to each other. High in close circles, where trust is easily checked."
    ),
    misreading=(
        "More is not simply better: a network that closes every triangle hears little that is new. "
        "It rises with density; compare the two."
    ),
    sources=(
        (
            "Holland, P. W. and Leinhardt, S. (1971). Transitivity in structural models of small "
            "groups. Comparative Group Studies, 2(2), 107-124. "
            "https://doi.org/10.1177/104649647100200201"
        ),
        (
            "Butts, C. T. (2008). Social network analysis with sna. Journal of Statistical "
            "Software, 24(6). https://doi.org/10.18637/jss.v024.i06"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.25,
    isolates_change_it=False,
)


def transitivity(graph: Graph, *, kind: Kind = "weak") -> Figure:
    r"""Return the share of ways over two ties whose ends are tied as well.

    .. math::

       T_{weak} = \frac{|\{i \to j \to k,\ i \to k\}|}{|\{i \to j \to k,\ i \ne k\}|}

    In a relation without direction this is 3 · triangles / connected triples.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of ways over two ties
    Direction       depends: closure holds a circle together and shuts it off
    Level           the whole network
    Undefined when  fewer than 3 people, nobody answered, or there is no way over two ties
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    kind : {'weak', 'strong', 'undirected'}
        ``weak``: as above. ``strong``: the share of all ordered triples of people in which i is
        tied to k if, and only if, there is a way i to j to k; it counts what is absent too, and so
        is high in sparse networks. ``undirected``: the figure of the pairs tied in either
        direction.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.structure.constraint : Closure as one person lives it.

    Notes
    -----
    Equals R ``sna::gtrans(measure = "weak")`` and ``"strong"``; without direction networkx
    ``transitivity`` and igraph ``transitivity_undirected``. Exact at every size. Cost: at most
    about m√m.

    References
    ----------
    Holland and Leinhardt (1971); Butts (2008).

    Examples
    --------
    Ana names Ben and Cy, Ben names Cy, and Cy names Di. The ways over two ties: Ana-Ben-Cy (closed:
    Ana names Cy), Ana-Cy-Di and Ben-Cy-Di (both open). So one of three:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ben", "Cy"), ("Cy", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "transitivity").number, 4)
    0.3333
    """
    directed = graph.directed and kind != "undirected"
    paths, closed = two_paths(graph, directed=directed)
    if kind == "strong":
        triples = graph.n * (graph.n - 1) * (graph.n - 2)
        cut_or_tied = paths - closed + len(graph.arcs[0]) * (graph.n - 2) - closed
        return Figure(
            value=(triples - cut_or_tied) / triples,
            method="strong transitivity: over all ordered triples of people",
        )
    if paths == 0:
        return undefined("Undefined, because there is no way over two ties.")
    return Figure(
        value=closed / paths,
        method="weak transitivity, along the direction of ties" if directed else "",
    )
