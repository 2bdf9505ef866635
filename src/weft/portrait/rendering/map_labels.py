"""Where the names stand on the map: beside their person, clear of others where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_LABEL = 24
LETTER, HEIGHT = 6.9, 14.0
"""The room a letter takes at the size of the names, and a line of them."""


def placed_labels(
    labels: Sequence[str],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    radius: NDArray[np.float64],
    *,
    width: float,
) -> list[tuple[float, float, str]]:
    """Return the middle and the baseline of each label, and its text, cut where it is long.

    Of six places around a person the one is taken that covers least of the people and of the
    labels already placed, so the order of the people decides and chance does not.
    """
    centres = np.column_stack([x, y])
    people = np.column_stack([centres - radius[:, None], centres + radius[:, None]])
    boxes = np.empty((0, 4))
    placed = []
    for i, label in enumerate(labels):
        said = label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
        choices = _around(x[i], y[i], radius[i], len(said) * LETTER)
        taken = np.concatenate([people, boxes])
        covered = [_overlap(choice, taken) + _outside(choice, width) for choice in choices]
        best = choices[int(np.argmin(covered))]
        boxes = np.vstack([boxes, best])
        placed.append((float(best[0] + best[2]) / 2, float(best[3]) - 3.5, said))
    return placed


def _around(x: float, y: float, radius: float, wide: float) -> NDArray[np.float64]:
    """Return six boxes around a person: above, below, right, left, and askew above and below."""
    away = radius + 3
    half = wide / 2
    middles = (
        (x, y - away - HEIGHT / 2),
        (x, y + away + HEIGHT / 2),
        (x + away + half, y),
        (x - away - half, y),
        (x + half * 0.8, y - away - HEIGHT / 2),
        (x - half * 0.8, y + away + HEIGHT / 2),
    )
    return np.array([(a - half, b - HEIGHT / 2, a + half, b + HEIGHT / 2) for a, b in middles])


def _outside(box: NDArray[np.float64], width: float) -> float:
    """Return how much of a box is cut off by the sides of the map."""
    return float((max(-box[0], 0) + max(box[2] - width, 0)) * HEIGHT)


def _overlap(box: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    wide = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    high = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    return float((np.clip(wide, 0, None) * np.clip(high, 0, None)).sum())
