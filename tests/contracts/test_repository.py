"""Promises about the repository as a whole."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "weft"
LONGEST_FILE = 300
LONGER_FILES: set[str] = set()  # may only shrink
EMPTY_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}
NOT_OURS = {"build", "dist", "htmlcov", "__pycache__"}
HEAVY = "django matplotlib networkx pandas polars rich typst"


def test_pins_carry_no_address():
    assert "://" not in (ROOT / "requirements.lock").read_text()


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
