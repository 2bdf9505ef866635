"""Whatever a hostile file holds, it is refused or read, soon and with little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.hostile.corpus import hostile_files

ROOT = Path(__file__).parents[3]
READER = Path(__file__).with_name("reader.py")
MOST_SECONDS = 2.0
MOST_MEMORY, TIMES_ITS_SIZE = 200, 4
"""In MiB, beyond what the process took before and what the file takes, copied and as text."""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="memory is measured in /proc"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return what the reader told of each file."""
    reader = subprocess.run(
        [sys.executable, READER, tmp_path_factory.mktemp("hostile")],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    lines = [json.loads(line) for line in reader.stdout.splitlines()]
    assert reader.returncode == 0, f"{lines[-1]['name']}: {reader.stderr[-2_000:]}"
    return [line for line in lines if "outcome" in line]


def test_every_hostile_file_was_tried(told):
    assert [line["name"] for line in told] == list(hostile_files())
    assert len(told) >= 200


def test_no_hostile_file_brings_a_reader_to_a_fall(told):
    assert [line for line in told if line["outcome"].startswith("failed")] == []


def test_no_hostile_file_takes_long(told):
    assert [line for line in told if line["seconds"] > MOST_SECONDS] == []


def test_no_hostile_file_takes_much_memory(told):
    most = {line["name"]: MOST_MEMORY + TIMES_ITS_SIZE * line["bytes"] / (1 << 20) for line in told}

    assert [line for line in told if line["memory"] > most[line["name"]]] == []


@pytest.mark.parametrize(
    "name",
    ["bomb.xlsx", "a ratio of a thousand.zip", "outside.zip", "a link.zip", "a drive.zip",
     "200,001 files.zip", "a gigabyte of nothing.csv.gz", "GraphML, laughs.xml",
     "GEXF, external entity.xml", "GraphML, 100,000 deep.xml", "999,999,999 vertices.net",
     "999,999,999 people.dl", "100,000 deep.gml", "a NUL.csv", "100,000 columns.csv",
     "Parquet, a broken footer.parquet"],
)  # fmt: skip
def test_what_only_an_attacker_would_send_is_refused(told, name):
    (line,) = [line for line in told if line["name"] == name]

    assert line["outcome"].startswith(("refused: ", "problems: "))
    assert " found " in line["outcome"]
    assert "expected " in line["outcome"]
