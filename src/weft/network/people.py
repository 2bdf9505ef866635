"""The people of a network: their ids, names, attributes, and who said they would answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from weft.network.errors import UnknownNameError

YES, NO, UNDECLARED = np.int8(1), np.int8(0), np.int8(-1)
"""The three states of a declaration: said yes, said no, left blank."""

EVERY_WAVE = ""
"""The key of a declaration that holds for all waves (column ``responded`` without a wave)."""


@dataclass(frozen=True, eq=False)
class People:
    """Everyone in the data, in a fixed order that ties refer to by position.

    Attributes
    ----------
    ids : tuple of str
        Unique, kept exactly as written.
    names : tuple of str
        What to call each person; the id where no name was given.
    attributes : mapping of str to tuple of (str or None)
        Any further columns, as text; None where the cell was blank.
    steward : array of bool, shape (n_people,)
        Who holds the convening role, as declared.
    responded, invited : mapping of wave to int8 array, shape (n_people,)
        1 yes, 0 no, -1 not declared; the key ``""`` holds for every wave without its own column.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    attributes: Mapping[str, tuple[str | None, ...]]
    steward: NDArray[np.bool_]
    responded: Mapping[str, NDArray[np.int8]] = field(default_factory=dict)
    invited: Mapping[str, NDArray[np.int8]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("attributes", "responded", "invited"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each id stands."""
        return MappingProxyType({person: i for i, person in enumerate(self.ids)})

    def positions_of(self, ids: Sequence[str]) -> NDArray[np.intp]:
        """Return where these ids stand; an id that is not there is an error that names it."""
        for person in ids:
            if person not in self.position:
                raise UnknownNameError("person", person, self.ids)
        return np.array([self.position[person] for person in ids], dtype=np.intp)

    def attribute(self, name: str) -> tuple[str | None, ...]:
        """Return one attribute of everyone; an attribute that is not there is an error."""
        if name not in self.attributes:
            raise UnknownNameError("attribute of people", name, tuple(self.attributes))
        return self.attributes[name]

    def declared(self, kind: str, wave: str) -> NDArray[np.int8]:
        """Return who declared ``kind`` (``responded`` or ``invited``) in a wave: 1, 0 or -1."""
        table: Mapping[str, NDArray[np.int8]] = getattr(self, kind)
        everywhere = table.get(EVERY_WAVE, np.full(len(self), UNDECLARED, dtype=np.int8))
        return table.get(wave, everywhere)

    def take(self, positions: NDArray[np.intp]) -> People:
        """Return some of the people, in the order asked for."""
        return People(
            ids=tuple(self.ids[i] for i in positions),
            names=tuple(self.names[i] for i in positions),
            attributes={k: tuple(v[i] for i in positions) for k, v in self.attributes.items()},
            steward=self.steward[positions],
            responded={k: v[positions] for k, v in self.responded.items()},
            invited={k: v[positions] for k, v in self.invited.items()},
        )
