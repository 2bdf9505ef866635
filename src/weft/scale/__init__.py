"""Past memory and past one machine: the same figures from counts that an engine of tables makes.

Plans are written once, in SQL, and run on DuckDB (out of core, in this process) or on a server of
Spark Connect. What is no table's work is done by Weft's own kernels in many tasks, on Spark inside
``mapInArrow`` and ``applyInArrow``: parts that hang together and triangles, of which each task
holds a piece of the network, and shortest ways, for which each holds all ties. Other figures are
left to one task that holds all ties, where they fit.
"""

from weft.scale.engine import SCHEMES, Engine, engine
from weft.scale.figures import FIGURES, figure_of, in_one_go, not_computed
from weft.scale.tables import TiesAtScale, opened

__all__ = [
    "FIGURES",
    "SCHEMES",
    "Engine",
    "TiesAtScale",
    "engine",
    "figure_of",
    "in_one_go",
    "not_computed",
    "opened",
]
