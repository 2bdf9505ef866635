"""The reasons a suggestion may give: one sentence each, of kinds that reveal no private answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "seeks-and-offers": "{a} seeks {what}, and {b} offers it.",
        "each-has-what-the-other-seeks": (
            "{a} seeks {what}, which {b} offers, and {b} seeks {back}, which {a} offers."
        ),
        "no-way-yet": "Today there is no way at all from {a} to {b}, and {why}.",
        "first-tie": "{a} is not tied to anybody yet, and {why}.",
        "second-tie": "{a} hangs by a single tie, and {why}.",
        "only-through-one": "Today {a} and {b} reach each other only through {hub}.",
        "a-second-way": "{a} and {b} would open a way between people who have only one today.",
        "two-circles": "{a} and {b} belong to two circles between which there are few ties.",
        "same-acquaintances": "{a} and {b} know {many} in common and not yet each other.",
        "far-apart": "{a} and {b} are {steps} steps apart today.",
        "no-way-without": "Without {hub} there would be no way at all from {a} to {b}.",
        "short-way-through": "Today the only short way from {a} to {b} is through {hub}.",
        "gives-short-ways-back": (
            "A tie between {a} and {b} would give {many} back the short way that only {hub} holds."
        ),
    }
)
"""Every kind of reason, and its sentence. Filled in from profiles, ties that are not private, and
counts of these; from nothing else."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested: its kind, and the sentence."""

    kind: str
    text: str


def reason(kind: str, **words: str) -> Reason:
    """Return a reason of a kind that is allowed, its sentence filled in.

    Examples
    --------
    >>> reason("far-apart", a="Ana", b="Ben", steps="four").text
    'Ana and Ben are four steps apart today.'
    """
    return Reason(kind, KINDS[kind].format(**words))
