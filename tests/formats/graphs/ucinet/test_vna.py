"""NetDraw's VNA: sections of people and ties, and columns that are relations."""

import io

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import weft
from weft.formats.files.file import File
from weft.formats.graphs.ucinet.vna import looks_like_vna

WHOLE = """*Node data
ID team age
ann "the sea" 30
"Bo B" "" 41
cy hills 7
*Node properties
ID x y color shape size shortlabel
ann 1 2 255 1 10 ann
dee 1 2 255 1 10 dee
*Tie data
from to strength
ann "Bo B" 1.5
"Bo B" cy 2
cy eve 1
"""


def read(text, **options):
    """Return the network in a VNA text."""
    return weft.read(io.BytesIO(text.encode()), format="vna", **options)


def ties_in(network):
    """Return the ties of a network as tuples of ends, relation and weight."""
    reports, ids = network.all_reports, network.people.ids
    names = [relation.name for relation in network.all_relations]
    rows = zip(reports.source, reports.target, reports.relation, reports.value, strict=True)
    return [(ids[s], ids[t], names[r], float(v)) for s, t, r, v in rows]


def test_people_attributes_and_ties_are_read():
    network = read(WHOLE)

    assert ties_in(network) == [
        ("ann", "Bo B", "ties", 1.5),
        ("Bo B", "cy", "ties", 2),
        ("cy", "eve", "ties", 1),
    ]
    assert network.people.ids == ("ann", "Bo B", "cy", "dee", "eve")
    assert {k: list(v) for k, v in network.people.attributes.items()} == {
        "team": ["the sea", None, "hills", None, None],
        "age": ["30", "41", "7", None, None],
    }
    assert [notice.text for notice in network.notices] == [
        "People who stand in a tie but are not listed as nodes: 1. They were added."
    ]


