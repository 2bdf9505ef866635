"""Tables from frames, mappings of columns and lists of ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from weft.formats.files.characters import with_whole_characters
from weft.formats.roles.table import Table
from weft.formats.roles.values import table_of_arrow, text_column
from weft.formats.tables import NetworkLike
from weft.network import InvalidRequestError

TIE_ORDER = ("source", "target", "relation", "weight", "wave")


def is_frame(source: object) -> bool:
    """Return whether this is a frame that narwhals knows: pandas, polars, pyarrow and others."""
    if isinstance(source, pa.Table):
        return True
    if not hasattr(type(source), "columns"):
        return False
    import narwhals as nw

    return isinstance(nw.from_native(source, pass_through=True), nw.DataFrame | nw.LazyFrame)


def table_of_frame(frame: NetworkLike) -> Table:
    """Return a frame as columns of text."""
    if isinstance(frame, pa.Table):
        return table_of_arrow(frame, "the pyarrow table")
    import narwhals as nw

    known = nw.from_native(frame)
    whole = known.collect() if isinstance(known, nw.LazyFrame) else known
    origin = f"the {type(frame).__module__.split('.')[0]} frame"
    columns = []
    for heading in whole.columns:
        try:
            columns.append(text_column(whole[heading].to_arrow()))
        except (pa.ArrowException, TypeError, ValueError):  # values of several kinds
            columns.append(text_column(whole[heading].to_list()))
    headings = tuple(with_whole_characters(str(heading)) for heading in whole.columns)
    return Table(origin=origin, headings=headings, columns=tuple(columns), first_row=1)


def table_of_mapping(columns: Mapping[str, Iterable[object]], origin: str) -> Table:
    """Return a mapping of headings to values as columns of text."""
    texts = {
        with_whole_characters(str(heading)): text_column(values)
        for heading, values in columns.items()
    }
    lengths = {heading: len(column) for heading, column in texts.items()}
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{heading} {length:,}" for heading, length in lengths.items())
        raise InvalidRequestError(
            f"The columns have different lengths ({said}); expected a value of each for every row."
        )
    return Table(origin=origin, headings=tuple(texts), columns=tuple(texts.values()), first_row=1)


def table_of_ties(ties: Sequence[Sequence[object]]) -> Table:
    """Return a list of ties, each (source, target[, relation[, weight[, wave]]]), as columns."""
    width = max((len(tie) for tie in ties), default=2)
    for i, tie in enumerate(ties, start=1):
        if isinstance(tie, str) or not 2 <= len(tie) <= len(TIE_ORDER):
            raise InvalidRequestError(
                f"Tie {i:,} of the list is {tie!r:.60}; expected (source, target) and, where there "
                "are any, relation, weight and wave, in this order."
            )
    columns = {
        role: [tie[i] if i < len(tie) else None for tie in ties]
        for i, role in enumerate(TIE_ORDER[:width])
    }
    return table_of_mapping(columns, "the list of ties")
