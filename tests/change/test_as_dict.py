"""The format weft.change/1 and its schema."""

import copy
import json
from importlib.resources import files

import jsonschema
import pytest

import weft
from tests.change.waves import two_waves

SCHEMA = json.loads((files("weft.change") / "schema" / "change-1.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
# Power goes from a to b; d is silent in wave 2, f comes.
MOVED = {
    "a": ["b", "b"],
    "b": ["a", "ac"],
    "c": ["a", "b"],
    "d": ["a", None],
    "e": ["ab", "bc"],
    "f": ["-", "b"],
}


def handed_on():
    return weft.change(two_waves(MOVED), draws=20, seed=3)


def nobody_a_steward():
    return weft.change(two_waves(MOVED, steward=""), figures=["density"], draws=20)


def no_ties_before():
    return weft.change(two_waves({"a": ["", "b"], "b": ["", "a"], "c": [None, "a"]}), draws=20)


def three_waves():
    rows = ["b a 1", "c a 1", "b a 2", "c b 2", "b c 3", "a c 3"]
    columns = zip(*(row.split() for row in rows), strict=True)
    ties = dict(zip(("source", "target", "wave"), map(list, columns), strict=True))
    return weft.change(weft.read(ties).with_stewards(["a"]), draws=20)


def not_asked_alike():
    people = "abcdefg"
    one = {person: [next(p for p in people if p != person)] for person in people}
    return weft.change(two_waves({p: [one[p][0], people.replace(p, "")] for p in people}), draws=20)


MADE = (handed_on, nobody_a_steward, no_ties_before, three_waves, not_asked_alike)


def read_back(change) -> dict:
    return json.loads(json.dumps(change.to_dict(), allow_nan=False))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", MADE)
def test_every_comparison_is_valid_and_holds_all_that_the_schema_names(made):
    found = read_back(made())
    VALIDATOR.validate(found)
    assert list(found) == list(SCHEMA["properties"])


def test_the_comparisons_above_reach_what_the_schema_tells_apart():
    every = [read_back(made()) for made in MADE]
    assert {found["verdict"]["id"] for found in every} >= {"not_asked", "no_telling"}
    assert any(found["steps"] for found in every)
    regions = [found["fade_and_lift"]["region"] for found in every]
    assert None in regions
    assert any(region and region["draws"] for region in regions)
    figures = [figure for found in every for figure in found["figures"]]
    assert {figure["asked_alike"] for figure in figures} == {True, False}
    assert {figure["undefined_because"] is None for figure in figures} == {True, False}


def test_nobody_is_named_in_it():
    people = dict(zip(("Zaria", "Quirin", "Xaver", "Ottilie"), ("b", "a", "a", "ab"), strict=True))
    letters = dict(zip("abcd", people, strict=True))
    ties = {"source": [], "target": [], "wave": []}
    for wave in "12":
        for source, said in people.items():
            for target in said:
                if letters[target] != source:
                    ties["source"].append(source)
                    ties["target"].append(letters[target])
                    ties["wave"].append(wave)
    net = weft.read(ties).with_stewards(["Zaria"])
    written = json.dumps(weft.change(net, draws=20).to_dict())
    assert [name for name in people if name in written] == []


def broken(path, value):
    found = copy.deepcopy(read_back(handed_on()))
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return found


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("answer",), ""),
        (("people",), ["ana"]),
        (("verdict", "id"), "better"),
        (("counts", "came"), -1),
        (("figures", 0, "p"), 1.5),
        (("figures", 0, "arrow"), "sideways"),
        (("figures", 0, "undefined_because"), None),
        (("figures", 0, "undefined_because"), "Undefined, because no."),
        (("fade_and_lift", "region", "spread"), [[0.0, 0.0]]),
        (("ties", 0, "value"), "many"),
        (("limits",), []),
        (("made_with", "seed"), None),
    ],
)
def test_what_is_not_a_comparison_is_told_from_one(path, value):
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken(path, value))


def test_waves_that_were_not_asked_alike_have_no_arrows_by_the_schema_too():
    found = read_back(not_asked_alike())
    assert {figure["arrow"] for figure in found["figures"]} == {None}
    found["figures"][0]["arrow"] = "up"
    assert not VALIDATOR.is_valid(found)
