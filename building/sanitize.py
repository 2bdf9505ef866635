"""Run the tests of the core with AddressSanitizer and UndefinedBehaviorSanitizer watching.

``./run sanitize`` compiles a second core with both, puts it in the place of the first for as long
as the tests run, and fails on anything that they report. It needs the system's gcc or clang.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from building.compile import FLAGS, ROOT, build
from building.targets import Target, this_machine

WATCHED = ("-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g", "-O1")
TESTS = ("tests/core", "tests/measures/kernels", "tests/formats/plain", "tests/network")


def main() -> int:
    """Build the watched core, and run the tests of the kernels on it."""
    here = this_machine()
    target = Target("watched", here.compiler, here.suffix, flags=WATCHED, link_flags=("-shared",))
    flags = tuple(flag for flag in FLAGS if flag != "-O3")
    with tempfile.TemporaryDirectory() as folder:
        module = build(target, Path(folder), flags)
        # Exceptions are caught by it only where the library that throws them is loaded first too.
        runtime = " ".join(library(here, name) for name in ("libasan.so", "libstdc++.so"))
        watching = {
            "LD_PRELOAD": runtime,
            "ASAN_OPTIONS": "detect_leaks=0",  # Python keeps what it has until it ends
            "UBSAN_OPTIONS": "print_stacktrace=1",
            "WEFT_CORE_FILE": str(module),
        }
        tests = sys.argv[1:] or [name for name in TESTS if Path(ROOT, name).exists()]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
        return subprocess.call(command, cwd=ROOT, env=os.environ | watching)


def library(target: Target, name: str) -> str:
    """Return where the compiler keeps one of its libraries."""
    command = [*target.compiler, f"-print-file-name={name}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
