"""GraphML as a format: how it is recognised."""

import weft
from weft.formats import known_formats
from weft.formats.graphs.graphml.declaration import GRAPHML


def test_a_file_is_recognised_by_its_content_whatever_its_name(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text('<graphml><graph edgedefault="directed"><node id="a"/></graph></graphml>')

    assert weft.read(path).people.ids == ("a",)


def test_it_is_known_and_read_in_a_process_of_its_own():
    assert GRAPHML in known_formats()
    assert GRAPHML.guarded
