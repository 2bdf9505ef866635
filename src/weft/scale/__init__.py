"""Past memory and past one machine: the same figures from counts that an engine of tables makes.

Plans are written once, in SQL, and run on DuckDB (out of core, in this process) or on a server of
Spark Connect. What is no table's work (parts that hang together, triangles, shortest ways) is done
by Weft's own kernels on parts of the network, on Spark inside ``mapInArrow``.
"""

from weft.scale.engine import SCHEMES, Engine, engine
from weft.scale.figures import FIGURES, figure_of, not_computed
from weft.scale.tables import TiesAtScale, opened

__all__ = [
    "FIGURES",
    "SCHEMES",
    "Engine",
    "TiesAtScale",
    "engine",
    "figure_of",
    "not_computed",
    "opened",
]
