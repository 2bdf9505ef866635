"""What every test may ask for."""

import os
from pathlib import Path

import pytest

from weft.engine import core

ROOT = Path(__file__).resolve().parent.parent
core()  # before any test imports it by itself: it may be another build (see building/sanitize.py)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real networks with figures computed independently; they lie beside the repository."""
    data = ROOT.parent / "shared" / "data"
    if data.is_dir():
        return data
    reason = "no ../shared/data: these figures were not compared"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _facts_need_data(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("facts"):
        request.getfixturevalue("shared_data")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many figures were compared with other programs, and how far apart the worst is."""
    compared = [
        dict(report.user_properties)
        for status in ("passed", "failed")
        for report in terminalreporter.getreports(status)
        if report.when == "call" and "figures compared" in dict(report.user_properties)
    ]
    if compared:
        many = sum(int(properties["figures compared"]) for properties in compared)
        worst = max(float(properties["worst disagreement"]) for properties in compared)
        terminalreporter.write_line(
            f"Figures compared with other programs: {many:,}; worst disagreement: {worst:.1e}."
        )
