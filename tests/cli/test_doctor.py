"""``weft doctor``."""

import json

from tests.cli.calling import run, started
from weft.engine import memory


def test_doctor_says_that_the_core_is_in_use():
    outcome = run("doctor")
    assert outcome.exit_code == 0, outcome.output
    assert outcome.stdout.splitlines()[0] == "ok: compiled core: in use."


def test_doctor_says_what_is_wrong_and_how_to_mend_it():
    outcome = started("doctor", WEFT_CORE="off")
    assert outcome.returncode == 0
    said = " ".join(outcome.stdout.decode().split())
    assert said.startswith(
        "look: compiled core: switched off by WEFT_CORE=off. Unset WEFT_CORE to use it again."
    )


def test_doctor_says_what_memory_there_is_and_what_large_networks_would_take(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: 3 << 30)
    said = " ".join(run("doctor").stdout.split())
    assert (
        "ok: memory: 3.0 GiB free; a portrait takes, of a million ties about 451 MiB and of ten "
        "million ties about 4.2 GiB. ok:"
    ) in said


def test_doctor_says_what_to_do_where_memory_is_short(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: 200 << 20)
    said = " ".join(run("doctor").stdout.split())
    assert "look: memory: 200 MiB free; a portrait takes," in said
    assert "about 4.2 GiB. Close other programs; --engine duckdb makes portraits" in said


def test_doctor_as_json_tells_the_same():
    found = json.loads(run("doctor", "--json").stdout)
    assert found[0] == {"about": "compiled core", "fine": True, "found": "in use", "mend": ""}
