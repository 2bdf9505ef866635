"""Which roles there are, who holds them, and who would be willing to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.weaving.ground import Ground
from weft.weaving.tags import tags_in

STEWARD = "steward"
WILLING = "willing"
"""The column of the people table that says who would take on a role."""

YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0", "none"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role and where those who hold it stand."""

    name: str
    holders: tuple[int, ...]


def roles_of(ground: Ground, given: Mapping[str, str | Sequence[str]] | None) -> tuple[Role, ...]:
    """Return the roles that are named, or else the one that the stewards hold."""
    if given is None:
        held = tuple(int(i) for i in np.flatnonzero(ground.steward))
        return (Role(STEWARD, held),) if held else ()
    roles = []
    for name, holders in given.items():
        ids = [holders] if isinstance(holders, str | int) else list(holders)
        if not str(name).strip() or not ids:
            message = (
                f"The role “{name}” has {'no name' if ids else 'nobody who holds it'}; expected a "
                "name and the id of at least one person, such as {'treasurer': 'ana'}."
            )
            raise InvalidRequestError(message)
        held = tuple(dict.fromkeys(int(i) for i in ground.positions_of(ids)))
        roles.append(Role(str(name), held))
    return tuple(roles)


def willingness(ground: Ground, role: str) -> NDArray[np.int8]:
    """Return for each person whether they are willing to hold a role: 1 yes, -1 no, 0 unknown.

    A cell of the column says yes or no, or lists the roles that somebody would take on, between
    semicolons, commas or bars. Who lists other roles only is not asked for this one.
    """
    cells = ground.people.attributes.get(WILLING, (None,) * ground.n)
    return np.array([_willing(tags_in(cell), role) for cell in cells], dtype=np.int8)


def _willing(said: frozenset[str], role: str) -> int:
    if not said:
        return 0
    if said & YES or tags_in(role) & said:
        return 1
    return -1
