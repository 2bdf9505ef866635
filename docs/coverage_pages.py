"""How often ranges hold the truth, as tables for the page on reading a figure."""

from __future__ import annotations

from typing import Any

import numpy as np

import weft

WANTED = (0.86, 0.94)


def coverage(kept: dict[str, Any]) -> str:
    """Return two tables: of each figure over all settings, and of each setting over all figures."""
    runs = kept["runs"]
    names = list(kept["settings"][0]["figures"])
    sure = 1.96 * np.sqrt(0.09 / runs)
    return (
        f"The share of {runs} networks in which the range held the figure of complete answers; "
        f"wanted {WANTED[0]:.0%} to {WANTED[1]:.0%}. Of so many networks a share of 90 % is known "
        f"to within {sure:.0%}. A range that holds it more often is wider than it need be, or is "
        "of a figure that seldom moves.\n\n"
        "| figure | held, mean | lowest | highest | bias of the value |\n|---|---|---|---|---|\n"
        + "\n".join(_of_figure(name, kept["settings"]) for name in names)
        + "\n\n| network | people | density | silent | lowest | middle | highest |\n"
        "|---|---|---|---|---|---|---|\n"
        + "\n".join(_of_setting(setting) for setting in kept["settings"])
        + "\n"
    )


def masks(kept: dict[str, Any] | None) -> str:
    """Return two tables of real networks with people hidden: of each figure, of each network."""
    if kept is None:
        return "Not measured yet: `./run bench masks` does, where the real networks are at hand.\n"
    patterns = list(kept["figures"])
    names = list(kept["figures"][patterns[0]])
    head = f"{' | '.join(patterns)} |"
    line = "--:|" * len(patterns)
    networks = kept["networks"]
    return (
        f"{kept['masks']:,} times people were hidden in one of {len(networks)} real networks in "
        "which all answered, and this is how often the range held the figure of all answers:\n\n"
        f"| figure | {head}\n|---|{line}\n"
        + "\n".join(_masked(name, kept["figures"]) for name in names)
        + f"\n\nThe middle one of all figures, network by network:\n\n"
        f"| network | people | ties | {head}\n|---|--:|--:|{line}\n"
        + "\n".join(_of_network(row) for row in networks)
        + "\n"
    )


def _masked(name: str, figures: dict[str, Any]) -> str:
    held = [rows.get(name) for rows in figures.values()]
    cells = [f"{row['held']:.0%}" if row else "" for row in held]
    return f"| `{name}` | {' | '.join(cells)} |"


def _of_network(row: dict[str, Any]) -> str:
    middle = [
        f"{np.median([figure['held'] for figure in figures.values()]):.0%}"
        for figures in row["patterns"].values()
    ]
    return f"| {row['network']} | {row['people']} | {row['ties']} | {' | '.join(middle)} |"


def widened() -> str:
    """Return the figures whose range is widened, and by how much."""
    by: dict[float, list[str]] = {}
    for declared in weft.declarations():
        if declared.range_widened != 1:
            by.setdefault(declared.range_widened, []).append(f"`{declared.id}`")
    return (
        "\n".join(
            f"- by {times - 1:.0%}: {', '.join(names)}" for times, names in sorted(by.items())[::-1]
        )
        + "\n"
    )


def without_range() -> str:
    """Return the figures that show no range, and why."""
    return (
        "\n".join(
            f"- `{declared.id}`: {declared.no_interval_because}."
            for declared in weft.declarations()
            if declared.no_interval_because
        )
        + "\n"
    )


def _of_figure(name: str, settings: list[dict[str, Any]]) -> str:
    rows = [setting["figures"][name] for setting in settings if name in setting["figures"]]
    held = [row["held"] for row in rows]
    bias = np.mean([row["bias"] for row in rows])
    return f"| `{name}` | {np.mean(held):.0%} | {min(held):.0%} | {max(held):.0%} | {bias:+.3f} |"


def _of_setting(setting: dict[str, Any]) -> str:
    held = [row["held"] for row in setting["figures"].values()]
    way = "" if setting["directed"] else ", without direction"
    return (
        f"| {setting['generator']}{way} | {setting['people']} | {setting['density']} "
        f"| {setting['silent']:.0%}, {setting['who']} "
        f"| {min(held):.0%} | {np.median(held):.0%} | {max(held):.0%} |"
    )
