"""What kind of tie a relation is: whether it has a direction, and its scale."""

from __future__ import annotations

from dataclasses import dataclass

from weft.network.errors import InvalidRequestError


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The kind of a tie.

    Attributes
    ----------
    name : str
        As in the data, such as ``works_with``.
    directed : bool
        Whether a tie from A to B differs from one from B to A. A relation without direction
        (``works_with``) is one fact that two people can report.
    scale : (float, float) or None
        The least and the greatest value an answer can take, where that was declared.
    """

    name: str
    directed: bool = True
    scale: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.scale is not None and not 0 <= self.scale[0] < self.scale[1]:
            low, high = self.scale
            message = (
                f"The scale of {self.name} is given as {low:g} to {high:g}; expected two numbers "
                "of 0 or more, the smaller first, such as 0 to 4."
            )
            raise InvalidRequestError(message)


WITHOUT_DIRECTION = frozenset({"works_with"})
"""Weft's own relations that are one fact for two people; every other has a direction."""
