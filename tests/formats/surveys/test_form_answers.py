"""Answers to the form that Weft writes, as Kobo and ODK export them."""

import pytest

import weft
from tests.formats.same import content_of
from weft.formats.roles.table import Table
from weft.formats.surveys.form_answers import holds_answers, ties_in_answers
from weft.formats.tables import Reading, text_array
from weft.network import build


def table(name, text):
    rows = [line.split(",") for line in text.strip().splitlines()]
    columns = zip(*rows[1:], strict=True)
    return Table(
        origin=name, headings=tuple(rows[0]), columns=tuple(text_array(list(c)) for c in columns)
    )


KOBO = (
    table(
        "kobo.xlsx, sheet form",
        """\
me,consent,_id,_submission_time,_index
ana,yes,11,2026-11-01T10:00:00,1
p0001,yes,12,2026-11-02T10:00:00,2
di,no,13,2026-11-02T11:00:00,3
ana,yes,14,2026-11-03T10:00:00,4
""",
    ),
    table(
        "kobo.xlsx, sheet tie",
        """\
tie/alter,tie/trusts,tie/turns_to,_index,_parent_table_name,_parent_index
ben,1,,1,form,1
ana,3,0,2,form,2
ana,4,1,3,form,3
ben,4,1,4,form,4
p0001,2,,5,form,4
""",
    ),
)
ODK = (
    table("form.csv", "SubmissionDate,me,consent,KEY\n2026-11-01,ana,yes,uuid:1"),
    table("form-tie.csv", "alter,trusts,PARENT_KEY,KEY,SET-OF-tie\nben,3,uuid:1,uuid:1/a,x"),
)


def network_of(tables, key=None):
    found = ties_in_answers(tables, Reading(key=key or {}), "form")
    return build(found.ties, found.people, notices=found.notices)


def test_the_last_form_of_each_person_who_agreed_counts():
    network = network_of(KOBO, key={"p0001": "Cy L."})

    assert content_of(network)["reports"] == [
        ("Cy L.", "ana", "Cy L.", "trusts", "1", 3.0, "2026-11-02"),
        ("Cy L.", "ana", "Cy L.", "turns_to", "1", 0.0, "2026-11-02"),
        ("ana", "Cy L.", "ana", "trusts", "1", 2.0, "2026-11-03"),
        ("ana", "ben", "ana", "trusts", "1", 4.0, "2026-11-03"),
        ("ana", "ben", "ana", "turns_to", "1", 1.0, "2026-11-03"),
    ]
    assert [(notice.kind, notice.count) for notice in network.notices] == [
        ("answered-again", 1),
        ("not-agreed", 1),
    ]
    assert network.coverage()[0]["answered"] == 2
    assert network.coverage()[0]["said_no"] == 2


def test_tables_of_odk_are_joined_by_their_keys():
    assert content_of(network_of(ODK))["reports"] == [
        ("ana", "ben", "ana", "trusts", "1", 3.0, "2026-11-01")
    ]


def test_the_two_tables_are_recognised_by_their_headings():
    assert holds_answers([t.headings for t in KOBO])
    assert holds_answers([t.headings for t in ODK])
    assert not holds_answers([KOBO[0].headings])


def test_a_table_without_repeats_is_refused_with_the_way_to_export_them():
    with pytest.raises(weft.InvalidDataError, match="CSV leaves the repeats out"):
        ties_in_answers(KOBO[:1], Reading(), "form")
