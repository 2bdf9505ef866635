"""What this installation of Weft computes with, and what would make it better."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from weft.engine import memory
from weft.engine.choice import core, threads

USUAL = (("a million", 1_000_000), ("ten million", 10_000_000))
"""Numbers of ties of which it is said how much memory they take."""

NEEDED = ("igraph", "numpy", "pyarrow", "scipy")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes
    ----------
    about : str
        What was looked at, in a word or two.
    fine : bool
        Whether it is as it should be.
    found : str
        What is there.
    mend : str
        What to do where it is not; empty where it is.
    """

    about: str
    fine: bool
    found: str
    mend: str = ""


def health() -> tuple[Check, ...]:
    """Return what was looked at, the most telling first.

    Examples
    --------
    >>> [check.about for check in health()]
    ['compiled core', 'threads', 'memory', 'Python', 'packages', 'large networks']
    """
    return (_compiled_core(), _threads(), _memory(), _python(), _packages(), _large_networks())


def _compiled_core() -> Check:
    built = core()
    if built is not None:
        return Check("compiled core", fine=True, found="in use")
    if os.environ.get("WEFT_CORE") == "off":
        found, mend = "switched off by WEFT_CORE=off", "Unset WEFT_CORE to use it again."
    else:
        found = "not built; figures are computed in Python, and are the same"
        mend = (
            "Install a C++ compiler, or the Python package ziglang, and install Weft again; "
            "or go without: only large networks take longer."
        )
    return Check("compiled core", fine=False, found=found, mend=mend)


def _threads() -> Check:
    said = (
        "as WEFT_THREADS says" if os.environ.get("WEFT_THREADS") else "as many as there are cores"
    )
    return Check("threads", fine=True, found=f"{threads()}, {said}")


def _memory() -> Check:
    there = memory.available()
    free = "how much is free is not known here" if there is None else f"{memory.said(there)} free"
    takes = [
        f"of {name} ties about {memory.said(memory.from_table_to_portrait(ties))}"
        for name, ties in USUAL
    ]
    found = f"{free}; a portrait takes, {' and '.join(takes)}"
    needed = memory.from_table_to_portrait(USUAL[0][1])
    if memory.lacking(needed) is None:
        return Check("memory", fine=True, found=found)
    mend = "Close other programs; --engine duckdb makes portraits of large tables from the disk."
    return Check("memory", fine=False, found=found, mend=mend)


def _python() -> Check:
    system = f"{platform.system()} {platform.machine()}"
    return Check("Python", fine=True, found=f"{platform.python_version()} on {system}")


def _packages() -> Check:
    found, missing = [], []
    for name in NEEDED:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        mend = f"Install what is missing: {', '.join(missing)}."
        return Check("packages", fine=False, found=", ".join(found), mend=mend)
    return Check("packages", fine=True, found=", ".join(found))


def _large_networks() -> Check:
    engines = {"duckdb": "DuckDB", "pyspark": "Spark Connect"}
    there = [said for name, said in engines.items() if find_spec(name) is not None]
    if there:
        return Check("large networks", fine=True, found=f"{' and '.join(there)} can be used")
    return Check(
        "large networks",
        fine=True,
        found="up to what fits in memory; past that, install weft[scale]",
    )
