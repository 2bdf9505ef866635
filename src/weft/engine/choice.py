"""The one place that chooses between the compiled core and what computes the same without it.

A kernel asks :func:`core_for` by its name, with the size of what it works on. Where the answer is
None (the core is not built, is switched off, or loses at that size) it goes on with igraph, scipy
or numpy, and gives the same result.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from types import MappingProxyType, ModuleType

KERNELS: Mapping[str, int] = MappingProxyType(
    {
        "answers": 0,
        "betweenness": 0,
        "cell": 0,
        "components": 0,
        "constraint_over_two_steps": 0,
        "core_numbers": 0,
        "csv": 0,
        "cut_points": 0,
        "known_ties": 0,
        "krackhardt": 0,
        "leiden": 0,
        "likeness": 0,
        "live": 0,
        "pagerank": 0,
        "pairs": 0,
        "removal": 0,
        "replicates": 0,
        "reporters": 0,
        "ties": 0,
        "triangles": 0,
        "two_hops": 0,
        "ways": 0,
    }
)
"""Of every kernel that the core has, the least number of ties from which it is used."""

_switched_off = False


@cache
def _built() -> ModuleType | None:
    if other := os.environ.get("WEFT_CORE_FILE"):  # such as one that watches its use of memory
        return _loaded_from(other)
    try:
        return import_module("weft._core")
    except ImportError:
        return None


def _loaded_from(file: str) -> ModuleType:
    loader = ExtensionFileLoader("weft._core", file)
    spec = spec_from_file_location("weft._core", file, loader=loader)
    assert spec is not None  # noqa: S101  (a loader was given)
    sys.modules["weft._core"] = module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def core() -> ModuleType | None:
    """Return the compiled core; None where it is not built, or WEFT_CORE=off is set."""
    if _switched_off or os.environ.get("WEFT_CORE") == "off":
        return None
    return _built()


def core_for(kernel: str, ties: int) -> ModuleType | None:
    """Return the core where it is to compute this kernel on so many ties, else None.

    Parameters
    ----------
    kernel : str
        A name in :data:`KERNELS`.
    ties : int
    """
    return core() if ties >= KERNELS[kernel] else None


def threads() -> int:
    """Return how many threads a kernel may use: WEFT_THREADS, else as many as there are cores.

    No result depends on it.
    """
    asked = os.environ.get("WEFT_THREADS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def without_core() -> Iterator[None]:
    """Compute without the core for a while, as on a machine on which it is not built."""
    global _switched_off  # noqa: PLW0603  (a switch of the whole process)
    before, _switched_off = _switched_off, True
    try:
        yield
    finally:
        _switched_off = before
