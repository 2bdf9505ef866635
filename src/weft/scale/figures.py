"""Which figures counts suffice for, and how: the same ids, the same values, the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from weft.measures import Figure, Measure, registered
from weft.measures.declaration import undefined
from weft.measures.front import reported
from weft.measures.intervals import Drawing, with_interval
from weft.measures.kernels.betweenness import EXACT_UP_TO, keep
from weft.measures.kernels.census import closed_ways
from weft.network import InvalidRequestError, NotEnoughMemoryError
from weft.scale.counted import Counted
from weft.scale.shared_out import too_large
from weft.scale.whole import in_one_worker
from weft.uncertainty import by_habits

if TYPE_CHECKING:
    from weft.network import Graph

AS_THEY_ARE = (
    "coverage_people",
    "coverage_dyads_once",
    "coverage_dyads_twice",
    "density",
    "mean_degree",
    "mean_strength",
    "reciprocity",
    "reciprocity_beyond_density",
    "leadership_density",
    "leadership_centralization",
    "effective_leaders",
    "leadership_gini",
    "leadership_coverage",
    "steward_share",
)
"""Measures whose own functions ask for no more than counts: they are called as they are."""


def largest_component_share(ties: Counted) -> Figure:
    """Return the share of people in the largest piece; strong pieces are not looked for."""
    sizes = ties.sizes
    parts = {"components": len(sizes), "isolates": int((sizes == 1).sum())}
    if not ties.directed:
        parts["strong_components"] = len(sizes)
    return Figure(value=float(sizes.max() / ties.n), parts=parts)


def assortativity(ties: Counted) -> Figure:
    """Return the correlation of ties given with ties received, over ties."""
    if ties.m == 0:
        return undefined("Undefined, because there are no ties.")
    s = ties.alike
    spread_x = s["m"] * s["xx"] - s["x"] ** 2
    spread_y = s["m"] * s["yy"] - s["y"] ** 2
    if spread_x == 0 or spread_y == 0:
        return undefined("Undefined, because everyone who has ties has equally many.")
    how = "ties given against ties received" if ties.directed else "number of ties"
    value = (s["m"] * s["xy"] - s["x"] * s["y"]) / (spread_x**0.5 * spread_y**0.5)
    return Figure(value=value, method=f"Newman's r by {how}")


def transitivity(ties: Counted) -> Figure:
    """Return the share of ways over two ties that are closed."""
    ways = ties.ways_over_two
    if ways == 0:
        return undefined("Undefined, because there is no way over two ties.")
    codes = ties.triangles.codes
    closed = closed_ways(codes) if ties.directed else 6 * int(codes.sum())
    method = "weak transitivity, along the direction of ties" if ties.directed else ""
    return Figure(value=closed / ways, method=method)


def constraint(ties: Counted) -> Figure:
    """Return Burt's constraint, averaged over the people who have ties."""
    return _of_those_with_ties(ties, "Burt's constraint", lambda: ties.triangles.constraint)


def effective_size(ties: Counted) -> Figure:
    """Return Burt's effective size, averaged over the people who have ties."""
    return _of_those_with_ties(
        ties,
        "Burt's effective size",
        lambda: ties.triangles.contacts - ties.triangles.doubled,
    )


def _of_those_with_ties(ties: Counted, title: str, summed: Callable[[], float]) -> Figure:
    if ties.m == 0:
        return undefined("Undefined, because there are no ties.")
    people = ties.triangles.people
    return Figure(
        value=summed() / people,
        parts={"without_ties": float(ties.n - people)},
        method=f"{title}; the mean of those who have ties",
    )


BETWEEN = ("betweenness_centralization", "steward_betweenness_share")
"""Measures that ask who stands between others, and have it from many tasks."""


def _of_between(measure_id: str) -> Callable[[Counted], Figure]:
    def figure(ties: Counted) -> Figure:
        keep(ties, ties.between, seed=ties.seed)
        return registered(measure_id).figure(ties, seed=ties.seed)

    return figure


def in_one(ties: Counted, measure_id: str) -> Figure:
    """Return a figure that one worker computes from all ties; undefined where they do not fit."""
    ties.whole(measure_id)
    found = ties.figures[measure_id]
    if isinstance(found, int):
        return undefined(not_computed(ties.engine.name, too_large(found)))
    return found


FIGURES: Mapping[str, Callable[..., Figure]] = MappingProxyType(
    {
        **{measure_id: registered(measure_id).figure for measure_id in AS_THEY_ARE},
        "largest_component_share": largest_component_share,
        "assortativity": assortativity,
        "transitivity": transitivity,
        "constraint": constraint,
        "effective_size": effective_size,
        **{measure_id: _of_between(measure_id) for measure_id in BETWEEN},
    }
)
"""Of every figure that is made of counts, or by many tasks, how."""

NOT_HERE = "it rests on more than the ties of one wave; --engine local does"


def figure_of(ties: Counted, measure_id: str, **options: Any) -> Measure:  # noqa: ANN401  (each measure declares its own)
    """Return a figure of ties in an engine's tables; undefined, with why, where it computes none.

    Raises
    ------
    InvalidRequestError
        For an option that the figure does not take here.
    """
    declaration = registered(measure_id).declaration
    policy = declaration.silence[0]
    if options and measure_id not in AS_THEY_ARE:
        message = f"{measure_id} takes no options with --engine {ties.engine.name}; it takes some "
        raise InvalidRequestError(f"{message}with --engine local.")

    def made() -> Figure:
        if not in_one_worker(measure_id):
            return undefined(not_computed(ties.engine.name, NOT_HERE))
        if _by_one_worker(ties, measure_id):
            return in_one(ties, measure_id)
        try:
            figure = FIGURES[measure_id](ties, **options)
        except NotEnoughMemoryError as error:
            return undefined(not_computed(ties.engine.name, str(error)))
        # Where everything is known the range has no width; where not, many people have none.
        return with_interval(figure, cast("Graph", ties), registered(measure_id), ONCE, options)

    return reported(ties, declaration, made, policy=policy)


ONCE = Drawing(draws=1, seed=0)
"""Nothing is drawn of counts: where unknown ties have to be, one worker gets all ties."""


def in_one_go(ties: Counted, measure_ids: Iterable[str]) -> None:
    """Have all of these computed at once that one worker computes from all ties."""
    ties.whole(*(measure_id for measure_id in measure_ids if _by_one_worker(ties, measure_id)))


def _by_one_worker(ties: Counted, measure_id: str) -> bool:
    """Return whether it takes all ties at hand: for what they are, or to draw what is unknown."""
    if not in_one_worker(measure_id):
        return False
    if measure_id not in FIGURES or (measure_id in BETWEEN and ties.n <= EXACT_UP_TO):
        return True
    declaration = registered(measure_id).declaration
    drawn = declaration.silence[0] not in {"available", "as_reported"}
    ranged = not declaration.no_interval_because and by_habits(cast("Graph", ties))
    return not ties.complete and (drawn or ranged)


def not_computed(engine: str, because: str) -> str:
    """Return why a figure is undefined that another engine would compute."""
    return f"Undefined, because the engine {engine} does not compute it: {because}."
