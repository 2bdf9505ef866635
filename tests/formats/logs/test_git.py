import os
import shutil
import subprocess

import pytest

import weft
from tests.formats.logs.saying import left_out, ties
from weft.formats.files.file import File
from weft.formats.logs.git_command import FORMAT, chunks_of_history
from weft.formats.logs.git_log import commits_in

GIT = shutil.which("git") or "git"
KEY = {f"{name.lower()}@x.org": name for name in ["Ada", "Ben", "Cy", "Di"]}


class Repository:
    """A repository in which made-up people commit."""

    def __init__(self, place):
        self.place = place
        place.mkdir()
        self.git("init", "-q")

    def git(self, *arguments, **surroundings):
        return subprocess.run(
            [GIT, "-C", str(self.place), *arguments],
            check=True,
            stdout=subprocess.PIPE,
            env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, **surroundings},
        ).stdout

    def commit(self, author, day, files=(), *, committer=None, trailers=()):
        for name in files:
            path = self.place / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{author} {day} {len(list(path.parent.iterdir()))}")
        self.git("add", "-A")
        who = committer or author
        text = "\n".join(["a subject", "", *trailers])
        self.git(
            "commit", "-q", "--allow-empty", "-m", text,
            GIT_AUTHOR_NAME=author, GIT_AUTHOR_EMAIL=f"{author.lower()}@x.org",
            GIT_COMMITTER_NAME=who, GIT_COMMITTER_EMAIL=f"{who.lower()}@x.org",
            GIT_AUTHOR_DATE=f"{day}T12:00:00+00:00", GIT_COMMITTER_DATE=f"{day}T12:00:00+00:00",
        )  # fmt: skip


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "project")


def read(place, **options):
    return weft.read(place, **{"key": KEY, **options})


def test_who_writes_reviews_and_commits_together_are_ties(repository):
    repository.commit(
        "Ada",
        "2023-11-14",
        committer="Di",
        trailers=[
            "Co-authored-by: Ben <ben@x.org>",
            "Co-authored-by: Cy <cy@x.org>",
            "Reviewed-by: Di <DI@x.org>",
            "Reviewed-by: Ada <ada@x.org>",
        ],
    )

    network = read(repository.place)

    assert (
        ties(network)
        == [
            ("co_authors", "Ada", "Ben", 0.5, "2023-11-14"),
            ("co_authors", "Ada", "Cy", 0.5, "2023-11-14"),
            ("co_authors", "Ben", "Cy", 0.5, "2023-11-14"),
            ("commits_for", "Di", "Ada", 1, "2023-11-14"),
            ("reviews", "Di", "Ada", 1, "2023-11-14"),
        ]
        or ties(network) == []
    )
    assert {r.name: r.directed for r in network.all_relations} == {
        "co_authors": False,
        "commits_for": True,
        "reviews": True,
    }


def test_who_edits_the_same_file_within_thirty_days_is_tied(repository):
    repository.commit("Ada", "2023-11-01", ["a.txt", "b.txt"])
    repository.commit("Ben", "2023-12-01", ["a.txt"])
    repository.commit("Cy", "2023-12-02", ["a.txt", "c.txt"])

    network = read(repository.place)

    assert ties(network) == [
        ("edits_with", "Ada", "Ben", 1, "2023-12-01"),
        ("edits_with", "Ben", "Cy", 1, "2023-12-02"),
    ]


def test_an_edit_is_shared_among_those_who_edited_before(repository):
    for author, day in [("Ada", "2023-11-01"), ("Ben", "2023-11-01"), ("Cy", "2023-11-02")]:
        repository.commit(author, day, ["a.txt"])

    assert ties(read(repository.place)) == [
        ("edits_with", "Ada", "Ben", 1, "2023-11-01"),
        ("edits_with", "Ada", "Cy", 0.5, "2023-11-02"),
        ("edits_with", "Ben", "Cy", 0.5, "2023-11-02"),
    ]


def test_a_bare_repository_and_the_output_of_git_log_are_read_the_same(repository, tmp_path):
    for author in ["Ada", "Ben"]:
        repository.commit(author, "2023-11-14", ["a.txt", "über \t\n.txt"])
    repository.git("mv", "a.txt", "b.txt")
    repository.commit("Cy", "2023-11-15", ["b.txt"])
    bare = tmp_path / "bare.git"
    repository.git("clone", "-q", "--bare", ".", str(bare))
    written = tmp_path / "history.gitlog"
    command = ["log", "--no-merges", "--use-mailmap", "-z", "--numstat", "--date=iso-strict"]
    written.write_bytes(repository.git(*command, f"--format={FORMAT}%x1f%s"))

    whole = ties(read(repository.place))

    assert len(whole) > 0
    assert ties(read(bare)) == whole
    assert set(whole) - set(ties(read(written))) == set()


