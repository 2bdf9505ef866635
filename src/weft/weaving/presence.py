"""Who of the people a request names is there in the wave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weft.network import InvalidRequestError, UnknownNameError
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


def pairs_present(
    ground: Ground, pairs: Iterable[Sequence[str]], said: str
) -> list[tuple[int, int]]:
    """Return where the two of each pair stand, those pairs left out of which one has left.

    Parameters
    ----------
    ground : Ground
    pairs : iterable of (str, str)
        Ids.
    said : str
        What the caller knows the pairs as, for messages.

    Raises
    ------
    InvalidRequestError
        For something else than the ids of two people who are not the same.
    UnknownNameError
        For an id that the network has in no wave.
    """
    found = []
    for pair in pairs:
        if isinstance(pair, str) or len(pair) != 2:
            message = f"{said} holds {pair!r}; expected the ids of two people, such as ('7', '12')."
            raise InvalidRequestError(message)
        a, b = map(str, pair)
        if a == b:
            message = f"{said} pairs {a!r} with themselves; expected two different people."
            raise InvalidRequestError(message)
        here = present(ground, (a, b))
        found += [(here[0], here[1])] if len(here) == 2 else []
    return found