CHANGES = {
    "dos": lambda text: text.replace("\n", "\r\n"),
    "old mac": lambda text: text.replace("\n", "\r"),
    "mark": lambda text: "\ufeff\n" + text,
    "preamble": lambda text: "made by hand\n" + text,
    "capitals": str.upper,
    "titles": lambda text: text.replace("*Tie data", "*tie_data").replace("*Node", "* NODE "),
    "comments": lambda text: text.replace("*Tie data", "% a comment\n// another\n*Tie data"),
    "order": lambda text: text[text.index("*Tie") :] + text[: text.index("*Tie")],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_case_line_ends_comments_and_the_order_of_sections_do_not_matter(change):
    found = [(s.lower(), t.lower(), v) for s, t, _, v in ties_in(read(change(WHOLE)))]

    assert found == [("ann", "bo b", 1.5), ("bo b", "cy", 2), ("cy", "eve", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "*Tie data\nfrom\tto\tstrength\nAnn A\tbo\t2\n",
        "*Tie data\nfrom,to,strength\nAnn A, bo ,2\n",
        '*Tie data\nfrom,to,strength\n"Ann A","bo",2\n',
        '*Tie data\nfrom to strength\n"Ann A"\tbo\t2\n',
    ],
)
def test_cells_stand_apart_by_spaces_tabs_or_commas(text):
    assert ties_in(read(text)) == [("Ann A", "bo", "ties", 2)]


def test_quotes_and_numbered_characters_within_a_label_are_kept():
    network = read('*Tie data\nfrom to\n"the ""elder""" a"b\n"x&#10;y" "&#38;#34;"\n')

    assert network.people.ids == ('the "elder"', "x\ny", 'a"b', "&#34;")


def test_each_of_several_columns_of_numbers_is_a_relation():
    network = read(
        '*Tie data\nfrom to friends work kind never\na b 1 0 old 0\nb a 2 3 new 0\na c "" 1 old 0\n'
    )

    assert sorted(ties_in(network)) == [
        ("a", "b", "friends", 1),
        ("a", "c", "work", 1),
        ("b", "a", "friends", 2),
        ("b", "a", "work", 3),
    ]
    assert network.relations == ("friends", "work", "never")
    assert [notice.text for notice in network.notices] == [
        (
            "Each column of numbers of the ties in the stream was read as a relation, 0 as no tie: "
            "“friends”, “work”, “never”."
        ),
        "Attributes of the ties of the stream that were left out: “kind”.",
    ]


def test_one_column_of_numbers_is_the_strength_or_a_relation_by_its_name():
    strength = read("*Tie data\nfrom to strength\na b 2\nb a 0\n")
    friends = read("*Tie data\nfrom to friends\na b 2\nb a 0\n")

    assert ties_in(strength) == [("a", "b", "ties", 2), ("b", "a", "ties", 0)]
    assert ties_in(friends) == [("a", "b", "friends", 2)]


def test_columns_that_say_who_when_and_which_are_no_relations():
    network = read(
        "*Tie data\nfrom to strength relation wave reporter date\n"
        "a b 2 trusts 1 b 2026-01-02\na b 3 helps 2 a 2026-02-03\n"
    )

    assert ties_in(network) == [("a", "b", "trusts", 2), ("a", "b", "helps", 3)]
    assert network.waves == ("1", "2")
    assert network.all_reports.date.tolist() == ["2026-01-02", "2026-02-03"]
    assert [network.people.ids[i] for i in network.all_reports.reporter] == ["b", "a"]


def test_what_the_caller_says_of_a_column_holds():
    network = read("*Tie data\nfrom to friends work\na b 1 5\n", columns={"work": "weight"})

    assert ties_in(network) == [("a", "b", "ties", 5)]


def test_short_lines_and_unknown_sections_are_said():
    network = read("*Tie data\nfrom to strength\na b\nb c 2\n*Colours\nx y\n")

    assert ties_in(network) == [("a", "b", "ties", 1), ("b", "c", "ties", 2)]
    assert [notice.text for notice in network.notices] == [
        "Sections of the stream that were left out: “*Colours”.",
        "1 lines of the stream have fewer cells than headings; the last ones were blank.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "*Node data\nID\na\n",
            (
                "the stream: found no section “*Tie data” with headings, expected one with the "
                "headings from, to and a value for each relation. Save the network again in "
                "NetDraw, with its ties."
            ),
        ),
        (
            "*Tie data\nfrom to\na b c\n",
            (
                "the stream, row 3: found 3 cells, expected 2, one below each heading. Write "
                "what holds a space in quotes."
            ),
        ),
        (
            "*Node data\nID x x\n*Tie data\nfrom to\na b\n",
            (
                "the stream, row 2: found the heading “x” twice, expected a heading of its own "
                "for each column. Rename one of the two columns."
            ),
        ),
        (
            "*Tie data\nfrom to strength\na b much\n",
            (
                "the stream, row 3, column weight: found “much”, expected a number of 0 or "
                "more, with a decimal point. Write a number such as 2 or 2.5, or leave the cell"
                " blank for 1."
            ),
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, message):
    with pytest.raises(weft.InvalidDataError) as raised:
        read(text)

    assert [str(problem) for problem in raised.value.problems] == [message]


def test_a_file_without_a_tie_says_so():
    network = read("*Node data\nID\na\nb\n*Tie data\nfrom to strength\n")

    assert network.people.ids == ("a", "b")
    assert [notice.text for notice in network.notices] == ["There is no tie in the stream."]


@pytest.mark.parametrize(
    ("data", "is_vna"),
    [
        (b"*Node data\nID\n", True),
        (b"\xef\xbb\xbf\r\n*TIE DATA\r\nfrom to", True),
        ("*node properties\n".encode("utf-16"), True),
        (b"*Vertices 3\n", False),
        (b"*Network x\n*node data\n", False),
        (b"source,target\n", False),
        (b"", False),
    ],
)
def test_a_file_is_known_by_its_first_section(data, is_vna):
    assert looks_like_vna(File("x", content=data)) is is_vna


def test_each_relation_is_written_as_a_column(tmp_path):
    ties = [("ann", "Bo B", "trusts", 2), ("ann", "Bo B", "helps", 1), ("Bo B", "cy", "helps", 0.5)]
    people = {"id": ["ann", "Bo B", "cy", "dee"], "team": ["a b", None, "x", "y"]}
    path = tmp_path / "n.vna"

    weft.write(weft.read(ties, people), path)

    assert path.read_text() == (
        '*Node data\nID team\nann "a b"\n"Bo B" ""\ncy x\ndee y\n*Tie data\n'
        'from to trusts helps\nann "Bo B" 2 1\n"Bo B" cy 0 0.5\n'
    )


@pytest.mark.parametrize("name", ["strength", "wave", "relation", "From", "weight"])
def test_relations_called_like_a_heading_come_back(tmp_path, name):
    path = tmp_path / "n.vna"
    weft.write(weft.read([("a", "b", name, 2), ("b", "a", name, 1)]), path)

    assert ties_in(weft.read(path)) == [("a", "b", name, 2), ("b", "a", name, 1)]


WORDS = st.sampled_from(
    [
        "*node data",
        "*tie data",
        "*tie data\n",
        "*Node properties",
        "*x",
        "ID",
        "from",
        "to",
        "wave",
        "strength",
        "relation",
        "type",
        "name",
        "id",
        "a",
        "b",
        '"a b"',
        '""',
        '"',
        '"""',
        "1",
        "0",
        "-1",
        "\n",
        "\n",
        "\n",
        "\t",
        ",",
        "%",
        "//",
        "&#34;",
        "\x1a",
        "é",
    ]
)


@settings(max_examples=400, deadline=None)
@given(words=st.lists(WORDS, max_size=30), apart=st.sampled_from([" ", "\t", ","]))
def test_any_words_are_read_or_refused_with_a_reason(words, apart):
    try:
        found = read("*tie data\n" + apart.join(words))
    except (weft.InvalidDataError, weft.UnreadableFileError) as error:
        found = error

    assert isinstance(found, weft.Network) or "expected " in str(found)


def test_a_file_of_too_many_columns_is_refused():
    headings = " ".join(f"c{i}" for i in range(6_000))

    with pytest.raises(weft.InvalidDataError) as refused:
        weft.read(io.BytesIO(f"*tie data\nfrom to {headings}\n".encode()), format="vna")

    assert str(refused.value) == (
        "the stream, row 2: found 6,002 different attributes, expected 5,000 at most. Export the "
        "file again with fewer attributes."
    )
