"""Several matrices are relations, or what each person says of everyone."""

import pytest

from tests.formats.graphs.dl_ties import ties_in


@pytest.mark.parametrize("size", ["n=2 nm=2", "n=2\nnm=2"])
@pytest.mark.parametrize("word", ["matrix labels:", "LEVEL LABELS:", "page labels"])
def test_several_matrices_are_relations_by_their_labels(size, word):
    text = f"DL {size}\nlabels:\na,b\n{word}\ntrust,work\ndata:\n0 1\n1 0\n\n0 0\n4 0"

    ties, network = ties_in(text)

    assert ties == [("a", "b", "trust", 1), ("b", "a", "trust", 1), ("b", "a", "work", 4)]
    assert network.relations == ("trust", "work")


def test_matrices_without_labels_are_numbered_and_one_without_a_tie_is_said():
    _, network = ties_in("DL n=2 nm=3 data: 0 1 0 0, 0 0 0 0, 0 0 2 0")

    assert network.relations == ("matrix 1", "matrix 2", "matrix 3")
    assert [notice.text for notice in network.notices] == [
        "Matrices of the stream in which there is no tie: matrix 2."
    ]


@pytest.mark.parametrize(
    "who",
    [
        "labels: a b c level labels: b c a",
        "level labels: ACTOR#1 ACTO#2 actor_3",
        "level labels: Person1, Person2, Person3",
        "labels: x y z level labels: ego.1 ego.2 ego.3",
    ],
)
def test_a_matrix_for_each_person_is_what_that_person_says(who):
    _, network = ties_in(
        f"DL n=3 nm=3 {who} data:\n0 1 0 0 0 0 0 0 0\n0 0 1 0 0 0 0 0 0\n0 0 0 1 0 0 0 0 0"
    )
    first, second, third = network.people.ids
    order = (second, third, first) if "b c a" in who else (first, second, third)
    reports = network.all_reports

    said = {
        (network.people.ids[r], network.people.ids[s], network.people.ids[t])
        for r, s, t in zip(reports.reporter, reports.source, reports.target, strict=True)
    }

    assert said == {(order[0], first, second), (order[1], first, third), (order[2], second, first)}
    assert network.relations == ("ties",)
    assert [notice.text for notice in network.notices] == [
        (
            "the stream holds a matrix for each of the 3 people; each was read as what that person "
            "says of all ties, also of those between others."
        )
    ]


@pytest.mark.parametrize("word", ["WEEK", "PER", "INFO", "ADVICE"])
def test_matrices_that_only_happen_to_be_as_many_as_the_people_are_relations(word):
    text = f"DL n=3 nm=3 level labels: {word}1 {word}2 {word}3 data:" + " 0 1 0 0 0 0 0 0 0" * 3

    assert ties_in(text)[1].relations == (f"{word}1", f"{word}2", f"{word}3")
