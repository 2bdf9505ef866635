"""``network.json`` says what its published schema says."""

import json
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import jsonschema
import pytest
from hypothesis import given, settings

import weft
from tests.formats.same import networks
from weft.formats.native.native import NATIVE

SCHEMA = json.loads((files("weft.formats.native") / "schema" / "network-1.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def description_of(network):
    with ZipFile(BytesIO(NATIVE.write(network).data)) as archive:
        return json.loads(archive.read("network.json"))


def test_the_schema_is_one():
    VALIDATOR.check_schema(SCHEMA)


@settings(max_examples=100, deadline=None)
@given(network=networks())
def test_what_is_written_fits_the_schema(network):
    VALIDATOR.validate(description_of(network))


@pytest.mark.parametrize(
    "change",
    [
        {"format": "weft.network/2"},
        {"waves": []},
        {"waves": ["1", "1"]},
        {"relations": [{"name": "trusts"}]},
        {"relations": [{"name": "trusts", "directed": True, "scale": [0]}]},
        {"tables": {"people": {"rows": 1, "columns": [{"heading": "a", "role": "boss"}]},
                    "reports": {"rows": 1}}},
        {"tables": {"people": {"rows": 1, "columns": []}, "reports": {"rows": 1}}},
        {"more": 1},
    ],
)  # fmt: skip
def test_what_a_reader_could_not_understand_does_not_fit_it(change):
    content = description_of(weft.read([("a", "b", "trusts", 1)]))
    VALIDATOR.validate(content)

    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**content, **change})


def test_a_scale_without_end_fits_it_and_comes_back(tmp_path):
    network = weft.read([("a", "b", "trusts", 1)], scales={"trusts": (0, float("inf"))})
    path = tmp_path / "n.weft.zip"

    weft.write(network, path)

    VALIDATOR.validate(description_of(network))
    assert weft.read(path).declared("trusts").scale == (0, float("inf"))
