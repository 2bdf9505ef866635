"""Columns of ties that were turned into numbers as they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class CodedColumns(Mapping[str, pa.Array]):
    """The columns of a table of ties as numbers; as text, like any others, where that is asked for.

    Every cell is one that can be used: no id is blank or overlong, every strength is a finite
    number of 0 or more. The text is read anew when the first cell of it is needed, as it is for
    messages, so that most tables never hold it.

    Attributes
    ----------
    ids : tuple of str
        Everyone in the ties, in the order of the columns.
    ends : mapping of str to int32 array
        ``source``, ``target`` and perhaps ``reporter``: the position of each cell's id.
    labels : mapping of str to (int16 array, tuple of str)
        ``relation`` and ``wave``: a code for each cell, and the different texts by code. A blank
        cell has the empty text.
    weight : float64 array, optional
        1 where blank.
    texts : mapping of str to pyarrow string array
        Columns that stand as text: dates, and what was put in place of another.
    read_again : function
        Returns all columns as text.
    """

    ids: tuple[str, ...]
    ends: Mapping[str, NDArray[np.int32]]
    labels: Mapping[str, tuple[NDArray[np.int16], tuple[str, ...]]]
    weight: NDArray[np.float64] | None
    texts: Mapping[str, pa.Array]
    read_again: Callable[[], Mapping[str, pa.Array]]
    _again: list[Mapping[str, pa.Array]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many ties."""
        return len(self.ends["source"])

    def __iter__(self) -> Iterator[str]:
        weight = () if self.weight is None else ("weight",)
        return iter(dict.fromkeys([*self.ends, *self.labels, *weight, *self.texts]))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __contains__(self, role: object) -> bool:
        return role in list(iter(self))

    def __getitem__(self, role: str) -> pa.Array:
        if role in self.texts:
            return self.texts[role]
        if role not in self:
            raise KeyError(role)
        if not self._again:
            self._again.append(self.read_again())
        return self._again[0][role]

    def having(self, role: str, cells: pa.Array) -> CodedColumns:
        """Return the columns with other text in one of them, or with one more."""
        if role in self.ends or role == "weight":
            message = f"The column {role} stands in numbers; its text cannot be replaced."
            raise ValueError(message)
        labels = {own: coded for own, coded in self.labels.items() if own != role}
        return replace(self, labels=labels, texts={**self.texts, role: cells})
