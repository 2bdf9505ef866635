"""The core's reader of plain tables and the other one give the same, whatever the table."""

import gzip
from contextlib import suppress
from io import BytesIO

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import example, given, settings

import weft
from tests.docs.printed import ROOT
from tests.formats.both_engines import all_of, assert_same_by_both
from weft.engine import without_core
from weft.formats import Reading
from weft.formats.files.file import File
from weft.formats.plain.at_once import CHUNK, ties_at_once

TIES = "source,target,relation,weight,wave\nana,ben,trusts,2,1\nben,ana,trusts,1.5,1\n"
DATED = "source,target,timestamp\na,b,1082040961\nb,c,1082155839\nc,a,1082155840\n"


def is_plain(text, **reading):
    content = text if isinstance(text, bytes) else text.encode()
    return ties_at_once(File("ties.csv", content=content), Reading(**reading)) is not None


def read(text, people=None, **options):
    content = text if isinstance(text, bytes) else text.encode()
    return weft.read(BytesIO(content), people, **options)


@pytest.mark.parametrize(
    "text",
    [
        TIES,
        "\ufeff" + TIES,
        "\r\n\n" + TIES.replace("\n", "\r\n") + "\r\n\r\n",
        "sep=;\n" + TIES.replace(",", ";"),
        TIES.replace(",", "\t"),
        TIES.replace("ana", '"ana, the ""elder"""').replace("ben", '"two\nlines"'),
        TIES.replace("ana", "Añá").rstrip("\n"),
        TIES + "ben,cy,,,\ncy,ana,ties,,2\n",
        "From,To,Type,Strength,reporter,date,Extra,\na,b,t,1,,2026-01-01,x,\nb,a,,.5,c,,y,\n",
        "From,To,,\na,b,,x\nb,a,y,\n",
        "source,target,type\na,b,friend\nb,a,work\n",
        "source,target\na,a\na,b\na,b\n",
        "source,target,weight\na,b,0.12345678901234567\nb,c,1e-3\nc,a,12345678901234567890\n",
        DATED,
        "source,from,target\na,b,c\n",
        "source,target,relation\na,b,works_with\nb,a,works_with\nc,d,works_with\n",
        "ego,alter,strength\n" + "".join(f"{i},{j},1\n" for i in range(6) for j in range(i)),
    ],
)
def test_a_plain_table_is_read_at_once_and_gives_the_same(text):
    assert is_plain(text)
    assert_same_by_both(lambda: read(text))


@pytest.mark.parametrize(
    "text",
    [
        "a,b\nb,c\n",
        "source,target\n",
        "source,target,weight\na,b,0\nb,a,0.0\n",
        "source,target,weight\na,b,inf\n",
        "source,target,weight\na,b,1e400\n",
        "source,target,weight\na,b,1e5e5\n",
        "source;target;weight\na;b;2,5\nb;a;1\n",
        "source,target,weight,sign\na,b,1,1\nb,a,1,-1\n",
        "Source,Target,Type\na,b,Directed\nb,c,Undirected\n",
        "source,target,time\na,b,1\n",
        "source,target\na,b,c\nb\n,a\n",
        "source,target\na, b\n\nb,a \n",
        "source,target,weight\na,b,often\nb,c,-1\n",
        "source,target\n'=a,b\n'=a,c\n",
        "source,target\na,b\n  ,  \nb,a\n",
        'source,target\na,"b\nb,a\n',
        "source,target\n" + "x" * CHUNK + ",a\n",
        b"source,target\na,b\xe9\n",
        "source,target\na,b\u0000\n",
        "source,target\na,b\n".encode("utf-16"),
        "source,target,wave\n" + "".join(f"a,b,w{i}\n" for i in range(1_001)),
    ],
)
def test_a_table_that_is_not_plain_is_left_and_gives_the_same(text):
    assert not is_plain(text)
    assert_same_by_both(lambda: read(text))


@pytest.mark.parametrize(
    ("text", "people", "options"),
    [
        (TIES, ["ben", "ana", "cy"], {}),
        (TIES, ["ben"], {}),
        (TIES, {"id": ["ana", "ana"], "name": ["ben", ""]}, {}),
        (TIES, {"name": ["ana"]}, {}),
        (TIES, None, {"scales": {"trusts": (0, 1)}}),
        (TIES, None, {"undirected": ["trusts"], "repeats": "sum"}),
        (TIES, None, {"columns": {"wave": None, "weight": "date"}}),
        (TIES, None, {"columns": {"weight": "source"}}),
        (TIES, None, {"columns": {"nothing": None}}),
        (TIES, None, {"columns": {"relation": "source", "target": "target"}}),
        (TIES, None, {"encoding": "utf-8"}),
        (TIES, None, {"waves": "month"}),
        (DATED, None, {"waves": "month"}),
        (DATED.replace("1082155839", "then"), None, {"waves": "month"}),
        (DATED, None, {"columns": {"timestamp": "date"}}),
    ],
)
def test_what_the_caller_says_gives_the_same(text, people, options):
    assert_same_by_both(lambda: read(text, people, **options))


