"""UCINET's DL: every layout, label and size that its manual and real files hold."""

import hypothesis.strategies as st
import igraph
import numpy as np
import pytest
from hypothesis import given, settings

from tests.formats.graphs.dl_ties import ties_in
from weft.formats.files.file import File
from weft.formats.graphs.ucinet.dl import looks_like_dl

SQUARE = "0 1 1\n1 0 0\n0 1 0"


def pairs_in(text):
    """Return the ties of a DL file as pairs of ends, sorted."""
    return sorted((s, t) for s, t, _, _ in ties_in(text)[0])


FOUR = [("ann", "bob"), ("ann", "cy"), ("bob", "ann"), ("cy", "bob")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"DL n=3\nformat = fullmatrix\nlabels:\nann,bob,cy\ndata:\n{SQUARE}", FOUR),
        (f"\ufeff\n\n  dl\nN=3\nlabels:\nann\tbob\tcy\nData :\n{SQUARE}\n\x1a\r\n", FOUR),
        (f"DL\r\nLABELS: ann bob cy FORMAT FM DIAGONAL PRESENT, N = 3 DATA: {SQUARE}", FOUR),
        ("DL N=3 LABELS: ann bob cy DATA:\n0 1\n1 1 0 0 0\n1\n0", FOUR),
        ("DL n=3\nlabels embedded:\ndata:\n ann bob cy\nann 0 1 1\nbob 1 0 0\ncy 0 1 0", FOUR),
        (
            (
                "dl n=3 format = fullmatrix\nlabels embedded\ndata:\n ann bob cy\nann 0 1 1\n"
                "bob 1 0 0\ncy 0 1 0"
            ),
            FOUR,
        ),
        (
            (
                "DL n=3\nROW LABELS EMBEDDED\nCOLUMN LABELS: ann bob cy\nDATA:\n"
                "ann 0 1 1\nbob 1 0 0\ncy 0 1 0"
            ),
            FOUR,
        ),
        ("DL n=3\ndiagonal = absent\nlabels:\nann,bob,cy\ndata:\n1 1\n1 0\n0 1", FOUR),
        ("DL N=3 LABELS: ann bob cy DATA:\n0,1,1\n1,0,0\n0,1,0\n", FOUR),
        (
            "DL N = 3\nData:\n0 1 1\n1 0 1\n1 1 0",
            [("1", "2"), ("1", "3"), ("2", "1"), ("2", "3"), ("3", "1"), ("3", "2")],
        ),
        ("DL n=3\nformat = edgelist1\nlabels:\nann,bob,cy\ndata:\n1 2\n1 3\n2 1\n3 2", FOUR),
        ("DL n=3\nformat = edgelist1\nlabels:\nann,bob,cy\ndata:\n1 2\nann 3\nbob 1\n3 bob", FOUR),
        ("DL n=3\nformat = nodelist1\nlabels:\nann,bob,cy\ndata:\n1 2 3\n2 1\n3 2", FOUR),
        ("DL n=3\nformat = nodelist1\nlabels embedded\ndata:\nann bob cy\nbob ann\ncy bob", FOUR),
        ("DL n=3\nformat = nodelist1b\nlabels:\nann,bob,cy\ndata:\n2 2 3\n1 1\n1 2", FOUR),
        (
            (
                "DL nr=2 nc=3\nformat = fullmatrix\nrow labels:\na,b\ncolumn labels:\nx,y,z\n"
                "data:\n0 1 1\n1 0 0"
            ),
            [("a", "y"), ("a", "z"), ("b", "x")],
        ),
        (
            "DL nr=2 nc=2\nformat = edgelist2\nlabels embedded:\ndata:\na x\nb y",
            [("a", "x"), ("b", "y")],
        ),
        ("DL n=4\nformat = edgelist2\ndata:\n1 2", [("1", "column 2")]),
        (
            "DL nr=2 nc=3 format=nodelist2 labels embedded data:\na x y\nb z",
            [("a", "x"), ("a", "y"), ("b", "z")],
        ),
        ("DL N=3\nFORMAT = EDGELIST1\nLABELS:\na b c\nDATA:\n1 2", [("a", "b")]),
        ("DL\nN=3\nFORMAT = EDGELIST1\nLABELS:\na b c\nDATA:\n1 2", [("a", "b")]),
        (
            'DL n=3\nformat = edgelist1\nlabels:\n"Ann A","Bob B",cy\ndata:\n1 2 2',
            [("Ann A", "Bob B")],
        ),
        (
            'DL n=3\nformat = edgelist1\nlabels embedded:\ndata:\n"Ann A" "Bob B" 2',
            [("Ann A", "Bob B")],
        ),
        ("DL n=2 format=edgelist1\nlabels:\nAnn A\nBob B\ndata:\n1 2", [("Ann A", "Bob B")]),
        ("DL n=2 labels:\n007,=1\ndata:\n0 1 0 0", [("007", "=1")]),
    ],
)
def test_the_ties_of_every_layout_are_read(text, expected):
    assert pairs_in(text) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "DL n=3\nformat = lowerhalf\ndata:\n0\n1 0\n1 1 0",
        "DL n=3\nformat = upperhalf\ndata:\n0 1 1 0\n1 0",
        "DL n=3\nformat = lowerhalf diagonal=absent\ndata:\n1\n1 1",
        "DL n=3\nformat = uh diagonal absent\ndata:\n1 1\n1",
    ],
)
def test_both_ends_report_each_tie_of_a_half_matrix(text):
    reported = sorted((min(pair), max(pair)) for pair in pairs_in(text))

    assert reported == [(a, b) for a, b in ("12", "13", "23") for _ in range(2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "DL n=3\nlabels:\nann,bob,cy\ndata:\n0 2 1\n1 0 0\n0 3.5 0",
            [("ann", "bob", 2.0), ("ann", "cy", 1.0), ("bob", "ann", 1.0), ("cy", "bob", 3.5)],
        ),
        (
            "DL n=3\nformat = edgelist1\nlabels embedded:\ndata:\nÁnn bøb 2\nbøb cy 1.5",
            [("bøb", "cy", 1.5), ("Ánn", "bøb", 2.0)],
        ),
        ("DL n=3 format=edgelist1 data:\n1,2,0\n3,1,1e1", [("1", "2", 0.0), ("3", "1", 10.0)]),
        (
            "DL n=3 format=rankedlist1 data:\n1 3 2\n2 1",
            [("1", "2", 2.0), ("1", "3", 1.0), ("2", "1", 1.0)],
        ),
    ],
)
def test_the_strength_of_ties_is_read(text, expected):
    assert sorted((s, t, v) for s, t, _, v in ties_in(text)[0]) == expected


