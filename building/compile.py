"""Compile the C++ files of ``src/core`` into the module ``weft._core``.

Each file is compiled by itself, at once with others, and again only when it, a header or the
command has changed. ``python -m building.compile`` does it by hand; the build hook and ``./run`` use
it too.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "core"
OBJECTS = ROOT / "build" / "core"
STANDARD = "c++20"


class NoCompilerError(RuntimeError):
    """There is nothing here to compile with."""


@dataclass(frozen=True)
class Target:
    """What to build for, and what to build it with.

    Attributes
    ----------
    compiler : tuple of str
        The command that compiles and links C++.
    suffix : str
        What the module's file name ends in.
    flags, link_flags : tuple of str
        Beside those that every target has.
    name : str
        The folder in which objects are kept.
    """

    compiler: tuple[str, ...]
    suffix: str
    flags: tuple[str, ...] = ()
    link_flags: tuple[str, ...] = ()
    name: str = "here"


def compiler(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the C++ compiler: $CXX, the system's, or the one inside the package ziglang."""
    if environment.get("CXX"):
        return tuple(shlex.split(environment["CXX"]))
    for name in ("c++", "g++", "clang++"):
        if found := shutil.which(name, path=environment.get("PATH")):
            return (found,)
    if importlib.util.find_spec("ziglang") is not None:
        return (sys.executable, "-m", "ziglang", "c++")
    message = (
        "No C++ compiler was found (c++, g++ or clang++) and the package ziglang is not installed. "
        "Install either, or go without: Weft then computes in Python, more slowly."
    )
    raise NoCompilerError(message)


def this_machine() -> Target:
    """Return the target for the Python that runs."""
    link = ("-undefined", "dynamic_lookup") if sys.platform == "darwin" else ()
    return Target(compiler(), sysconfig.get_config_var("EXT_SUFFIX"), link_flags=link)


def build(target: Target, into: Path) -> Path:
    """Compile what has changed, link, and return the module's file."""
    import nanobind

    tree = Path(nanobind.source_dir())
    include = [
        SOURCES,
        Path(nanobind.include_dir()),
        tree.parent / "ext" / "robin_map" / "include",
        Path(sysconfig.get_path("include")),
    ]
    flags = [
        *("-c", f"-std={STANDARD}", "-O3", "-fPIC", "-fvisibility=hidden", "-fno-strict-aliasing"),
        *("-DNDEBUG", "-DNB_COMPACT_ASSERTIONS", "-pthread", "-Wall"),
        *(f"-I{SOURCES}", *(part for folder in include[1:] for part in ("-isystem", str(folder)))),
        *target.flags,
    ]
    folder = OBJECTS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    headers = b"".join(path.read_bytes() for path in sorted(SOURCES.glob("*.hpp")))
    sources = [*sorted(SOURCES.glob("*.cpp")), tree / "nb_combined.cpp"]

    def compiled(source: Path) -> Path:
        command = [*target.compiler, *flags, str(source)]
        made_of = source.read_bytes() + headers + "\0".join(command).encode()
        done = folder / f"{source.stem}-{hashlib.sha256(made_of).hexdigest()[:16]}.o"
        if not done.exists():
            for older in folder.glob(f"{source.stem}-*.o"):
                older.unlink()
            partial = done.with_suffix(".part")
            run([*command, "-o", str(partial)])
            partial.replace(done)
        return done

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = [str(done) for done in pool.map(compiled, sources)]
    module = into / f"_core{target.suffix}"
    link = [*target.compiler, "-shared", "-pthread", *objects, *target.link_flags, *target.flags]
    partial = module.with_name(module.name + ".part")
    run([*link, "-o", str(partial)])
    partial.replace(module)  # a process that has the old one loaded keeps it
    return module


def run(command: Sequence[str]) -> None:
    """Run a compiler; what it says is shown, and a failure stops the build."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.stderr.strip():
        print(done.stderr, file=sys.stderr)
    if done.returncode != 0:
        message = f"The compiler failed with status {done.returncode}: {' '.join(command)}"
        raise RuntimeError(message)


def describe(module: Path) -> None:
    """Write what the module holds, for those who read or check types: ``_core.pyi`` beside it."""
    stub = module.with_name("_core.pyi")
    run([sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "weft._core", "-o", str(stub)])


if __name__ == "__main__":
    describe(build(this_machine(), ROOT / "src" / "weft"))
