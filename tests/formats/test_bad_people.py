"""What can be wrong with a people table, or between it and the ties, with the whole message."""

import pytest

import weft
from weft.network.problems import MOST_KEPT_OF_A_KIND

PEOPLE_THAT_ARE_WRONG = {
    "duplicate id": (
        "id,name\na,Ada\nb,Ben\na,Ann\n",
        [
            (
                "{people}, row 4, column id: found “a”, which row 2 has too, expected an id that "
                "no "
                "other row has. Give each person an id of their own, or delete the repeated row."
            )
        ],
    ),
    "ties to unknown people": (
        "id\na\n",
        [
            (
                "{ties}, row 2, column target: found “b”, expected the id of somebody in the "
                "people "
                "table. Add the person to the people table, or correct the id."
            )
        ],
    ),
    "ids that differ by a space": (
        "id\na\nb\nc\n",
        [],
    ),
    "missing id": (
        "team,age\nx,3\n",
        [
            (
                "{people}, row 1: found the columns “team”, “age”, expected a column “id”. "
                "Name the column that identifies each person “id”."
            )
        ],
    ),
    "declarations that are neither yes nor no": (
        "id,responded:1\na,maybe\nb,yes\n",
        [
            (
                "{people}, row 2, column responded:1: found “maybe”, expected yes or no (also "
                "true/false, 1/0, or blank for not said). Correct the cell."
            )
        ],
    ),
    "a heading that comes twice": (
        "id,team,team\na,x,y\nb,x,y\n",
        [
            (
                "{people}, row 1, column team: found the heading “team” twice, expected a heading "
                "of "
                "its own for each column. Rename one of the two columns."
            )
        ],
    ),
    "no people at all": (
        "",
        [
            (
                "{people}: found an empty file, expected a table with a row of headings and a row "
                "for "
                "each tie or person. Check that the export finished and that this is the right "
                "file."
            )
        ],
    ),
}


@pytest.mark.parametrize("name", PEOPLE_THAT_ARE_WRONG)
def test_problems_of_the_people_table_are_told_too(tmp_path, name):
    text, lines = PEOPLE_THAT_ARE_WRONG[name]
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("source,target\na,b\n")
    people.write_text(text)

    told = [str(problem) for problem in weft.check(ties, people)]

    places = {"{ties}": str(ties), "{people}": str(people)}
    expected = list(lines)
    for mark, path in places.items():
        expected = [line.replace(mark, path) for line in expected]
    assert told == expected


def test_an_id_that_differs_by_spaces_gets_a_suggestion(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target\na, b\n")

    assert [str(problem) for problem in weft.check(ties, ["a", "b"])] == [
        (
            f"{ties}, row 2, column target: found “ b”, expected the id of somebody in the people "
            "table. Did you mean “b”? The spaces differ."
        )
    ]


def test_a_name_in_place_of_an_id_gets_the_id(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target\nAda,b\n")

    assert [str(p) for p in weft.check(ties, {"id": ["7", "b"], "name": ["Ada", "Ben"]})] == [
        (
            f"{ties}, row 2, column source: found “Ada”, expected the id of somebody in the people "
            "table. That is a name; write the id “7”."
        )
    ]


def test_values_outside_a_declared_scale_are_told_and_zero_is_no_tie(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target,relation,weight\na,b,trusts,5\na,c,trusts,0\nb,a,helps,9\n")

    assert [str(problem) for problem in weft.check(ties, scales={"trusts": (1, 4)})] == [
        (
            f"{ties}, row 2, column weight: found “5”, expected a value from 1 to 4, or 0 for no "
            "tie. "
            "Correct the value, or declare the scale that was really used."
        )
    ]


def test_what_is_wrong_with_ties_and_people_is_told_at_once(tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("source,weight\na,1\n")
    people.write_text("name of the person\nAda\n")

    assert [(p.kind, p.origin) for p in weft.check(ties, people)] == [
        ("missing-column", str(people)),
        ("missing-column", str(ties)),
    ]


def test_at_most_twenty_of_a_kind_are_shown_and_the_rest_counted(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target,weight\n" + "a,b,x\n" * 1_500)

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(ties)

    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 1,480 more of this kind (not-a-number)."
    kept = caught.value.problems
    assert [p.row for p in kept] == list(range(2, 2 + MOST_KEPT_OF_A_KIND))
    assert [p.more for p in kept] == [0] * (MOST_KEPT_OF_A_KIND - 1) + [500]


def test_rows_are_counted_as_a_spreadsheet_does_in_every_file(tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("\n\nsource,target,weight\n\na,b,1\n,,\nb,a,x\n")
    second.write_text("To,From,Rating\na,b,y\n")

    told = weft.check([first, second])

    assert [(p.origin, p.row, p.column, p.found) for p in told] == [
        (str(first), 7, "weight", "“x”"),
        (str(second), 2, "Rating", "“y”"),
    ]
