"""What is found out about a text file: delimiter, encoding, headings, and what each column is."""

import gzip
from itertools import product

import pytest

import weft


def reports_of(network):
    """Return reports as plain tuples: reporter, source, target, relation, value, wave, date."""
    ids, reports = network.people.ids, network.reports
    return [
        (
            ids[reports.reporter[i]],
            ids[reports.source[i]],
            ids[reports.target[i]],
            network.all_relations[reports.relation[i]].name,
            float(reports.value[i]),
            network.all_waves[reports.wave[i]],
            reports.date[i],
        )
        for i in range(len(reports))
    ]


def read_text(folder, text, *, people=None, **options):
    path = folder / "answers.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return weft.read(path, people, **options)


def test_every_role_of_a_table_of_ties_is_read(tmp_path):
    network = read_text(
        tmp_path,
        "source,target,relation,weight,wave,reporter,date\n"
        "a,b,trusts,2,1,c,2024-05-01\n"
        "b,c,turns_to,0.5,2,b,\n",
    )

    assert reports_of(network) == [
        ("c", "a", "b", "trusts", 2.0, "1", "2024-05-01"),
        ("b", "b", "c", "turns_to", 0.5, "2", None),
    ]
    assert network.name == "answers"
    assert network.notices == ()


HEADINGS = {
    "From,To": {},
    "Source;Target": {},
    "ego\talter": {},
    "sender|receiver": {},
    "FROM_ID,to id": {},
    "From-Id,To.Id": {},
    "respondent,alter": {},
    "respondent,target": {},
    "nominator,nominee": {},
    "node1,node2": {},
}


@pytest.mark.parametrize("headings", HEADINGS)
def test_the_ends_of_a_tie_go_by_many_names(tmp_path, headings):
    delimiter = next(c for c in ",;\t|" if c in headings)
    network = read_text(tmp_path, f"{headings}\n{delimiter.join('ab')}\n")

    assert reports_of(network) == [("a", "a", "b", "ties", 1.0, "1", None)]


@pytest.mark.parametrize(
    ("heading", "cell", "position"),
    [(h, "trusts", 3) for h in ("Relationship", "type", "KIND", "layer", "relation type")]
    + [(h, "3", 4) for h in ("Strength", "value", "rating", "score", "frequency", "count")]
    + [(h, "7", 5) for h in ("Round", "period", "check-in")]
    + [(h, "b", 0) for h in ("reported_by", "respondent", "observer")]
    + [(h, "2024-05-01", 6) for h in ("timestamp", "Date")],
)
def test_further_columns_go_by_many_names(tmp_path, heading, cell, position):
    network = read_text(tmp_path, f"source,target,{heading}\na,b,{cell}\n")

    expected = ["a", "a", "b", "ties", 1.0, "1", None]
    expected[position] = float(cell) if position == 4 else cell
    assert reports_of(network) == [tuple(expected)]
    assert network.notices == ()


def test_a_pair_that_belongs_together_wins_over_a_lone_heading(tmp_path):
    # Kumu maps often have a field “Source” that says where the fact comes from.
    network = read_text(tmp_path, "From,To,Source\na,b,The Times\n")

    assert reports_of(network) == [("a", "a", "b", "ties", 1.0, "1", None)]
    assert [n.text for n in network.notices] == [
        f"1 column was left out of {tmp_path}/answers.csv: “Source”."
    ]


def test_wefts_own_heading_wins_over_another_word_for_it(tmp_path):
    network = read_text(tmp_path, "source,target,relation,type\na,b,trusts,x\n")

    assert network.relations == ("trusts",)
    assert [(n.kind, n.count) for n in network.notices] == [("columns-left-out", 1)]


def test_a_time_beside_a_wave_is_left_out(tmp_path):
    network = read_text(tmp_path, "source,target,wave,time\na,b,2,12:30\n")

    assert network.waves == ("2",)
    assert [n.kind for n in network.notices] == ["columns-left-out"]


def test_the_caller_can_say_what_headings_mean(tmp_path):
    network = read_text(
        tmp_path,
        "Who,Whom,time,score,rating\na,b,2,5,6\n",
        columns={"Who": "source", "Whom": "target", "time": "wave", "score": None},
    )

    assert reports_of(network) == [("a", "a", "b", "ties", 6.0, "2", None)]


def test_a_heading_or_role_that_is_not_there_is_told(tmp_path):
    messages = []
    for columns in ({"Whoo": "source"}, {"Who": "sauce"}):
        with pytest.raises(weft.UnknownNameError) as caught:
            read_text(tmp_path, "Who,Whom\na,b\n", columns=columns)
        messages.append(str(caught.value))

    assert messages == [
        "There is no column “Whoo”; there is: Who, Whom. Did you mean “Who”?",
        (
            "There is no role of a column “sauce”; there is: source, target, relation, weight, "
            "wave, "
            "reporter, date. Did you mean “source”?"
        ),
    ]


def test_a_type_that_says_undirected_makes_a_relation_without_direction(tmp_path):
    network = read_text(tmp_path, "Source,Target,Type,Weight\na,b,Undirected,2\nc,b,Undirected,1\n")

    graph = network.graph()
    assert not graph.directed
    assert network.people.ids == ("a", "c", "b")
    assert (graph.source.tolist(), graph.target.tolist()) == ([0, 1], [2, 2])
    assert graph.answered.tolist() == [True, True, True]
    assert network.notices == ()


def test_a_type_that_says_directed_is_no_relation(tmp_path):
    network = read_text(tmp_path, "Source,Target,Type,Kind\na,b,Directed,trusts\n")

    assert network.relations == ("trusts",)
    assert network.declared("trusts").directed


