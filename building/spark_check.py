"""Run the tests of large networks against a stock Spark Connect server.

``./run spark-check`` puts Spark into an environment of its own, as spark.lock pins it, starts it on
this machine for as long as the tests run, and stops it. What follows goes to pytest.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "spark.lock"
SPARK = ROOT / ".venv-spark"
TESTS = ("tests/scale", "-q", "-n", "0")
SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
SECONDS_TO_START = 180
WORKERS = 3
NO_JAVA = (
    "Spark runs on Java 17 or newer, and there is no java here (none on the path, and JAVA_HOME is "
    "not set). Debian, Ubuntu: apt install openjdk-17-jre-headless. macOS: brew install openjdk@17 "
    "and set JAVA_HOME."
)


def main() -> int:
    """Install what is missing, start Spark, run the tests, stop Spark."""
    if not java():
        sys.exit(NO_JAVA)
    install_if_changed()
    with tempfile.TemporaryDirectory() as folder, spark(Path(folder)) as address:
        command = [sys.executable, "-m", "pytest", *(sys.argv[1:] or TESTS)]
        return subprocess.call(command, cwd=ROOT, env=os.environ | {"WEFT_SPARK": address})


def java() -> str | None:
    """Return the Java that Spark would run on; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")


def install_if_changed() -> None:
    """Bring the environment of the server in line with spark.lock; all is checked by hash."""
    wanted, mark = hashlib.sha256(LOCK.read_bytes()).hexdigest(), SPARK / ".installed"
    if mark.exists() and mark.read_text() == wanted:
        return
    print("Installing Spark into .venv-spark (half a gigabyte) ...", file=sys.stderr)
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--clear", "-p", sys.executable, SPARK], check=True)
    # Spark is published as source: what makes a wheel of it is pinned in the same file.
    pins = ("--require-hashes", "--build-constraints", LOCK, LOCK)
    subprocess.run([uv, "pip", "sync", "-q", "-p", SPARK, *pins], check=True)
    mark.write_text(wanted)


@contextmanager
def spark(folder: Path) -> Iterator[str]:
    """Give the address of a Spark Connect server that lasts as long as the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": port,
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": folder,
        "spark.sql.shuffle.partitions": WORKERS,
        "spark.sql.warehouse.dir": folder / "warehouse",
        "spark.ui.enabled": "false",
    }
    given = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    start = [SPARK / "bin/spark-submit", "--class", SERVER, "--master", f"local[{WORKERS}]"]
    environment = os.environ | {
        "PYSPARK_PYTHON": str(SPARK / "bin/python"),
        "PYTHONPATH": str(ROOT / "src"),  # the workers need Weft
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    said = folder / "said.txt"
    with said.open("w") as log:
        server = subprocess.Popen(
            [*start, *given, "spark-internal"],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(port, server, said)
        yield f"spark://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int, server: subprocess.Popen[bytes], said: Path) -> None:
    """Wait until the server answers; stop with what it said where it does not."""
    for _ in range(SECONDS_TO_START):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(1)
    sys.exit(f"Spark did not start. It said:\n{said.read_text()[-4000:]}")


if __name__ == "__main__":
    sys.exit(main())
