"""People to look after: by role and count; names only for the owner of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.degrees import named_by
from weft.measures.words import counted, sentence_case
from weft.portrait.contents import LookAfter

if TYPE_CHECKING:
    from weft.portrait.findings import Findings


def look_after(found: Findings, *, names: bool) -> tuple[LookAfter, ...]:
    """Return the roles that somebody should look after, each with how many hold it."""
    ties = number_of_ties(found)
    answered = found.connection.answered
    roles = (
        _role(
            found,
            found.cut,
            names=names,
            role="cut-people",
            title="People who hold parts together",
            says="{who} the only link between parts of the network. Give each of them company: a "
            "second tie across, made by somebody else. A missing answer can make somebody look "
            "like this who is not.",
        ),
        _role(
            found,
            (ties == 1) & answered,
            names=names,
            role="one-thread",
            title="People with one thread",
            says="{who} tied to the others by a single tie. One more each, to somebody whose work "
            "or place is near theirs, makes the network theirs too.",
        ),
        _role(
            found,
            (ties == 0) & answered,
            names=names,
            role="alone",
            title="People without a tie",
            says="{who} without any tie here, though they answered. A personal word comes before "
            "any introduction: they may be new, or here for a reason of their own.",
        ),
        _not_looked_to(found),
    )
    return tuple(role for role in roles if role is not None)


def number_of_ties(found: Findings) -> NDArray[np.int64]:
    """Return how many others each person is tied to, in either direction."""
    first, second = found.connection.either
    return np.bincount(np.concatenate([first, second]), minlength=found.n).astype(np.int64)


def _role(
    found: Findings, who: NDArray[np.bool_], *, names: bool, role: str, title: str, says: str
) -> LookAfter | None:
    count = int(who.sum())
    if count == 0:
        return None
    people = sentence_case(counted(count, "person is", "people are"))
    listed = sorted(found.connection.people.names[i] for i in np.flatnonzero(who)) if names else []
    return LookAfter(
        id=role, title=title, text=says.format(who=people), count=count, names=tuple(listed)
    )


def _not_looked_to(found: Findings) -> LookAfter | None:
    """Return how many nobody turns to; never who, since that would be a ranking of people."""
    if found.leadership.m == 0:
        return None
    received = named_by(found.n, found.leadership.arcs[1])
    count = int((received == 0).sum())
    if count == 0:
        return None
    people = sentence_case(counted(count, "person was", "people were"))
    heard = "" if found.leadership.complete else " who answered"
    text = (
        f"{people} not named by anybody{heard} as someone they look to. That says nothing about "
        "what they can do: being new, quiet or far away looks the same. Ask everybody what they "
        "would like to start."
    )
    return LookAfter(id="not-looked-to", title="People nobody looks to yet", text=text, count=count)
