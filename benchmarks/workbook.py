"""A workbook of 100,000 rows: Weft against python-calamine alone, compared in two ways.

Weft reads with calamine too, in a process of its own with limits on memory and time, and besides
checks every cell and builds the network; calamine alone gives lists of cells.

- The call: `weft.read` against calamine, in one process in which both are imported. What the
  process with the limits costs is Weft's.
- The whole process: Python started, the import, the call, the end. What Weft imports (numpy,
  pyarrow) is Weft's too, twice: here and behind the limits. In an environment with pandas pyarrow
  imports that as well; how long Weft takes without is told beside.

Each is run several times in turn, and its fastest time counts.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import xlsxwriter
from python_calamine import CalamineWorkbook

import weft
from benchmarks.large import used

ROWS, PEOPLE, SEED, TIMES = 100_000, 10_000, 1, 5
MOST = 1.3
"""How many times as long as calamine alone Weft may take."""

HEADINGS = ("source", "target", "relation", "weight", "wave")
WEFT = "import sys, weft; weft.read(sys.argv[1])"
WITHOUT_PANDAS = (
    "import sys, weft; from weft.formats.without_pandas import keep_pandas_out; keep_pandas_out(); "
    "weft.read(sys.argv[1])"
)
CALAMINE = (
    "import sys; from python_calamine import CalamineWorkbook; "
    "CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
)
START = "import weft.formats.door"


def run() -> dict[str, Any]:
    """Return the seconds of each, and how many times as long as calamine Weft takes, both ways."""
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder, "ties.xlsx"))
        called = {"weft": float("inf"), "calamine": float("inf")}
        whole = dict.fromkeys(PROCESSES, float("inf"))
        for _ in range(TIMES):
            for name, reader in (("weft", weft.read), ("calamine", by_calamine)):
                begun = perf_counter()
                reader(path)
                called[name] = min(called[name], perf_counter() - begun)
            for name, command in PROCESSES.items():
                seconds, _ = used([sys.executable, "-c", command, str(path)])
                whole[name] = min(whole[name], seconds)
    return {
        **called,
        "rows": ROWS,
        "ratio": called["weft"] / called["calamine"],
        "whole process": whole,
        "whole process ratio": whole["weft"] / whole["calamine"],
        "whole process ratio without pandas": whole["weft without pandas"] / whole["calamine"],
        "wanted": MOST,
    }


def written(path: Path) -> Path:
    """Write made-up ties, of two relations and two waves."""
    draws = np.random.default_rng(SEED)
    source = draws.integers(PEOPLE, size=ROWS)
    target = (source + draws.integers(1, PEOPLE, size=ROWS)) % PEOPLE
    trusts, weight, wave = (draws.integers(1, most, size=ROWS) for most in (3, 6, 3))
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Ties")
        sheet.write_row(0, 0, HEADINGS)
        for i in range(ROWS):
            relation = "trusts" if trusts[i] == 1 else "works_with"
            ends = f"person-{source[i]:06d}", f"person-{target[i]:06d}"
            sheet.write_row(i + 1, 0, (*ends, relation, int(weight[i]), int(wave[i])))
    return path


def by_calamine(path: Path) -> list[list[Any]]:
    """Return the cells of the first sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


PROCESSES = {
    "weft": WEFT,
    "weft without pandas": WITHOUT_PANDAS,
    "calamine": CALAMINE,
    "import of what reads": START,
}
