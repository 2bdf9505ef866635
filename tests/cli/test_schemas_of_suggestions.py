"""The formats of what is suggested, and their schemas, against what the commands print."""

import copy
import json
from importlib.resources import files

import hypothesis.strategies as st
import jsonschema
import pytest
from hypothesis import given, settings

import weft
from tests.cli.calling import run
from tests.cli.test_suggesting import PEOPLE, TIES
from tests.weaving.drawn import of_pairs, pairs_of

SCHEMAS = {
    "introductions": ("weft.weaving", "introductions-1.json"),
    "handovers": ("weft.weaving", "handovers-1.json"),
    "refer": ("weft.weaving", "referrals-1.json"),
    "circles": ("weft.weaving", "circles-1.json"),
    "two-ways-in": ("weft.weaving", "two-ways-in-1.json"),
    "effect": ("weft.weaving", "effect-1.json"),
    "step-back": ("weft.scenarios.leaving", "step-back-1.json"),
}
ASKED = {
    "introductions": [["--keep-out", "0.4"], ["--most", "0"]],
    "handovers": [["--role", "chair=Ana", "--role", "tea=Ana", "--role", "tea=Ben"], []],
    "refer": [["--need", "tea; maps", "--referrer", "Fay"], ["--need", "x", "--referrer", "Ana"]],
    "circles": [["--size", "3", "--newcomer", "Ana"], ["--person", "Ana"]],
    "two-ways-in": [[], ["--kind", "tie", "--each", "1", "--block", "Cy,Ida"]],
    "step-back": [["--person", "Ana", "--names", "--replicates", "20"], ["--replicates", "0"]],
}
RECORDS = """\
a,b,introducer,held_out,round,accepted_a,accepted_b,met
Ben,Gil,Ana,no,1,yes,yes,yes
Cy,Hal,,yes,1,,,
Ben,Ida,Ana,no,1,yes,no,no
Cy,Fay,,yes,1,,,
"""


def schema(command):
    package, name = SCHEMAS[command]
    return json.loads((files(package) / "schema" / name).read_text("utf-8"))


def validator(command):
    return jsonschema.Draft202012Validator(schema(command))


@pytest.fixture
def read(tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    rows = [[*tie.split("-"), "works_with", wave] for tie in TIES.split() for wave in "12"]
    rows += [["Ben", "Gil", "works_with", "2"], ["Ben", "Ana", "turns_to", "2"]]
    rows += [["Cy", "Ana", "trusts", "2"]]
    ties.write_text("source,target,relation,wave\n" + "".join(f"{','.join(row)}\n" for row in rows))
    people.write_text(PEOPLE)
    (tmp_path / "records.csv").write_text(RECORDS)
    (tmp_path / "none.csv").write_text("a,b,introducer,held_out\n")
    return [str(ties), "--people", str(people)]


def printed(command, *asked):
    outcome = run(command, *asked, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


@pytest.mark.parametrize("command", SCHEMAS)
def test_each_schema_is_one_and_says_which_format_it_is_of(command):
    found = schema(command)
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["title"].endswith(found["properties"]["format"]["const"])


@pytest.mark.parametrize("command", ASKED)
def test_what_a_command_prints_is_valid(command, read):
    for asked in ASKED[command]:
        validator(command).validate(printed(command, *read, *asked))


@pytest.mark.parametrize("records", ["records.csv", "none.csv"])
def test_whether_it_helped_is_valid(records, read, tmp_path):
    validator("effect").validate(printed("effect", tmp_path / records, *read))


@given(pairs_of(fewest=3, most=7), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_whatever_the_network_what_the_library_gives_is_valid(drawn, seed):
    people, pairs = drawn
    net = of_pairs(people, pairs, columns={"offers": {people[0]: "tea"}})
    for command, found in {
        "introductions": weft.introductions(net, seed=seed),
        "handovers": weft.handovers(net, {"chair": people[0]}),
        "refer": weft.refer(net, "tea", people[-1]),
        "circles": weft.circles(net, 3, seed=seed),
        "two-ways-in": weft.two_ways_in(net, seed=seed),
        "step-back": weft.step_back(net, people[:2], draws=2),
    }.items():
        validator(command).validate(json.loads(json.dumps(found.to_dict(), allow_nan=False)))


REFUSED = {
    "another format": ("introductions", ["format"], "weft.introductions/2"),
    "a score of a person": ("introductions", ["ranking"], []),
    "a reason of two sorts": ("introductions", ["introductions", 0, "reason"], "because"),
    "a reason for nothing beside something": ("introductions", ["because"], "None."),
    "a chance above 1": ("introductions", ["introductions", 0, "acceptance"], 1.5),
    "a fourth part": ("handovers", ["roles", 0, "candidates", 0, "part"], "leads"),
    "a role of nobody": ("handovers", ["roles", 0, "holders"], []),
    "somebody who offers nothing of it": ("refer", ["peers", 0, "offers"], []),
    "a circle of one": ("circles", ["circles", 0, "members"], []),
    "a third kind": ("two-ways-in", ["kind"], "group"),
    "a share above all": ("two-ways-in", ["after", "two_connected_share"], 1.1),
    "fewer than none": ("step-back", ["lost", 0, "value"], -1),
    "four to turn to": ("step-back", ["hand_over", "names"], list("abcd")),
}


@pytest.mark.parametrize(("command", "path", "value"), REFUSED.values(), ids=REFUSED)
def test_a_schema_refuses(command, path, value, read):
    found = printed(command, *read, *ASKED[command][0])
    assert validator(command).is_valid(found)
    changed = copy.deepcopy(found)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not validator(command).is_valid(changed)


def test_the_page_of_the_formats_shows_every_schema():
    from tests.docs.printed import ROOT

    page = (ROOT / "docs" / "reference" / "suggestions-json.md").read_text(encoding="utf-8")
    for command, (package, name) in SCHEMAS.items():
        assert f"../../src/{package.replace('.', '/')}/schema/{name}" in page, command
        assert schema(command)["properties"]["format"]["const"] in page
