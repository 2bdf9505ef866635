"""Attributes that a GEXF file declares, and their values."""

from collections import Counter

import pytest
from defusedxml.ElementTree import fromstring

from weft.formats.graphs.gexf.attributes import (
    Attribute,
    as_text,
    declared_in,
    defaults_in,
    values_of,
)

DECLARED = {"0": Attribute("team"), "1": Attribute("skills", is_list=True, default="a|b")}


def test_attributes_are_declared_by_class_with_their_defaults():
    graph = fromstring(
        '<graph><attributes class="node"><attribute id="0" title="team" type="string"/>'
        '<attribute id="1" title="skills" type="liststring"><default>[a, b]</default></attribute>'
        '<attribute id="2" title=" " type="string"><default/></attribute><attribute title="x"/>'
        '</attributes><attributes class="edge"><attribute id="0" title="since"/></attributes>'
        "<nodes/></graph>"
    )

    assert declared_in(graph, "node") == DECLARED | {"2": Attribute("2")}
    assert declared_in(graph, "edge") == {"0": Attribute("since")}
    assert defaults_in(DECLARED) == {"skills": "a|b"}


def test_values_are_read_by_for_and_by_id_and_without_a_declaration():
    node = fromstring(
        '<node><attvalues><attvalue for="0" value="x"/><attvalue for="1" value="[c, d]"/>'
        '</attvalues><attvalue id="new" value="y"/><attvalue value="z"/><attvalue for="0"/></node>'
    )
    noted = Counter()

    assert values_of(node, DECLARED, noted) == {"team": "x", "skills": "c|d", "new": "y"}
    assert not noted["values-over-time"]


@pytest.mark.parametrize("last", [0, 1, 2])
def test_of_values_over_time_the_last_in_time_is_kept(last):
    times = ["9", "10", "2"]
    values = "".join(
        f'<attvalue for="0" value="at {time}" timestamp="{time}"/>'
        for time in (*times[last:], *times[:last])
    )
    noted = Counter()

    row = values_of(fromstring(f"<e><attvalues>{values}</attvalues></e>"), DECLARED, noted)

    assert row == {"team": "at 10"}
    assert noted == {"values-over-time": 3}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("[a, b]", "a|b"),
        ("a|b", "a|b"),
        ('["a, b", c]', "a, b|c"),
        ("[]", ""),
        ("[one]", "one"),
        (" [1,2 , 3] ", "1|2|3"),
        ("[a", "[a"),
        ('["a]', '"a'),
    ],
)
def test_a_list_is_text_with_bars(value, text):
    assert as_text(value) == text
