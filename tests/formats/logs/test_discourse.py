import io
import json

import pytest

import weft
from tests.formats.logs.saying import left_out, ties

KEY = {"ada": "Ada", "ben": "Ben"}
ROWS = """user_id,username,reply_to_username,created_at
1,ada,,2023-11-14 10:00:00 UTC
2,Ben,ada,2023-11-14T23:30:00-05:00
2,ben,ada,2023-11-15T10:00:00.123Z
1,ada,ada,2023-11-15
-1,system,ada,2023-11-15
3,cy,ben,someday
4,di,,2023-11-16
"""
TIES = [("replies_to", "Ben", "Ada", 2, "2023-11-15")]


def test_replies_in_the_answer_to_a_query_are_ties():
    network = weft.read(io.StringIO(ROWS), key=KEY)

    assert ties(network) == TIES
    assert network.people.ids == ("Ada", "Ben", "person 1")
    assert left_out(network) == (
        "left out were messages of programs, and of joining and leaving (1); messages without a "
        "readable date (1); ties from a person to themselves (1)."
    )


def test_a_query_without_a_column_is_refused():
    with pytest.raises(weft.InvalidDataError) as error:
        weft.read(io.StringIO("username,created_at\nada,2023-11-14\n"), format="discourse")

    assert str(error.value) == (
        "the stream, row 1: found no column reply_to_username, expected the columns user_id, "
        "username, reply_to_username and created_at. Let the query in the Data Explorer return "
        "these columns."
    )


@pytest.mark.parametrize("within", ["latest_posts", "post_stream"])
def test_replies_in_what_a_server_returns_are_ties(within):
    def post(user, answered=None, kind=1):
        answer = {"username": answered} if answered else None
        when = "2023-11-15T10:00:00.000Z"
        return {"username": user, "created_at": when, "post_type": kind, "reply_to_user": answer}

    posts = [post("ada"), post("ben", "ada"), post("ben", "ada"), post("ben", "ada", kind=3), 7]
    content = {within: {"posts": posts} if within == "post_stream" else posts}

    network = weft.read(io.StringIO(json.dumps(content)), key=KEY)

    assert ties(network) == TIES


@pytest.mark.parametrize("odd", [1, [], None, "x", [None], [{"username": 1}]])
def test_odd_entries_are_refused_or_left_out(odd):
    with pytest.raises(weft.InvalidDataError, match="no reply of one person to another"):
        weft.read(io.StringIO(json.dumps({"latest_posts": odd})), format="discourse")
