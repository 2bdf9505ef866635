import email
import email.policy
import io
import mailbox
import tempfile
from datetime import UTC
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

import weft
from tests.formats.logs.saying import ties
from weft.formats.logs.mail_headers import MOST_HEADERS, mail_in
from weft.formats.logs.mbox import CHUNK, heads_in

FROM_LINE = b"From ada@a.org Tue Nov 14 23:13:20 2023\n"

NAMES = st.sampled_from(
    ["Ada", "Lovelace, Ada", "Bén", "Ш", 'Q "q" Q', "a.b (c)", "a\\b", "=?x", "<", "at", "日本", ""]
)
LOCALS = st.sampled_from(["ada", "ben.b", "c+tag", "d_e-f", "g'h", "UPPER"])
DOMAINS = st.sampled_from(["a.org", "B.example.org", "x-y.net"])
MAILBOXES = st.builds(
    lambda name, local, domain: (name, f"{local}@{domain}"), NAMES, LOCALS, DOMAINS
)
DATES = st.sampled_from(
    ["Tue, 14 Nov 2023 23:13:20 +0100", "14 Nov 2023 23:13 -0500",
     "Tue, 31 Feb 2023 10:00:00 +0000",
     "Wed, 1 Jan 2020 00:00:00 GMT", "yesterday", "", "Thu, 02 Jan 2020 25:00:00 +0000",
     "Tue, 14 Nov 23 23:13:20 EST", "Mon, 1 Jan 2024 10:00:00 -0000 (UTC)"]
)  # fmt: skip
LINES = st.sampled_from(
    ["From here on", "From: nobody@x.org", ">From me", "", "To: x@y.org", "text", "é",
     "From ada@a.org Tue Nov 14 23:13:20 2023", "Content-Type: message/rfc822"]
)  # fmt: skip


def written(name, address, *, raw):
    """Write a mailbox as a program would (encoded where needed), or as it stands, in 8 bits."""
    if not name:
        return address
    if raw:
        return f'"{name}" <{address}>'.replace('"Q', "Q").replace("\\b", "b")
    shown = email.header.Header(name, "utf-8").encode()
    return email.utils.formataddr((name if name.isascii() else shown, address))


@st.composite
def mails(draw):
    """Return one mail as bytes, with line ends of either kind."""
    raw = draw(st.booleans())
    heads = [f"From: {written(*draw(MAILBOXES), raw=raw)}"]
    folded = draw(st.sampled_from([", ", ",\n ", ",\n\t", " ,"]))
    for name in draw(st.sampled_from([["To"], ["to", "CC"], ["TO", "Cc"], []])):
        people = draw(st.lists(MAILBOXES, max_size=4))
        value = folded.join(written(*who, raw=raw) for who in people)
        group = draw(st.sampled_from(["", "", "undisclosed-recipients:;", "team: ada@a.org;"]))
        heads.append(f"{name}: {group or value}")
    heads += [f"Date: {date}" for date in draw(st.lists(DATES, max_size=1))]
    heads.append(f"X-Long: {'x' * draw(st.sampled_from([0, 10, 5000]))}")
    heads += draw(st.sampled_from([[], ["Content-Length: 3"], ["Content-Length: 99999"]]))
    body = draw(st.lists(LINES, max_size=5))
    text = "\n".join([*draw(st.permutations(heads)), "", *body, ""])
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return text.replace("\n", line_end).encode()


