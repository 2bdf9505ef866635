"""Every way in which a table of ties can be wrong, with the whole message."""

import pytest

import weft

TIES_THAT_ARE_WRONG = {
    "missing column": (
        "source,weight\na,1\n",
        [
            (
                "{ties}, row 1: found the columns “source”, “weight”, expected a column “target”. "
                "Name the column that holds the target of each tie “target”, or say which it is: "
                "--column 'HEADING=target'."
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
                "be the weight. Say which is meant, such as --column 'rating=weight'; or rename "
                "it “weight”, and the others to something else."
            )
        ],
    ),
    "two pairs that could be the ends": (
        "from,to,source,target\na,b,c,d\n",
        [
            (
                "{ties}, row 1: found the columns “from” and “source”, expected one column that "
                "can "
                "be the source. Say which is meant, such as --column 'from=source'; or rename "
                "it “source”, and the others to something else."
            ),
            (
                "{ties}, row 1: found the columns “to” and “target”, expected one column that can "
                "be "
                "the target. Say which is meant, such as --column 'to=target'; or rename "
                "it “target”, and the others to something else."
            ),
        ],
    ),
    "a heading that could be the wave or the date": (
        "source,target,Year\na,b,2024\n",
        [
            (
                "{ties}, row 1: found the heading “Year”, expected a heading that says whether "
                "this is "
                "the wave or the date. Say it: --column 'Year=wave' if it numbers the rounds of "
                "answers, 'Year=date' if it says when an answer was given, 'Year=' to leave it out "
                "(in Python columns={'Year': 'wave'}, 'date' or None)."
            )
        ],
    ),
    "headings that nobody knows": (
        "Person A,Person B\n1,2\n2,3\n",
        [
            (
                "{ties}, row 1: found the columns “Person A”, “Person B”, expected a column "
                "“source”. "
                "Name the column that holds the source of each tie “source”, or say which it is: "
                "--column 'HEADING=source'."
            ),
            (
                "{ties}, row 1: found the columns “Person A”, “Person B”, expected a column "
                "“target”. "
                "Name the column that holds the target of each tie “target”, or say which it is: "
                "--column 'HEADING=target'."
            ),
        ],
    ),
    "one column without a heading": (
        "ada\nben\n",
        [
            (
                "{ties}, row 1: found the columns “ada”, expected a column “source”. "
                "Name the column that holds the source of each tie “source”, or say which it is: "
                "--column 'HEADING=source'."
            ),
            (
                "{ties}, row 1: found the columns “ada”, expected a column “target”. "
                "Name the column that holds the target of each tie “target”, or say which it is: "
                "--column 'HEADING=target'."
            ),
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
