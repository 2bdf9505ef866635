"""What every measure declares of itself, and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from weft.uncertainty.silence import Policy

Direction = Literal["higher", "lower", "depends"]
Level = Literal["network", "person"]
Need = Literal["two waves", "double reports", "group", "stewards"]
Against = Literal["size", "dyads", "degrees", "labels"]
"""What a figure may be set against: networks that keep their size, their dyads, everyone's degrees,
or all ties, with who is who dealt out anew."""

Value = float | str | None
"""A figure: a number, the name of a kind (``phase``), or None where undefined."""


RARE = 0.05
"""Below this p a figure is said to be more, or less, than chance would give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A measure, declared once: the command line, the portrait, the docs and the tests read this.

    Attributes
    ----------
    id : str
        Also the name of the module, of the function and of the docs page.
    family : str
        The folder it lives in, such as ``leadership``.
    question : str
        What it answers, in a practitioner's words.
    unit : str
        Such as ``share of ties``; the empty string for an index without unit.
    low, high : float or None
        The range; None where there is no bound.
    direction : {'higher', 'lower', 'depends'}
        Which way usually goes with connection, trust and shared leadership. Not good or bad.
    level : {'network', 'person'}
        ``person``: the figure is the mean of a value that each person has.
    needs : tuple of str
        What the data must have beside ties.
    smallest : int
        The fewest people for whom it is defined.
    silence : tuple of policy
        What may be done about those who did not answer; the first is the default.
    sentence : str
        The figure in words: a template over ``value``, ``n`` and the parts.
    reading, misreading : str
        How to read it, and the usual mistake.
    parts : mapping of str to str
        Sub-figures by name, and what each is.
    isolates_change_it : bool
        Whether a person without ties moves the figure.
    more_ties_never_lower : bool
        Whether one more tie never lowers the figure, all others staying; then what the silent could
        make of it at the least and at the most is known exactly.
    range_widened : float
        By how much the range is widened on either side of the middle of the draws, so that it holds
        as often as it says in every setting in which that is measured (``./run bench coverage``).
    no_interval_because : str
        Why the figure shows no range of what silence leaves open; empty where it does.
    settled_by : tuple of {'size', 'dyads', 'degrees'}
        The null models that leave nothing of the figure to chance, so that it cannot be set against
        them. Most figures of ties alone do not change with who is who; that need not be said.
    sources : tuple of str
        Where the definition comes from.
    """

    id: str
    family: str
    question: str
    unit: str
    low: float | None
    high: float | None
    direction: Direction
    sentence: str
    reading: str
    misreading: str
    sources: tuple[str, ...]
    silence: tuple[Policy, ...]
    level: Level = "network"
    needs: tuple[Need, ...] = ()
    smallest: int = 2
    parts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    isolates_change_it: bool = True
    more_ties_never_lower: bool = False
    range_widened: float = 1.0
    no_interval_because: str = ""
    settled_by: tuple[Against, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Null:
    """A figure set against what chance would give.

    Attributes
    ----------
    model : str
        What was left to chance and what was kept.
    mean, sd : float
        Of the figure over the draws.
    p : float
        ``p_higher`` where ``sides`` is 1, else two-sided.
    p_higher, p_lower : float
        One-sided: the shares of draws (with the observed figure) that are at least as high, and at
        most as low.
    sides : {1, 2}
        Whether ``p`` asks for more than chance gives, or for more or less.
    draws : int
    """

    model: str
    mean: float
    sd: float
    p: float
    p_higher: float
    p_lower: float
    sides: Literal[1, 2]
    draws: int

    @property
    def sentence(self) -> str:
        """Whether it is more than chance would give, in plain words."""
        above = self.p_higher <= self.p_lower
        if self.p < RARE:
            much = "more" if above else "less"
        else:
            much = "no more" if above or self.sides == 1 else "no less"
        rare = "p < 0.001" if self.p < 0.001 else f"p = {self.p:.3f}"
        sided = "two-sided" if self.sides == 2 else "one-sided"
        gave = f"{self.model}: {self.mean:.2f} ± {self.sd:.2f}; {rare}, {sided}"
        return f"That is {much} than chance would give ({gave})."


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a measure makes of one graph: a value, or a sentence why there is none.

    The range from ``low`` to ``high`` is what silence probably leaves open, that from ``least`` to
    ``most`` what it leaves open whatever the silent would say; None where there is none.
    """

    value: Value = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None
    undefined_because: str | None = None
    parts: Mapping[str, float] = field(default_factory=dict)
    nulls: tuple[Null, ...] = ()
    method: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.undefined_because is None):
            message = "A figure has either a value or a sentence why it is undefined."
            raise ValueError(message)


def undefined(because: str) -> Figure:
    """Return the figure of input that is valid but degenerate."""
    return Figure(undefined_because=because)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure with what is needed to read it honestly.

    Attributes
    ----------
    id : str
    value : float, str or None
        None where undefined.
    low, high, confidence : float or None
        The interval, where one was computed and its coverage is tested; else None.
    least, most : float or None
        What any answers of the silent could make of it, where that is known exactly; else None.
    n : int
        People within the boundary.
    answered : int
        How many of them answered.
    coverage : float or None
        The share of dyads whose ties are known.
    method : str
        How the value came about: convention, what was done about silence, sampling.
    unit, direction, question : str
        From the declaration.
    sentence : str
        The figure in plain words; where undefined, why.
    undefined_because : str or None
    parts : mapping of str to float
    nulls : tuple of Null
    relation : str or None
    wave : str or None
    sources : tuple of str
    """

    id: str
    value: Value
    low: float | None = None
    high: float | None = None
    confidence: float | None = None
    least: float | None = None
    most: float | None = None
    n: int
    answered: int
    coverage: float | None
    method: str
    unit: str
    direction: Direction
    question: str
    sentence: str
    undefined_because: str | None
    parts: Mapping[str, float]
    nulls: tuple[Null, ...]
    relation: str | None
    wave: str | None
    sources: tuple[str, ...]

    @property
    def number(self) -> float:
        """The value as a number; an error where it is undefined or a name."""
        if isinstance(self.value, int | float):
            return float(self.value)
        message = f"{self.id} has no number here: {self.undefined_because or self.value}"
        raise ValueError(message)
