"""Each import rule of pyproject.toml is seen failing, on a skeleton of Weft with one bad line."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
STOREYS = "each storey uses only those below it"
FACES = "the library knows no face"
HIDDEN = "the library has no randomness, clock or network of its own"
CYCLES = "no cycles"

OFFENCES = [
    (STOREYS, {"network/planted.py": "import weft.measures"}),
    (STOREYS, {"uncertainty/planted.py": "from weft import portrait"}),
    (STOREYS, {"change/planted.py": "from weft import portrait"}),
    (STOREYS, {"stray.py": ""}),
    (FACES, {"measures/planted.py": "import click"}),
    (FACES, {"portrait/planted.py": "def draw():\n    from rich.table import Table"}),
    (HIDDEN, {"simulate/planted.py": "import random"}),
    (HIDDEN, {"formats/planted.py": "from urllib.request import urlopen"}),
    (CYCLES, {"measures/one.py": "from . import two", "measures/two.py": "from . import one"}),
]


def lint_imports(folder: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    package = folder / "weft"
    storeys = next(rule["layers"] for rule in RULES if rule["name"] == STOREYS)
    for name in (".", *(part for storey in storeys for part in storey.split(" | "))):
        (package / name).mkdir()
        (package / name / "__init__.py").touch()
    for name, text in files.items():
        (package / name).write_text(text + "\n")
    shutil.copy(ROOT / "pyproject.toml", folder)
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_clean_skeleton_keeps_every_rule(tmp_path):
    outcome = lint_imports(tmp_path, {})
    assert outcome.returncode == 0, outcome.stdout
    assert f"{len(RULES)} kept, 0 broken" in outcome.stdout


@pytest.mark.parametrize(
    ("rule", "files"), OFFENCES, ids=lambda part: "+".join(part) if isinstance(part, dict) else ""
)
def test_offence_breaks_its_rule_and_is_named(rule, files, tmp_path):
    outcome = lint_imports(tmp_path, files)
    assert outcome.returncode != 0
    assert f"{rule} BROKEN" in outcome.stdout
    assert f"{len(RULES) - 1} kept, 1 broken" in outcome.stdout


def test_every_rule_has_an_offence():
    assert {rule["name"] for rule in RULES} == {rule for rule, _ in OFFENCES}


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\nHOUR = datetime.datetime.now(datetime.UTC)",
        "import datetime\nDAY = datetime.date.today()",
        "import os\nNOISE = os.urandom(8)",
        "import uuid\nNAME = uuid.uuid4()",
        "import time\nHOUR = time.time()",
    ],
    ids=lambda line: line.rpartition("= ")[2],
)
def test_hidden_clock_and_chance_are_found_in_the_library_only(line):
    assert "TID251" in broken_ruff_rules("src/weft/measures/planted.py", line)
    assert "TID251" not in broken_ruff_rules("src/weft/cli/planted.py", line)


def test_global_numpy_randomness_is_found():
    found = broken_ruff_rules(
        "src/weft/simulate/planted.py", "import numpy as np\nnp.random.rand(3)"
    )
    assert "NPY002" in found


def broken_ruff_rules(path: str, text: str) -> set[str]:
    ruff = Path(sys.executable).with_name("ruff")
    outcome = subprocess.run(
        [ruff, "check", "--no-cache", "--output-format", "json", "--stdin-filename", path, "-"],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    return {found["code"] for found in json.loads(outcome.stdout)}
