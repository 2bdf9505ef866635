"""Reports: what one reporter said about one tie in one wave. They are kept; ties are derived."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class Reports:
    """Who said what about which tie, as columns of equal length.

    Attributes
    ----------
    reporter, source, target : int32 arrays
        Positions in the people of the network.
    relation, wave : int16 arrays
        Positions in the relations and waves of the network.
    value : float64 array
        The strength reported, 0 or more. 0 says that there is no tie.
    date : object array of (str or None)
        As written, where the data have dates.
    """

    reporter: NDArray[np.int32]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    relation: NDArray[np.int16]
    wave: NDArray[np.int16]
    value: NDArray[np.float64]
    date: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.source)

    def take(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> Reports:
        """Return some of the rows."""
        taken = {f.name: getattr(self, f.name)[rows] for f in fields(self) if f.name != "reporter"}
        themselves = self.reporter is self.source
        reporter = taken["source"] if themselves else self.reporter[rows]
        return Reports(reporter=reporter, **taken)
