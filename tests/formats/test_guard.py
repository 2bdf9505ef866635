"""A format that is not plain text is read in a process of its own, which may end badly."""

import io
import json
import sys
from textwrap import dedent

import numpy as np
import pyarrow as pa
import pytest

import weft
from tests.formats.same import content_of
from weft.formats import known_formats
from weft.formats.files.file import File, opened
from weft.formats.guard import (
    Allowance,
    FailedReaderError,
    allowance_for,
    read_by,
    read_people_by,
)
from weft.formats.tables import Reading
from weft.network import InvalidRequestError, UnknownNameError, UnreadableFileError, WeftError

APART = True

READERS = """
    import os
    import sys
    import numpy as np
    import pyarrow as pa
    from weft.formats import Format, Tables
    from weft.network import (
        Columns, InvalidDataError, InvalidRequestError, Notice, Problem, Relation, UnknownNameError,
        UnreadableFileError, WeftError, put_together,
    )

    WRONG = Problem(kind="odd", origin="a.odd", row=int(np.int64(3)), column="To", found="x",
                    expected="y", mend="z", more=7)

    def everything(file, reading):
        print("this must not get into the answer")
        for done in (1, 2):
            reading.tell(done, 2)
        text = lambda *values: pa.array(values, pa.string())
        parts = [
            Columns("one", {"source": text("a"), "target": text("b")}, {"source": "From"}),
            Columns("two", {"source": text("b", None), "wave": text("1", "2")}, first_row=9,
                    rows=np.array([4, 7])),
        ]
        said = {**reading.columns, **reading.key, **reading.aliases}
        return Tables(
            name=f"{file.stem} {reading.encoding} {reading.people_given} {sorted(said)}",
            ties=put_together(parts),
            people=Columns(file.origin, {"id": text("007", "\\u540d")}, {}, rows=np.array([3, 5])),
            relations=(Relation(name="trusts", scale=(0, 4)),
                       Relation(name="works_with", directed=False)),
            waves=("1", "2"), observed=True, repeats="sum",
            notices=(Notice(kind="odd", text="Something odd.", count=int(np.int64(2))),),
            problems=(WRONG,),
        )

    def people(file, reading):
        table = Columns(file.origin, {"id": pa.array([file.data.decode()], pa.string())})
        return table, (Notice(kind="odd", text="Odd.", count=1),), (WRONG,)

    def refuse(error):
        def read(file, reading):
            raise error
        return read

    def eat(file, reading):
        kept = []
        while True:
            kept.append(bytearray(16 << 20))

    def spin(file, reading):
        while True:
            pass

    def sleep(file, reading):
        import threading
        threading.Event().wait()

    def write(file, reading):
        with open(file.data.decode(), "wb") as stream:
            stream.write(b"something")

    def crash(file, reading):
        os.abort()

    READ = dict(
        everything=everything, eat=eat, spin=spin, sleep=sleep, write=write, crash=crash,
        stumble=lambda file, reading: [][1],
        leave=lambda file, reading: sys.exit(0),
        odd_data=refuse(InvalidDataError([WRONG])),
        odd_file=refuse(UnreadableFileError("a.odd: found a, expected b. Do c.")),
        odd_request=refuse(InvalidRequestError("Ask for something else.")),
        odd_name=refuse(UnknownNameError("column", "To", ["From", "Too"])),
        odd=refuse(WeftError("Odd.")),
    )
    for _name, _read in READ.items():
        globals()[_name.upper()] = Format(
            name=_name, title="Odd", about="Odd.", extensions=(".odd",), guarded=True, read=_read,
            read_people=people,
        )
"""


@pytest.fixture(autouse=True)
def another_package(tmp_path, monkeypatch):
    """Install a package that adds formats."""
    (tmp_path / "odd_formats.py").write_text(dedent(READERS))
    about = tmp_path / "odd_formats-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-formats\nVersion: 1.0\n")
    sys.path.insert(0, str(tmp_path))
    import odd_formats

    entries = [f"{name} = odd_formats:{name.upper()}" for name in odd_formats.READ]
    (about / "entry_points.txt").write_text("\n".join(["[weft.formats]", *entries]))
    known_formats.cache_clear()
    yield odd_formats
    sys.path.remove(str(tmp_path))
    del sys.modules["odd_formats"]
    known_formats.cache_clear()


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "name.odd"
    path.write_bytes(b"content")
    return path


LITTLE = Allowance(memory=128 << 20, seconds=1, clock=8)


def outcome(name, path, allowed=LITTLE):
    with pytest.raises(WeftError) as caught:
        read_by(next(f for f in known_formats() if f.name == name), opened(path), Reading(),
                allowed=allowed)  # fmt: skip
    return caught.value


def test_everything_that_was_read_comes_back(another_package, odd):
    told = []
    reading = Reading(
        encoding="cp1252",
        columns={"To": "target", "x": None},
        people_given=True,
        key={"a@example.org": "Ana"},
        aliases={"b@example.org": "a@example.org"},
        tell=lambda *done: told.append(done),
    )
    file = opened(str(odd))

    there = read_by(another_package.EVERYTHING, file, reading)

    here = another_package.everything(file, reading)
    assert told == [(1, 2), (2, 2)] * 2
    parts = ("name", "relations", "waves", "observed", "repeats", "notices", "problems")
    assert [getattr(there, part) for part in parts] == [getattr(here, part) for part in parts]
    assert there.people.columns["id"].to_pylist() == ["007", "名"]
    for of in ("ties", "people"):
        one, other = getattr(there, of), getattr(here, of)
        assert one.columns == other.columns
        assert one.headings == other.headings
        assert [one.place(i, "source") for i in range(len(one))] == [
            other.place(i, "source") for i in range(len(other))
        ]


