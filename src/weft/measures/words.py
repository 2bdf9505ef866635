"""Numbers and lists as people say them; every renderer may use these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weft.measures import Measure

COMMANDS = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]"
)
"""Characters that command a machine or turn the direction of what follows, and show nothing."""
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SHORTEST_THOUSAND = 1_000


def number(count: int) -> str:
    """Return a count as it reads in a sentence: words up to ten, then figures.

    Examples
    --------
    >>> number(3), number(1200)
    ('three', '1,200')
    """
    return SMALL[count] if 0 <= count < len(SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> counted(1, "person", "people"), counted(12, "tie")
    ('one person', '12 ties')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def sentence_case(text: str) -> str:
    """Return the text with its first letter large and the rest as it is."""
    return text[:1].upper() + text[1:]


def plain_name(column: str) -> str:
    """Return the name of a column as it reads in a sentence.

    Examples
    --------
    >>> plain_name("office_label")
    'office'
    """
    name = column.replace("_", " ").strip()
    return name.removesuffix(" label").removesuffix(" name") or column


def ties_of(relation: str) -> str:
    """Return the ties of a relation as they read in a sentence; unnamed ones are just the ties.

    Examples
    --------
    >>> ties_of("trusts"), ties_of("ties")
    ('the ties of “trusts”', 'the ties')
    """
    return "the ties" if relation == "ties" else f"the ties of “{relation}”"


def percent(share: float) -> str:
    """Return a share as a percentage, never rounded to none or all when it is neither.

    Examples
    --------
    >>> percent(0.256), percent(0.001), percent(0.9999)
    ('26%', 'under 1%', 'over 99%')
    """
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 < share < 1:
        return "over 99%"
    return f"{share:.0%}"


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Return items as a list in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def without_commands(text: Any) -> Any:  # noqa: ANN401  (what is no text stays as it is)
    """Return a text, also one of markup, without characters that command and show nothing.

    Examples
    --------
    >>> without_commands("A" + chr(27) + "na"), without_commands(3)
    ('Ana', 3)
    """
    if not isinstance(text, str) or not COMMANDS.search(text):
        return text
    return type(text)(COMMANDS.sub("", text))


def shown(measure: Measure) -> str:
    """Return the value of a figure as it stands beside its sentence.

    Shares of something become percentages; counts of people keep one decimal; indexes two.
    """
    value, unit = measure.value, measure.unit
    if value is None:
        return "undefined"
    if isinstance(value, str):
        return value
    if unit.startswith("share"):
        return percent(value)
    if value.is_integer() and unit:
        return f"{value:,.0f}"
    if abs(value) >= SHORTEST_THOUSAND:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= len(SMALL) else f"{value:.2f}"


def unit_said(measure: Measure) -> str:
    """Return the unit as it follows the value; a percentage says what it is a share of."""
    unit = measure.unit
    return unit.removeprefix("share ") if unit.startswith("share ") else unit


def interval(measure: Measure) -> str:
    """Return the interval as it stands under a value; empty where there is none to be seen."""
    if measure.low is None or measure.high is None:
        return ""
    low, high = (end_shown(measure, end) for end in (measure.low, measure.high))
    return f"{low} to {high}" if low != high else ""


def end_shown(measure: Measure, end: float) -> str:
    """Return an end of a range as the value itself is shown."""
    return shown(replace(measure, value=end))
