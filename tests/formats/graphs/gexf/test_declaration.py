"""GEXF as a format: how it is recognised."""

import weft
from weft.formats import known_formats
from weft.formats.graphs.gexf.declaration import GEXF


def test_a_file_is_recognised_by_its_content_whatever_its_name(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text('<gexf><graph><nodes><node id="a"/></nodes></graph></gexf>')

    assert weft.read(path).people.ids == ("a",)


def test_it_is_known_and_read_in_a_process_of_its_own():
    assert GEXF in known_formats()
    assert GEXF.guarded
