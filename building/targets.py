"""What the core is compiled for: the machine at hand, or one of the common platforms from here."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass

PYTHON = f"cp{sys.version_info.major}{sys.version_info.minor}"
SOABI = f"cpython-{sys.version_info.major}{sys.version_info.minor}"
ZIG = (sys.executable, "-m", "ziglang", "c++")
LEFT_TO_PYTHON = ("-undefined", "dynamic_lookup")
"""On macOS the symbols of Python are found when the module is loaded."""


class NoCompilerError(RuntimeError):
    """There is nothing here to compile with."""


@dataclass(frozen=True)
class Target:
    """What to build for, and what to build it with.

    Attributes
    ----------
    name : str
        The folder in which what is compiled is kept.
    compiler : tuple of str
        The command that compiles and links C++.
    suffix : str
        What the module's file name ends in.
    flags, link_flags : tuple of str
        Beside those that every target has.
    tag : str
        Of the wheel; empty where the build backend finds it out.
    """

    name: str
    compiler: tuple[str, ...]
    suffix: str
    flags: tuple[str, ...] = ()
    link_flags: tuple[str, ...] = ()
    tag: str = ""


def compiler(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the C++ compiler: $CXX, the system's, or the one inside the package ziglang."""
    if environment.get("CXX"):
        return tuple(shlex.split(environment["CXX"]))
    for name in ("c++", "g++", "clang++"):
        if found := shutil.which(name, path=environment.get("PATH")):
            return (found,)
    if importlib.util.find_spec("ziglang") is not None:
        return ZIG
    message = (
        "No C++ compiler was found (c++, g++ or clang++) and the package ziglang is not installed. "
        "Install either, or go without: Weft then computes in Python, more slowly."
    )
    raise NoCompilerError(message)


def this_machine() -> Target:
    """Return the target for the Python that runs."""
    link = LEFT_TO_PYTHON if sys.platform == "darwin" else ("-Wl,-s",)
    return Target("here", compiler(), sysconfig.get_config_var("EXT_SUFFIX"), link_flags=link)


def _from_here(name: str, triple: str, suffix: str, tag: str, *link: str) -> Target:
    return Target(
        name,
        ZIG,
        f".{SOABI}-{suffix}.so",
        flags=("-target", triple),
        link_flags=link,
        tag=f"{PYTHON}-{PYTHON}-{tag}",
    )


PLATFORMS = {
    target.name: target
    for target in (
        _from_here(
            "linux-x86_64",
            "x86_64-linux-gnu.2.17",
            "x86_64-linux-gnu",
            "manylinux_2_17_x86_64",
            "-Wl,-s",
        ),
        _from_here(
            "linux-aarch64",
            "aarch64-linux-gnu.2.17",
            "aarch64-linux-gnu",
            "manylinux_2_17_aarch64",
            "-Wl,-s",
        ),
        _from_here(
            "macos-arm64", "aarch64-macos.11.0", "darwin", "macosx_11_0_arm64", *LEFT_TO_PYTHON
        ),
        _from_here(
            "macos-x86_64", "x86_64-macos.11.0", "darwin", "macosx_11_0_x86_64", *LEFT_TO_PYTHON
        ),
    )
}
"""The common platforms, for the version of Python that runs; each is compiled from any machine."""
