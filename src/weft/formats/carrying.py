"""What a file can carry, and what is left of a network in one that cannot carry all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.losses import WITHOUT, each_way, not_written
from weft.network import InvalidRequestError, Network, Notice, People
from weft.network.unnamed import UNNAMED_RELATION, UNNAMED_WAVE

if TYPE_CHECKING:
    from numpy.typing import NDArray

CAN_CARRY = {
    "weights": "the strength of each tie",
    "denials": "reports that say there is no tie",
    "relations": "several relations, by name",
    "waves": "several waves, by name",
    "reporters": "who said so",
    "dates": "when it was said",
    "directions": "which relations have no direction",
    "scales": "the scale of each relation",
    "people": "people without a tie",
    "names": "what people are called, besides their ids",
    "declarations": "who answered, was invited, and convenes",
    "attributes": "what else is known of people",
    "empty": "relations and waves without a report",
}
"""What a file of a format can hold of a network. Everything carries ids and ties."""


WITH_COLUMNS = frozenset(CAN_CARRY) - {"scales", "empty"}
"""What a format can hold in which ties and people have columns of any name."""


@dataclass(frozen=True, eq=False, slots=True)
class Written:
    """The bytes of a file, and what was done to the network so that it fits in."""

    data: bytes
    notices: tuple[Notice, ...] = ()


def reduced(
    network: Network, carries: frozenset[str], title: str
) -> tuple[Network, tuple[Notice, ...]]:
    """Return what is left of a network in a file that carries only this, and what is lost.

    Parameters
    ----------
    network : Network
    carries : frozenset of str
        From :data:`CAN_CARRY`.
    title : str
        What messages call the kind of file.

    Raises
    ------
    InvalidRequestError
        If the network has several relations or waves and the file holds one: which one is the
        caller's to say.
    """
    lost: list[Notice] = []
    network = _chosen_only(network, carries, title, lost)
    if not carries & {"directions", "reporters"}:
        network = each_way(network, lost)
    for part, without in WITHOUT.items():
        if part not in carries:
            network = without(network, lost)
    return network, tuple(lost)


def _chosen_only(
    network: Network, carries: frozenset[str], title: str, lost: list[Notice]
) -> Network:
    """Return the network of the chosen relations and waves alone, renamed where there is one."""
    for part, chosen, one, option in (
        ("relations", network.relations, "relation", "--relation"),
        ("waves", network.waves, "wave", "--wave"),
    ):
        if part not in carries and len(chosen) > 1:
            raise InvalidRequestError(
                f"A file of the format {title} holds one {one}; the network has {len(chosen):,}: "
                f"{', '.join(chosen[:10])}. Choose one with {option} {chosen[0]}, or write a "
                "format that holds several."
            )
    relations = tuple(network.declared(name) for name in network.relations)
    reports, waves = network.reports, network.waves
    kept = [r.name for r in network.all_relations if r.name in network.relations]
    relation = _moved(reports.relation, [r.name for r in network.all_relations], kept)
    wave = _moved(reports.wave, list(network.all_waves), list(waves))
    people = _without_waves(network.people, {*network.all_waves} - {*waves})
    if "relations" not in carries and kept != [UNNAMED_RELATION]:
        text = f"The name of the relation, {kept[0]}, is not in the file."
        lost.append(not_written("relation-name", text, 1))
        relations = (replace(relations[0], name=UNNAMED_RELATION),)
        kept = [UNNAMED_RELATION]
    if "waves" not in carries and waves != (UNNAMED_WAVE,):
        text = f"Which wave this is, {waves[0]}, is not in the file."
        lost.append(not_written("wave-name", text, 1))
        people = replace(people, responded=_of_wave(people, "responded", waves[0]),
                         invited=_of_wave(people, "invited", waves[0]))  # fmt: skip
        waves = (UNNAMED_WAVE,)
    named = {r.name: r for r in relations}
    return replace(
        network,
        people=people,
        all_reports=replace(reports, relation=relation, wave=wave),
        all_relations=tuple(named[name] for name in kept),
        all_waves=waves,
        chosen_relations=tuple(kept),
        chosen_waves=waves,
        _compiled={},
    )


def _without_waves(people: People, aside: set[str]) -> People:
    """Return the people without what they declared for waves that a filter has set aside."""
    if not aside:
        return people
    return replace(
        people,
        responded={wave: said for wave, said in people.responded.items() if wave not in aside},
        invited={wave: said for wave, said in people.invited.items() if wave not in aside},
    )


def _of_wave(people: People, kind: str, wave: str) -> dict[str, NDArray[np.int8]]:
    """Return the declarations of one wave as those of every wave."""
    states = people.declared(kind, wave)
    return {"": states} if (states >= 0).any() else {}


def _moved(codes: NDArray[np.int16], names: list[str], kept: list[str]) -> NDArray[np.int16]:
    new = np.array([kept.index(n) if n in kept else 0 for n in names] or [0], dtype=np.int16)
    return new[codes]
