"""Who was there when: a record of what people did says it, answers to a question do not."""

from dataclasses import replace

import weft
from weft.formats.roles.presence import with_presence
from weft.formats.tables import Tables, text_array
from weft.network import Columns, build

RECORD = Tables(
    name="log",
    ties=Columns(
        "log",
        {
            "source": text_array(["a", "b", "a"]),
            "target": text_array(["b", "a", "c"]),
            "wave": text_array(["2020", "2021", "2022"]),
        },
    ),
    people=Columns("log", {"id": text_array(["a", "b", "c", "d"])}),
    observed=True,
)


def coverage(tables):
    network = build(tables.ties, tables.people, everyone_answered=tables.observed)
    return [(row["wave"], row["people"], row["answered"]) for row in network.coverage()]


def test_people_belong_from_their_first_to_their_last_wave():
    assert coverage(RECORD) == [("2020", 4, 4), ("2021", 4, 4), ("2022", 4, 4)]
    assert coverage(with_presence(RECORD)) == [("2020", 3, 3), ("2021", 3, 3), ("2022", 3, 3)]


def test_it_is_said():
    (notice,) = with_presence(RECORD).notices

    assert notice.text == (
        "Each person counts as belonging from the first to the last wave in which they have a tie; "
        "those without a tie belong to every wave."
    )


def test_answers_and_single_waves_say_nothing_of_presence():
    asked = replace(RECORD, observed=False)
    ties = replace(RECORD.ties, columns={**RECORD.ties.columns, "wave": text_array(["2020"] * 3)})
    single = replace(RECORD, ties=ties)

    assert with_presence(asked) is asked
    assert with_presence(single) is single


def test_a_log_that_is_cut_into_waves_has_it(tmp_path):
    mails = [("a", "b", "5 Jan 2026"), ("b", "a", "6 Jan 2026"), ("a", "c", "5 May 2026")]
    text = "".join(
        f"From x Mon Jan  5 10:00:00 2026\nFrom: {sender}@example.org\nTo: {to}@example.org\n"
        f"Date: {day} 10:00:00 +0000\nMessage-ID: <{i}@example.org>\n\nhidden\n\n"
        for i, (sender, to, day) in enumerate(mails)
    )
    (tmp_path / "list.mbox").write_text(text)

    network = weft.read(tmp_path / "list.mbox", waves="quarter")

    assert [(row["wave"], row["people"]) for row in network.coverage()] == [
        ("2026-Q1", 2),
        ("2026-Q2", 2),
    ]
