"""What people wrote and who they are: none of it leaves a log without a key, not even in errors."""

import json
import logging
import mailbox
import shutil
import subprocess
import traceback
import zipfile
from email.message import EmailMessage

import pytest

import weft

CANARY = "canary"
WEEK = 604_800


def hidden_in(shown):
    return CANARY in shown.lower()


def everything_shown(network):
    """Return all that a network can show: what it is, its people, its notices."""
    return "\n".join(
        [
            repr(network),
            repr(network.people),
            repr(network.reports),
            repr(network.people.attributes),
            *network.people.ids,
            *network.people.names,
            *(repr(notice) for notice in network.notices),
            *(str(date) for date in network.reports.date),
            *network.all_waves,
        ]
    )


def mails():
    for number in range(12):
        message = EmailMessage()
        message["From"] = f"Canary {number % 4} <canary.{number % 4}@canary.example>"
        message["To"] = f'"Canary, C" <canary.{(number + 1) % 4}@canary.example>, canary@x.example'
        message["Cc"] = "=?utf-8?q?C=C3=A1nary?= canary <canary+tag@canary.example>"
        message["Date"] = f"Tue, {number + 1:02d} Nov 2023 23:13:20 +0100"
        message["Message-ID"] = f"<canary{number}@canary.example>"
        message["In-Reply-To"] = f"<canary{number - 1}@canary.example>"
        message["Subject"] = "Canary subject"
        message.set_content("Canary text\n")
        yield message


def mbox(folder):
    box = mailbox.mbox(folder / "log.mbox")
    for message in mails():
        box.add(message)
    box.close()
    return folder / "log.mbox"


def maildir(folder):
    box = mailbox.Maildir(folder / "log")
    for message in mails():
        box.add(message)
    for place in (folder / "log" / "cur").iterdir():
        place.rename(place.with_name(f"canary-{place.name}"))
    (folder / "log" / "canary.eml").mkdir()
    return folder / "log"


def slack(folder):
    users = [
        {"id": f"UCANARY{n}", "name": f"canary{n}", "profile": {"email": f"canary{n}@c.example"}}
        for n in range(3)
    ]
    messages = [
        {
            "type": "message",
            "user": f"UCANARY{n % 3}",
            "ts": f"{1_700_000_000 + n * WEEK}.0001",
            "thread_ts": "1700000000.0001",
            "text": f"canary <@UCANARY{(n + 1) % 3}> canary <@UCANARYX>",
            "reactions": [{"name": "canary", "users": ["UCANARY0"]}],
        }
        for n in range(6)
    ]
    with zipfile.ZipFile(folder / "log.zip", "w") as archive:
        archive.writestr("channels.json", json.dumps([{"name": "canary-channel"}]))
        archive.writestr("users.json", json.dumps(users))
        archive.writestr("canary-channel/2023-11-14.json", json.dumps(messages))
        archive.writestr("canary-channel/canary.txt", "canary")
    return folder / "log.zip"


def mattermost(folder):
    post = {
        "team": "canary", "channel": "canary", "user": "canary1", "message": "@canary2 canary",
        "create_at": 1_700_000_000_000,
        "replies": [{"user": "canary2", "message": "canary", "create_at": 1_700_000_000_000}],
        "reactions": [{"user": "canary2", "emoji_name": "canary", "create_at": 1}],
    }  # fmt: skip
    lines = [
        {"type": "version", "version": 1},
        {"type": "channel", "channel": {"team": "canary", "name": "canary", "type": "O"}},
        {"type": "user", "user": {"username": "canary1", "email": "canary@c.example"}},
        {"type": "user", "user": {"username": "canary2", "first_name": "Canary"}},
        {"type": "post", "post": post},
        {"type": "canary", "canary": {}},
    ]
    path = folder / "log.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    return path


def discourse(folder):
    path = folder / "log.csv"
    path.write_text(
        "user_id,username,reply_to_username,created_at,canary\n"
        "1,canary1,canary2,2023-11-14 10:00:00 UTC,canary\n2,canary2,canary1,canary,canary\n"
    )
    return path


