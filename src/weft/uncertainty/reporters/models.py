"""The models of how people report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from weft.uncertainty.reporters.sweep import Kind

Model = Literal["amounts", "strengths", "rates", "own_rates"]
"""=============  ==================================================================================
``amounts``    each person reports more or less than others (one number), and may report a tie
               because it is there the other way round; what is told is yes or no
``strengths``  the same, where how strong a tie is said to be counts (De Bacco and others 2023)
``rates``      all say yes equally often to a tie that is there, and to one not (Newman 2018)
``own_rates``  each person has these two rates of their own (Butts 2003): for many reports a tie
=============  =================================================================================="""

KIND_OF: Mapping[Model, Kind] = MappingProxyType(
    {"amounts": "yes or no", "strengths": "counts", "rates": "rates", "own_rates": "rates"}
)
