"""From mails to ties: ``writes_to`` shared among the recipients, ``replies_to`` by message id."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.logs.happenings import Happenings, day_of
from weft.formats.logs.mail_headers import Mail
from weft.network import Notice

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

MOST_RECIPIENTS = 8
"""A mail to more people than this is an announcement."""

ONE_MAILBOX, FEWEST_MAILS, FEWEST_PEOPLE = 0.95, 20, 5
"""From which share of the mails on, all with one person in them, this is a mailbox of theirs."""

ROBOT = "mails that programs wrote"
AGAIN = "mails that are there a second time"
NOBODY = "mails without a readable sender"
NO_DATE = "mails without a readable date"
MANY = f"mails to more than {MOST_RECIPIENTS} people, except as replies"
OF_LIST = "mails through lists, except as replies"
UNKNOWN = "replies to mails that are not there"

NOT_READ = ("subjects", "texts", "attachments", "display names", "blind copies", "the hour")


class MailTies:
    """The ties of the mails it is given, in whatever order they come."""

    def __init__(self, file: File, reading: Reading) -> None:
        self._happenings = Happenings(file, reading)
        self._authors: dict[bytes, int] = {}
        self._replies: list[tuple[int, tuple[bytes, ...], int]] = []
        self._mails = 0
        self._wrote, self._got = Counter[int](), Counter[int]()

    def leave_out(self, reason: str) -> None:
        """Count something that was left out."""
        self._happenings.left_out[reason] += 1

    def add(self, mail: Mail) -> None:
        """Add what a mail says of its author and its recipients."""
        day = None if mail.seconds is None else day_of(mail.seconds)
        if mail.is_of_robot:
            self.leave_out(ROBOT)
        elif mail.author is None:
            self.leave_out(NOBODY)
        elif day is None:
            self.leave_out(NO_DATE)
        elif mail.message_id in self._authors:
            self.leave_out(AGAIN)
        else:
            self._count(mail, self._happenings.accounts.number(mail.author), day)

    def _count(self, mail: Mail, author: int, day: int) -> None:
        if mail.message_id is not None:
            self._authors[mail.message_id] = author
        if mail.replies_to:
            self._replies.append((author, mail.replies_to, day))
        if mail.is_of_list:
            self.leave_out(OF_LIST)
            return
        self._happenings.takes_part(author, day)
        if mail.recipients is None:
            self.leave_out(MANY)
            return
        number = self._happenings.accounts.number
        recipients = dict.fromkeys(map(number, mail.recipients))
        recipients.pop(author, None)
        if len(recipients) > MOST_RECIPIENTS:
            self.leave_out(MANY)
            return
        if recipients:
            self._mails += 1
            self._wrote[author] += 1
            self._got.update(list(recipients))
        for recipient in recipients:
            self._happenings.tie("writes_to", author, recipient, day, 1 / len(recipients))

    def tables(self) -> Tables:
        """Return the ties; replies are followed now that every author is known."""
        for author, answered, day in self._replies:
            known = [self._authors[one] for one in answered if one in self._authors]
            if known:
                self._happenings.tie("replies_to", author, known[0], day)
            else:
                self.leave_out(UNKNOWN)
        self._replies.clear()
        tables = self._happenings.tables(
            "mail from one person to another, and no reply",
            "Check that this is the right archive and that its export finished.",
        )
        said = self._of_one_mailbox()
        if said is None:
            return tables
        observed = said.kind != "one-mailbox"
        return replace(tables, observed=observed, notices=(said, *tables.notices))

    def _of_one_mailbox(self) -> Notice | None:
        """Return what is said where nearly every mail has the same person in it."""
        everyone = self._wrote + self._got
        if self._mails < FEWEST_MAILS or len(everyone) < FEWEST_PEOPLE:
            return None
        ((person, count),) = everyone.most_common(1)
        if count < ONE_MAILBOX * self._mails:
            return None
        of = f"{self._happenings.origin}: {count:,} of {self._mails:,} mails"
        if not self._wrote[person]:
            text = (
                f"{of} went to one address that never wrote. If it is that of a list or a group, "
                "it is no person: leave the ties of writes_to out, and look at replies_to."
            )
            return Notice(kind="one-address", text=text, count=count)
        text = (
            f"{of} were written by or to the same person, as in the mailbox of one person. What "
            "the others write to each other is not in it, so that there is no tie between two of "
            "them says nothing. Read the mails of everyone, in one folder."
        )
        return Notice(kind="one-mailbox", text=text, count=count)
