"""The way out: :func:`write`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.registry import format_to_write
from weft.formats.whole import written_whole
from weft.network import Network, Notice, Relation
from weft.network.relation import WITHOUT_DIRECTION

if TYPE_CHECKING:
    import os


def write(
    network: Network,
    path: str | os.PathLike[str],
    *,
    people: str | os.PathLike[str] | None = None,
) -> tuple[Notice, ...]:
    """Write the reports of a network, and its people, to files that read back to the same network.

    Parameters
    ----------
    network : Network
        The relations and waves that its filters have left are written.
    path : path
        Where the reports go. The ending decides the format: ``.csv``, ``.tsv`` or ``.parquet``,
        each also with ``.gz``.
    people : path, optional
        Where the people go, with their names, attributes and declarations.

    Returns
    -------
    tuple of Notice
        What the files do not carry.

    Notes
    -----
    Files appear whole or not at all. Directions and scales that differ from the defaults are not in
    a table of reports; give them again when reading.
    """
    format_ = format_to_write(_ending(path))
    contents = {path: format_.write(network) if format_.write else b""}
    carries = format_.carries
    if people is not None:
        of_people = format_to_write(_ending(people), people=True)
        contents[people] = of_people.write_people(network) if of_people.write_people else b""
        carries |= {"people", "attributes"}
    written_whole(contents)
    return tuple(_not_carried(network, carries))


def _ending(path: str | os.PathLike[str]) -> str:
    return Path(Path(path).name.lower().removesuffix(".gz")).suffix


def _not_carried(network: Network, carries: frozenset[str]) -> list[Notice]:
    people, reports = network.people, network.reports
    notices = []
    alone = len(people) - len(np.unique([reports.source, reports.target, reports.reporter]))
    if alone and "people" not in carries:
        text = f"{alone:,} people without a report are not in the file; write a people table too."
        notices.append(Notice(kind="people-not-written", text=text, count=alone))
    known = len(people.attributes) + len(people.responded) + len(people.invited)
    known += int(people.steward.any()) + int(people.names != people.ids)
    if known and "attributes" not in carries:
        text = "What is known of people is not in the file; write a people table too."
        notices.append(Notice(kind="attributes-not-written", text=text, count=known))
    special = [
        relation.name
        for relation in network.all_relations
        if relation.name in network.relations and relation != _usual(relation.name)
    ]
    if special and "directions" not in carries:
        text = f"Say again when reading which direction and scale these have: {', '.join(special)}."
        notices.append(Notice(kind="relations-not-declared", text=text, count=len(special)))
    return notices


def _usual(name: str) -> Relation:
    return Relation(name=name, directed=name not in WITHOUT_DIRECTION)
