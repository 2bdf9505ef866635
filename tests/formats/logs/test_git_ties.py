import weft
from weft.formats.files.file import File
from weft.formats.logs.git_log import Commit, Who
from weft.formats.logs.git_ties import MOST_PEOPLE, MOST_TOGETHER, GitTies
from weft.formats.tables import Reading


def who(name):
    return Who(f"{name}@x.org", name)


def commit(author, files=(), *, committer=None, co_authors=(), day="2023-11-14"):
    return Commit(
        author=who(author),
        committer=committer or who(author),
        written=f"{day}T10:00:00+00:00",
        co_authors=tuple(map(who, co_authors)),
        reviewers=(),
        files=[name.encode() for name in files],
    )


def found_in(*commits):
    """Return how many ties of each relation there are, and what was left out."""
    ties = GitTies(File("log"), Reading())
    for one in commits:
        ties.add(one)
    tables = ties.tables()
    relations = set(tables.ties.columns["relation"].to_pylist())
    left = [notice.text for notice in tables.notices if notice.kind == "left-out"]
    return relations, len(tables.people.columns["id"]), "".join(left)


PAIR = [commit("ada", ["a"]), commit("ben", ["a"])]


def test_files_that_everybody_edits_are_left_out():
    crowd = [commit(f"p{n}", ["changes"]) for n in range(MOST_PEOPLE + 1)]

    assert found_in(*PAIR, *crowd) == (
        {"edits_with"},
        MOST_PEOPLE + 3,
        "log: left out were files that more than 50 people edited (1).",
    )


def test_co_authors_of_a_crowd_are_left_out():
    crowd = commit("ada", co_authors=[f"p{n}" for n in range(MOST_TOGETHER + 1)])

    assert found_in(*PAIR, crowd) == (
        {"edits_with"},
        2,
        "log: left out were co-authors and reviewers of commits with more than 20 of them (1).",
    )


def test_commits_without_date_or_fields_are_left_out():
    assert found_in(*PAIR, None, commit("cy", ["a"], day="someday")) == (
        {"edits_with"},
        2,
        "log: left out were commits that cannot be read (1); commits without a readable date (1).",
    )


def test_what_is_merged_in_the_browser_is_committed_for_nobody():
    web = Who("noreply@github.com", "GitHub")

    assert found_in(*PAIR, commit("cy", committer=web)) == ({"edits_with"}, 3, "")


def test_pseudonyms_are_all_that_is_shown():
    ties = GitTies(File("log"), Reading())
    for one in PAIR:
        ties.add(one)

    tables = ties.tables()

    assert tables.people.columns["id"].to_pylist() == ["person 1", "person 2"]
    assert isinstance(tables.notices[0], weft.Notice)
