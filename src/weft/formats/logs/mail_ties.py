"""From mails to ties: ``writes_to`` shared among the recipients, ``replies_to`` by message id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.logs.happenings import Happenings, day_of
from weft.formats.logs.mail_headers import Mail

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

MOST_RECIPIENTS = 8
"""A mail to more people than this is an announcement."""

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
        return self._happenings.tables(
            "mail from one person to another, and no reply",
            "Check that this is the right archive and that its export finished.",
        )
