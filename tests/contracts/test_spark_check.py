"""`./run spark-check` says what it needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_without_java_it_says_what_to_install(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "building.spark_check"],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = (
        "Spark runs on Java 17 or newer, and there is no java here (none on the path, and "
        "JAVA_HOME is not set). Debian, Ubuntu: apt install openjdk-17-jre-headless. macOS: brew "
        "install openjdk@17 and set JAVA_HOME.\n"
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", said)
