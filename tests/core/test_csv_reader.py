import numpy as np
import pytest

from weft._core import CsvReader, csv_first_row


def taken(text, kinds=("id", "id", "number"), *, delimiter=",", ids=(0, 1), pieces=1):
    """Return the reader once it took a text, in so many pieces, and why it is not plain."""
    content = np.frombuffer(text.encode() if isinstance(text, str) else text, dtype=np.uint8)
    reader = CsvReader(delimiter, list(kinds), list(ids), len(content))
    begin, size = 0, max(1, -(-len(content) // pieces))
    for end in [*range(size, len(content), size), len(content)]:
        count, why = reader.take(content, begin, end, end == len(content))
        if why is not None:
            return reader, why
        begin += count
    assert begin == len(content)
    reader.finish()
    return reader, None


def test_people_are_numbered_as_the_first_column_and_then_the_second_names_them():
    reader, why = taken("b,a,2\nc,d,1.5\na,b,\n")

    assert why is None
    assert reader.rows == 3
    assert reader.people() == ("b", "c", "a", "d")
    assert (reader.codes(0).tolist(), reader.codes(1).tolist()) == ([0, 1, 2], [2, 3, 0])
    values, rows, _ = reader.numbers(2)
    assert (values.tolist(), rows.tolist()) == ([2.0, 1.5, 1.0], [])


def test_it_does_not_matter_where_the_bytes_are_cut():
    text = 'é,"b, ""c""",2\r\n"two\nlines",é,0.5\r\n' * 30 + "x,y,3"
    found = []
    for pieces in range(1, len(text.encode()) + 1):
        reader, why = taken(text, pieces=pieces)
        found.append((why, reader.people(), reader.codes(0).tolist(), reader.codes(1).tolist()))

    assert found[0][:2] == (None, ("é", "two\nlines", "x", 'b, "c"', "y"))
    assert all(each == found[0] for each in found)


def test_labels_texts_and_columns_that_are_only_looked_at():
    kinds = ("id", "label", "id", "text", "looked at", "looked at", "left out")
    reader, why = taken("a,t,b,d1,,,1\nb,,a,,,x,'\nb,t,c,d3,,,\n", kinds, ids=(0, 2))

    start, content = reader.texts(3)
    assert why is None
    assert (reader.codes(1).tolist(), reader.labels(1)) == ([0, 1, 0], ("t", ""))
    assert (start.tolist(), content.tobytes()) == ([0, 2, 2, 4], b"d1d3")
    assert [reader.holds_something(i) for i in (4, 5)] == [False, True]


def test_a_blank_reporter_is_the_source():
    reader, _ = taken("a,b,\nb,a,c\n", ("id", "id", "id"), ids=(0, 1, 2))

    assert reader.people() == ("a", "b", "c")
    assert reader.codes(2).tolist() == [0, 2]


@pytest.mark.parametrize("people", [1, 700, 5_000])
def test_many_ids_of_all_lengths_are_told_apart(people):
    draws = np.random.default_rng(people)
    names = ["x" * int(draws.integers(0, 40)) + str(i) for i in range(people)]
    ends = draws.integers(people, size=(2, 3 * people))
    text = "".join(f"{names[s]},{names[t]},1\n" for s, t in ends.T)

    reader, why = taken(text, pieces=7)

    ids = reader.people()
    assert why is None
    assert [ids[code] for code in reader.codes(0)] == [names[s] for s in ends[0]]
    assert [ids[code] for code in reader.codes(1)] == [names[t] for t in ends[1]]
    assert len(set(ids)) == len(ids)


def test_numbers_are_read_as_python_reads_them():
    draws = np.random.default_rng(0)
    cells = [repr(float(x)) for x in draws.random(2_000) * 10.0 ** draws.integers(-30, 30, 2_000)]
    cells += [f"{x:.{d}f}" for x, d in zip(draws.random(2_000) * 1e6, draws.integers(0, 12, 2_000),
                                          strict=True)]  # fmt: skip
    cells += ["0", "00", "1.", ".5", "007.250", "9007199254740992", "9007199254740993", "1e5"]
    reader, why = taken("".join(f"a,b,{cell}\n" for cell in cells))

    values, rows, (start, content) = reader.numbers(2)
    assert why is None
    left = {int(row): content[start[i] : start[i + 1]].tobytes() for i, row in enumerate(rows)}
    assert all(left.get(row, cell.encode()) == cell.encode() for row, cell in enumerate(cells))
    own = [row for row in range(len(cells)) if row not in left]
    assert values[own].tolist() == [float(cells[row]) for row in own]
    assert len(own) > 1_000


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b\n", "a row of fewer cells than the headings"),
        ("a,b,1,2\n", "a row of more cells than the headings"),
        ("a,b,1\n\na,b,2\n", "an empty line between rows"),
        ('a,b"c,1\n', "a quotation mark within a cell"),
        ('a,"b"c,1\n', "text behind a closing quotation mark"),
        ('a,"b,1\n', "a quotation mark that is not closed"),
        ("a,b\rc,1\n", "a carriage return by itself"),
        ("a,b\0,1\n", "a NUL character"),
        (b"a,b\xff,1\n", "bytes that are not UTF-8"),
        (b"a,b\xed\xa0\x80,1\n", "bytes that are not UTF-8"),
        (",b,1\n", "an id that is empty or begins with blank space"),
        ("a, b,1\n", "an id that is empty or begins with blank space"),
        ("a,\u00a0,1\n", "an id that is empty or begins with blank space"),
        ("a,\u3000b,1\n", "an id that is empty or begins with blank space"),
        (f"a,{'b' * 1_001},1\n", "an id that is too long"),
        ("'=a,b,1\n", "an apostrophe before a cell"),
        ("a,b,often\n", "a cell that is no number of 0 or more"),
        ("a,b,-1\n", "a cell that is no number of 0 or more"),
        ("a,b,nan\n", "a cell that is no number of 0 or more"),
        ("a,b, 1\n", "a cell that is no number of 0 or more"),
    ],
)
def test_what_is_not_plain_is_left_to_the_other_reader(text, why):
    assert taken(text)[1] == why


def test_empty_lines_at_the_end_are_nothing():
    reader, why = taken("a,b,1\n\n\r\n")

    assert (reader.rows, why) == (1, None)


def test_the_first_row():
    assert csv_first_row(b'source,"the ""target""",\r\na,b,c', ",") == (
        ("source", 'the "target"', ""),
        26,
    )
    assert csv_first_row(b"no end", ",") is None
    assert csv_first_row(b"'=source,target\n", ",") is None


def test_what_cannot_be_asked_for_is_refused():
    with pytest.raises(ValueError, match="expected 2 to 8"):
        CsvReader(",", ["id", "number"], [0], 0)
    with pytest.raises(ValueError, match="Column 1 is not one of ids"):
        CsvReader(",", ["id", "number"], [0, 1], 0)
    with pytest.raises(ValueError, match="a column of the kind word"):
        CsvReader(",", ["id", "word"], [0, 1], 0)
    with pytest.raises(ValueError, match="one character of ASCII"):
        CsvReader('"', ["id", "id"], [0, 1], 0)
    with pytest.raises(ValueError, match="Column 1 was left out"):
        CsvReader(",", ["id", "left out", "id"], [0, 2], 0).codes(1)
    with pytest.raises(ValueError, match="Found bytes 0 to 9 of 1"):
        CsvReader(",", ["id", "id"], [0, 1], 0).take(np.zeros(1, np.uint8), 0, 9, last=True)
