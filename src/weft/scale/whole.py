"""The measures' own functions, where all ties of a relation fit into one worker."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.engine import memory
from weft.measures import Figure, Null, registered
from weft.measures.declaration import undefined
from weft.measures.front import DRAWS, figure_of_graph
from weft.measures.intervals import Drawing, with_interval
from weft.network import Graph, NotEnoughMemoryError, People
from weft.scale.tasks import HELD_A_TIE, Batches

if TYPE_CHECKING:
    from weft.network import Relation
    from weft.network.heard import KnownBy

SAID = pa.schema([("id", pa.string()), ("figure", pa.string())])
NEEDED = "needed"
NOT_HELD = {"group", "two waves", "double reports"}
"""What a measure may need that the ties of one wave do not tell."""


def in_one_worker(measure_id: str) -> bool:
    """Return whether the ties of one relation in one wave suffice for a measure."""
    return not NOT_HELD & set(registered(measure_id).declaration.needs)


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """The task that gets all ties, and computes figures as Weft in memory does.

    Attributes
    ----------
    ids : tuple of str
        The measures wanted.
    relation : Relation
    wave : str
    answered, steward : bool array, shape (n_people,)
    known_by : str
    undeclared : int
    seed : int
    """

    ids: tuple[str, ...]
    relation: Relation
    wave: str
    answered: NDArray[np.bool_]
    steward: NDArray[np.bool_]
    known_by: KnownBy
    undeclared: int
    seed: int

    def __call__(self, batches: Batches) -> Batches:
        """Return the figures, a row each; undefined where the ties would not fit."""
        held = [batch for batch in batches if batch.num_rows]
        ties, people = sum(batch.num_rows for batch in held), len(self.answered)
        needed = HELD_A_TIE * ties + memory.for_portrait(people, ties)
        if memory.lacking(needed) is not None:
            figures = [json.dumps({NEEDED: needed})] * len(self.ids)
        else:
            graph = self.graph(held)
            figures = [_said(self.figure(graph, measure_id)) for measure_id in self.ids]
        columns = [pa.array(self.ids, pa.string()), pa.array(figures, pa.string())]
        yield pa.RecordBatch.from_arrays(columns, schema=SAID)

    def graph(self, held: list[pa.RecordBatch]) -> Graph:
        """Return the graph of some rows."""
        source, target, weight = (
            np.concatenate([np.empty(0), *(b.column(b.schema.get_field_index(c)) for b in held)])
            for c in ("source", "target", "weight")
        )
        order = np.lexsort((target, source))
        ids = tuple(map(str, range(len(self.answered))))
        return Graph(
            people=People(ids=ids, names=ids, attributes={}, steward=self.steward),
            relation=self.relation,
            wave=self.wave,
            source=source[order].astype(np.int32),
            target=target[order].astype(np.int32),
            weight=weight[order].astype(np.float64),
            answered=self.answered,
            known_by=self.known_by,
            undeclared=self.undeclared,
        )

    def figure(self, graph: Graph, measure_id: str) -> Figure:
        """Return one figure of it, drawn over and over where some people did not answer."""
        found = registered(measure_id)
        options = {"seed": self.seed} if "seed" in found.options else {}
        policy = found.declaration.silence[0]
        drawing = Drawing(draws=DRAWS, seed=self.seed)
        try:
            figure = figure_of_graph(graph, found, policy=policy, drawing=drawing, options=options)
            return with_interval(figure, graph, found, drawing, options)
        except NotEnoughMemoryError as error:
            return undefined(f"Undefined, because one worker has too little memory. {error}")


def _said(figure: Figure) -> str:
    return json.dumps(asdict(replace(figure, parts=dict(figure.parts))), default=float)


def figure_from(said: str) -> Figure | int:
    """Return the figure of a row; or how many bytes of memory all of them would have taken.

    Examples
    --------
    >>> figure_from(_said(Figure(value=0.5, parts={"of": 2.0}))).value
    0.5
    """
    given: dict[str, Any] = json.loads(said)
    if NEEDED in given:
        return int(given[NEEDED])
    return Figure(**{**given, "nulls": tuple(Null(**null) for null in given["nulls"])})
