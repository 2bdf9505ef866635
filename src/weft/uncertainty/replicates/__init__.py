"""Replicates: the same figures of many networks as they might have been, in batches.

Models say how networks are drawn: :class:`Resampled` (the vertex bootstrap), :class:`SameSize`,
:class:`SameCensus`, :class:`SameDegrees` and :class:`Completions`. Each gives the figures of so
many replicates, or their ties. :func:`dealt_groups`, :func:`dealt_inside`, :func:`dealt_sums`
and :func:`qap` keep all ties and deal out anew who is who.

A replicate depends on the seed and on its number alone. So the first hundred of a thousand are the
hundred that are drawn if a hundred are asked for, whatever computes them.
"""

from weft.uncertainty.replicates.completions import Completions
from weft.uncertainty.replicates.figures import FIGURES
from weft.uncertainty.replicates.labels import (
    assortativity,
    dealt_groups,
    dealt_inside,
    dealt_sums,
    external_internal,
)
from weft.uncertainty.replicates.model import DrawnTies, Model, Tell
from weft.uncertainty.replicates.qap import Correlations, qap
from weft.uncertainty.replicates.random_networks import SameCensus, SameSize
from weft.uncertainty.replicates.resampled import Resampled
from weft.uncertainty.replicates.same_degrees import SameDegrees

__all__ = [
    "FIGURES",
    "Completions",
    "Correlations",
    "DrawnTies",
    "Model",
    "Resampled",
    "SameCensus",
    "SameDegrees",
    "SameSize",
    "Tell",
    "assortativity",
    "dealt_groups",
    "dealt_inside",
    "dealt_sums",
    "external_internal",
    "qap",
]
