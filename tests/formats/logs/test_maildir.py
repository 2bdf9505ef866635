import io
import mailbox
from email.message import EmailMessage

import pytest

import weft
from tests.formats.logs.saying import left_out, ties

KEY = {"ada@a.org": "ada", "ben@b.org": "ben"}


def mail(author="ada@a.org", to="ben@b.org", number=1, answers=None):
    message = EmailMessage()
    message["From"], message["To"] = author, to
    message["Date"] = "Tue, 14 Nov 2023 10:00:00 +0000"
    message["Message-ID"] = f"<{number}@a.org>"
    if answers:
        message["In-Reply-To"] = f"<{answers}@a.org>"
    message.set_content("text")
    return message


BOTH = [mail(), mail("ben@b.org", "ada@a.org", 2, answers=1)]
TIES = [
    ("replies_to", "ben", "ada", 1, "2023-11-14"),
    ("writes_to", "ada", "ben", 1, "2023-11-14"),
    ("writes_to", "ben", "ada", 1, "2023-11-14"),
]


def test_a_maildir_with_folders_inside_is_read(tmp_path):
    box = mailbox.Maildir(tmp_path / "log")
    box.add(BOTH[0])
    box.add_folder("Sent").add(BOTH[1])
    (tmp_path / "log" / "tmp" / "half").write_bytes(mail("cy@c.org", number=3).as_bytes())

    assert ties(weft.read(tmp_path / "log", key=KEY)) == TIES


def test_a_folder_of_mails_and_archives_is_read(tmp_path):
    (tmp_path / "one.eml").write_bytes(BOTH[0].as_bytes())
    (tmp_path / "inside").mkdir()
    box = mailbox.mbox(tmp_path / "inside" / "two.mbox")
    box.add(BOTH[1])
    box.close()
    (tmp_path / "readme.txt").write_text("From: nobody@x.org\n")

    assert ties(weft.read(tmp_path, key=KEY)) == TIES


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_one_mail_is_read(tmp_path, line_end):
    path = tmp_path / "mail.eml"
    path.write_bytes(BOTH[0].as_bytes().replace(b"\n", line_end))

    assert ties(weft.read(path, key=KEY)) == TIES[1:2]
    assert ties(weft.read(io.BytesIO(path.read_bytes()), key=KEY)) == TIES[1:2]


def test_a_mail_with_a_long_head_is_read_whole(tmp_path):
    long = mail()
    del long["Date"]
    long["X-Long"] = " x" * 20_000
    long["Date"] = "Tue, 14 Nov 2023 10:00:00 +0000"
    (tmp_path / "long.eml").write_bytes(long.as_bytes())

    assert ties(weft.read(tmp_path, key=KEY)) == TIES[1:2]


def test_links_are_not_followed(tmp_path):
    (tmp_path / "one.eml").write_bytes(BOTH[0].as_bytes())
    outside = tmp_path.with_name("outside.eml")
    outside.write_bytes(mail("cy@c.org", number=3).as_bytes())
    (tmp_path / "two.eml").symlink_to(outside)

    assert len(weft.read(tmp_path)) == 2


def test_a_mail_that_is_there_twice_counts_once(tmp_path):
    for name in ["one.eml", "again.eml"]:
        (tmp_path / name).write_bytes(BOTH[0].as_bytes())

    network = weft.read(tmp_path, key=KEY)

    assert ties(network) == TIES[1:2]
    assert left_out(network) == "left out were mails that are there a second time (1)."


def test_a_folder_without_mails_is_refused(tmp_path):
    with pytest.raises(weft.UnreadableFileError) as error:
        weft.read(tmp_path, format="maildir")

    assert str(error.value) == (
        f"{tmp_path}: found a folder without mails, expected a Maildir or files that end in .eml "
        "or .mbox. Check that this is the right folder."
    )


def test_progress_is_told_to_the_end(tmp_path):
    for number in range(205):
        (tmp_path / f"{number}.eml").write_bytes(mail(number=number).as_bytes())
    told = []

    weft.read(tmp_path, tell=lambda done, total: told.append((done, total)))

    assert told == [(100, 205), (200, 205), (205, 205)]
