"""What is written reads back to the same network; files appear whole or not at all."""

import os
from dataclasses import fields
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import weft
from weft.formats import known_formats
from weft.network import quoted

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='",;\n\t='),
    min_size=1,
    max_size=6,
).filter(lambda text: text.strip() == text and text)


def content_of(network):
    """Return everything in a network as plain values."""
    people, reports = network.people, network.reports
    return {
        "ids": people.ids,
        "names": people.names,
        "attributes": dict(people.attributes),
        "steward": people.steward.tolist(),
        "responded": {k: v.tolist() for k, v in people.responded.items()},
        "invited": {k: v.tolist() for k, v in people.invited.items()},
        "relations": network.all_relations,
        "waves": network.waves,
        **{f.name: getattr(reports, f.name).tolist() for f in fields(reports)},
    }


@st.composite
def networks(draw):
    ids = draw(st.lists(TEXT, min_size=2, max_size=5, unique=True))
    person = st.sampled_from(ids)
    said = st.none() | st.booleans()
    rows = draw(
        st.lists(
            st.tuples(
                person, person, st.sampled_from(["trusts", "turns to"]),
                st.floats(0, 1e300), st.sampled_from(["1", "2"]), person, st.none() | TEXT,
            ).filter(lambda row: row[0] != row[1]),
            min_size=1, max_size=8,
        )
    )  # fmt: skip
    keys = ("source", "target", "relation", "weight", "wave", "reporter", "date")
    ties = dict(zip(keys, map(list, zip(*rows, strict=True)), strict=True))
    people = {
        "id": ids,
        "name": [draw(st.none() | TEXT) for _ in ids],
        "steward": [draw(said) for _ in ids],
        "responded:2": [draw(said) for _ in ids],
        "invited": [draw(said) for _ in ids],
        "team": [draw(st.none() | TEXT) for _ in ids],
    }
    return weft.read(ties, people)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(network=networks(), ending=st.sampled_from([".csv", ".tsv", ".parquet", ".csv.gz"]))
def test_reading_what_was_written_gives_an_equal_network(tmp_path, network, ending):
    ties, people = tmp_path / f"ties{ending}", tmp_path / f"people{ending}"

    assert weft.write(network, ties, people=people) == ()

    assert content_of(weft.read(ties, people)) == content_of(network)


def test_the_text_of_a_table_is_plain(tmp_path):
    network = weft.read(
        [("007", "b, the elder", "trusts", 2.5), ("b, the elder", "007", "trusts", 0)]
    )

    notices = weft.write(network, tmp_path / "ties.csv", people=tmp_path / "people.csv")

    assert notices == ()
    assert (tmp_path / "ties.csv").read_text() == (
        "source,target,relation,weight,wave\n"
        '007,"b, the elder",trusts,2.5,1\n'
        '"b, the elder",007,trusts,0,1\n'
    )
    assert (tmp_path / "people.csv").read_text() == (
        'id,name\n007,007\n"b, the elder","b, the elder"\n'
    )


def test_filters_decide_what_is_written(tmp_path):
    network = weft.read([("a", "b", "trusts", 1, 1), ("a", "b", "helps", 1, 2)])

    weft.write(network.relation("helps"), tmp_path / "ties.tsv")

    assert (tmp_path / "ties.tsv").read_text() == (
        "source\ttarget\trelation\tweight\twave\na\tb\thelps\t1\t2\n"
    )


def test_what_a_file_does_not_carry_is_said(tmp_path):
    network = weft.read(
        [("a", "b", "meets")],
        {"id": ["a", "b", "c"], "team": ["x", "y", "z"]},
        undirected=["meets"],
    )

    assert [n.text for n in weft.write(network, tmp_path / "ties.csv")] == [
        "What is known of people is not in the file (team); write a people table too.",
        "1 person without a report is not in the file; write a people table too.",
    ]


def test_an_ending_that_no_format_writes_is_refused(tmp_path):
    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.write(weft.read([("a", "b")]), tmp_path / "ties.docx")

    able = [f for f in known_formats() if f.write is not None]
    written = [ending for f in able for ending in f.extensions if ending not in f.only_read]
    assert str(caught.value) == (
        "There is no format that writes networks to files ending in “.docx”; "
        f"expected one of: {', '.join(dict.fromkeys(written))}."
    )
    assert {".csv", ".gexf", ".weft.zip"} <= {*written}


def test_a_name_without_an_ending_is_refused_as_such(tmp_path):
    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.write(weft.read([("a", "b")]), tmp_path / "ties")

    assert str(caught.value).startswith(
        "There is no format that writes networks to files whose name has no ending; expected one "
        "of: .weft.zip, "
    )


@pytest.mark.parametrize("ending", [".xls", ".xlsb", ".xlsm", ".ods", ".mat", ".dat"])
def test_an_ending_of_files_that_are_only_read_is_refused(tmp_path, ending):
    with pytest.raises(weft.InvalidRequestError, match=f"to files ending in “{ending}”"):
        weft.write(weft.read([("a", "b")]), tmp_path / f"ties{ending}")


@pytest.mark.parametrize(
    ("ending", "begins"),
    [(".txt", b"source,target"), (".paj", b"*Network"), (".net", b"*Vertices")],
)
def test_an_ending_that_several_formats_have_is_written_in_the_one_it_is_known_for(
    tmp_path, ending, begins
):
    weft.write(weft.read([("a", "b")]), tmp_path / f"ties{ending}")

    assert (tmp_path / f"ties{ending}").read_bytes().startswith(begins)


def test_nothing_is_left_half_written(tmp_path, monkeypatch):
    network = weft.read([("a", "b")])
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("what was there before")

    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.write(network, ties, people=people)

    assert str(caught.value) == (
        f"{ties}: could not be written (No space left on device); nothing was changed there. "
        "Check that the folder is there, may be written to and has room."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["ties.csv"]
    assert ties.read_text() == "what was there before"


def test_a_folder_in_the_place_of_one_file_leaves_the_other_as_it_was(tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.mkdir()
    people.write_text("what was there before")

    with pytest.raises(weft.UnreadableFileError, match=f"^{ties}: could not be written"):
        weft.write(weft.read([("a", "b")]), ties, people=people)

    assert people.read_text() == "what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "ties.csv"]


def test_ties_and_people_are_not_written_to_one_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.write(weft.read([("a", "b")]), tmp_path / "a.csv", people="./a.csv")

    place = quoted(tmp_path / "a.csv")
    assert str(caught.value) == (
        f"The ties and the people are to be written to one file, {place}; expected two. "
        "Name another file for the people."
    )
    assert not (tmp_path / "a.csv").exists()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    place = tmp_path / "no" / "ties.csv"
    with pytest.raises(weft.UnreadableFileError, match=f"^{place}: could not be written"):
        weft.write(weft.read([("a", "b")]), place)

    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_rights_of_any_other(tmp_path):
    weft.write(weft.read([("a", "b")]), tmp_path / "ties.csv")
    Path(tmp_path / "other").write_text("")

    assert (tmp_path / "ties.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_the_same_network_gives_the_same_bytes(tmp_path):
    network = weft.read(np.eye(3)[[1, 2, 0]])
    for name in ("one.csv.gz", "two.csv.gz"):
        weft.write(network, tmp_path / name)

    assert (tmp_path / "one.csv.gz").read_bytes() == (tmp_path / "two.csv.gz").read_bytes()
