"""Problems and messages: what they say, how many are shown, what is kept."""

import numpy as np
import pytest

import weft
from weft.network import Problem, Problems, described, quoted
from weft.network.problems import MOST_KEPT_OF_A_KIND


def problem(kind="empty-cell", row=None, column=None, **more):
    return Problem(
        kind=kind, origin="ties.csv", row=row, column=column,
        found="nothing", expected="an id", mend="Fill it in.", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [
        (None, None, "ties.csv"),
        (3, None, "ties.csv, row 3"),
        (None, "To", "ties.csv, column To"),
        (3, "To", "ties.csv, row 3, column To"),
    ],
)
def test_a_problem_says_its_place_first(row, column, place):
    assert str(problem(row=row, column=column)) == (
        f"{place}: found nothing, expected an id. Fill it in."
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ada", "“ada”"),
        (7, "“7”"),
        ("a\tb\x00\x1b[31m", "“a\\tb\\x00\\x1b[31m”"),
        ("\u202eevil", "“\\u202eevil”"),
        ("é", "“é”"),
        ("x" * 61, f"“{'x' * 60}… (61 characters)”"),
    ],
)
def test_values_are_shown_safely_and_cut(value, shown):
    assert quoted(value) == shown


def test_twenty_of_a_kind_are_described_and_the_rest_counted():
    many = [problem(row=i) for i in range(25)]
    few = [problem(kind="negative", row=i) for i in range(2)]
    counted = [problem(kind="off-scale", row=1, more=7)]

    lines = described([*many, *few, *counted])

    assert lines == [
        *(str(p) for p in many[:20]),
        *(str(p) for p in few),
        str(counted[0]),
        "… and 5 more of this kind (empty-cell).",
        "… and 7 more of this kind (off-scale).",
    ]


def test_a_thousand_of_a_kind_are_kept_and_the_rest_counted():
    problems = Problems([problem(kind="negative", row=4)])

    problems.add_rows("empty-cell", np.arange(10, 5_010), lambda row: problem(row=row))
    problems.add_rows("empty-cell", np.array([1, 2]), lambda row: problem(row=row))

    kept = problems.kept()
    assert len(problems) == 5_003
    assert [p.row for p in kept] == [4, *range(10, 10 + MOST_KEPT_OF_A_KIND)]
    assert kept[-1].more == 4_002
    assert sum(p.more for p in kept) == 4_002
    with pytest.raises(weft.InvalidDataError) as caught:
        problems.raise_if_any()
    assert caught.value.problems == kept


def test_counts_survive_being_gathered_again():
    first = Problems()
    first.add_rows("empty-cell", np.arange(1_500), lambda row: problem(row=row))

    again = Problems(first.kept())

    assert (len(again), again.kept()) == (1_500, first.kept())


def test_no_problem_raises_nothing():
    problems = Problems()

    problems.raise_if_any()

    assert (len(problems), problems.kept()) == (0, ())


def test_an_unknown_name_lists_what_there_is_and_the_nearest():
    error = weft.UnknownNameError("relation", "trust", ["helps", "trusts"])

    assert str(error) == (
        "There is no relation “trust”; there is: helps, trusts. Did you mean “trusts”?"
    )
    many = weft.UnknownNameError("wave", "x", [str(i) for i in range(30)])
    assert str(many).endswith("18, 19, … (30 in all).")
    assert str(weft.UnknownNameError("wave", "x", [])) == "There is no wave “x”; there is: none."


def test_every_error_has_a_code_of_its_own():
    kinds = [
        weft.InvalidDataError,
        weft.UnreadableFileError,
        weft.UnknownNameError,
        weft.InvalidRequestError,
    ]

    assert [kind.code for kind in kinds] == [
        "invalid-data",
        "unreadable-file",
        "unknown-name",
        "invalid-request",
    ]
    assert all(issubclass(kind, weft.WeftError) for kind in kinds)


@pytest.mark.parametrize("scale", [(-1, 4), (4, 4), (4, 1)])
def test_a_scale_goes_from_less_to_more(scale):
    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.Relation(name="trusts", scale=scale)

    assert str(caught.value) == (
        f"The scale of trusts is given as {scale[0]} to {scale[1]}; expected two numbers of 0 or "
        "more, the smaller first, such as 0 to 4."
    )
