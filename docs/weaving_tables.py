"""Tables of what introductions do to a network, from what the benchmarks kept."""

from __future__ import annotations

from typing import Any

FIGURES = {
    "centralization": ("betweenness centralization", -1),
    "hub loss": ("lost if the hub leaves", -1),
    "two connected": ("two-connected share", +1),
    "gini": ("Gini of ties", -1),
}
"""What each figure is called, and which direction is better."""


def helped(kept: dict[str, Any]) -> str:
    """Return what each method changed, family by family."""
    parts = []
    for family, methods in kept["families"].items():
        rows = [
            f"| {method} | " + " | ".join(_change(row[name]) for name in FIGURES) + " |"
            for method, row in methods.items()
        ]
        parts.append(
            f"### {family}\n\n| chosen by | {' | '.join(name for name, _ in FIGURES.values())} |\n"
            f"|---|{'--:|' * len(FIGURES)}\n" + "\n".join(rows)
        )
    return "\n\n".join(parts) + "\n"


def behind(kept: dict[str, Any]) -> str:
    """Return where another way of choosing did clearly better than Weft, as a list."""
    lines = []
    for family, methods in kept["families"].items():
        for name, (title, better) in FIGURES.items():
            mine, within = methods["Weft"][name]
            for method, row in methods.items():
                ahead = better * (row[name][0] - mine)
                if method != "Weft" and ahead > row[name][1] + within and name != "gini":
                    lines.append(
                        f"- {family}, {title}: {method} {_change(row[name])}, Weft "
                        f"{_change(methods['Weft'][name])} (Gini of ties: "
                        f"{_change(row['gini'])} against {_change(methods['Weft']['gini'])})"
                    )
    return ("\n".join(lines) or "- Nowhere: every difference is within what chance allows.") + "\n"


def rounds(kept: dict[str, Any]) -> str:
    """Return the course of ten rounds, method by method."""
    lines = []
    for method, course in kept["methods"].items():
        cells = [
            f"{course[name][0][0]:.2f} → {course[name][-1][0]:.2f} ± {course[name][-1][1]:.2f}"
            for name in ("gini", "ties of the small")
        ]
        offers = [at for at, _ in course["offers to the small"][1:]]
        lines.append(f"| {method} | {cells[0]} | {cells[1]} | {sum(offers) / len(offers):.2f} |")
    return (
        "| chosen by | Gini of ties, before → after | ties of the small group, over those of the "
        "others | offers to the small group, over its share |\n|---|--:|--:|--:|\n"
        + "\n".join(lines)
        + "\n"
    )


def ranked(kept: dict[str, Any]) -> str:
    """Return how well each score ranks the pairs that came to be tied."""
    networks = kept["networks"]
    scores = list(networks["mean of the five"])
    head = " | ".join(name.replace("_", " ") for name in networks)
    lines = []
    for score in scores:
        cells = []
        for row in networks.values():
            value, low, high = row[score]
            cells.append(f"{value:.2f} ({low:.2f} to {high:.2f})")
        lines.append(f"| {score} | {' | '.join(cells)} |")
    return f"| ranked by | {head} |\n|---|{'--:|' * len(networks)}\n" + "\n".join(lines) + "\n"


def _change(value: list[float]) -> str:
    mean, within = value
    return f"{mean:+.3f} ± {within:.3f}"
