import io
import json
import zipfile

import pytest

import weft
from tests.formats.logs.saying import left_out, ties

MONDAY, TUESDAY, NEXT_WEEK = "1699833600.000100", "1699966800.0002", "1700500000.000300"
USERS = [
    {"id": "U1", "name": "ada.l", "profile": {"email": "Ada@a.org"}},
    {"id": "U2", "name": "ben", "profile": {"email": "ben@b.org"}},
    {"id": "U3", "name": "cy", "profile": {}},
    {"id": "U9", "name": "poll", "is_bot": True},
]
KEY = {"ada@a.org": "Ada", "ben": "Ben", "U3": "Cy"}


def said(user, ts=MONDAY, **more):
    return {"type": "message", "user": user, "ts": ts, "text": "", **more}


def export(messages, *, prefix="", more=()):
    """Return an export with these messages in one public channel and one private one."""
    files = {
        "channels.json": [{"name": "general"}],
        "groups.json": [{"name": "secret"}],
        "dms.json": [{"id": "D1"}, {"id": "D2"}],
        "users.json": USERS,
        "general/2023-11-14.json": messages,
        "secret/2023-11-14.json": [said("U3", text="<@U1>")],
        "D1/2023-11-14.json": [said("U3", text="<@U1>")],
        **dict(more),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, value in files.items():
            text = value if isinstance(value, str) else json.dumps(value)
            archive.writestr(prefix + name, text)
    content.seek(0)
    return content


def read(*messages, key=KEY, **options):
    return weft.read(export(list(messages), **options), key=key)


def test_replies_mentions_and_reactions_are_ties_by_week():
    network = read(
        said("U1"),
        said("U2", TUESDAY, thread_ts=MONDAY, text="as <@U3> and <@U3|cy> said, <@U2>"),
        said("U3", NEXT_WEEK, thread_ts="1.0", parent_user_id="U2"),
        said("U3", NEXT_WEEK, reactions=[{"name": "+1", "users": ["U1", "U2"]}]),
    )

    assert ties(network) == [
        ("mentions", "Ben", "Cy", 1, "2023-11-13"),
        ("reacts_to", "Ada", "Cy", 1, "2023-11-20"),
        ("reacts_to", "Ben", "Cy", 1, "2023-11-20"),
        ("replies_to", "Ben", "Ada", 1, "2023-11-13"),
        ("replies_to", "Cy", "Ben", 1, "2023-11-20"),
    ]


def test_what_happens_often_in_a_week_is_summed():
    network = read(said("U1", text="<@U2>"), said("U1", TUESDAY, text="<@U2>"))

    assert ties(network) == [("mentions", "Ada", "Ben", 2, "2023-11-13")]


def test_what_is_left_out_is_counted():
    network = read(
        said("U1", text="<@U2> <@U9> <@USLACKBOT>"),
        said("U1", subtype="channel_join"),
        said("U9", text="<@U1>"),
        said("U1", "never", text="<@U2>"),
        said("U2", thread_ts="12.0"),
        {"type": "message", "ts": MONDAY, "bot_id": "B1"},
        "nothing",
    )

    assert ties(network) == [("mentions", "Ada", "Ben", 1, "2023-11-13")]
    assert left_out(network) == (
        "left out were entries that are not as such exports have them (1); messages of programs, "
        "and of joining and leaving (3); messages without a readable date (1); private channels "
        "and conversations (3); replies to messages that are not there (1)."
    )


def test_who_wrote_without_an_answer_is_there():
    network = read(said("U1", text="<@U2>"), said("U3"))

    assert network.people.ids == ("Ada", "Ben", "Cy")


def test_an_export_inside_a_folder_of_its_archive_is_read():
    assert len(read(said("U1", text="<@U2>"), prefix="our export/")) == 2


def test_an_unpacked_export_is_read_the_same(tmp_path):
    packed = export([said("U1", text="<@U2>")])
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "log")
    packed.seek(0)

    assert ties(weft.read(tmp_path / "log", key=KEY)) == ties(weft.read(packed, key=KEY))


def test_a_day_that_is_damaged_is_refused_without_the_name_of_the_channel():
    with pytest.raises(weft.UnreadableFileError) as error:
        read(said("U1", text="<@U2>"), more=[("general/2023-11-15.json", "[{")])

    assert str(error.value) == (
        "the stream: found text that is not JSON in the day file number 2, expected a whole file. "
        "Export it again."
    )


@pytest.mark.parametrize("odd", [None, 1, [], {"id": 7}, {"user": []}, {"ts": {}}, "x"])
def test_odd_entries_are_left_out(odd):
    more = [("org_users.json", [odd]), ("general/2023-11-15.json", [odd])]
    network = read(
        said("U1", text="<@U2>", reactions=[odd, {"users": odd}, {"users": [odd]}]), more=more
    )

    assert ("mentions", "Ada", "Ben", 1, "2023-11-13") in ties(network)


def test_an_export_without_a_tie_is_refused():
    with pytest.raises(weft.InvalidDataError) as error:
        read(said("U1"))

    assert str(error.value) == (
        "the stream: found no reply, mention or reaction between two people (left out: private "
        "channels and conversations (3)), expected some. Check that this is the export of the "
        "right channels and that it finished."
    )
