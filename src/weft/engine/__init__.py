"""What computes: the compiled core where it is built and worth it, igraph, scipy and numpy else."""

from weft.engine.choice import KERNELS, core, core_for, threads, without_core
from weft.engine.telling import Tell, one_by_one, part, telling, told

__all__ = [
    "KERNELS",
    "Tell",
    "core",
    "core_for",
    "one_by_one",
    "part",
    "telling",
    "threads",
    "told",
    "without_core",
]