def test_several_files_are_put_together_as_text(tmp_path):
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(TIES.replace("ana", name), encoding="utf-8")
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]

    assert not is_plain(TIES, alone=False)
    assert_same_by_both(lambda: weft.read(paths))
    assert_same_by_both(lambda: weft.read(paths[:1]))


def test_a_large_file_gives_the_same_packed_or_not(tmp_path):
    draws = np.random.default_rng(5)
    ends = draws.integers(3_000, size=(2, 40_000))
    rows = "".join(f"person {s},{t}@list,{s % 7}.25\n" for s, t in ends.T)
    path, packed = tmp_path / "large.csv", tmp_path / "large.csv.gz"
    path.write_text("source,target,weight\n" + rows, encoding="utf-8")
    packed.write_bytes(gzip.compress(path.read_bytes()))

    assert path.stat().st_size > 3 * CHUNK
    assert is_plain(path.read_bytes())
    assert assert_same_by_both(lambda: weft.read(path)) == assert_same_by_both(
        lambda: weft.read(packed)
    )
    packed.write_bytes(packed.read_bytes()[:-20_000])
    assert_same_by_both(lambda: weft.read(packed))


def test_the_text_is_there_for_whoever_asks():
    ties = ties_at_once(File("ties.csv", content=TIES.encode()), Reading()).ties

    assert list(ties.columns) == ["source", "target", "relation", "wave", "weight"]
    assert len(ties) == 2
    assert ties.columns["weight"].to_pylist() == ["2", "1.5"]
    assert "date" not in ties.columns
    assert ties.columns.get("date") is None
    with pytest.raises(ValueError, match="stands in numbers"):
        ties.having("weight", ties.columns["weight"])


CELLS = st.sampled_from(
    ["a", "b", "c", "é", "名前", "1", "2.5", "0", "007", "1e2", ".5", "-1", "+1", "2,5", "", " ",
     " a", "\u00a0", "b ", '"', 'q"q', "x,y", "two\nlines", "it\rs", "'=a", "'t", "nan", "Directed",
     "\t"]
)  # fmt: skip
HEADINGS = ["source", "target", "weight", "relation", "type", "wave", "reporter", "date",
            "timestamp", "sign", "other", "", "direction"]  # fmt: skip


def written_by(cell, quoted, delimiter):
    needs = any(mark in cell for mark in (delimiter, '"', "\n", "\r"))
    return '"' + cell.replace('"', '""') + '"' if quoted or (needs and quoted is not None) else cell


@st.composite
def tables(draw):
    more = draw(st.lists(st.sampled_from(HEADINGS[2:]), max_size=4, unique=True))
    headings = draw(st.permutations(["source", "target", *more]))
    usual = draw(st.booleans())
    ids = st.sampled_from(["a", "b", "c", "é", "名前", "1", "a b", "d,e"])
    numbers = st.sampled_from(["1", "2.5", "0", "", "0.123456789012345678", "1e2"])
    of = {"source": ids, "target": ids, "weight": numbers, "reporter": ids, "sign": numbers}
    cells = [of.get(heading, CELLS) if usual else CELLS for heading in headings]
    rows = draw(st.lists(st.tuples(*cells), max_size=8))
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    quoted = st.sampled_from([False, False, True, None])
    lines = [
        delimiter.join(written_by(cell, draw(quoted), delimiter) for cell in row)
        for row in [headings, *rows]
    ]
    return ends.join(lines) + draw(st.sampled_from(["", ends, ends + ends]))


@settings(max_examples=400, deadline=None)
@given(tables())
@example("source,target,\n'\t,a,\n")
def test_every_made_up_table_gives_the_same(text):
    assert_same_by_both(lambda: weft.read(BytesIO(text.encode()), format="csv"))


def test_tables_of_the_tests_and_of_fuzzing_give_the_same():
    paths = [path for name in ("csv", "tsv") for path in (ROOT / "fuzz/corpus" / name).iterdir()]
    plain = 0
    for path in paths:
        content = path.read_bytes()
        assert_same_by_both(lambda content=content: weft.read(BytesIO(content), format="csv"))
        with suppress(weft.WeftError):
            plain += is_plain(content)

    assert plain > 5


def test_without_the_core_nothing_is_read_at_once():
    with without_core():
        assert not is_plain(TIES)
        assert all_of(read(TIES))["ids"] == ("ana", "ben")
