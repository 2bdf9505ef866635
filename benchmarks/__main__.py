"""`./run bench [NAME …]`: run the benchmarks and keep what they measured."""

import json
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks import (
    acceptance,
    change,
    coverage,
    csv_import,
    engine,
    exact,
    figures,
    intervals,
    introduction_effect,
    introductions,
    large,
    mail,
    masks,
    replicates,
    reporters,
    silence,
    small,
    start,
    step_back,
    updates,
    weaving,
    weaving_rounds,
    workbook,
)

KEPT = Path(__file__).with_name("last.json")
BENCHMARKS = {
    "start": start.run,
    "figures": figures.run,
    "large": large.run,
    "silence": silence.run,
    "change": change.run,
    "step_back": step_back.run,
    "coverage": coverage.run,
    "masks": masks.run,
    "intervals": intervals.run,
    "introduction_effect": introduction_effect.run,
    "introductions": introductions.run,
    "acceptance": acceptance.run,
    "weaving": weaving.run,
    "weaving_rounds": weaving_rounds.run,
    "reporters": reporters.run,
    "csv": csv_import.run,
    "mail": mail.run,
    "workbook": workbook.run,
    "exact": exact.run,
    "small": small.run,
    "replicates": replicates.run,
    "updates": updates.run,
    "engine": engine.run,
}


def main() -> None:
    """Run the benchmarks asked for, or all; the docs page on speed reads what is kept."""
    asked = sys.argv[1:] or list(BENCHMARKS)
    if len(asked) > 1:  # each in a process of its own: memory is inherited by what one starts
        for name in asked:
            subprocess.run([sys.executable, "-m", "benchmarks", name], check=True)
        return
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for name in asked:
        print(f"{name} …", file=sys.stderr)
        kept[name] = BENCHMARKS[name]()
        ratio = f"ratio {kept[name]['ratio']:.2f}" if "ratio" in kept[name] else ""
        print(f"{name}: {ratio}", file=sys.stderr)
    kept["python"] = platform.python_version()
    KEPT.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    main()
