"""What ranges to expect before anybody is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from weft.engine import Tell
from weft.measures import registered
from weft.measures.front import of_graph
from weft.measures.intervals import Drawing
from weft.network import InvalidRequestError
from weft.plan.made_up import made_up, silenced

MEASURES = (
    "effective_leaders",
    "leadership_centralization",
    "leadership_coverage",
    "density",
    "reciprocity",
    "reach_2",
)
"""The figures that a plan tells of."""

FEWEST, MOST = 10, 300
NETWORKS, DRAWS = 12, 60
FEWER_SILENT = (0.75, 0.5, 0.35, 0.25)
"""What part of the silent is left, in looking for the response that halves a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """How sure a figure would be.

    Attributes
    ----------
    measure_id : str
    question : str
    value : float
        About what the figure would be in such a network, were everybody to answer.
    width : float
        From end to end of the range that silence would leave open, on average.
    halved_at : float or None
        The response at which the range would be half as wide; None where even an eighth of
        the silent leaves more.
    both_ends : float or None
        The width if both ends of each tie were asked; None where they are already.
    """

    measure_id: str
    question: str
    value: float
    width: float
    halved_at: float | None
    both_ends: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How sure the figures of a network would be, before anybody is asked.

    Attributes
    ----------
    people, answers : int
        How many there are, and how many would answer.
    named, returned : float
    both_ends : bool
    expected : tuple of Expected
    sentences : tuple of str
        What it comes to, in plain words.
    """

    people: int
    answers: int
    named: float
    returned: float
    both_ends: bool
    expected: tuple[Expected, ...]
    sentences: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the plan as plain data."""
        return asdict(self)


def make_plan(
    *,
    people: int,
    named: float,
    response: float = 0.7,
    returned: float = 0.4,
    both_ends: bool = False,
    seed: int = 0,
    progress: Tell | None = None,
) -> Plan:
    """Return how sure the figures would be of a network that is about to be asked.

    Networks like it are made up and silenced, and their figures get their ranges as they would from
    real answers. What is told is the mean over them; one network differs from the next.

    Parameters
    ----------
    people : int
        How many belong to the network, 10 to 300.
    named : float
        How many others a person names on average, above 0 and at most half of the others.
    response : float
        The share of people who will answer, above 0 and at most 1.
    returned : float
        The share of ties that are returned, from 0 to below 1.
    both_ends : bool
        Whether both ends are asked about each tie, as in “who works with you?”.
    seed : int
        The same seed gives the same plan.
    progress : callable, optional
        Called with how many networks are done, how many there are, and what is being done.

    Returns
    -------
    Plan

    Raises
    ------
    InvalidRequestError
        For a number out of its bounds.

    Examples
    --------
    >>> import weft
    >>> plan = weft.plan(people=12, named=3, response=1)
    >>> plan.sentences[0]
    'If all 12 people answer, silence leaves nothing open.'
    """
    _check(people, named, response, returned)
    silent = people - max(round(response * people), 1)
    counts = [silent, *sorted({round(silent * part) for part in FEWER_SILENT}, reverse=True)]
    work = list(_work(counts, both_ends=both_ends)) if silent else [(0, both_ends)]
    widths: dict[tuple[int, bool], dict[str, float]] = {}
    values: dict[str, float] = {}
    for done, (many, both) in enumerate(work):
        if progress is not None:
            progress(done, len(work), f"{people - many} of {people} answering")
        values_here, widths[many, both] = _ranges(
            people, named, returned, many, seed, both_ends=both
        )
        values = values or values_here
    expected = tuple(
        Expected(
            measure_id=measure_id,
            question=registered(measure_id).declaration.question,
            value=values[measure_id],
            width=widths[silent, both_ends][measure_id],
            halved_at=_halved(measure_id, counts, widths, people, both_ends=both_ends),
            both_ends=None if both_ends or not silent else widths[silent, True][measure_id],
        )
        for measure_id in MEASURES
    )
    return Plan(
        people=people,
        answers=people - silent,
        named=named,
        returned=returned,
        both_ends=both_ends,
        expected=expected,
        sentences=_said(people, silent, expected),
    )


