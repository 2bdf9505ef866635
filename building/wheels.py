"""Make the wheels of a release: one for each common platform, and one without the core.

``./run wheels FOLDER``. All are compiled here, by the compiler inside ziglang, for the version of
Python that runs this; run it once for each version. Where none fits, pip takes the wheel without
the core, with which Weft works, more slowly.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from building.targets import PLATFORMS

ROOT = Path(__file__).resolve().parents[1]
FIRST_BYTES = {"linux": b"\x7fELF", "macos": b"\xcf\xfa\xed\xfe"}


def wheel(folder: Path, **settings: str) -> Path:
    """Build one wheel into a folder of its own and return it."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run(
        command, check=True, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL
    )
    (made,) = folder.glob("*.whl")
    return made


def holds_core(made: Path, first: bytes) -> bool:
    """Return whether a wheel holds a core that begins as libraries of its system do."""
    with zipfile.ZipFile(made) as parts:
        cores = [name for name in parts.namelist() if name.startswith("weft/_core.cp")]
        return len(cores) == 1 and parts.read(cores[0]).startswith(first)


def main() -> None:
    """Build all wheels into the folder named, and check what is in them."""
    into = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve()
    for name in PLATFORMS:
        made = wheel(into / name, WEFT_PLATFORM=name, WEFT_CORE="required")
        assert holds_core(made, FIRST_BYTES[name.partition("-")[0]]), made
        print(made.name)
    made = wheel(into / "any", WEFT_CORE="off")
    assert not holds_core(made, b""), made
    print(made.name)


if __name__ == "__main__":
    main()
