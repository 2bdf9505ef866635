"""``weft doctor``."""

import json

from tests.cli.calling import run, started


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


def test_doctor_as_json_tells_the_same():
    found = json.loads(run("doctor", "--json").stdout)
    assert found[0] == {"about": "compiled core", "fine": True, "found": "in use", "mend": ""}
