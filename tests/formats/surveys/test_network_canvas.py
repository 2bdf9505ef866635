"""Interviews of Network Canvas: egos, those they named, and the ties they told of."""

import os
import zipfile

import pytest

import weft
from tests.formats.same import content_of
from weft.formats.files.file import opened
from weft.formats.registry import format_of

TABLES = {
    "P_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,age\r\n"
    "e1,Ana,s1,41\r\ne2,Ben,s2,\r\n",
    "P_attributeList_person.csv": "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,close\r\n"
    "1,e1,n1,Cy,true\r\n2,e1,n2,Di,\r\n1,e2,n3,Cy,true\r\n",
    "P_edgeList_know.csv": "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,"
    "networkCanvasSourceUUID,networkCanvasTargetUUID\r\n1,1,2,e1,k1,n1,n2\r\n",
    "P_adjacencyMatrix_know.csv": ",n1,n2\r\nn1,0,1\r\nn2,1,0\r\n",
}


@pytest.fixture(params=["folder", "zip"])
def export(request, tmp_path):
    if request.param == "zip":
        with zipfile.ZipFile(tmp_path / "P.zip", "w") as archive:
            for name, text in TABLES.items():
                archive.writestr(name, text)
        return tmp_path / "P.zip"
    folder = tmp_path / "P"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, newline="")
    return folder


def test_interviews_give_who_named_whom_and_the_ties_among_those_named(export):
    network = weft.read(export)

    assert format_of(opened(export)).name == "network-canvas"
    assert content_of(network)["reports"] == [
        ("e1", "n1", "e1", "names", "1", 1.0, None),
        ("e1", "n2", "e1", "names", "1", 1.0, None),
        ("e2", "n3", "e2", "names", "1", 1.0, None),
        ("n1", "n2", "e1", "know", "1", 1.0, None),
    ]
    assert dict(zip(network.people.ids, network.people.names, strict=True)) == {
        "e1": "Ana", "e2": "Ben", "n1": "Cy", "n2": "Di", "n3": "Cy"
    }  # fmt: skip
    assert network.coverage()[0]["answered"] == 2
    assert network.declared("know").directed is False


def test_a_key_says_who_is_named_twice(export):
    network = weft.read(export, key={"Ana": "ana", "ben": "ben", "cy": "cy"})

    assert network.people.ids == ("ana", "ben", "cy", "n2")
    assert network.graph("names").m == 3


def test_interviews_nobody_finished_are_refused(tmp_path):
    (tmp_path / "P_ego.csv").write_text("networkCanvasEgoUUID,networkCanvasCaseID\n")
    (tmp_path / "P_attributeList_person.csv").write_text("nodeID,networkCanvasUUID\n")

    with pytest.raises(weft.InvalidDataError, match="found no finished interview"):
        weft.read(tmp_path)


def test_what_reaches_a_person_is_left_out_and_counted(tmp_path):
    (tmp_path / "P_ego.csv").write_text(
        "networkCanvasEgoUUID,networkCanvasCaseID,email\ne1,Ana,ana@canary.example\n"
    )
    (tmp_path / "P_attributeList_person.csv").write_text(
        "networkCanvasEgoUUID,networkCanvasUUID,name,Phone Number,team\ne1,n1,Cy,555 canary,red\n"
    )

    network = weft.read(tmp_path)

    assert dict(network.people.attributes) == {"kind": (None, "person"), "team": (None, "red")}
    assert network.notices[-1].text == (
        "2 columns that reach a person (addresses, telephone) left out of the interviews: no "
        "figure needs it."
    )


@pytest.mark.parametrize("export", ["folder"], indirect=True)
def test_tables_behind_links_and_pipes_are_not_read(export, tmp_path):
    outside = tmp_path / "outside.csv"
    (export / "P_attributeList_person.csv").rename(outside)
    (export / "P_attributeList_person.csv").symlink_to(outside)
    (export / "P_edgeList_know.csv").unlink()
    os.mkfifo(export / "P_edgeList_know.csv")

    assert weft.read(export).people.ids == ("e1", "e2")
