import io
import json
import zipfile

import pytest

import weft
from tests.formats.logs.saying import left_out, ties

DAY, NEXT = 1_699_963_200_000, 1_700_049_600_000
HEAD = [
    {"type": "version", "version": 1},
    {"type": "channel", "channel": {"team": "t", "name": "town", "type": "O"}},
    {"type": "channel", "channel": {"team": "t", "name": "board", "type": "P"}},
    {"type": "user", "user": {"username": "ada", "email": "Ada@a.org"}},
    {"type": "user", "user": {"username": "ben.b", "email": "ben@b.org"}},
    {"type": "user", "user": {"username": "cy"}},
    {"type": "bot", "bot": {"username": "poll"}},
]
KEY = {"ada@a.org": "Ada", "ben.b": "Ben", "cy": "Cy"}


def post(user, message="", at=DAY, **more):
    written = {"team": "t", "channel": "town", "user": user, "message": message, "create_at": at}
    return {"type": "post", "post": {**written, **more}}


def lines(*posts):
    return "\n".join(json.dumps(line) for line in [*HEAD, *posts]).encode()


def read(*posts, key=KEY):
    return weft.read(io.BytesIO(lines(*posts)), key=key)


def test_replies_mentions_and_reactions_are_ties_by_day():
    network = read(
        post(
            "ada",
            "for @ben.b. and @Cy, not mail@ben.b or @all",
            replies=[
                {
                    "user": "cy", "message": "@ada", "create_at": NEXT,
                    "reactions": [{"user": "ada", "emoji_name": "x", "create_at": NEXT}],
                }
            ],
            reactions=[{"user": "ben.b", "emoji_name": "x"}],
        )
    )  # fmt: skip

    assert ties(network) == [
        ("mentions", "Ada", "Ben", 1, "2023-11-14"),
        ("mentions", "Ada", "Cy", 1, "2023-11-14"),
        ("mentions", "Cy", "Ada", 1, "2023-11-15"),
        ("reacts_to", "Ada", "Cy", 1, "2023-11-15"),
        ("reacts_to", "Ben", "Ada", 1, "2023-11-14"),
        ("replies_to", "Cy", "Ada", 1, "2023-11-15"),
    ]


def test_what_is_left_out_is_counted():
    network = read(
        post("ada", "@cy"),
        post("cy", "@ada", channel="board"),
        {"type": "direct_channel", "direct_channel": {"members": ["ada", "cy"]}},
        {"type": "direct_post", "direct_post": {"user": "cy", "message": "@ada"}},
        post("cy", "@ada", type="system_join_channel"),
        post("poll", "@ada"),
        post("cy", "@ada", at=None),
        {"type": "post", "post": 1},
        {"type": "emoji", "emoji": {}},
    )

    assert ties(network) == [("mentions", "Ada", "Cy", 1, "2023-11-14")]
    assert left_out(network) == (
        "left out were entries that are not as such exports have them (1); messages of programs, "
        "and of joining and leaving (2); messages without a readable date (1); private channels "
        "and conversations (2)."
    )


def test_the_archive_around_the_lines_is_read():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("data/picture.png", b"\x89PNG")
        archive.writestr("import.jsonl", lines(post("ada", "@cy")))
    content.seek(0)

    assert ties(weft.read(content, key=KEY)) == ties(read(post("ada", "@cy")))


def test_a_line_that_is_damaged_is_refused_with_its_number():
    with pytest.raises(weft.InvalidDataError) as error:
        weft.read(io.BytesIO(lines(post("ada", "@cy")) + b'\n{"type": "po'))

    assert str(error.value) == (
        "the stream, row 9: found a line that is not JSON, expected a whole line of an export by "
        "mmctl. Export it again."
    )


@pytest.mark.parametrize("odd", [None, 1, [], "x", {"user": 1}, [None], [[1]], {"create_at": "x"}])
def test_odd_entries_are_left_out(odd):
    network = read(
        post("ada", "@cy"), odd, {"type": "user", "user": odd}, {"type": odd},
        post("cy", replies=odd, reactions=odd), post("cy", replies=[odd], reactions=[odd]),
        {"type": "post", "post": odd},
    )  # fmt: skip

    assert ties(network) == [("mentions", "Ada", "Cy", 1, "2023-11-14")]


def test_progress_is_told_to_the_end():
    content, told = lines(post("ada", "@cy")), []

    weft.read(io.BytesIO(content), tell=lambda done, total: told.append((done, total)))

    assert told[-1] == (len(content), len(content))
