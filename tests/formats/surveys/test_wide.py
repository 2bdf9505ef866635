"""Answers of forms: a row for each respondent, a column for each person asked about."""

import pytest

import weft
from tests.formats.same import content_of
from weft.formats.files.file import opened
from weft.formats.registry import format_of

FORM = """\
Timestamp,Your name,Office,I work with [Ana],I work with [Ben],I work with [Cy],I trust [Ana],I trust [Ben],I trust [Cy]
2026-11-01,Ana,north,,3 - often,0 - never,,4,2
2026-11-02,Ben,south,2 - sometimes,,,3,,
"""  # noqa: E501  (as forms export it)


@pytest.fixture
def form(tmp_path):
    def write(text):
        path = tmp_path / "form.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_question_is_a_relation_and_every_answer_a_report(form):
    path = form(FORM)

    network = weft.read(path)

    assert format_of(opened(path)).name == "wide"
    assert content_of(network)["reports"] == [
        ("Ana", "Ben", "Ana", "I trust", "1", 4.0, "2026-11-01"),
        ("Ana", "Ben", "Ana", "I work with", "1", 3.0, "2026-11-01"),
        ("Ana", "Cy", "Ana", "I trust", "1", 2.0, "2026-11-01"),
        ("Ana", "Cy", "Ana", "I work with", "1", 0.0, "2026-11-01"),
        ("Ben", "Ana", "Ben", "I trust", "1", 3.0, "2026-11-02"),
        ("Ben", "Ana", "Ben", "I work with", "1", 2.0, "2026-11-02"),
    ]


def test_who_has_a_row_has_answered_and_who_has_none_has_not(form):
    network = weft.read(form(FORM))

    assert network.coverage() == [
        {"wave": "1", "people": 3, "answered": 2, "said_no": 1, "undeclared": 0, "rate": 2 / 3}
    ]
    assert network.people.attribute("Office") == ("north", "south", None)
    (notice,) = network.notices
    assert notice.text == (
        f"2 people have a row in {form(FORM)} and so answered; 1 is asked about only, and so did "
        "not."
    )


def test_the_last_answers_of_a_person_count(form):
    network = weft.read(form("Me,T [Ana],T [Ben]\nAna,,1\nBen,2,\nAna,,5\n,1,1\n"))

    assert [row[5] for row in content_of(network)["reports"]] == [5.0, 2.0]
    assert [(n.kind, n.count) for n in network.notices[:2]] == [
        ("nameless-rows", 1),
        ("answered-again", 1),
    ]


def test_whose_answers_a_row_holds_is_asked_where_it_cannot_be_told(form):
    path = form("A,B,T [Ana],T [Ben]\nx,y,1,2\n")

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}, row 1: found the columns “A” and “B”, expected one column that says whose "
        "answers a row holds. Say which: --column 'HEADING=source' (in Python columns={'HEADING': "
        "'source'})."
    )
    assert weft.read(path, columns={"A": "source"}).people.ids == ("x", "Ana", "Ben")


def test_answers_in_words_are_refused_because_their_order_is_not_known(form):
    path = form("Name,T [Ana],T [Ben]\nAna,,often\nBen,rarely,\n")

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}, row 2: found the answers “rarely”, “often”, expected numbers, or answers that "
        "begin with a number. Replace each answer by its number, such as 0 for never and 4 for "
        "always."
    )


@pytest.mark.parametrize(
    "text",
    ["source,target,note [x]\na,b,c\n", "source,target\na,b\n", "a [b],c [d]\n1,2\n"],
)
def test_other_tables_are_not_taken_for_a_form(form, text):
    assert format_of(opened(form(text))).name == "csv"


def test_a_key_says_who_is_behind_an_address(form):
    path = form("Email,T [Ana],T [Ben]\nana@example.org,,1\nben@example.org,2,\n")

    without = weft.read(path)
    with_key = weft.read(path, key={"Ana@example.org": "Ana", "ben@example.org": "Ben"})

    assert without.people.ids == ("ana@example.org", "ben@example.org", "Ana", "Ben")
    assert without.notices[0].text == (
        f"Of 2 people who answered in {path}, 2 are not among those asked about. If they only go "
        "by another name there, such as an address, say who is who with a key (--key)."
    )
    assert with_key.people.ids == ("Ana", "Ben")
    assert [notice.kind for notice in with_key.notices] == ["answered-by-rows"]
