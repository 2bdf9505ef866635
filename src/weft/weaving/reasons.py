"""The reasons a suggestion may give: one sentence each, of kinds that reveal no private answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from weft.measures.words import sentence_case
from weft.weaving.wording import one_stop

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "seeks-and-offers": "{a} seeks {what}, and {b} offers it.",
        "each-has-what-the-other-seeks": (
            "{a} seeks {what}, which {b} offers, and {b} seeks {back}, which {a} offers."
        ),
        "alike": "{a} and {b} have the same {what} and people in common, and not yet each other.",
        "alike-and-apart": "{a} and {b} have the same {what}, and know nobody in common.",
        "alike-and-no-way-yet": (
            "{a} and {b} have the same {what}, and today there is no way from one to the other."
        ),
        "no-way-yet": "Today there is no way from {a} to {b}, not even through others.",
        "first-tie": "{a} is not tied to anybody yet; {b} would be a first tie.",
        "second-tie": "{a} hangs by a single tie; {b} would be a second.",
        "only-through-one": "Today {a} and {b} reach each other only through {hub}.",
        "two-circles": "{a} and {b} belong to two circles between which there are few ties.",
        "two-groups": "{a} ({one}) and {b} ({other}) belong to two groups with few ties across.",
        "same-acquaintances": "{a} and {b} know {many} in common and not yet each other.",
        "far-apart": "{a} and {b} are in one circle, and nobody stands between who knows both.",
        "known-to-the-same": "{many} of those who {turn} {holder} {turned} {a}, too.",
        "known-and-not-busiest": (
            "{many} of those who {turn} {holder} {turned} {a}, who has fewer ties than most."
        ),
        "willing-and-known": (
            "{a} is willing, and {many} of those who {turn} {holder} {turned} {a}, too."
        ),
        "close-to-the-holder": "{a} is tied to {holder} and leads nothing else yet.",
        "offers-and-tied": "{b} offers {what}, and is tied to {a}.",
        "offers-through-one": "{b} offers {what}, and {via} is tied to both {a} and {b}.",
        "offers-and-farther": "{b} offers {what}, and is {steps} steps from {a}.",
        "offers-and-no-way-yet": "{b} offers {what}; there is no way from {a} to {b} yet.",
        "mixes": "The {many} come from {clusters}; nobody here is tied to another yet.",
        "mixes-and-tied": "The {many} come from {clusters}, and {a} and {b} are tied already.",
        "mixes-and-new": (
            "The {many} come from {clusters}; nobody here is tied to another yet, and {new} is new."
        ),
        "mixes-and-hardly-tied": (
            "The {many} come from {clusters}; nobody here is tied to another yet, and {new} has "
            "few ties so far."
        ),
        "mixes-tied-and-new": (
            "The {many} come from {clusters}; {a} and {b} are tied already, and {new} is new."
        ),
        "mixes-tied-and-hardly-tied": (
            "The {many} come from {clusters}; {a} and {b} are tied already, and {new} has few ties "
            "so far."
        ),
        "willing-and-close": "{a} is willing, and is tied to {holder}.",
        "no-way-without": "Without {hub} there would be no way at all from {a} to {b}.",
        "short-way-through": "Today the only short way from {a} to {b} is through {hub}.",
        "gives-short-ways-back": (
            "A tie between {a} and {b} would give {many} back the short way that runs "
            "through {hub} alone."
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
    >>> reason("second-tie", a="Ana", b="Ben").text
    'Ana hangs by a single tie; Ben would be a second.'
    """
    return Reason(kind, sentence_case(one_stop(KINDS[kind].format(**words))))
