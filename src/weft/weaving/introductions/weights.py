"""What counts for how much when introductions are chosen: every weight named, and settable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import cast

from weft.weaving.weights import chosen_weights, refuse_unless_weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What counts for how much.

    Each part is divided by its greatest value among the pairs to choose from, so that all go from
    0 to 1 and a weight of 2 counts twice a weight of 1. A weight of 0 leaves a part out.

    Attributes
    ----------
    fit : float
        One offers what the other seeks.
    alike : float
        They have the same in the columns that were named for it (``alike``).
    nearness : float
        How much nearer everybody comes to everybody (the drop of the effective resistance).
    without_hubs : float
        How many more pairs could still reach each other if the hubs left.
    centralization : float
        The drop of betweenness centralization.
    two_connected : float
        The rise of the share of people whom no one person's leaving cuts off.
    uplift : float
        How few ties the less connected of the two has.
    load : float
        How many ties the two have already; counted against the pair.
    """

    fit: float = 1.0
    alike: float = 1.0
    nearness: float = 1.0
    without_hubs: float = 2.0
    centralization: float = 1.0
    two_connected: float = 2.0
    uplift: float = 0.25
    load: float = 0.1

    def __post_init__(self) -> None:
        for field in fields(self):
            refuse_unless_weight(
                field.name, getattr(self, field.name), cast("float", field.default)
            )


def weights_of(given: Weights | Mapping[str, float] | None) -> Weights:
    """Return the weights, those not given as they are by default."""
    if isinstance(given, Weights):
        return given
    return Weights(**chosen_weights(given, asdict(Weights())))
