"""The format weft.portrait/1 and its schema."""

import copy
import json
from importlib.resources import files

import jsonschema
import pytest

from tests.portrait import made_by_hand

SCHEMA = json.loads(
    (files("weft.portrait.rendering") / "schema" / "portrait-1.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PORTRAITS = {
    "full": made_by_hand.full,
    "nobody": made_by_hand.bare,
    "not finite": made_by_hand.not_finite,
}


def as_read_back(portrait) -> dict:
    return json.loads(json.dumps(portrait.to_dict(), allow_nan=False))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", PORTRAITS.values(), ids=PORTRAITS)
def test_every_portrait_is_valid_and_json_changes_nothing(made):
    portrait = made()
    VALIDATOR.validate(as_read_back(portrait))
    assert as_read_back(portrait) == portrait.to_dict()


def test_a_portrait_has_these_parts_in_this_order():
    found = made_by_hand.full().to_dict()
    assert list(found) == [
        "format", "network", "headline", "chapters", "look_after", "next", "limits", "made_with",
    ]  # fmt: skip
    assert found["format"] == "weft.portrait/1"


def test_a_figure_carries_all_that_is_needed_to_read_it():
    found = made_by_hand.full().to_dict()["chapters"][0]["measures"][0]
    shown = made_by_hand.with_interval()
    assert {name: value for name, value in found.items() if name not in {"nulls", "sources"}} == {
        "id": "leadership_centralization",
        "value": pytest.approx(8 / 9),
        "low": 0.7,
        "high": 0.95,
        "confidence": 0.95,
        "least": pytest.approx(8 / 9),
        "most": pytest.approx(8 / 9),
        "method": shown.measure.method,
        "n": 4,
        "answered": shown.measure.answered,
        "coverage": shown.measure.coverage,
        "unit": "",
        "direction": "lower",
        "question": "Is leadership in few hands?",
        "sentence": shown.measure.sentence,
        "undefined_because": None,
        "parts": {"the greatest share": 1.0},
        "relation": "ties",
        "wave": "1",
        "reading": shown.declaration.reading,
        "misreading": shown.declaration.misreading,
    }
    assert found["nulls"] == [
        {
            "model": "ties at random, as many",
            "mean": 0.4,
            "sd": 0.1,
            "p": 0.02,
            "p_higher": 0.01,
            "p_lower": 1.0,
            "sides": 2,
            "sentence": (
                "That is more than chance would give (ties at random, as many: 0.40 ± 0.10; "
                "p = 0.020, two-sided)."
            ),
            "draws": 99,
        }
    ]
    assert found["sources"] == list(shown.declaration.sources)


def test_a_number_that_is_not_finite_becomes_undefined_with_a_sentence():
    broken, sound = made_by_hand.not_finite().to_dict()["chapters"][0]["measures"]
    because = "Undefined, because the arithmetic gave no finite number."
    assert (broken["value"], broken["coverage"], broken["parts"]) == (None, None, {"a": None})
    assert (broken["undefined_because"], broken["sentence"]) == (because, because)
    assert (sound["value"], sound["n"], sound["undefined_because"]) == (0.5, 4, None)


def test_no_pair_and_no_position_of_the_map_leaves_in_the_data():
    names = set()

    def visit(value):
        if isinstance(value, dict):
            names.update(value)
            value = list(value.values())
        if isinstance(value, list):
            for inner in value:
                visit(inner)

    visit(made_by_hand.full().to_dict())
    assert not names & {"drawing", "map", "first", "second", "x", "y", "labels", "ties"}


def change(found: dict, path: list, value: object) -> dict:
    changed = copy.deepcopy(found)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


FIGURE = ["chapters", 0, "measures", 0]
NOT_VALID = {
    "another format": (["format"], "weft.portrait/2"),
    "an unknown part": (["ranking"], []),
    "a fifth chapter": (["chapters"], [made_by_hand.bare().to_dict()["chapters"][0]] * 5),
    "a value and a reason": ([*FIGURE, "undefined_because"], "Undefined, because."),
    "neither value nor reason": ([*FIGURE, "value"], None),
    "half an interval": ([*FIGURE, "high"], None),
    "an interval without confidence": ([*FIGURE, "confidence"], None),
    "coverage above 1": ([*FIGURE, "coverage"], 1.5),
    "a figure without source": ([*FIGURE, "sources"], []),
    "an unknown direction": ([*FIGURE, "direction"], "good"),
    "an unknown part of a figure": ([*FIGURE, "rank"], 1),
    "fewer than nobody": (["look_after", 0, "count"], -1),
}


@pytest.mark.parametrize(("path", "value"), NOT_VALID.values(), ids=NOT_VALID)
def test_the_schema_refuses(path, value):
    found = made_by_hand.full().to_dict()
    assert VALIDATOR.is_valid(found)
    assert not VALIDATOR.is_valid(change(found, path, value))
