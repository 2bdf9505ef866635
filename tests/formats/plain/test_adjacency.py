"""A line for each person, with everyone they are tied to."""

import networkx as nx
import pytest

import weft


@pytest.fixture
def file(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def ties(network):
    ids, reports = network.people.ids, network.reports
    return [(ids[s], ids[t]) for s, t in zip(reports.source, reports.target, strict=True)]


def test_the_first_of_a_line_is_tied_to_the_others(file):
    network = weft.read(file("a;b\nb;c;d\ne\nf; a ;g;h\n"), format="adjacency-list")

    assert network.people.ids == ("a", "b", "c", "d", "e", "f", "g", "h")
    assert ties(network) == [
        ("a", "b"),
        ("b", "c"),
        ("b", "d"),
        ("f", "a"),
        ("f", "g"),
        ("f", "h"),
    ]


def test_what_networkx_writes_is_read(tmp_path):
    graph = nx.gnp_random_graph(20, 0.2, seed=1, directed=True)
    path = tmp_path / "graph.adjlist"
    nx.write_adjlist(graph, path)

    network = weft.read(path, format="adjacency-list")

    assert set(ties(network)) == {(str(s), str(t)) for s, t in graph.edges}
    assert len(network) == 20


def test_an_overlong_id_is_told_by_its_line(file):
    problems = weft.check(file(f"a,b\nb,{'x' * 1_001}\n"), format="adjacency-list")

    assert ("overlong-cell", 2) in {(p.kind, p.row) for p in problems}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" , \n,\n", "found nobody"),
        (f'a,"{"x" * 200_000}', "found text that cannot be split into rows and cells"),
    ],
)
def test_a_list_of_nobody_or_without_end_is_refused(file, text, says):
    with pytest.raises(weft.WeftError, match=says):
        weft.read(file(text), format="adjacency-list")


def test_a_table_that_may_be_such_a_list_says_how_to_read_it_so(file):
    path = file("a;b\nb;c;d\n")

    assert [str(problem) for problem in weft.check(path)] == [
        (
            f"{path}, row 2: found 3 cells (“b;c;d”), expected 2, as in the headings. If each line "
            "names a person and then everyone they are tied to, say so: --from "
            "adjacency-list (in Python format='adjacency-list'). Else give it a row of headings."
        )
    ]
