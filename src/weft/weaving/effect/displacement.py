"""Whether new ties come at the cost of others."""

from __future__ import annotations

import numpy as np

from weft.weaving.effect.contents import Range
from weft.weaving.effect.interval import arms_of, range_of_means
from weft.weaving.effect.lots import Lots, spread_beyond
from weft.weaving.effect.pairs import Pairs


def displacement_of(pairs: Pairs, lots: Lots, confidence: float) -> Range:
    """Return by how many ties with others the offered gained more, per person, than the held out.

    Others are people with whom the records do not pair them: neither the one they were introduced
    to nor one whom the lot kept from them. Who is in several pairs counts in each; as it was the
    lot that said which of them were offered, the comparison stays fair.

    Parameters
    ----------
    pairs : Pairs
    lots : Lots
        Over all rows of the records.
    confidence : float
    """
    rows = ~np.isnan(pairs.change) & ~pairs.repeated & ~pairs.tied_before & ~lots.settled
    among = lots.among(rows)
    if not among.rounds:
        return _undefined(
            "in no round people of offered and of held-out pairs answered both before and after"
        )
    values = pairs.change[rows]
    arms = arms_of(among, values)
    between = range_of_means(arms, confidence, spread_beyond(among, values))
    if between is None:
        return _undefined(
            "it takes two offered and two held-out pairs of one round, of which somebody answered "
            "both before and after"
        )
    return Range(value=arms.difference, low=between[0], high=between[1])


def _undefined(because: str) -> Range:
    return Range(undefined_because=f"Undefined, because {because}.")
