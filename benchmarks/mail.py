"""A mail archive of 100 MB, read as a whole process: how many megabytes a second, how much memory.

The peer is the standard library: ``mailbox`` with the headers of ``email``, on a tenth of it.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.large import used

MEGABYTES, PEOPLE, SEED = 100, 400, 1
LEAST_MEGABYTES_A_SECOND, MOST_BYTES = 30, 250 * 2**20
WEFT = "import sys, weft; weft.read(sys.argv[1])"
START = "import sys, weft, weft.formats.logs.mbox"
PEER = """
import mailbox, sys
from email import message_from_bytes, policy
for message in mailbox.mbox(sys.argv[1], create=False):
    whole = message_from_bytes(message.as_bytes(), policy=policy.default)
    for name in ("From", "To", "Cc", "Date", "Message-ID", "In-Reply-To", "References"):
        str(whole[name])
"""
LINE = b"Nothing that anybody wrote, only as many letters as a line of a mail has got.\n"


def run() -> dict[str, Any]:
    """Return seconds, megabytes a second and peak memory of Weft, and the seconds of the peer."""
    with tempfile.TemporaryDirectory() as folder:
        whole = written(Path(folder, "whole.mbox"), MEGABYTES)
        tenth = written(Path(folder, "tenth.mbox"), MEGABYTES // 10)
        seconds, memory = used([sys.executable, "-c", WEFT, str(whole)])
        start, least = used([sys.executable, "-c", START, str(whole)])
        peer, _ = used([sys.executable, "-c", PEER, str(tenth)])
    return {
        "weft": seconds,
        "start": start,
        "megabytes a second": MEGABYTES / seconds,
        "peak memory": memory,
        "memory of the start": least,
        "mailbox and email": peer * 10,
        "ratio": seconds / (peer * 10),
        "least megabytes a second": LEAST_MEGABYTES_A_SECOND,
        "most memory": MOST_BYTES,
    }


def written(path: Path, megabytes: int) -> Path:
    """Write made-up mails: a third short, a third long, a third with an attachment."""
    chance = np.random.default_rng(SEED)
    size, number = 0, 0
    with path.open("wb") as archive:
        while size < megabytes * 1_000_000:
            size += archive.write(_mail(number, chance))
            number += 1
    return path


def _mail(number: int, chance: np.random.Generator) -> bytes:
    author, *recipients = chance.integers(0, PEOPLE, int(chance.integers(2, 6)))
    named = ", ".join(f'"Doe, Jo {r}" <Jo.{r}@example.org>' for r in recipients)
    answered = int(chance.integers(0, max(number, 1)))
    day, hour = 1 + number // 1_000 % 28, number % 24
    head = (
        f"From jo.{author}@example.org Mon Jan {day:02d} {hour:02d}:00:00 2024\n"
        f"Return-Path: <jo.{author}@example.org>\n"
        f"Received: from mail.example.org (mail.example.org [192.0.2.1])\n"
        f"\tby mx.example.org with ESMTPS id {number:x};\n\tMon, {day} Jan 2024 {hour:02d}:00:00\n"
        f"DKIM-Signature: v=1; a=rsa-sha256; d=example.org; b={'x' * 300}\n"
        f"From: =?utf-8?q?Jo_=C3=89l?= {author} <jo.{author}@example.org>\n"
        f"To: {named}\nDate: Mon, {day} Jan 2024 {hour:02d}:00:00 +0100\n"
        f"Message-ID: <{number}@example.org>\nIn-Reply-To: <{answered}@example.org>\n"
        f"Subject: number {number}\nMIME-Version: 1.0\n\n"
    )
    lines = (8, 60, 300)[number % 3]
    return head.encode() + LINE * lines + b"\n"