def repository(folder):
    place = folder / "log"
    git = [shutil.which("git") or "git", "-C", str(place)]
    place.mkdir()
    subprocess.run([*git, "init", "-q"], check=True)
    for number in range(4):
        (place / "canary.txt").write_text(f"canary {number}")
        subprocess.run([*git, "add", "-A"], check=True)
        who = f"Canary {number % 2} <canary{number % 2}@canary.example>"
        said = "canary\n\nCo-authored-by: Canary 9 <canary9@canary.example>"
        committer = ["-c", "user.name=Canary", "-c", "user.email=canary@canary.example"]
        subprocess.run([*git, *committer, "commit", "-qm", said, "--author", who], check=True)
    return place


LOGS = [mbox, maildir, slack, mattermost, discourse, repository]


@pytest.mark.parametrize("made_in", LOGS)
def test_nothing_of_whom_or_what_a_log_is_about_is_shown(made_in, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)

    network = weft.read(made_in(tmp_path))

    assert len(network.reports) > 0
    assert {name.rpartition(" ")[0] for name in network.people.ids} == {"person"}
    assert not hidden_in(everything_shown(network))
    assert not hidden_in(json.dumps(weft.portrait(network).to_dict()))
    assert not hidden_in(caplog.text + "".join(capfd.readouterr()))
    assert any(notice.kind == "pseudonyms" for notice in network.notices)
    assert not any("anonym" in notice.text.lower() for notice in network.notices)


@pytest.mark.parametrize("made_in", LOGS)
def test_a_key_names_those_who_are_in_it_and_nobody_else(made_in, tmp_path):
    path = made_in(tmp_path)
    key = {"canary1@canary.example": "Ada", "canary.1@canary.example": "Ada", "canary1": "Ada",
           "ucanary1": "Ada"}  # fmt: skip

    network = weft.read(path, key=key)

    assert "Ada" in network.people.ids
    assert not hidden_in(everything_shown(network))


def broken(path):
    """Yield the file with something broken in it: cut, or with bytes of its middle overwritten."""
    content = path.read_bytes()
    for at in range(1, len(content), max(1, len(content) // 40)):
        yield content[:at]
        yield content[:at] + b'"\x00CANARY{' + content[at + 9 :]
        yield content[:at] + b"CANARY" + content[at + 6 :]


@pytest.mark.parametrize("made_in", [mbox, slack, mattermost, discourse])
def test_errors_about_a_damaged_log_show_nothing_of_it(made_in, tmp_path):
    path = made_in(tmp_path)
    damaged = path.with_name(f"damaged{path.suffix}")
    named = {mbox: "mbox", slack: "slack", mattermost: "mattermost", discourse: "discourse"}
    for content in broken(path):
        damaged.write_bytes(content)
        try:
            shown = everything_shown(weft.read(damaged, format=named[made_in]))
        except (weft.InvalidDataError, weft.UnreadableFileError) as error:
            shown = "".join(traceback.format_exception(error, limit=0)) + repr(error.__context__)
        assert not hidden_in(shown)


@pytest.mark.parametrize("made_in", LOGS)
def test_a_log_that_is_called_by_an_address_does_not_give_it_to_the_network(made_in, tmp_path):
    path = made_in(tmp_path)
    named = path.rename(path.with_name(f"canary@canary.example{path.suffix}"))

    network = weft.read(named)

    assert network.name == "network"
    assert not hidden_in(everything_shown(network))
    assert not hidden_in(weft.portrait(network).to_html())


def test_a_log_that_is_called_by_an_account_in_it_does_not_give_it_to_the_network(tmp_path):
    path = mbox(tmp_path)

    network = weft.read(path.rename(tmp_path / "Canary.1.mbox"), name=None)

    assert network.name == "network"
    assert weft.read(mbox(tmp_path)).name == "log"
