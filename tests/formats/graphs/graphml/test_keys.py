"""Keys of GraphML files and the data under them."""

import pytest
from defusedxml.ElementTree import fromstring

from weft.formats.graphs.graphml.keys import (
    Key,
    as_tie_headings,
    headings_of_people,
    keys_in,
    name_among,
    text_of,
    values_of,
)

YED = """<graphml xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge"
yfiles.type="edgegraphics"/><key id="d2" for="node" attr.name="url" attr.type="string"/>
<graph edgedefault="directed"><node id="n0"><data key="d2">x</data><data key="d0"><y:ShapeNode>
<y:NodeLabel fontSize="12"> Ada <y:LabelModel>no</y:LabelModel></y:NodeLabel></y:ShapeNode></data>
</node><edge source="n0" target="n0"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>knows</y:EdgeLabel>
</y:PolyLineEdge></data></edge></graph></graphml>"""


def test_keys_are_called_by_their_name_else_their_id():
    root = fromstring(
        '<g><key id="d0" for="node" attr.name="team"><default>red</default></key>'
        '<key id="weight" for="edge"/><key id="d1" attr.name=" "><default/></key>'
        '<key id="d2" for="node" yfiles.type="nodegraphics"/></g>'
    )

    keys = keys_in(root)

    assert keys == {
        "d0": Key("team", "node", "red"),
        "weight": Key("weight", "edge"),
        "d1": Key("d1", "all"),
        "d2": Key("d2", "node", None, is_drawing=True),
    }
    assert headings_of_people(keys.values()) == ["team", "d1"]


def test_values_come_with_defaults_and_without_declarations():
    keys = {"d0": Key("team", "node", "red"), "d1": Key("x", "edge", "1"), "d2": Key("all", "all")}
    node = fromstring('<node><data key="d2">2</data><data key="new">3</data><desc>no</desc></node>')

    assert values_of(node, keys, "node") == {"team": "red", "all": "2", "new": "3"}


def test_an_empty_value_stands_in_place_of_the_default():
    node = fromstring('<node><data key="d0"/></node>')

    assert values_of(node, {"d0": Key("team", "node", "red")}, "node") == {"team": ""}


def test_what_yed_draws_as_a_label_is_the_label():
    root = fromstring(YED)
    node, edge = root[-1]

    assert values_of(node, keys_in(root), "node") == {"url": "x", "label": "Ada"}
    assert values_of(edge, keys_in(root), "edge") == {"label": "knows"}


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<d>a</d>", "a"),
        ("<d> a </d>", " a "),
        ("<d>\n  a\n</d>", "a"),
        ("<d>\n  a </d>", "a "),
        ("<d> a\n</d>", " a"),
        ("<d>a\nb</d>", "a\nb"),
        ("<d><![CDATA[<a>]]> b</d>", "<a> b"),
        ("<d>\n</d>", ""),
        ('<d xml:space="preserve">\na</d>', "\na"),
        ("<d/>", ""),
    ],
)
def test_line_breaks_around_a_value_lay_out_the_file(xml, text):
    assert text_of(fromstring(xml)) == text


@pytest.mark.parametrize(
    ("headings", "new"),
    [
        (["Edge Weight"], ["weight"]),
        (["Edge Weight", "strength"], ["Edge Weight", "strength"]),
        (["networkCanvasType"], ["relation"]),
        (["networkCanvasType", "kind"], ["networkCanvasType", "kind"]),
        (["source", "colour"], ["attribute source", "colour"]),
    ],
)
def test_headings_that_always_mean_a_role_get_it_where_it_is_free(headings, new):
    assert list(as_tie_headings(headings).values()) == new


def test_some_headings_are_what_people_are_called():
    assert name_among(["team", "Full Name"])
    assert not name_among(["team", "username"])