def test_an_exclamation_mark_begins_the_next_matrix_of_a_list():
    text = "DL n=3 nm=2 format=edgelist1 matrix labels: t,w data:\n1 2\n!\n2 3 5"

    assert ties_in(text)[0] == [("1", "2", "t", 1), ("2", "3", "w", 5)]


def test_an_edge_array_has_a_value_for_each_matrix():
    text = "DL n=3 nm=2 format=edgearray1 matrix labels: t,w data:\n1 2 1 0\n2 3 2 7"

    assert ties_in(text)[0] == [("1", "2", "t", 1), ("2", "3", "t", 2), ("2", "3", "w", 7)]


def test_halves_have_no_direction_and_full_matrices_say_none():
    half = ties_in("DL n=2 format=lowerhalf diagonal=absent data:\n3")[1]
    full = ties_in("DL n=2 data:\n0 3 3 0")[1]

    assert [relation.directed for relation in half.all_relations] == [False]
    assert [relation.directed for relation in full.all_relations] == [True]
    assert (half.graph("ties").m, full.graph("ties").m) == (1, 2)


def test_people_without_a_tie_are_people():
    assert ties_in("DL n=4 format=edgelist1 data:\n2 3")[1].people.ids == ("1", "2", "3", "4")


@pytest.mark.parametrize("missing", [".", "NA", "na", "NaN", ", ,"])
def test_missing_values_are_not_reported_and_said(missing):
    ties, network = ties_in(f"DL n=2 data: 0,{missing},1,0".replace(",, ,,", ", ,"))

    assert ties == [("2", "1", "ties", 1)]
    assert [notice.text for notice in network.notices] == [
        "In the stream, 1 cell holds no value (blank, a point or NA); nothing was reported there."
    ]


@pytest.mark.parametrize(
    ("data", "is_dl"),
    [
        (b"dl\r\nN=48\r\n", True),
        (b"\xef\xbb\xbf\n\n DL, n = 4", True),
        ("DL n=2".encode("utf-16"), True),
        (b"DL\nROW LABELS:\n", True),
        (b"dl,count\n1,2\n", False),
        (b"DL\nhas to be converted into DL format", False),
        (b"has to be converted into DL format\ninformation\n", False),
        (b"source,target\na,b\n", False),
        (b"DLn=2", False),
        (b"", False),
    ],
)
def test_a_dl_file_is_known_by_its_first_words(data, is_dl):
    assert looks_like_dl(File("x.txt", content=data)) is is_dl


@settings(max_examples=150, deadline=None)
@given(
    matrix=st.integers(2, 6).flatmap(
        lambda n: st.lists(st.integers(0, 1), min_size=n * n, max_size=n * n)
    ),
    layout=st.sampled_from(["fullmatrix", "edgelist1", "nodelist1"]),
)
def test_plain_files_are_read_as_igraph_reads_them(matrix, layout, tmp_path_factory):
    n = int(len(matrix) ** 0.5)
    cells = np.array(matrix).reshape(n, n)
    np.fill_diagonal(cells, 0)
    cells[0, 1] = 1  # igraph wants data
    if layout == "fullmatrix":
        data = "\n".join(" ".join(map(str, row)) for row in cells)
    elif layout == "edgelist1":
        data = "\n".join(f"{i + 1} {j + 1}" for i, j in zip(*cells.nonzero(), strict=True))
    else:
        lines = [[i + 1, *(row.nonzero()[0] + 1)] for i, row in enumerate(cells) if row.any()]
        data = "\n".join(" ".join(map(str, line)) for line in lines)
    labels = ",".join(f"p{i}" for i in range(n))
    path = tmp_path_factory.mktemp("dl") / "plain.dl"
    path.write_text(f"DL n={n}\nformat = {layout}\nlabels:\n{labels}\ndata:\n{data}\n")
    theirs = igraph.Graph.Read_DL(str(path))
    names = theirs.vs["name"]

    ours = pairs_in(path.read_text())

    assert ours == sorted((names[edge.source], names[edge.target]) for edge in theirs.es)
