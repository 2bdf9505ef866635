"""``weft demo``: works without a network connection, a terminal and a browser."""

import shlex
import webbrowser

import pytest

import weft
from tests.cli.calling import run, started
from weft.cli import demo

FILES = {"people.csv", "ties.csv", "portrait.html"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere") / "a folder"
    return folder, run("demo", "-o", folder, "--no-open")


def test_three_files_appear(made):
    folder, outcome = made
    assert outcome.exit_code == 0, outcome.output
    assert {path.name for path in folder.iterdir()} == FILES


def test_it_says_that_the_people_are_invented_and_where_the_page_is(made):
    folder, outcome = made
    assert "fictional" in outcome.stdout
    assert "invented" in outcome.stdout
    assert str(folder / "portrait.html") in outcome.stderr
    page = (folder / "portrait.html").read_text("utf-8")
    assert "fictional" in page
    assert "<script" not in page


def test_the_tables_read_back_as_the_network(made):
    folder, _ = made
    network = weft.read(folder / "ties.csv", people=folder / "people.csv")
    expected = weft.simulate.coalition(seed=1).network
    assert network.relations == expected.relations
    assert network.people.ids == expected.people.ids
    assert network.coverage() == expected.coverage()
    assert len(network.reports) == len(expected.reports)
    assert network.stewards == expected.stewards


def test_what_it_says_to_try_next_works(made, tmp_path, monkeypatch):
    _, outcome = made
    monkeypatch.chdir(tmp_path)
    lines = [line.strip() for line in outcome.stdout.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("weft ")]
    assert len(commands) == 7
    for command in commands:
        tried = run(*command)
        assert tried.exit_code == 0, (command, tried.output)
    assert (tmp_path / "portrait.pdf").read_bytes().startswith(b"%PDF")


def test_the_same_seed_writes_the_same_bytes(made, tmp_path):
    folder, _ = made
    run("demo", "-o", tmp_path, "--no-open")
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_without_a_terminal_no_browser_is_opened(made, tmp_path, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda _page: pytest.fail("a browser was opened"))
    outcome = run("demo", "-o", tmp_path, "--seed", "2")
    assert outcome.exit_code == 0
    for name in FILES:
        assert (tmp_path / name).read_bytes() != (made[0] / name).read_bytes()
    assert "Open this page in a browser" in outcome.stderr


@pytest.mark.parametrize(
    ("screen", "works", "opened"),
    [({"DISPLAY": ":0"}, True, True), ({"DISPLAY": ":0"}, False, False), ({}, True, False)],
)
def test_a_browser_is_opened_where_there_is_one(screen, works, opened, tmp_path, monkeypatch):
    pages = []
    monkeypatch.setattr(webbrowser, "open", lambda page: pages.append(page) or works)
    monkeypatch.setattr(demo.sys, "platform", "linux")
    monkeypatch.setattr(demo.sys.stdout, "isatty", lambda: True, raising=False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screen.items():
        monkeypatch.setenv(name, value)
    page = tmp_path / "it.html"
    assert demo.opened(page) is opened
    assert pages == ([page.as_uri()] if screen else [])


def test_a_folder_that_cannot_be_made_ends_with_1(tmp_path):
    (tmp_path / "taken").write_text("a file")
    outcome = started("demo", "-o", tmp_path / "taken", "--no-open")
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(b"weft: ")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
