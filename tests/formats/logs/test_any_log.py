"""Whatever is said to be a log is read or refused with a reason; nothing else happens."""

import io
import zipfile

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import weft

PIECES = st.sampled_from(
    [b"From a@b Tue Nov 14 23:13:20 2023\n", b"\nFrom ", b"From: ", b"To: ", b"\nCc:", b"Date: ",
     b"a@b.org", b'"', b"<", b">", b",", b";", b":", b"(", b"\\", b"=?utf-8?q?=FF?=", b"=?x?b?!?=",
     b"\n", b"\r\n", b"\n\n", b" ", b"\t", b"14 Nov 2023 10:00:00 +0000", b"Message-ID: <1>\n",
     b"In-Reply-To: <1>\n", b"\x00", b"\xff", b"[", b"]", b"{", b"}", b'{"type":"version"',
     b'"post":', b'{"type":"post"}', b"null", b"1e999", b'"create_at":', b"\x1e", b"\x1f", b"\x1d",
     b"1\t1\tfile", b"username,reply_to_username,created_at\n", b"a,b,2023-11-14\n",
     b'{"latest_posts":', b'"user":', b"@", b"at", b"a" * 5_000, b"(" * 3_000, b"[" * 3_000]
)  # fmt: skip
CONTENT = st.lists(PIECES | st.binary(max_size=8), max_size=25).map(b"".join)


def zipped(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("channels.json", '[{"name": "c"}]')
        archive.writestr("users.json", content[:40])
        archive.writestr("c/2023-11-14.json", content)
        archive.writestr("import.jsonl", content)
    return packed.getvalue()


LOGS = ["mbox", "maildir", "mattermost", "discourse", "git", "slack"]


@pytest.mark.parametrize("name", LOGS)
@settings(max_examples=150, deadline=None)
@given(content=CONTENT | CONTENT.map(zipped))
def test_any_bytes_are_read_or_refused_with_a_reason(name, content):
    found = outcome(name, content)

    assert len(found.reports) > 0 if isinstance(found, weft.Network) else "expected " in str(found)


def outcome(name, content):
    """Return the network, or what it was refused with; any other exception fails the test."""
    try:
        return weft.read(io.BytesIO(content), format=name)
    except (weft.InvalidDataError, weft.UnreadableFileError) as error:
        return error
