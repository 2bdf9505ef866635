"""DuckDB works in less memory than the table takes, in the folder that it is given."""

import re
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import weft
from weft.scale import engine, figure_of, opened

MIB = 1 << 20
LIMIT = 64 * MIB


@pytest.fixture(scope="module")
def long_table(tmp_path_factory):
    """A table of 77 MiB: few ties between people whose ids are long."""
    rng = np.random.default_rng(0)
    source, target = rng.integers(0, 50_000, (2, 100_000)).tolist()
    ids = {"source": source, "target": target}
    table = pa.table({end: [f"{'somebody' * 50}{i}" for i in these] for end, these in ids.items()})
    assert table.nbytes > 1.2 * LIMIT
    file = tmp_path_factory.mktemp("long") / "ties.parquet"
    pq.write_table(table, file)
    return file, source, target


def test_a_table_larger_than_the_limit_is_counted(monkeypatch, tmp_path, long_table):
    monkeypatch.setenv("WEFT_THREADS", "2")
    file, source, target = long_table
    network = weft.read(pa.table({"source": source, "target": target}), everyone_answered=True)
    with engine("duckdb", limit=LIMIT, folder=tmp_path) as tables:
        assert [folder.name.startswith("weft-") for folder in tmp_path.iterdir()] == [True]
        counted = opened(tables, [str(file)], everyone_answered=True).counted()
        for measure_id in ("reciprocity", "mean_degree", "largest_component_share"):
            expected = weft.measure(network, measure_id).value
            assert figure_of(counted, measure_id).value == pytest.approx(expected, rel=1e-12)
    assert list(tmp_path.iterdir()) == []


def test_without_room_to_write_it_says_what_to_do(monkeypatch, tmp_path, long_table):
    monkeypatch.setenv("WEFT_THREADS", "2")
    file, _, _ = long_table
    with engine("duckdb", limit=LIMIT, folder=tmp_path) as tables:
        tables._database.execute("SET max_temp_directory_size = '0MiB'")
        with pytest.raises(weft.NotEnoughMemoryError) as refused:
            opened(tables, [str(file)], everyone_answered=True)
    said = re.sub(r"the folder \S+", "the folder F", str(refused.value))
    assert re.sub(r"\(Out of Memory Error.*?\)\. Let", "(...). Let", said) == (
        "DuckDB was given 64 MiB of memory and the folder F for what does not fit, and found no "
        "room (...). Let it have more memory, or a folder with more free space (the environment's "
        "TMPDIR, or folder= in the library)."
    )


@pytest.mark.parametrize(
    ("named", "setting", "said"),
    [
        ("duckdb", {"tasks": 2}, "The engine duckdb has no setting “tasks”. Leave it out."),
        ("sc://x:1", {"limit": 2}, "The engine sc://x:1 has no setting “limit”. Leave it out."),
    ],
)
def test_settings_of_another_engine_are_refused(named, setting, said):
    with (
        pytest.raises(weft.InvalidRequestError, match=f"^{re.escape(said)}$"),
        engine(named, **setting),
    ):
        pass


@pytest.mark.parametrize(
    ("named", "title"), [("duckdb", "DuckDB"), ("sc://x:1", "The client of Spark Connect")]
)
def test_without_the_extra_it_says_how_to_install_it(monkeypatch, named, title):
    monkeypatch.setattr(sys.modules["weft.scale.engine"], "find_spec", lambda _: None)
    said = f"{title} is not installed. Install it with: pip install 'weft[scale]'"
    with (
        pytest.raises(weft.InvalidRequestError, match=f"^{re.escape(said)}$"),
        engine(named),
    ):
        pass
