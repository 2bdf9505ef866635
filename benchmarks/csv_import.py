"""A million rows of CSV, from text to integers: Weft against polars, DuckDB and pyarrow.

All of them read the columns source, target and weight, and give both ends one common numbering of
the 100,000 people, as any figure of a network needs it. Weft besides checks every cell, looks for
repeated rows and ties of a person to themselves, and builds the network. The files hold ids of
text. Each is run several times in turn in one process, and its fastest time counts. How often the
newlines of the file could be counted meanwhile says what Weft takes, from the file to the compiled
ties, beside the least that any reader must do.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

import weft

ROWS, PEOPLE, SEED, TIMES = 1_000_000, 100_000, 1, 5
MOST = 2.0
"""How many times as long as the fastest of the others Weft may take."""


def run() -> dict[str, Any]:
    """Return the seconds of each, and how many times as long as the fastest peer Weft takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder, "ties.csv"))
        best = dict.fromkeys(READERS, float("inf"))
        in_newlines = _in_newline_counts(path)
        for _ in range(TIMES):
            for name, reader in READERS.items():
                begun = perf_counter()
                reader(path)
                best[name] = min(best[name], perf_counter() - begun)
    peer = min(seconds for name, seconds in best.items() if name != "weft")
    return {
        **best,
        "rows": ROWS,
        "people": PEOPLE,
        "ratio": best["weft"] / peer,
        "wanted": MOST,
        "newline counts": in_newlines,
    }


def _in_newline_counts(path: Path) -> float:
    """Return how often the newlines could be counted while Weft goes from the file to the ties."""
    content = path.read_bytes()
    newlines = min(_processor(lambda: content.count(b"\n")) for _ in range(TIMES))
    return min(_processor(lambda: weft.read(path).graph()) for _ in range(TIMES)) / newlines


def _processor(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor something takes, on all threads."""
    begun = process_time()
    work()
    return process_time() - begun


def written(path: Path) -> Path:
    """Write made-up ties between people with ids of text."""
    draws = np.random.default_rng(SEED)
    ids = np.array([f"person-{i:06d}" for i in range(PEOPLE)])
    source = draws.integers(PEOPLE, size=ROWS)
    target = (source + draws.integers(1, PEOPLE, size=ROWS)) % PEOPLE
    columns = {
        "source": ids[source],
        "target": ids[target],
        "weight": draws.integers(1, 6, size=ROWS),
    }
    unquoted = arrow_csv.WriteOptions(quoting_style="none")
    arrow_csv.write_csv(pa.table(columns), path, unquoted)
    return path


def by_polars(path: Path) -> tuple[Any, ...]:
    """Return the ends and weights by polars: the fastest of the ways tried."""
    table = pl.read_csv(path)
    ids = pl.concat([table["source"], table["target"]]).rename("id")
    people = ids.unique(maintain_order=True)
    codes = ids.replace_strict(people, np.arange(len(people)), return_dtype=pl.Int32).to_numpy()
    return codes[: len(table)], codes[len(table) :], table["weight"].to_numpy(), people


def by_polars_categories(path: Path) -> tuple[Any, ...]:
    """Return the ends and weights by polars with its type for categories."""
    table = pl.read_csv(path)
    ids = pl.concat([table["source"], table["target"]]).cast(pl.Categorical)
    codes = ids.to_physical().to_numpy()
    return codes[: len(table)], codes[len(table) :], table["weight"].to_numpy()


def by_duckdb(path: Path) -> tuple[Any, ...]:
    """Return the ends and weights by DuckDB."""
    with duckdb.connect() as base:
        base.execute("CREATE TABLE ties AS SELECT * FROM read_csv(?)", [str(path)])
        base.execute(
            "CREATE TABLE people AS SELECT id, row_number() OVER () - 1 AS code FROM "
            "(SELECT source AS id FROM ties UNION SELECT target FROM ties)"
        )
        found = base.execute(
            "SELECT s.code AS source, t.code AS target, weight FROM ties "
            "JOIN people s ON s.id = ties.source JOIN people t ON t.id = ties.target"
        ).fetchnumpy()
    return found["source"], found["target"], found["weight"]


def by_pyarrow(path: Path) -> tuple[Any, ...]:
    """Return the ends and weights by pyarrow."""
    table = arrow_csv.read_csv(path)
    ids = pa.chunked_array([*table["source"].chunks, *table["target"].chunks])
    coded = ids.combine_chunks().dictionary_encode()
    codes = np.asarray(coded.indices)
    return codes[: len(table)], codes[len(table) :], np.asarray(table["weight"]), coded.dictionary


def by_pyarrow_join(path: Path) -> tuple[Any, ...]:
    """Return the ends and weights by pyarrow, looking each id up among the different ones."""
    table = arrow_csv.read_csv(path)
    ids = pa.chunked_array([*table["source"].chunks, *table["target"].chunks])
    people = pc.unique(ids)
    codes = [np.asarray(pc.index_in(table[end], value_set=people)) for end in ("source", "target")]
    return *codes, np.asarray(table["weight"]), people


READERS: dict[str, Callable[[Path], object]] = {
    "weft": weft.read,
    "polars": by_polars,
    "polars, categories": by_polars_categories,
    "duckdb": by_duckdb,
    "pyarrow": by_pyarrow,
    "pyarrow, looked up": by_pyarrow_join,
}
