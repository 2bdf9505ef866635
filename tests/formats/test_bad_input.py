"""Every way in which a file can be wrong, with the whole message that its owner reads."""

import gzip
import os
from pathlib import Path

import pytest

import weft
from weft.formats.file import opened
from weft.network.problems import MOST_KEPT_OF_A_KIND

GOOD_PEOPLE = "id,name\na,Ada\nb,Ben\n"

TIES_THAT_ARE_WRONG = {
    "missing column": (
        "source,weight\na,1\n",
        [
            (
                "{ties}, row 1: found the columns “source”, “weight”, expected a column “target”. "
                "Name the column that holds the target of each tie “target”."
            )
        ],
    ),
    "empty file": (
        "",
        [
            (
                "{ties}: found an empty file, expected a table with a row of headings and a row "
                "for "
                "each tie or person. Check that the export finished and that this is the right "
                "file."
            )
        ],
    ),
    "only blank space": (
        "\n \r\n\t\n",
        [
            (
                "{ties}: found only blank space, expected a table with a row of headings and a row "
                "for "
                "each tie or person. Check that the export finished and that this is the right "
                "file."
            )
        ],
    ),
    "header only": (
        "source,target\n",
        [
            (
                "{ties}: found no rows below the headings, expected a row for each tie. "
                "Add the ties, or give a people table to say who is there without any."
            )
        ],
    ),
    "unequal rows": (
        'source,target\na,b\n\nb\n"a\nx",b,c\n',
        [
            (
                "{ties}, row 4: found 1 cell (“b”), expected 2, as in the headings. "
                "Put a cell that contains a comma in quotes, or add the cells that are missing."
            ),
            (
                '{ties}, row 5: found 3 cells (“"a\\nx",b,c”), expected 2, as in the headings. '
                "Put a cell that contains a comma in quotes, or add the cells that are missing."
            ),
        ],
    ),
    "blank ids": (
        "source,target\n,b\na,\n",
        [
            (
                "{ties}, row 2, column source: found nothing, expected a name or id. "
                "Fill the cell in, or delete the row."
            ),
            (
                "{ties}, row 3, column target: found nothing, expected a name or id. "
                "Fill the cell in, or delete the row."
            ),
        ],
    ),
    "non-numeric weight": (
        "From;To;Strength\na;b;often\nb;a;1,5\n",
        [
            (
                "{ties}, row 2, column Strength: found “often”, expected a number of 0 or more, "
                "with a "
                "decimal point. Write a number such as 2 or 2.5, or leave the cell blank for 1."
            ),
            (
                "{ties}, row 3, column Strength: found “1,5”, expected a number of 0 or more, with "
                "a "
                "decimal point. Write a number such as 2 or 2.5, or leave the cell blank for 1."
            ),
        ],
    ),
    "NaN, infinite and negative weights": (
        "source,target,weight\na,b,NaN\na,b,-inf\na,b,1e999\na,b,-2\n",
        [
            (
                "{ties}, row 2, column weight: found “NaN”, expected a finite number of 0 or more. "
                "Write the strength as an ordinary number, or delete the row."
            ),
            (
                "{ties}, row 3, column weight: found “-inf”, expected a finite number of 0 or "
                "more. "
                "Write the strength as an ordinary number, or delete the row."
            ),
            (
                "{ties}, row 4, column weight: found “1e999”, expected a finite number of 0 or "
                "more. "
                "Write the strength as an ordinary number, or delete the row."
            ),
            (
                "{ties}, row 5, column weight: found “-2”, expected a number of 0 or more. "
                "Put ties that mean the opposite into a relation of their own."
            ),
        ],
    ),
    "a cell of a million characters": (
        f"source,target\na,{'x' * 1_000_000}\n",
        [
            (
                f"{{ties}}, row 2, column target: found “{'x' * 60}… (1,000,000 characters)”, "
                "expected "
                "at most 1,000 characters. "
                "A name this long is most likely a missing quote or line break; look there."
            )
        ],
    ),
    "a heading of a million characters": (
        f"source,{'x' * 1_000_000}\na,b\n",
        [
            (
                "{ties}, row 1: found a heading of more than 100,000 characters, expected a row of "
                "headings. A heading this long is most likely a missing quote or line break."
            )
        ],
    ),
    "NUL characters": (
        "source,target\na,b\nb\0,a\0\n",
        [
            (
                "{ties}, row 3: found a NUL character, expected text. "
                "Export the file again: it is damaged, or not the text it seems to be."
            )
        ],
    ),
    "two columns that could be the weight": (
        "source,target,rating,score\na,b,1,2\n",
        [
            (
                "{ties}, row 1: found the columns “rating” and “score”, expected one column that "
                "can "
                "be the weight. Rename the one that is meant “weight”, and the others to something "
                "else."
            )
        ],
    ),
    "two pairs that could be the ends": (
        "from,to,source,target\na,b,c,d\n",
        [
            (
                "{ties}, row 1: found the columns “from” and “source”, expected one column that "
                "can "
                "be the source. Rename the one that is meant “source”, and the others to something "
                "else."
            ),
            (
                "{ties}, row 1: found the columns “to” and “target”, expected one column that can "
                "be "
                "the target. Rename the one that is meant “target”, and the others to something "
                "else."
            ),
        ],
    ),
    "a heading that could be the wave or the date": (
        "source,target,Year\na,b,2024\n",
        [
            (
                "{ties}, row 1: found the heading “Year”, expected a heading that says whether "
                "this is "
                "the wave or the date. Rename it “wave” if it numbers the rounds of answers, "
                "“date” if "
                "it says when an answer was given, or “note” to leave it out."
            )
        ],
    ),
    "headings that nobody knows": (
        "Person A,Person B\n1,2\n2,3\n",
        [
            (
                "{ties}, row 1: found the columns “Person A”, “Person B”, expected a column "
                "“source”. "
                "Name the column that holds the source of each tie “source”."
            ),
            (
                "{ties}, row 1: found the columns “Person A”, “Person B”, expected a column "
                "“target”. "
                "Name the column that holds the target of each tie “target”."
            ),
        ],
    ),
    "one column without a heading": (
        "ada\nben\n",
        [
            (
                "{ties}, row 1: found the columns “ada”, expected a column “source”. "
                "Name the column that holds the source of each tie “source”."
            ),
            (
                "{ties}, row 1: found the columns “ada”, expected a column “target”. "
                "Name the column that holds the target of each tie “target”."
            ),
        ],
    ),
    "ties with and without direction": (
        "source,target,type\na,b,Directed\nb,a,Undirected\n",
        [
            (
                "{ties}, column type: found ties with and ties without direction, expected one of "
                "the "
                "two for all ties of a relation. Put the ties without direction into a file of "
                "their "
                "own."
            )
        ],
    ),
    "a sign that only a column left out would carry": (
        "source,target,relation,weight,sign\na,b,rates,2,1\nb,a,rates,3,-1\nb,a,blames,3,-1\n",
        [
            (
                "{ties}, row 3, column sign: found “-1”, expected ties that all mean the same "
                "within a "
                "relation. Put ties that mean the opposite into a relation of their own."
            )
        ],
    ),
    "dates in the column of waves": (
        "source,target,wave\n" + "".join(f"a,b,day {i}\n" for i in range(1_001)),
        [
            (
                "{ties}, column wave: found 1,001 different values, expected at most 1,000 waves. "
                "Leave the column out if it does not hold the wave of each tie."
            )
        ],
    ),
    "a matrix that is not square": (
        ",a,b,c\na,0,1,1\nb,1,0,1\n",
        [
            (
                "{ties}: found 2 rows below a first row of 4 cells; “c” stands in only one of the "
                "first row and the first column, expected a row and a column for each person, with "
                "the "
                "same ids. Add the missing row or column, or give the data as a list of ties."
            )
        ],
    ),
    "a matrix with cells that are no strengths": (
        ",a,b,c\na,0,1,\nb,NaN,0,-1\nc,0,0,0\n",
        [
            (
                "{ties}, row 3, column a: found “NaN”, expected a number of 0 or more, with a "
                "decimal "
                "point. Write a number such as 2 or 2.5, or leave the cell blank for no tie."
            ),
            (
                "{ties}, row 3, column c: found “-1”, expected a number of 0 or more. "
                "Put ties that mean the opposite into a relation of their own."
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", TIES_THAT_ARE_WRONG)
def test_the_message_says_where_what_and_how_to_mend(tmp_path, name):
    text, lines = TIES_THAT_ARE_WRONG[name]
    ties = tmp_path / "ties.csv"
    ties.write_text(text, newline="")

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(ties)

    assert str(caught.value).splitlines() == [line.replace("{ties}", str(ties)) for line in lines]
    assert weft.check(ties) == caught.value.problems


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


UNREADABLE = {
    "a picture (PNG)": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a workbook or another zip archive": b"PK\x03\x04\x14\x00",
    "a PDF document": b"%PDF-1.7\n",
    "binary data": bytes(range(256)) * 4,
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_binary_file_is_refused_by_what_it_is(tmp_path, kind):
    path = tmp_path / "ties.csv"
    path.write_bytes(UNREADABLE[kind])

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found {kind}, expected one of: Parquet, an adjacency matrix as text, CSV, TSV. "
        "Export the data as CSV."
    )


def test_a_damaged_parquet_table_is_refused(tmp_path):
    path = tmp_path / "ties.parquet"
    path.write_bytes(b"PAR1 and no more")

    with pytest.raises(weft.UnreadableFileError, match=r"found a damaged Parquet table \(.+\)"):
        weft.read(path)


def test_a_directory_is_refused(tmp_path):
    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}: found a directory, expected a file. Name the file in it."
    )


def test_a_missing_file_is_told_with_one_of_nearly_the_same_name(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target\na,b\n")

    messages = []
    for name in ("ties.tsv", "other.csv", "no/ties.csv"):
        with pytest.raises(weft.UnreadableFileError) as caught:
            weft.check(tmp_path / name)
        messages.append(str(caught.value))

    start = "found no such file, expected a file to read."
    assert messages == [
        f"{tmp_path}/ties.tsv: {start} Did you mean “ties.csv”?",
        f"{tmp_path}/other.csv: {start} Check the name and the folder.",
        f"{tmp_path}/no/ties.csv: {start} Its folder is not there either; check the path.",
    ]


def test_a_file_without_the_right_to_read_it_is_refused(tmp_path, monkeypatch):
    # Tests may run as root, who may read everything.
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(weft.UnreadableFileError) as caught:
        opened(tmp_path / "ties.csv")

    assert str(caught.value) == (
        f"{tmp_path}/ties.csv: found a file that may not be read, expected one that may. "
        "Ask its owner for the right to read it."
    )


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path):
    (tmp_path / "ties.csv").symlink_to("ties.csv")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(tmp_path / "ties.csv")

    assert str(caught.value) == (
        f"{tmp_path}/ties.csv: found a file that cannot be read (Too many levels of symbolic "
        "links), expected one that can. Copy it to another place and try again."
    )


def test_a_compressed_file_that_ends_early_is_refused(tmp_path):
    path = tmp_path / "ties.csv.gz"
    path.write_bytes(gzip.compress(b"source,target\na,b\n")[:-9])

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found compressed data that end early or are damaged, expected a whole gzip file. "
        "Copy or download it again."
    )


def test_bytes_in_no_guessable_encoding_are_refused(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"source,target\na,\x81\n")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found bytes that are neither UTF-8 nor Windows-1252 (the first is 0x81 at byte "
        "16), expected text. Say which encoding the file is in, such as encoding='cp1250', or save "
        "it as UTF-8."
    )


def test_bytes_that_are_not_in_the_named_encoding_are_refused(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"source,target\na,\xff\n")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path, encoding="utf-8")

    assert str(caught.value) == (
        f"{path}: found bytes that are no text in the encoding “utf-8”, expected text. "
        "Say which encoding the file is in, or save it as UTF-8."
    )


@pytest.mark.parametrize("name", ["klingon", "base64", "hex"])
def test_an_encoding_that_does_not_exist_is_refused(tmp_path, name):
    path = tmp_path / "ties.csv"
    path.write_text("source,target\na,b\n")

    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.read(path, encoding=name)

    assert str(caught.value) == (
        f"There is no encoding “{name}”; use a name such as utf-8, utf-16, cp1252, iso-8859-15 or "
        "shift_jis."
    )