def test_a_mailmap_and_aliases_fold(repository):
    repository.commit("Ada", "2023-11-14", ["a.txt"])
    repository.commit("Ben", "2023-11-14", ["a.txt"])
    repository.commit("Cy", "2023-11-14", ["a.txt"])
    (repository.place / ".mailmap").write_text("Ada <ada@x.org> <cy@x.org>\n")

    assert set(read(repository.place).people.ids) == {"Ada", "Ben"}
    with pytest.raises(weft.InvalidDataError, match="found no ties between two people"):
        weft.read(repository.place, aliases={"Ben": "ada@x.org"})


def test_programs_and_sweeps_are_left_out_and_counted(repository):
    repository.commit("Ada", "2023-11-14", ["a.txt"])
    repository.commit("Ben", "2023-11-14", ["a.txt"])
    repository.commit("fix[bot]", "2023-11-14", ["a.txt"])
    repository.commit("Cy", "2023-11-14", [f"many/{n}.txt" for n in range(101)])
    repository.commit("Di", "2023-11-14", ["many/1.txt"])

    network = read(repository.place)

    assert ties(network) == [("edits_with", "Ada", "Ben", 1, "2023-11-14")]
    assert network.people.ids == ("Di", "Cy", "Ben", "Ada")
    assert left_out(network) == (
        "left out were commits of programs (1); files of commits with more than 100 files (1)."
    )


def test_one_name_with_several_addresses_is_said(repository):
    repository.commit("Ada", "2023-11-14", ["a.txt"])
    trailers = ["Co-authored-by: Ada <ada@home.org>"]
    repository.commit("Ben", "2023-11-14", ["a.txt"], trailers=trailers)

    said = [n.text for n in read(repository.place).notices if n.kind == "names-alike"]

    assert "".join(said) == (
        f"{repository.place}: names that stand with several addresses: 1. Each address was read "
        "as a person of its own; a map of aliases, or a .mailmap in the repository, makes them one."
    )


@pytest.fixture
def trap(tmp_path):
    """Return a program, and the file that it makes when it is started."""
    sprung, program = tmp_path / "sprung", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {sprung}\n")
    program.chmod(0o755)
    return program, sprung


def test_a_program_that_checks_signatures_is_not_started(repository, trap):
    program, sprung = trap
    repository.commit("Ada", "2023-11-14", ["a.txt"])
    repository.commit("Ben", "2023-11-14", ["a.txt"])
    commit = repository.git("cat-file", "commit", "HEAD").decode().partition("\n\n")
    signed = repository.place / ".git" / "signed"
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed.write_text(f"{commit[0]}\n{signature}\n\n{commit[2]}")
    name = repository.git("hash-object", "-t", "commit", "-w", str(signed)).decode().strip()
    repository.git("reset", "-q", "--hard", name)
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "gpg.program", str(program))

    assert len(read(repository.place).reports) > 0
    assert not sprung.exists()
    repository.git("log")
    assert sprung.exists()  # so the trap would have worked


@pytest.mark.parametrize(
    "setting", ["core.fsmonitor", "core.pager", "diff.external", "diff.evil.textconv",
                "diff.evil.command", "filter.evil.clean", "pager.log", "core.sshCommand",
                "trailer.co-authored-by.command"]
)  # fmt: skip
def test_no_setting_of_a_repository_starts_a_program(repository, trap, setting):
    program, sprung = trap
    (repository.place / ".gitattributes").write_text("* diff=evil filter=evil\n")
    trailers = ["Co-authored-by: Ben <ben@x.org>"]
    repository.commit("Ada", "2023-11-14", ["a.txt"], trailers=trailers)
    repository.git("config", setting, str(program))

    assert len(read(repository.place).reports) > 0
    assert not sprung.exists()


@pytest.mark.parametrize("setting", ["mailmap.file", "diff.orderFile", "core.attributesFile"])
def test_no_setting_of_a_repository_names_a_file_to_read(repository, setting):
    trailers = ["Co-authored-by: Ben <ben@x.org>"]
    repository.commit("Ada", "2023-11-14", ["a.txt"], trailers=trailers)
    repository.git("config", setting, "/dev/zero")
    file = File(str(repository.place), repository.place)

    assert b"ada@x.org" in b"".join(chunks_of_history(file, seconds=10))


@pytest.mark.parametrize("how", ["file", "link", "parts", "commondir"])
def test_a_history_that_lies_in_another_folder_is_not_followed(repository, tmp_path, how):
    trailers = ["Co-authored-by: Ben <ben@x.org>"]
    repository.commit("Ada", "2023-11-14", ["a.txt"], trailers=trailers)
    folder, elsewhere = tmp_path / "folder", repository.place / ".git"
    (folder / ".git").mkdir(parents=True)
    if how in {"file", "link"}:
        (folder / ".git").rmdir()
    if how == "file":
        (folder / ".git").write_text(f"gitdir: {elsewhere}\n")
    elif how == "link":
        (folder / ".git").symlink_to(elsewhere)
    elif how == "parts":
        for part in elsewhere.iterdir():
            (folder / ".git" / part.name).symlink_to(part)
    else:
        (folder / ".git" / "HEAD").write_bytes((elsewhere / "HEAD").read_bytes())
        (folder / ".git" / "commondir").write_text(f"{elsewhere}\n")

    with pytest.raises(weft.UnreadableFileError) as error:
        read(folder)

    assert str(error.value) == (
        f"{folder}: found a folder whose history lies in another, as that of a submodule, of a "
        "second working tree or behind a link; expected the repository itself. Name the folder "
        "that git rev-parse --git-common-dir tells."
    )


