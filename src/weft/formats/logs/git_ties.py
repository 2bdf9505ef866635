"""From commits to ties: written together, reviewed, committed for others, the same files edited."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from weft.formats.logs.happenings import Happenings, day_written
from weft.network import Notice

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.logs.git_log import Commit, Who
    from weft.formats.tables import Reading, Tables

WINDOW = 30
"""Two people who edit the same file within this many days work on the same thing."""

MOST_TOGETHER = 20
MOST_FILES = 100
MOST_PEOPLE = 50

WEB = "noreply@github.com"
"""The committer of whatever is merged in the browser: a program."""

UNREADABLE = "commits that cannot be read"
NO_DATE = "commits without a readable date"
NOBODY = "commits without an author"
ROBOT = "commits of programs"
CROWD = f"co-authors and reviewers of commits with more than {MOST_TOGETHER} of them"
SWEEP = f"files of commits with more than {MOST_FILES} files"
COMMONS = f"files that more than {MOST_PEOPLE} people edited"


class GitTies:
    """The ties of the commits it is given, in whatever order they come."""

    def __init__(self, file: File, reading: Reading) -> None:
        self._happenings = Happenings(file, reading)
        self._edits: defaultdict[bytes, set[tuple[int, int]]] = defaultdict(set)
        self._mails: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, commit: Commit | None) -> None:
        """Add what a commit says of the people in it; None is one that cannot be read."""
        day = None if commit is None else day_written(commit.written)
        if commit is None:
            self._happenings.left_out[UNREADABLE] += 1
        elif _is_nobody(commit.author):
            self._happenings.left_out[NOBODY] += 1
        elif _is_robot(commit.author):
            self._happenings.left_out[ROBOT] += 1
        elif day is None:
            self._happenings.left_out[NO_DATE] += 1
        else:
            self._count(commit, day)

    def _count(self, commit: Commit, day: int) -> None:
        author = self._number(commit.author)
        self._happenings.takes_part(author, day)
        if _counts(commit.committer):
            committer = self._number(commit.committer)
            if committer != author:
                self._happenings.tie("commits_for", committer, author, day)
        authors = [author]
        if max(len(commit.co_authors), len(commit.reviewers)) > MOST_TOGETHER:
            self._happenings.left_out[CROWD] += 1
        else:
            others = [self._number(who) for who in commit.co_authors if _counts(who)]
            authors = list(dict.fromkeys([author, *others]))
            for one, other in combinations(authors, 2):
                weight = 1 / (len(authors) - 1)
                self._happenings.tie("co_authors", one, other, day, weight, directed=False)
            reviewers = [self._number(who) for who in commit.reviewers if _counts(who)]
            for reviewer in dict.fromkeys(reviewers):
                if reviewer != author:
                    self._happenings.tie("reviews", reviewer, author, day)
        if len(commit.files) > MOST_FILES:
            self._happenings.left_out[SWEEP] += 1
            return
        for name in commit.files:
            self._edits[name].update((day, one) for one in authors)

    def _number(self, who: Who) -> int:
        number = self._happenings.accounts.number(who.mail or who.name, who.name)
        self._mails[who.name.casefold()].add(number)
        return number

    def tables(self) -> Tables:
        """Return the ties, with those by files, now that all edits of each are known."""
        for edits in self._edits.values():
            people = len({person for _, person in edits})
            if people > MOST_PEOPLE:
                self._happenings.left_out[COMMONS] += 1
            elif people > 1:
                self._edit_together(sorted(edits))
        self._edits.clear()
        mend = "Check that this is the right repository and that more than one person worked in it."
        return self._happenings.tables("ties between two people", mend, self._alike())

    def _edit_together(self, edits: list[tuple[int, int]]) -> None:
        """Tie each edit to everyone else who edited the file in the days before.

        An edit is worth 1 in all, shared among them, so that busy files do not drown the rest.
        """
        last: dict[int, int] = {}
        for day, person in edits:
            near = [one for one, when in last.items() if one != person and day - when <= WINDOW]
            for other in near:
                weight = 1 / len(near)
                self._happenings.tie("edits_with", person, other, day, weight, directed=False)
            last[person] = day

    def _alike(self) -> list[Notice]:
        """Return how many names stand with several addresses: they may be one person each."""
        count = sum(len(people) > 1 for name, people in self._mails.items() if name)
        if not count:
            return []
        text = (
            f"{self._happenings.origin}: names that stand with several addresses: {count:,}. Each "
            "address was read as a person of its own; a map of aliases, or a .mailmap in the "
            "repository, makes them one."
        )
        return [Notice(kind="names-alike", text=text, count=count)]


def _counts(who: Who) -> bool:
    return not (_is_nobody(who) or _is_robot(who))


def _is_nobody(who: Who) -> bool:
    return not (who.mail or who.name)


def _is_robot(who: Who) -> bool:
    return "[bot]" in who.name or "[bot]" in who.mail or who.mail.casefold() == WEB