def by_the_standard_library(path):
    """Return author, recipients and time of each mail as ``mailbox`` and ``email`` see them."""
    box = mailbox.mbox(path, create=False)
    found = []
    for message in box:
        parsed = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
        authors = addresses(parsed, "from")
        recipients = dict.fromkeys(addresses(parsed, "to") + addresses(parsed, "cc"))
        when = parsed["date"].datetime if parsed["date"] else None
        when = when and (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
        found.append((authors[0] if authors else None, tuple(recipients), when))
    box.close()
    return found


def addresses(parsed, name):
    header = parsed[name]
    return [a.addr_spec for a in header.addresses if a.username and a.domain] if header else []


def by_weft(path):
    with path.open("rb") as stream:
        heads = list(heads_in(stream))
    return [(m.author, m.recipients, m.seconds) for m in map(mail_in, heads)]


@settings(max_examples=200, deadline=None)
@given(made=st.lists(mails(), min_size=1, max_size=4))
def test_headers_are_read_as_mailbox_and_email_read_them(made):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log.mbox")
        box = mailbox.mbox(path)
        for content in made:
            box.add(mailbox.mboxMessage(content))
        box.close()

        assert by_weft(path) == by_the_standard_library(path)


def read(content, **options):
    return weft.read(io.BytesIO(content), format="mbox", **options)


def mail(author="ada@a.org", to="ben@b.org", day=14, more="", body="text\n"):
    to = f"To: {to}\n" if to else ""
    date = f"Date: {day} Nov 2023 10:00:00 +0000\n" if day else ""
    return FROM_LINE + f"From: {author}\n{to}{date}{more}\n{body}\n".encode()


KEY = {f"{name}@{name[0]}.org": name for name in ["ada", "ben", "cy", "di"]}


def test_a_mail_is_shared_among_its_recipients():
    network = read(mail(to="ben@b.org, cy@c.org, ada@a.org"), key=KEY)

    assert ties(network) == [
        ("writes_to", "ada", "ben", 0.5, "2023-11-14"),
        ("writes_to", "ada", "cy", 0.5, "2023-11-14"),
    ]
    assert network.coverage()[0]["rate"] == 1


def test_a_reply_is_a_tie_to_the_author_of_the_mail_it_answers_wherever_that_stands():
    answer = mail("ben@b.org", "ada@a.org", 15, "Message-ID: <2>\nIn-Reply-To: <1>\n")
    third = mail("cy@c.org", "", 16, "References: <0> <2>\n")
    first = mail(more="Message-ID: <1>\nReferences: <nowhere>\n")

    network = read(answer + third + first, key=KEY)

    assert [tie for tie in ties(network) if tie[0] == "replies_to"] == [
        ("replies_to", "ben", "ada", 1, "2023-11-15"),
        ("replies_to", "cy", "ben", 1, "2023-11-16"),
    ]


def test_what_is_left_out_is_counted():
    many = ", ".join(f"p{n}@x.org" for n in range(9))
    content = b"".join(
        [
            mail(more="Message-ID: <1>\n"),
            mail(more="Message-ID: <1>\n"),
            mail(to=many),
            mail(more="List-Id: <friends>\n"),
            mail(more="Auto-Submitted: auto-replied\n"),
            mail(more="Precedence: bulk\n"),
            mail("noreply@a.org"),
            mail("", day=14),
            mail(day=None),
            mail(more="In-Reply-To: <gone>\n"),
        ]
    )

    network = read(content, key=KEY)

    said = [notice.text for notice in network.notices if notice.kind == "left-out"]
    assert "".join(said) == (
        "the stream: left out were mails that are there a second time (1); mails that programs "
        "wrote (3); mails through lists, except as replies (1); mails to more than 8 people, "
        "except as replies (1); mails without a readable date (1); mails without a readable "
        "sender (1); replies to mails that are not there (1)."
    )
    assert ties(network) == [("writes_to", "ada", "ben", 2, "2023-11-14")]


def test_a_mail_to_eight_people_counts():
    network = read(mail(to=", ".join(f"p{n}@x.org" for n in range(8))))

    assert len(network) == 9
    assert network.reports.value.tolist() == [1 / 8] * 8


def test_waves_are_cut_by_date():
    network = read(mail() + mail(day=30) + mail(day=1), waves="month", key=KEY)

    assert network.waves == ("2023-11",)
    assert network.reports.value.tolist() == [3]


def test_a_line_of_text_that_begins_like_a_mail_is_text():
    body = "From here to there\nFrom: x@y.org\nFrom 10:00 on\n\nFrom ada at noon 12:00\ntext\n"

    assert len(list(heads_in(io.BytesIO(mail(body=body) + mail())))) == 2


def test_addresses_of_public_archives_are_read():
    public = mail("ada at a.org (Ada Lovelace)", "", 14, "Message-ID: <1>\n")

    network = read(public + mail("ben at b.org (B)", "", 15, "In-Reply-To: <1>\n"), key=KEY)

    assert ties(network) == [("replies_to", "ben", "ada", 1, "2023-11-15")]


def test_a_head_without_end_is_cut():
    endless = FROM_LINE + b"From: ada@a.org\nTo: ben@b.org\nDate: 14 Nov 2023 10:00 +0000\n"
    content = endless + b"X: y\n" * MOST_HEADERS + b"\n" + mail("cy@c.org")

    heads = list(heads_in(io.BytesIO(content)))

    assert len(heads[0]) < MOST_HEADERS
    assert [mail_in(head).author for head in heads] == ["ada@a.org", "cy@c.org"]


@settings(max_examples=30, deadline=None)
@given(sizes=st.lists(st.integers(CHUNK - 400, CHUNK + 400), min_size=1, max_size=3))
@example(sizes=[CHUNK - 150])
def test_mails_are_found_wherever_the_pieces_end_that_are_read_at_once(sizes):
    content = b"".join(mail(body="x" * size + "\n") for size in sizes) + mail("ben@b.org")

    found = [mail_in(head).author for head in heads_in(io.BytesIO(content))]

    assert found == ["ada@a.org"] * len(sizes) + ["ben@b.org"]


def test_progress_is_told_to_the_end(tmp_path):
    path = tmp_path / "log.mbox"
    path.write_bytes(b"".join(mail(body="x" * 700_000) for _ in range(5)))
    told = []

    weft.read(path, tell=lambda done, total: told.append((done, total)))

    assert told[-1] == (path.stat().st_size, path.stat().st_size)
    assert len(told) == 4
    assert told == sorted(told)


def test_an_archive_without_a_tie_is_refused():
    with pytest.raises(weft.InvalidDataError) as error:
        read(mail(to=""))

    assert str(error.value) == (
        "the stream: found no mail from one person to another, and no reply, expected some. Check "
        "that this is the right archive and that its export finished."
    )


def test_an_archive_is_recognised_by_its_content(tmp_path):
    path = tmp_path / "2023-November.txt"
    path.write_bytes(mail())

    assert len(weft.read(path)) == 2


def test_a_packed_archive_is_read(tmp_path):
    import gzip

    path = tmp_path / "2023-November.txt.gz"
    path.write_bytes(gzip.compress(mail()))

    assert len(weft.read(path)) == 2