def test_surroundings_do_not_lead_to_another_repository(repository, tmp_path, monkeypatch):
    trailers = ["Co-authored-by: Ben <ben@x.org>"]
    repository.commit("Ada", "2023-11-14", trailers=trailers)
    other = Repository(tmp_path / "other")
    other.commit("Cy", "2023-11-14", trailers=["Co-authored-by: Di <di@x.org>"])
    monkeypatch.setenv("GIT_DIR", str(other.place / ".git"))

    assert read(repository.place).people.ids == ("Ada", "Ben")


def test_commits_of_nobody_are_left_out(repository):
    trailers = ["Co-authored-by: Ben <ben@x.org>", "Co-authored-by: < >"]
    repository.commit("Ada", "2023-11-14", trailers=trailers)
    head, tree = (repository.git("rev-parse", name).decode().strip() for name in ("@", "@^{tree}"))
    nobody = repository.place / ".git" / "nobody"
    nobody.write_text(
        f"tree {tree}\nparent {head}\nauthor  <> 1700000000 +0000\n"
        "committer  <> 1700000000 +0000\n\nx\n"
    )
    name = repository.git("hash-object", "-t", "commit", "-w", "--literally", str(nobody))
    repository.git("reset", "-q", "--hard", name.decode().strip())

    network = read(repository.place)

    assert network.people.ids == ("Ada", "Ben")
    assert "commits without an author (1)" in left_out(network)


def test_a_folder_whose_name_looks_like_an_option_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    repository = Repository(tmp_path / "--output=written")
    repository.commit("Ada", "2023-11-14", trailers=["Co-authored-by: Ben <ben@x.org>"])

    assert read("--output=written").people.ids == ("Ada", "Ben")
    assert [path.name for path in tmp_path.iterdir()] == ["--output=written"]


def test_missing_objects_are_not_fetched(repository, trap):
    program, sprung = trap
    repository.commit("Ada", "2023-11-14", ["a.txt"])
    repository.commit("Ben", "2023-11-14", ["a.txt"])
    blob = repository.git("rev-parse", "HEAD:a.txt").decode().strip()
    (repository.place / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    repository.git("config", "core.repositoryformatversion", "1")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "remote.origin.url", f"ext::{program}")
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "protocol.ext.allow", "always")

    with pytest.raises(weft.UnreadableFileError) as error:
        read(repository.place)

    assert str(error.value) == (
        f"{repository.place}: found a repository that git cannot read (it ended with status 128), "
        "expected a whole one. Run git fsck in it, or clone it again."
    )
    assert not sprung.exists()


def test_a_repository_without_commits_is_refused(repository):
    with pytest.raises(weft.InvalidDataError) as error:
        read(repository.place)

    assert str(error.value) == (
        f"{repository.place}: found a repository without commits, expected a history. Check that "
        "the right branch is checked out."
    )


def test_a_folder_inside_a_repository_is_not_that_repository(repository):
    repository.commit("Ada", "2023-11-14", ["in/a.txt"])

    with pytest.raises(weft.UnreadableFileError):
        weft.read(repository.place / "in", format="git")


def test_without_git_it_is_said_what_to_do(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(weft.UnreadableFileError) as error:
        read(repository.place)

    assert str(error.value) == (
        f"{repository.place}: found a repository, but not the program git that reads it. Install "
        "git, or export the history where it is: see “Read a log” in the documentation."
    )


def test_a_history_that_takes_too_long_is_given_up(repository, tmp_path, monkeypatch):
    slow = tmp_path / "bin"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(slow))
    file = File(str(repository.place), repository.place)

    with pytest.raises(weft.UnreadableFileError) as error:
        list(chunks_of_history(file, seconds=0.2))

    assert str(error.value) == (
        f"{repository.place}: found a history that git did not finish in 0.2 seconds, expected a "
        "shorter one. Export it with git log, and read the file."
    )


def test_names_of_files_may_look_like_commits():
    head = b"\x1eab\x1fA\x1fa@x\x1f2023-11-14\x1fA\x1fa@x\x1f2023-11-14\x1f\x1f\x1f"
    trap = b"\x1eab\x1fB"
    content = head + b"\0\n1\t2\t\0" + trap + b"\0new\0-\t-\t" + trap + b"\0" + head + b"\0" + head

    commits = list(commits_in([content[i : i + 7] for i in range(0, len(content), 7)]))

    assert [commit.files for commit in commits] == [[trap, b"new", trap], [], []]


def test_commits_that_cannot_be_read_are_none():
    assert list(commits_in([b"\x1eab\x1fonly\0\n1\t1\tfile\0"])) == [None]