def test_a_sign_is_left_out_where_opposites_are_relations_of_their_own(tmp_path):
    network = read_text(
        tmp_path, "source,target,relation,weight,sign\na,b,likes,2,1\na,c,dislikes,3,-1\n"
    )

    assert network.relations == ("likes", "dislikes")


def test_a_file_without_headings_is_read_by_position_and_says_so(tmp_path):
    network = read_text(tmp_path, "ada,ben,3\nben,cem,2\n")

    assert reports_of(network) == [
        ("ada", "ada", "ben", "ties", 1.0, "1", None),
        ("ben", "ben", "cem", "ties", 1.0, "1", None),
    ]
    place = f"{tmp_path}/answers.csv"
    assert [n.text for n in network.notices] == [
        (
            f"{place} has no row of headings; its first two columns were read as source and "
            "target, "
            "beginning with “ada” and “ben”."
        ),
        f"1 column was left out of {place}: “column 3”.",
    ]


def test_headings_only_with_people_is_a_network_without_ties(tmp_path):
    network = read_text(tmp_path, "source,target\n", people=["a", "b"])

    assert (len(network), len(network.reports), network.graph().m) == (2, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "source,target\ná é,ß\n".encode(),
        "source,target\ná é,ß\n".encode("utf-8-sig"),
        "source,target\ná é,ß\n".encode("utf-16"),
        b"\xfe\xff" + "source,target\ná é,ß\n".encode("utf-16-be"),
        "source,target\rá é,ß\r".encode(),
        "source,target\r\ná é,ß\r\n".encode(),
        "\n\nsource,target\n\ná é,ß".encode(),
        gzip.compress("source,target\ná é,ß\n".encode(), mtime=0),
    ],
)
def test_the_same_table_comes_in_many_encodings(tmp_path, text):
    network = read_text(tmp_path, text)

    assert network.people.ids == ("á é", "ß")
    assert network.notices == ()


def test_windows_1252_is_assumed_aloud(tmp_path):
    network = read_text(tmp_path, "source,target\nJosé,Zoë “Z”\n".encode("cp1252"))

    assert network.people.ids == ("José", "Zoë “Z”")
    assert [n.text for n in network.notices] == [
        (
            f"{tmp_path}/answers.csv is not UTF-8; it was read as Windows-1252. If names look "
            "wrong, "
            "say which encoding it is in, such as --encoding cp1250."
        )
    ]


def test_the_caller_can_say_the_encoding(tmp_path):
    network = read_text(
        tmp_path, "source,target\nŁucja,Šárka\n".encode("cp1250"), encoding="cp1250"
    )

    assert network.people.ids == ("Łucja", "Šárka")
    assert network.notices == ()


IDS = (
    "007",
    "7",
    " 7",
    "7.0",
    "a,b",
    'say "hi"',
    "two\nlines",
    "null",
    "NA",
    "Ångström",
    "A\u030a",
)


def test_ids_are_kept_exactly(tmp_path):
    quoted = [f'"{person.replace(chr(34), chr(34) * 2)}"' for person in IDS]
    text = "source,target\n" + "".join(f"{a},{b}\n" for a, b in product(quoted, quoted))

    assert read_text(tmp_path, text).people.ids == IDS


def test_a_delimiter_inside_quotes_does_not_count(tmp_path):
    network = read_text(tmp_path, 'source;target\n"a,b,c";"d,e,f"\n"g,h,i";j\n')

    assert network.people.ids == ("a,b,c", "g,h,i", "d,e,f", "j")


def test_a_first_line_for_excel_says_the_delimiter_and_is_no_row(tmp_path):
    network = read_text(tmp_path, "sep=;\r\nsource;target;weight\r\na,b;c;2\r\n")

    assert network.people.ids == ("a,b", "c")
    path = tmp_path / "answers.csv"
    path.write_text("sep=;\nsource;target;weight\na;b;x\n")
    assert [p.row for p in weft.check(path)] == [3]


def test_a_network_is_called_after_its_folder_where_the_file_has_a_common_name(tmp_path):
    folder = tmp_path / "coalition"
    folder.mkdir()
    (folder / "ties.csv").write_text("source,target\na,b\n")

    assert weft.read(folder / "ties.csv").name == "coalition"
    assert weft.read(folder / "ties.csv", name="Ours").name == "Ours"


def test_the_ties_of_one_network_may_stand_in_several_files(tmp_path):
    (tmp_path / "1.csv").write_text("From,To,Wave\na,b,1\n")
    (tmp_path / "2.tsv").write_text("To\tFrom\tWave\tStrength\na\tc\t2\t4\n")

    network = weft.read([tmp_path / "1.csv", tmp_path / "2.tsv"])

    assert reports_of(network) == [
        ("a", "a", "b", "ties", 1.0, "1", None),
        ("c", "c", "a", "ties", 4.0, "2", None),
    ]


@pytest.mark.parametrize("above", ["", "\n\n", "sep=,\n"])
def test_lines_above_the_first_row_are_counted_where_there_are_no_headings(tmp_path, above):
    path = tmp_path / "ties.csv"
    path.write_text(f"{above}1,2\n,3\n")

    assert [p.row for p in weft.check(path)] == [above.count("\n") + 2]


def test_an_unequal_row_has_its_number_whatever_stands_above(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("\nsource,target\na,b\na,b,c\n,d\n")

    assert [(p.kind, p.row) for p in weft.check(path)] == [("unequal-row", 4), ("empty-cell", 5)]
