"""Who of the people a request names is there in the wave."""

from __future__ import annotations

from collections.abc import Iterable

from weft.network import UnknownNameError
from weft.weaving.ground import Ground


def present(ground: Ground, ids: Iterable[str]) -> list[int]:
    """Return where these people stand, those left out who have left by this wave.

    Raises
    ------
    UnknownNameError
        For an id that the network has in no wave.
    """
    everyone = ground.network.people.position
    found = []
    for person in map(str, ids):
        if person not in everyone:
            raise UnknownNameError("person", person, ground.network.people.ids)
        if person in ground.people.position:
            found.append(ground.people.position[person])
    return found
