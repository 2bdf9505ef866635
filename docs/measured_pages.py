"""Writes what the benchmarks kept, for the pages that print it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coverage_pages import coverage, masks, widened, without_range
from disagreement_tables import disagreeing
from effect_tables import effect
from growth_picture import picture
from weaving_tables import behind, helped, ranked, rounds

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KEPT = Path(__file__).resolve().parent.parent / "benchmarks" / "last.json"


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the text before Sphinx includes it."""
    app.connect("builder-inited", write_into_source)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_into_source(app: Sphinx) -> None:
    """Write the text beside the page that includes it."""
    folder = Path(app.srcdir) / "reference" / "generated"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "speed.md").write_text(measured(), encoding="utf-8")
    engine = json.loads(KEPT.read_text(encoding="utf-8"))["engine"]
    (folder / "growth.svg").write_text(picture(engine["sizes"], engine["growth"]), encoding="utf-8")
    (folder / "bias.md").write_text(biased(), encoding="utf-8")
    ranges = json.loads(KEPT.read_text(encoding="utf-8"))["coverage"]
    (folder / "coverage.md").write_text(coverage(ranges), encoding="utf-8")
    (folder / "widened.md").write_text(widened(), encoding="utf-8")
    (folder / "no-range.md").write_text(without_range(), encoding="utf-8")
    (folder / "disagreement.md").write_text(disagreeing(), encoding="utf-8")
    (folder / "change.md").write_text(held(), encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    for name, text in {
        "masks.md": masks(kept.get("masks")),
        "introductions-help.md": helped(kept["weaving"]),
        "introductions-behind.md": behind(kept["weaving"]),
        "introductions-rounds.md": rounds(kept["weaving_rounds"]),
        "introductions-ranked.md": ranked(kept["acceptance"]),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    introduced = json.loads(KEPT.read_text(encoding="utf-8"))["introduction_effect"]
    (folder / "introduction-effect.md").write_text(effect(introduced), encoding="utf-8")


def measured() -> str:
    """Return the comparisons, with what was wanted beside what was measured."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    parts = [
        _start(kept["start"]),
        _figures(kept["figures"]),
        _large(kept["large"]),
        _engine(kept["engine"]),
        _kernels(kept["exact"], kept["small"], kept["replicates"], kept["updates"]),
        *([_ranges(kept["intervals"])] if "intervals" in kept else []),
        _files(kept["csv"], kept["workbook"], kept["mail"]),
        _weaving(kept["introductions"], kept["step_back"]),
    ]
    return "\n\n".join(parts) + f"\n\nMeasured with Python {kept['python']}.\n"


def biased() -> str:
    """Return how far silence moves each figure, as a table."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["silence"]
    rows = [
        f"| `{measure_id}` | {row['true']:.3f} | {row['seen']:.3f} | {row['bias']:+.3f} "
        f"| {row['standard error']:.3f} |"
        for measure_id, row in kept["figures"].items()
    ]
    return (
        f"Means over {kept['networks']} made-up networks of {kept['people']} people, relation "
        f"`{kept['relation']}`, {kept['silent']:.0%} silent at random, each figure by its own "
        "policy.\n\n"
        "| figure | if all had answered | as measured | bias | standard error |\n"
        "|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def held() -> str:
    """Return how often the ranges of a comparison of two waves held the truth, as tables."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["change"]
    silences = list(next(iter(kept["regions"].values())))
    head = " | ".join(f"{float(silent):.0%} silent" for silent in silences)
    regions = [
        f"| {name} | " + " | ".join(f"{row[s]['fade and lift']:.0%}" for s in silences) + " |"
        for name, row in kept["regions"].items()
    ]
    figures = [name for name in next(iter(kept["ranges"].values())) if name != "fade and lift"]
    ranges = [
        f"| `{figure}` | {' | '.join(f'{row[figure]:.0%}' for row in kept['ranges'].values())} |"
        for figure in figures
    ]
    return (
        f"The region of fade and lift (meant: {kept['confidence']:.0%}), in {kept['networks']} "
        f"made-up networks of {kept['people']} people for each cell, silent at random in each wave "
        "apart. `coalition` is `weft.simulate`; in `lasting` ties last, begin and are returned by "
        "chance, and people differ in how many they name.\n\n"
        f"| made by | {head} |\n|---|{'--:|' * len(silences)}\n"
        + "\n".join(regions)
        + "\n\nThe ranges of single figures' change among the stayers, in "
        f"{kept['networks for figures']} networks, {kept['silent for figures']:.0%} silent:\n\n"
        f"| figure | {' | '.join(kept['ranges'])} |\n|---|{'--:|' * len(kept['ranges'])}\n"
        + "\n".join(ranges)
        + "\n"
    )


def _files(csv: dict[str, Any], workbook: dict[str, Any], mail: dict[str, Any]) -> str:
    peers = {"polars", "polars, categories", "duckdb", "pyarrow", "pyarrow, looked up"}
    fastest = min(peers, key=lambda name: float(csv[name]))
    return (
        "## Reading files\n\n"
        f"- {csv['rows']:,} rows of CSV, text ids of {csv['people']:,} people to integers, "
        f"checked: **{csv['ratio']:.2f} times** the fastest of polars, DuckDB and pyarrow reading "
        f"and numbering alone ({fastest}; wanted: at most {csv['wanted']:g}).\n"
        f"- {workbook['rows']:,} rows of XLSX, read in a process of its own: "
        f"**{workbook['ratio']:.2f} times** calamine alone in the same process (wanted: at most "
        f"{workbook['wanted']:g}, not met: starting the process and loading what it needs takes "
        f"{workbook['whole process']['import of what reads']:.1f} s of it). As whole processes: "
        f"{workbook['whole process ratio']:.2f} times.\n"
        f"- A mailbox of 100 MB: **{mail['megabytes a second']:.0f} MB/s** (wanted: at least "
        f"{mail['least megabytes a second']}), {mail['ratio']:.2f} times the time of `mailbox` and "
        f"`email`, in {mail['peak memory'] / 1e6:.0f} MB of memory."
    )


def _weaving(introductions: dict[str, Any], rehearsal: dict[str, Any]) -> str:
    lists = [
        f"- Introductions for {int(people):,} people and {row['ties']:,} ties: "
        f"**{row['weft']:.1f} s** of the processor (wanted: at most {row['most seconds']:g}), "
        f"{row['ratio']:.0f} times networkx scoring those with an acquaintance in common."
        for people, row in introductions["sizes"].items()
    ]
    return (
        "## What to do next\n\n" + "\n".join(lists) + "\n"
        f"- The rehearsal of one person's leaving among {rehearsal['people']:,} people and "
        f"{rehearsal['ties']:,} ties: **{rehearsal['weft']:.2f} s** (wanted: at most "
        f"{rehearsal['most seconds']:g}); networkx takes {rehearsal['ratio']:.0f} times as long "
        "for a part of it."
    )


def _engine(kept: dict[str, Any]) -> str:
    rows = []
    for ties, row in kept["sizes"].items():
        for name, wanted in kept["wanted"].items():
            if name not in row:
                continue
            most = wanted.get(ties)
            rows.append(
                f"| {int(ties):,} | {name} | {_number(name, row[name])} "
                f"| {_number(name, most) if most else ''} |"
            )
    return (
        "## The engine, from the file to the portrait\n\n"
        "N is reading the file and counting its lines, P igraph's PageRank, X networkx's, each in "
        "the same process; seconds are of the processor. Everyone answered, so that nothing is "
        "drawn. Peak memory is of the whole process, with igraph's copy where P is measured.\n\n"
        "| ties | what | measured | wanted at most |\n|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\n```{figure} generated/growth.svg\n"
        ":width: 480px\n"
        ":alt: Processor time against the number of ties, both by "
        "powers of ten; each part of the work is nearly a straight line.\n\n"
        "Processor time against ties; the exponent is fitted by least squares.\n```\n\n"
        "| ties | load | triangles | circles | portrait without circles |\n|---|---|---|---|---|\n"
        + "\n".join(
            f"| {int(ties):,} | {row['load']:.3f} s | {row['triangles']:.3f} s "
            f"| {row['circles']:.3f} s | {row['portrait without circles']:.2f} s |"
            for ties, row in kept["sizes"].items()
        )
    )


def _number(name: str, value: float) -> str:
    return f"{value / 1e9:.1f} GB" if name == "peak memory" else f"{value:.2f}"


def _kernels(
    exact: dict[str, Any],
    small: dict[str, Any],
    replicates: dict[str, Any],
    updates: dict[str, Any],
) -> str:
    rows = "\n".join(
        f"| {name} | {row['weft']:.4f} | {row['igraph']:.4f} | {row['igraph'] / row['weft']:.1f} |"
        for name, row in exact["figures"].items()
    )
    slowest = max(row["core"] / row["without"] for row in small["sizes"].values())
    return (
        "## Exact figures of 5,000 people and 50,000 ties, against igraph\n\n"
        f"Together **{exact['ratio']:.1f} times** faster (wanted: {exact['wanted']}; exact "
        "betweenness is most of it on both sides).\n\n"
        "| figure | Weft (s) | igraph (s) | times |\n|---|---|---|---|\n" + rows + "\n\n"
        "## Small networks, replicates, updates\n\n"
        f"- Portraits of 15, 60 and 200 people take at most **{slowest:.2f} times** what they take "
        "without the core (wanted: at most 1).\n"
        f"- 10,000 label permutations at 200 people: **{replicates['ratio']:.0f} times** faster "
        f"than a loop of numpy's `corrcoef` (wanted: {replicates['wanted']}).\n"
        f"- 10,000 vertex bootstraps of six figures at 200 people: **{replicates['bootstrap']:.2f} "
        f"s** of processor time (wanted: {replicates['most seconds']:g} for three).\n"
        "- One relation regressed on two others, 10,000 renamings for each, alone and beyond the "
        f"other: **{replicates['regression']:.1f} s** of processor time; one fit after another "
        f"with numpy's `lstsq` takes {replicates['numpy regressions']:.0f} s for half of it.\n"
        f"- {updates['changes']:,} of {updates['ties']:,} ties change: following them is "
        f"**{updates['ratio']:.0f} times** cheaper than counting anew (wanted: "
        f"{updates['wanted']})."
    )


def _ranges(kept: dict[str, Any]) -> str:
    rows = "\n".join(
        f"| {people} | {row['ties']:,} | {row['answered']} | {row['without']:.1f} "
        f"| {row['with']:.1f} | {row['ratio']:.1f} | {row['wanted']:g} |"
        for people, row in kept["sizes"].items()
    )
    return (
        "## Ranges\n\n"
        f"A portrait of which each range is made of {kept['draws']:,} networks, against the same "
        "portrait without ranges, in seconds of the processor:\n\n"
        "| people | ties | answered | without ranges | with | ratio | wanted at most |\n"
        "|--:|--:|--:|--:|--:|--:|--:|\n" + rows
    )


def _start(kept: dict[str, Any]) -> str:
    return (
        "## A small network, from the command to the answer\n\n"
        "`weft portrait --format json` of 71 people, as a whole process, takes "
        f'**{kept["ratio"]:.2f} times** a bare `python -c "import igraph, numpy, scipy.sparse"` '
        f"(wanted: under {kept['wanted']} times). `weft --version` takes "
        f'**{kept["version ratio"]:.2f} times** `python -c "import numpy"` (wanted: at most '
        f"{kept['version wanted']})."
    )


def _figures(kept: dict[str, Any]) -> str:
    rows = [_row(measure_id, row) for measure_id, row in kept["figures"].items()]
    return (
        "## 5,000 people and 50,000 ties, against networkx\n\n"
        f"All figures that networkx has, together: **{kept['ratio']:,.0f} times** faster "
        f"(wanted: {kept['wanted']}), and {kept['exact ratio']:,.0f} times with nothing sampled. "
        "In seconds of processor time; the first figure of a kind pays for what the next ones "
        "share.\n\n"
        "| figure | Weft | Weft, nothing sampled | networkx | times |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
    )


def _row(measure_id: str, row: dict[str, Any]) -> str:
    exact = f"{row['exact']:.3f}" if row["sampled"] else ""
    times = row["networkx"] / row["weft"]
    return (
        f"| `{measure_id}` | {row['weft']:.3f} | {exact} | {row['networkx']:.2f} | {times:,.1f} |"
    )


def _large(kept: dict[str, Any]) -> str:
    return (
        "## 82,000 people and 950,000 ties, from the file to the portrait\n\n"
        f"{kept['weft']:.0f} seconds (wanted: under {kept['most seconds']}) and "
        f"{kept['peak memory'] / 2**30:.1f} GiB at most (wanted: under "
        f"{kept['most memory'] / 2**30:.0f}): **{kept['ratio']:.1f} times** what networkx takes to "
        "read the same file and do one PageRank."
    )
