"""What is written in any format reads back to what the format says it carries, and no less."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats import known_formats
from weft.formats.carrying import CAN_CARRY, reduced

WRITERS = [f for f in known_formats() if f.write is not None and f.read is not None]
ONE_OF_A_KIND = {"relations": ("trusts",), "waves": ("1",)}


@pytest.mark.parametrize("format_", WRITERS, ids=lambda f: f.name)
def test_reading_what_was_written_gives_what_the_format_carries(format_, tmp_path):
    varied = {k: v for k, v in ONE_OF_A_KIND.items() if k not in format_.carries}

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(network=networks(**varied))
    def round_trip(network):
        path = tmp_path / f"network{format_.extensions[0]}"

        notices = weft.write(network, path, format=format_.name)

        expected, lost = reduced(network, format_.carries, format_.title)
        assert content_of(weft.read(path, format=format_.name)) == content_of(expected)
        assert notices[: len(lost)] == lost

    round_trip()


@pytest.mark.parametrize("format_", WRITERS, ids=lambda f: f.name)
def test_a_written_file_is_recognised_for_what_it_is(format_, tmp_path):
    network = weft.read([("a", "b", "trusts", 2), ("b", "c", "trusts", 1)])
    path = tmp_path / f"network{format_.extensions[0]}"

    weft.write(network, path, format=format_.name)

    assert content_of(weft.read(path))["reports"]


def test_everything_that_a_format_may_carry_is_explained():
    assert all(re.match(r"[a-z]", text) for text in CAN_CARRY.values())
