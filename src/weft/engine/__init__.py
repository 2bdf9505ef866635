"""What computes: the compiled core where it is built and worth it, igraph, scipy and numpy else."""

from weft.engine.choice import KERNELS, core, core_for, threads, without_core

__all__ = ["KERNELS", "core", "core_for", "threads", "without_core"]
