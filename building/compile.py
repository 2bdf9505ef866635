"""Compile the C++ files of ``src/core`` into the module ``weft._core``.

Each file is compiled by itself, at once with others, and again only when it, a header or the
command has changed. ``python -m building.compile`` does it by hand; the build hook and ``./run``
use it too.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from building.targets import Target, this_machine

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "core"
OBJECTS = ROOT / "build" / "core"
FLAGS = (
    *("-c", "-std=c++20", "-O3", "-fPIC", "-fvisibility=hidden", "-fno-strict-aliasing"),
    *("-DNDEBUG", "-DNB_COMPACT_ASSERTIONS", "-pthread", "-Wall"),
)


def build(target: Target, into: Path, flags: Sequence[str] = FLAGS) -> Path:
    """Compile what has changed, link, and return the module's file."""
    import nanobind

    tree = Path(nanobind.source_dir())
    include = [
        Path(nanobind.include_dir()),
        tree.parent / "ext" / "robin_map" / "include",
        Path(sysconfig.get_path("include")),
    ]
    others = [part for folder in include for part in ("-isystem", str(folder))]
    command = [*target.compiler, *flags, f"-I{SOURCES}", *others, *target.flags]
    folder = OBJECTS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    headers = b"".join(path.read_bytes() for path in sorted(SOURCES.rglob("*.hpp")))
    sources = [*sorted(SOURCES.rglob("*.cpp")), tree / "nb_combined.cpp"]

    def compiled(source: Path) -> Path:
        made_of = source.read_bytes() + headers + "\0".join(command).encode()
        name = f"{source.parent.name}-{source.stem}"
        done = folder / f"{name}-{hashlib.sha256(made_of).hexdigest()[:16]}.o"
        if not done.exists():
            for older in folder.glob(f"{name}-*.o"):
                older.unlink()
            partial = done.with_suffix(".part")
            run([*command, str(source), "-o", str(partial)])
            partial.replace(done)
        return done

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = [str(done) for done in pool.map(compiled, sources)]
    module = into / f"_core{target.suffix}"
    link = [*target.compiler, "-shared", "-pthread", *target.flags, *objects, *target.link_flags]
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