def _work(counts: list[int], *, both_ends: bool) -> Iterator[tuple[int, bool]]:
    for many in counts:
        yield many, both_ends
    if not both_ends:
        yield counts[0], True


def _ranges(
    people: int,
    named: float,
    returned: float,
    silent: int,
    seed: int,
    *,
    both_ends: bool,
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the mean of each figure with everybody answering, and of the width of its range."""
    values: dict[str, list[float]] = {measure_id: [] for measure_id in MEASURES}
    widths: dict[str, list[float]] = {measure_id: [] for measure_id in MEASURES}
    for number in range(NETWORKS):
        rng = np.random.default_rng([seed, number])
        graph = made_up(people, named, returned, both_ends=both_ends, rng=rng)
        heard = silenced(graph, silent, rng) if silent else graph
        drawing = Drawing(draws=DRAWS, seed=seed)
        for measure_id in MEASURES:
            found = registered(measure_id)
            policy = found.declaration.silence[0]
            true = found.figure(graph).value
            seen = of_graph(heard, found, policy=policy, drawing=drawing, options={}, interval=True)
            if isinstance(true, int | float):
                values[measure_id].append(float(true))
            if seen.low is not None and seen.high is not None:
                widths[measure_id].append(seen.high - seen.low)
    mean = {name: float(np.mean(each)) if each else 0.0 for name, each in values.items()}
    return mean, {name: float(np.mean(each)) if each else 0.0 for name, each in widths.items()}


def _halved(
    measure_id: str,
    counts: list[int],
    widths: dict[tuple[int, bool], dict[str, float]],
    people: int,
    *,
    both_ends: bool,
) -> float | None:
    """Return the response at which the range is half as wide, between those that were tried."""
    wide = [widths[many, both_ends][measure_id] for many in counts if (many, both_ends) in widths]
    half = wide[0] / 2
    for place in range(1, len(wide)):
        if wide[place] <= half < wide[place - 1]:
            part = (wide[place - 1] - half) / (wide[place - 1] - wide[place])
            silent = counts[place - 1] + part * (counts[place] - counts[place - 1])
            return 1 - silent / people
    return None


def _said(people: int, silent: int, expected: tuple[Expected, ...]) -> tuple[str, ...]:
    """Return what a plan comes to, in plain words."""
    if not silent:
        return (f"If all {people} people answer, silence leaves nothing open.",)
    answers = people - silent
    leaders = next(e for e in expected if e.measure_id == "effective_leaders")
    first = (
        f"If {answers} of {people} people answer, the number of people as if by whom leadership is "
        f"held, about {leaders.value:.1f}, will be known to within {leaders.width / 2:.1f} more or "
        "less."
    )
    halved = [e.halved_at for e in expected if e.halved_at is not None]
    second = (
        f"Twice as sure takes about {np.ceil(float(np.median(halved)) * people):.0f} answers."
        if halved
        else "Twice as sure takes nearly everybody."
    )
    third = (
        "More rounds help less: where others are silent each time and nothing changes, the mean of "
        "four rounds is twice as sure as one."
    )
    ratios = [e.both_ends / e.width for e in expected if e.both_ends is not None and e.width > 0]
    fourth = (
        f"Asking both ends of each tie leaves ranges {float(np.median(ratios)):.0%} as wide, where "
        "one tie is the same for both."
        if ratios
        else ""
    )
    return tuple(part for part in (first, second, fourth, third) if part)


def _check(people: int, named: float, response: float, returned: float) -> None:
    for name, value, fine, expected in (
        ("people", people, FEWEST <= people <= MOST, f"{FEWEST} to {MOST}"),
        ("named", named, 0 < named <= (people - 1) / 2, "above 0 and at most half of the others"),
        ("response", response, 0 < response <= 1, "a share above 0 and at most 1"),
        ("returned", returned, 0 <= returned < 1, "a share from 0 to below 1"),
    ):
        if not fine:
            message = f"{name}={value} cannot be planned with; expected {expected}."
            raise InvalidRequestError(message)
