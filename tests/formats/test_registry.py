"""Formats are found by name and content, and other packages can add theirs."""

from types import SimpleNamespace

import pyarrow as pa
import pytest

import weft
from weft.formats import Format, Tables, format_named, known_formats
from weft.network import Columns


def read_arrows(file, _):
    pairs = [line.split(" -> ") for line in file.data.decode().splitlines()[1:]]
    columns = {
        "source": pa.array([a for a, _ in pairs], pa.string()),
        "target": pa.array([b for _, b in pairs], pa.string()),
    }
    return Tables(name=file.stem, ties=Columns(file.origin, columns))


ARROWS = Format(
    name="arrows",
    title="Arrows",
    about="Arrows between names.",
    extensions=(".arrows",),
    carries=frozenset(),
    recognises=lambda file: file.data.startswith(b"arrows 1\n"),
    read=read_arrows,
)


@pytest.fixture
def added(monkeypatch):
    def add(*objects):
        entries = [
            SimpleNamespace(name=f"entry {i}", load=lambda o=o: o) for i, o in enumerate(objects)
        ]
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: entries)
        known_formats.cache_clear()

    yield add
    known_formats.cache_clear()


def test_wefts_own_formats_are_known():
    own = {format_.name for format_ in known_formats()}

    assert {"parquet", "matrix", "csv", "tsv"} <= own


def test_a_format_of_another_package_is_recognised_by_content(added, tmp_path):
    added(ARROWS)
    path = tmp_path / "ours.txt"
    path.write_text("arrows 1\na -> b\nb -> c\n")

    assert weft.read(path).people.ids == ("a", "b", "c")
    assert format_named("arrows") is ARROWS


def test_a_format_that_is_not_known_is_told(tmp_path):
    with pytest.raises(weft.UnknownNameError) as caught:
        weft.read(__file__, format="cvs")

    assert str(caught.value).startswith("There is no format “cvs”; there is: ")
    assert str(caught.value).endswith("Did you mean “csv”?")


@pytest.mark.parametrize(
    ("objects", "message"),
    [
        (("csv",), ("The entry point entry 0 of weft.formats is a str; expected a "
                   "weft.formats.Format. Mend or remove the package that adds it.")),
        ((format_named("csv"),), ("A package adds the format csv, which Weft has already; expected "
                                "another name. Mend or remove the package that adds it.")),
    ],
)  # fmt: skip
def test_an_entry_point_that_is_no_new_format_is_refused(added, objects, message):
    added(*objects)

    with pytest.raises(weft.InvalidRequestError) as caught:
        known_formats()

    assert str(caught.value) == message


def test_a_format_says_what_it_carries_in_known_words():
    with pytest.raises(weft.UnknownNameError):
        Format(
            name="x",
            title="X",
            about="",
            extensions=(),
            carries=frozenset({"wieghts"}),
            recognises=bool,
            read=read_arrows,
        )
