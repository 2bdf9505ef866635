"""By which attribute people are grouped, unless the caller says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.network.network import Network

PREFERRED = (
    "organi[sz]ation",
    "org",
    "agency",
    "office",
    "sector",
    "team",
    "group",
    "dep(artmen)?t",
    "practice",
    "unit",
    "site",
    "district",
    "region",
    "field",
    "role",
)
SENSITIVE = re.compile(
    r"relig|faith|caste|gender|sexual|ethnic|nationalit|disab|illness|immigra|refugee|marital"
    r"|salar|income|wealth|smok|alcohol|drug"
    r"|\b(sex|fe|wo)?(male|man|men)\b|\b(sex|race|racial|tribe|health|politics|political|party|age|birth\w*)\b"
    r"|\b(language|mother tongue|orientation|citizenship)\b"
)
"""Attributes by which nobody is coloured or compared unless the owner of the data asks for it."""

NO_GROUP = frozenset({"offers", "seeks", "willing", "joined"})
"""Attributes that say what somebody does or when they came, and never where they belong."""

FEWEST_GROUPS, MOST_GROUPS = 2, 12
MOST_MISSING = 0.3
SMALLEST_GROUP_SHOWN = 5
"""A smaller group is shown only together with others, so that no row stands for a single person."""


def chosen_group(network: Network) -> str | None:
    """Return the attribute that groups people best, or None where none is fit.

    Fit is an attribute with 2 to 12 values that most people have and that is not sensitive.
    Preferred are names such as ``organisation``, ``agency`` or ``team``; a readable ``*_label``
    comes before the code it explains.
    """
    fit = [name for name in network.people.attributes if _fit(network, name)]
    if not fit:
        return None
    return min(fit, key=lambda name: (_rank(name), not name.endswith("label"), fit.index(name)))


def _rank(name: str) -> int:
    plain = re.sub(r"[_\s-]*(label|name)$", "", name.lower())
    words = re.split(r"[_\s-]+", plain)
    for place, wanted in enumerate(PREFERRED):
        if any(re.fullmatch(wanted, word) for word in (plain, *words)):
            return place
    return len(PREFERRED)


def _fit(network: Network, name: str) -> bool:
    plain = re.sub(r"[_\s-]+", " ", name.lower())
    if plain in NO_GROUP or SENSITIVE.search(plain):
        return False
    values = network.people.attribute(name)
    present = Counter(value for value in values if value is not None)
    if len(values) == 0 or present.total() < (1 - MOST_MISSING) * len(values):
        return False
    if len(present) == len(values):
        return False
    numbers = all(re.fullmatch(r"-?\d+([.,]\d+)?", value) for value in present)
    known = _rank(name) < len(PREFERRED)
    return FEWEST_GROUPS <= len(present) <= MOST_GROUPS and (known or not numbers)