def test_people_come_back_and_a_stream_is_read(another_package):
    file = opened(io.BytesIO("Bö".encode()))

    table, notices, problems = read_people_by(another_package.EVERYTHING, file, Reading())

    assert table.columns["id"].to_pylist() == ["Bö"]
    assert table.origin == "the stream"
    assert notices == (weft.Notice(kind="odd", text="Odd.", count=1),)
    assert problems == (another_package.WRONG,)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("odd_data", weft.InvalidDataError),
        ("odd_file", UnreadableFileError),
        ("odd_request", InvalidRequestError),
        ("odd_name", UnknownNameError),
        ("odd", WeftError),
    ],
)
def test_what_a_reader_refuses_is_raised_as_it_was_there(another_package, odd, name, kind):
    there = outcome(name, odd)

    with pytest.raises(WeftError) as here:
        another_package.READ[name](None, None)
    assert type(there) is type(here.value) is kind
    assert str(there) == str(here.value)
    assert getattr(there, "problems", ()) == getattr(here.value, "problems", ())


def test_a_reader_that_takes_all_memory_is_ended(odd):
    found = outcome("eat", odd, Allowance(memory=128 << 20, seconds=20, clock=60))

    assert str(found) == (
        f"{odd}: found a file that needs more memory than a file of this size should, expected an "
        "ordinary export. Export a smaller part; if it came from somebody else, do not trust it."
    )


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("spin", LITTLE), ("sleep", Allowance(memory=128 << 20, seconds=9, clock=1.5))],
)
def test_a_reader_that_never_ends_is_ended(odd, name, allowed):
    found = outcome(name, odd, allowed)

    assert type(found) is UnreadableFileError
    assert "found a file that needs more time than a file of this size should" in str(found)


@pytest.mark.parametrize(
    ("name", "last_words"), [("crash", ""), ("leave", ""), ("stumble", "IndexError")]
)
def test_a_reader_that_falls_is_told_of_without_a_traceback(odd, name, last_words):
    found = outcome(name, odd)

    assert type(found) is FailedReaderError
    assert str(found) == (
        f"{odd}: found content on which the reading of Odd broke off, expected an ordinary export. "
        "Export it again. If that is no help, please tell the makers of Weft, without the file if "
        "it holds what people said."
    )
    assert last_words in found.__notes__[0]
    assert "list index out of range" not in found.__notes__[0]  # words may be those of the file


def test_a_guarded_reader_cannot_write(odd, tmp_path):
    target = tmp_path / "written"
    odd.write_text(str(target))

    found = outcome("write", odd)

    assert type(found) is FailedReaderError
    assert target.read_bytes() == b""


def test_the_limits_grow_with_the_file():
    assert allowance_for(0) == Allowance(memory=256 << 20, seconds=20, clock=90)
    assert allowance_for(100 << 20) == Allowance(memory=6656 << 20, seconds=220, clock=690)


def test_a_file_that_stands_beside_is_found_there_too(another_package, tmp_path):
    (tmp_path / "one.odd").write_text("x")
    there = read_by(another_package.EVERYTHING, File("one.odd", tmp_path / "one.odd"), Reading())

    assert there.people.origin == "one.odd"


@pytest.mark.parametrize("format_", [f for f in known_formats() if f.guarded and f.write],
                         ids=lambda f: f.name)  # fmt: skip
def test_a_guarded_format_reads_in_its_own_process_what_it_reads_here(
    format_, tmp_path, monkeypatch
):
    network = weft.read(
        [("007", "Bö, the elder", "trusts", 2), ("Bö, the elder", "c", "trusts", 1)],
        {"id": ["007", "Bö, the elder", "c", "d"], "name": ["Ana", None, "=1", "名"]},
    )
    path = tmp_path / f"network{format_.extensions[0]}"
    weft.write(network, path, format=format_.name)

    there = weft.read(path, format=format_.name)

    monkeypatch.setattr("weft.formats.guard.APART", False)
    here = weft.read(path, format=format_.name)
    assert content_of(there) == content_of(here)
    assert there.notices == here.notices


def test_a_large_honest_table_stays_within_the_limits(tmp_path):
    from pyarrow import parquet

    rng = np.random.default_rng(1)
    ids = pa.array([f"person {i}" for i in range(5_000)])
    table = {end: ids.take(pa.array(rng.integers(0, 5_000, 500_000))) for end in ("From", "To")}
    parquet.write_table(pa.table(table), tmp_path / "ties.parquet")

    network = weft.read(tmp_path / "ties.parquet")

    assert len(network) == 5_000


def test_the_answer_holds_nothing_that_could_be_run(another_package, odd):
    from weft.formats.guarded_answer import answer_of_tables, split_message

    found = another_package.everything(opened(odd), Reading(tell=lambda *_: None))
    data = answer_of_tables(found)

    head, _ = split_message(data)
    assert json.loads(json.dumps(head)) == head
