"""Promises about the repository as a whole."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "weft"
LONGEST_FILE = 300
LONGER_FILES: set[str] = set()  # may only shrink
EMPTY_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}
NOT_OURS = {"build", "dist", "htmlcov", "__pycache__"}
HEAVY = "django matplotlib networkx pandas polars rich typst"
LOCKS = [lock.name for lock in sorted(ROOT.glob("*.lock"))]


def test_the_locks_are_these():
    assert LOCKS == ["requirements.lock", "spark.lock"]


@pytest.mark.parametrize("lock", LOCKS)
def test_pins_carry_no_address(lock):
    assert "://" not in (ROOT / lock).read_text()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    pins = re.split(r"(?m)^(?=\S)", (ROOT / lock).read_text())[1:]
    assert pins
    assert not [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin]


def test_the_spark_server_computes_with_the_same_versions():
    shared, spark = (versions(lock) for lock in LOCKS)
    assert {name: spark[name] for name in spark if name in shared} == {
        name: shared[name] for name in spark if name in shared
    }


def versions(lock: str) -> dict[str, set[str]]:
    """Return the versions of each package that a lock pins; for some Pythons another."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", (ROOT / lock).read_text()):
        found.setdefault(name, set()).add(version)
    return found


def test_pins_leave_matplotlib_and_django_out():
    pins = (ROOT / "requirements.lock").read_text()
    assert not re.findall(r"^(?:matplotlib|django)\b.*", pins, re.MULTILINE)


def test_source_files_stay_short():
    long = {
        path.relative_to(SOURCE.parent).as_posix()
        for path in SOURCE.parent.rglob("*")
        if path.suffix in {".cpp", ".hpp", ".py", ".css", ".html", ".js", ".typ"}
        and len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    }
    assert long == LONGER_FILES


def test_modules_say_what_is_inside():
    assert not [path for path in SOURCE.parent.rglob("*") if path.stem.strip("_") in EMPTY_NAMES]


def test_readme_names_the_python_of_pyproject():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    named = re.findall(r"Python\s+(3\.\d+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert named
    assert {f">={version}" for version in named} == {wanted}


def test_no_file_names_a_folder_of_one_machine():
    machine = re.compile(r"(?<![\w.~])/(?:work|home|root)/")
    assert not [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in our_files()
        if (match := machine.search(path.read_text(encoding="utf-8", errors="replace")))
    ]


def our_files() -> Iterator[Path]:
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [
            name for name in inner if name not in NOT_OURS and (name[0] != "." or name == ".ci")
        ]
        yield from (Path(folder, name) for name in names)


def test_importing_weft_stays_light():
    show = f"import sys, weft, weft.cli; print(*set({HEAVY.split()!r}) & set(sys.modules))"
    command = [sys.executable, "-W", "error", "-c", show]
    assert subprocess.check_output(command, text=True).split() == []


def test_the_description_of_the_core_is_that_of_the_core(tmp_path):
    stub = tmp_path / "_core.pyi"
    command = [sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "weft._core", "-o", str(stub)]
    subprocess.run(command, check=True, cwd=tmp_path)
    assert stub.read_text() == (SOURCE / "_core.pyi").read_text()
