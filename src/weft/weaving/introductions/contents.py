"""What suggested introductions are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from weft.weaving.cards import Card
from weft.weaving.introducing import card_of
from weft.weaving.reasons import Reason

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "weft.introductions/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Two people who could meet, who could introduce them, and why.

    Attributes
    ----------
    a, b : str
        Their ids.
    introducer : str or None
        The id of somebody tied to both who could introduce them; None where nobody stands between,
        and a small piece of work together is proposed instead.
    reason : Reason
    how : str
        What to do, in a sentence.
    wrong_if : str
        What would make the suggestion wrong.
    moves : tuple of str
        The measure ids of the figures it would better.
    gain_fit, gain_nearness, gain_without_hubs : float
        How well they fit (0 to 1); by which share the effective resistance would fall; which
        further share of pairs could reach each other if the hubs left.
    gain_centralization, gain_two_connected : float or None
        By how much betweenness centralization would fall, and the two-connected share rise, exactly
        and if only this pair met; None where it was not computed.
    worth, acceptance : float
        What the choice was made by.
    explored : bool
        Chosen by chance among about equally good ones.
    held_out : bool
        Held back at random, so that later it can be told whether introducing helped.
    """

    a: str
    b: str
    introducer: str | None
    reason: Reason
    how: str
    wrong_if: str
    moves: tuple[str, ...]
    gain_fit: float
    gain_nearness: float
    gain_without_hubs: float
    gain_centralization: float | None
    gain_two_connected: float | None
    worth: float
    acceptance: float
    explored: bool
    held_out: bool

    def row(self) -> dict[str, Any]:
        """Return it as one row of a table."""
        row = {field.name: getattr(self, field.name) for field in fields(self)}
        return row | {
            "reason": self.reason.text,
            "reason_kind": self.reason.kind,
            "moves": "; ".join(self.moves),
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class Introductions:
    """Suggested introductions: a frame with a row for each, and how they were chosen.

    A table to any library that reads Arrow: ``polars.DataFrame(found)``, ``pyarrow.table(found)``,
    ``found.to_frame().to_pandas()``.

    Attributes
    ----------
    name : str
        Of the network.
    wave : str
    pairs : tuple of Introduction
    names : mapping of str to str
        What to call the people who are in it, by id.
    answer : str
        What there is to do, in a sentence or two.
    because : str
        Why there is nothing; empty where there is something.
    notes : tuple of str
        What to know before it is used.
    method : str
        How it was chosen.
    weights : mapping of str to float
    made_with : mapping
        The version, the seed and what was asked for.
    """

    name: str
    wave: str
    pairs: tuple[Introduction, ...]
    names: Mapping[str, str]
    answer: str
    because: str
    notes: tuple[str, ...]
    method: str
    weights: Mapping[str, float]
    made_with: Mapping[str, object]

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[Introduction]:
        return iter(self.pairs)

    def __getitem__(self, column: str) -> list[Any]:
        """Return one column."""
        return [pair.row()[column] for pair in self.pairs]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        return (*(field.name for field in fields(Introduction)), "reason_kind")

    def rows(self) -> list[dict[str, Any]]:
        """Return a row of a table for each introduction."""
        return [pair.row() for pair in self.pairs]

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each introduction that is to be made; those held out have none."""
        return tuple(
            card_of(
                (self.names[pair.a], self.names[pair.b]),
                pair.reason.text,
                pair.how,
                pair.wrong_if,
                by_whom=pair.introducer is not None,
            )
            for pair in self.pairs
            if not pair.held_out
        )

    def to_frame(self) -> pa.Table:
        """Return a pyarrow table with one row for each introduction."""
        import pyarrow as pa

        kinds = {"str": pa.string(), "float": pa.float64(), "bool": pa.bool_()}
        declared = {field.name: str(field.type).split(" | ")[0] for field in fields(Introduction)}
        schema = pa.schema(
            [(name, kinds.get(declared.get(name, ""), pa.string())) for name in self.columns]
        )
        return pa.Table.from_pylist(self.rows(), schema=schema)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the table to whatever reads Arrow."""
        return self.to_frame().__arrow_c_stream__(requested_schema)

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return {
            "format": FORMAT,
            "answer": self.answer,
            "network": self.name,
            "wave": self.wave,
            "introductions": [asdict(pair) | {"moves": list(pair.moves)} for pair in self.pairs],
            "because": self.because,
            "notes": list(self.notes),
            "names": dict(self.names),
            "method": self.method,
            "weights": dict(self.weights),
            "made_with": dict(self.made_with),
        }
