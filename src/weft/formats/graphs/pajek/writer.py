"""Writing Pajek files: a network, or a project with what is known of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.graphs.pajek.lines import escaped
from weft.formats.graphs.pajek.reader import UNKNOWN
from weft.formats.graphs.pajek.times import MOST_WAVES
from weft.formats.graphs.strengths import strength_text
from weft.formats.roles.edges import edges_of
from weft.network import InvalidRequestError, Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.edges import Edges
    from weft.network import Network

PLAIN_WAVE = re.compile(r"[1-9][0-9]{0,8}\Z")
PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,12})?\Z")


def write_network(network: Network) -> Written:
    """Return a network as a Pajek file (.net)."""
    lines, notices = _network_lines(network)
    return Written(_as_bytes(lines), notices)


def write_project(network: Network) -> Written:
    """Return a network and the attributes of its people as a Pajek project (.paj)."""
    lines, notices = _network_lines(network, named=True)
    for name, values in network.people.attributes.items():
        lines += ["", *_value_lines(name, values)]
    return Written(_as_bytes(lines), notices)


def _as_bytes(lines: Sequence[str]) -> bytes:
    text = "".join(f"{line}\n" for line in lines)
    if "&#0;" in text:
        raise InvalidRequestError(
            "A name holds a NUL character, which no Pajek file can. Take it out of the data."
        )
    return text.encode()


def _network_lines(
    network: Network, *, named: bool = False
) -> tuple[list[str], tuple[Notice, ...]]:
    edges = edges_of(network)
    number = {person: i for i, person in enumerate(network.people.ids, start=1)}
    legend, times = _times(network, edges)
    lines = [f"% {line}" for line in legend]
    if named:
        lines.append(f"*Network {escaped(network.name)}")
    lines.append(f"*Vertices {len(number)}")
    lines += [f'{i} "{escaped(person)}"' for person, i in number.items()]
    relations = edges.more.get("relation")
    ends = zip(edges.source, edges.target, edges.more["weight"], times, strict=True)
    rows = [f"{number[a]} {number[b]} {strength_text(w)}{time}" for a, b, w, time in ends]
    blocks: dict[tuple[object, str], list[str]] = {}
    for i, row in enumerate(rows):
        word = "Arcs" if edges.directed[i] else "Edges"
        blocks.setdefault((relations[i] if relations else None, word), []).append(row)
    codes = {name: k for k, name in enumerate(dict.fromkeys(name for name, _ in blocks), start=1)}
    for (name, word), block in blocks.items():
        heading = "" if name is None else f' :{codes[name]} "{escaped(str(name))}"'
        lines += [f"*{word}{heading}", *block]
    return lines, _said_of_zeros(edges)


def _said_of_zeros(edges: Edges) -> tuple[Notice, ...]:
    zeros = sum(weight == 0 for weight in edges.more["weight"])
    if not zeros:
        return ()
    text = (
        f"{zeros:,} reports that there is no tie are lines of the value 0, which Pajek counts as "
        "lines. Remove lines with lower values there, or leave these reports out."
    )
    return (Notice(kind="zeros-written", text=text, count=zeros),)


def _times(network: Network, edges: Edges) -> tuple[list[str], list[str]]:
    """Return what comments say of waves, and the time of each line."""
    waves = edges.more.get("wave")
    if waves is None:
        return [], [""] * len(edges)
    if all(PLAIN_WAVE.match(wave) for wave in network.waves):
        numbers = {wave: int(wave) for wave in network.waves}
        if max(numbers.values()) - min(numbers.values()) < MOST_WAVES:
            return [], [f" [{wave}]" for wave in waves]
    numbers = {wave: k for k, wave in enumerate(network.waves, start=1)}
    legend = [f"wave {k} - {escaped(wave)}" for wave, k in numbers.items()]
    return legend, [f" [{numbers[str(wave)]}]" for wave in waves]


def _value_lines(name: str, values: Sequence[str | None]) -> list[str]:
    """Return an attribute as a vector where all are plain numbers, else as a named partition."""
    size = f"*Vertices {len(values)}"
    if all(value is not None and PLAIN_NUMBER.match(value) for value in values):
        return [f"*Vector {escaped(name)}", size, *map(str, values)]
    known = dict.fromkeys(value for value in values if value is not None)
    classes = {value: str(k) for k, value in enumerate(known, start=1)}
    legend = [f"% {k} - {escaped(value)}" for value, k in classes.items()]
    cells = [UNKNOWN if value is None else classes[value] for value in values]
    return [f"*Partition {escaped(name)}", *legend, size, *cells]
