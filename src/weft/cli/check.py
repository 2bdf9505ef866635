"""``weft check``: what is wrong with the data, row by row, or what is in them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.as_json import as_json as written
from weft.cli.endings import WRONG, deliver, visible
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from weft.network import InvalidDataError, Network, Problem


MOST_ALIKE = 10
ALMOST_RESPONDED = {"answered", "response", "participated", "completed", "respondent", "replied"}
ALMOST_STEWARD = {"convener", "convenor", "coordinator", "facilitator", "host", "leader"}
SHOWN_OF_A_PROBLEM = ("kind", "origin", "row", "column", "found", "expected", "mend")


@click.command(
    short_help="Say what is wrong with the data, or what is in them.",
    epilog=options.examples(
        "weft check ties.csv --people people.csv",
        "weft check ties.csv --scale trusts=0:4 --json",
    ),
)
@reads_a_network
@options.as_json
@click.pass_context
def check(ctx: click.Context, reading: Reading, *, as_json: bool) -> None:
    """Say what is wrong with the data, row by row, or what is in them.

    FILE is a table of ties with the columns source and target, and any of relation, weight, wave,
    reporter and date; or a file in any other format of weft formats. A dash reads standard input.
    """
    from weft.network import InvalidDataError, WeftError

    try:
        with working("Reading") as tell:
            network = reading.network(tell)
    except InvalidDataError as error:
        if as_json:
            deliver(written(_problems_as_dict(error.problems)), None)
        else:
            click.echo(_problems_as_text(error), err=True)
        ctx.exit(WRONG)
    except WeftError as error:
        if as_json:
            reason = {"code": error.code, "text": str(error)}
            deliver(written({"ok": False, "error": reason, "problems": [], "counts": {}}), None)
            ctx.exit(WRONG)
        raise
    if as_json:
        deliver(written({"ok": True, **found_as_dict(network)}), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_found_as_text(network), for_terminal=to_terminal()), None)


def found_as_dict(network: Network) -> dict[str, object]:
    """Return what is in the data, who answered, and what was done to them."""
    return {
        **network.summary(),
        "ties": [
            {"relation": name, "wave": wave, "ties": network.graph(name, wave).m}
            for name in network.relations
            for wave in network.waves
        ],
        "coverage": network.coverage(),
        "attributes": list(network.people.attributes),
        "look_at": [{"kind": kind, "text": text} for kind, text in look_at(network)],
        "notices": [{"kind": n.kind, "text": n.text, "count": n.count} for n in network.notices],
    }


def look_at(network: Network) -> list[tuple[str, str]]:
    """Return what is allowed and yet most often a slip: its kind, and what to do about it."""
    from weft.portrait.once_each import once_each, undirected_flag

    said = [
        ("alike", f"{len(alike):,} {what} differ only by capitals or spaces: {_quoted(alike)}.")
        for what, names in (("ids", network.people.ids), ("relations", network.relations))
        for alike in _alike(names)
    ]
    if len(said) > MOST_ALIKE:
        more = f"{len(said) - MOST_ALIKE:,} more sets differ only by capitals or spaces."
        said = [*said[:MOST_ALIKE], ("alike", more)]
    said += _almost(network)
    graphs = [network.graph(name, wave) for name in network.relations for wave in network.waves]
    for name in dict.fromkeys(g.relation.name for g in graphs if once_each(g)):
        text = (
            f"In “{name}” no tie is given back. If each pair was written down once, because these "
            f"ties have no direction, add: {undirected_flag(name)}"
        )
        said.append(("each-pair-once", text))
    return said


def _almost(network: Network) -> list[tuple[str, str]]:
    """Return the columns that most likely say who answered or convenes, and are not read so."""
    undeclared = any(row["undeclared"] for row in network.coverage())
    wanted = (
        (undeclared, ALMOST_RESPONDED, "who answered, call it responded"),
        (not network.stewards, ALMOST_STEWARD, "who convenes, call it steward"),
    )
    return [
        ("almost", f"“{column}” is read as an attribute. If it says {mend}.")
        for missing, almost, mend in wanted
        for column in network.people.attributes
        if missing and "".join(c for c in column.casefold() if c.isalpha()) in almost
    ]


def _alike(names: Sequence[str]) -> list[list[str]]:
    """Return the names that differ only by capitals or spaces, together."""
    sets: dict[str, list[str]] = {}
    for name in names:
        sets.setdefault("".join(name.split()).casefold(), []).append(name)
    return [alike for alike in sets.values() if len(alike) > 1]


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _problems_as_dict(problems: tuple[Problem, ...]) -> dict[str, object]:
    from weft.network.errors import MOST_SHOWN_OF_A_KIND

    counts: Counter[str] = Counter()
    shown = []
    for problem in problems:
        counts[problem.kind] += 1 + problem.more
        if counts[problem.kind] <= MOST_SHOWN_OF_A_KIND:
            shown.append({name: getattr(problem, name) for name in SHOWN_OF_A_PROBLEM})
    return {"ok": False, "error": None, "problems": shown, "counts": dict(counts)}


def _problems_as_text(error: InvalidDataError) -> str:
    many = sum(1 + problem.more for problem in error.problems)
    things = "1 problem" if many == 1 else f"{many:,} problems"
    return f"weft: {things} found.\n{visible(str(error))}"


def _found_as_text(network: Network) -> list[RenderableType]:
    from weft.cli.text import BLANK, heading, plain, title

    people = "1 person" if len(network) == 1 else f"{len(network):,} people"
    stewards = len(network.stewards)
    marked = "1 marked as steward" if stewards == 1 else f"{stewards} marked as stewards"
    parts: list[RenderableType] = [
        title("No problem found."),
        plain(f"{people}, {_reports(network)}, {marked}."),
        heading("Ties"),
        _ties(network),
        heading("Who answered"),
        *(plain(_answered(row)) for row in network.coverage()),
    ]
    if network.people.attributes:
        columns = ", ".join(network.people.attributes)
        parts += [heading("Known of people"), plain(columns)]
    found = look_at(network)
    if found:
        parts += [heading("Look at"), *(plain(text) for _, text in found)]
    if network.notices:
        parts += [heading("Done to the data"), *(plain(n.text) for n in network.notices)]
    parts += [BLANK, plain("Next: weft portrait, with the same files.", "dim")]
    return parts


def _reports(network: Network) -> str:
    many = len(network.reports)
    return "1 report" if many == 1 else f"{many:,} reports"


def _ties(network: Network) -> RenderableType:
    from rich.table import Table

    from weft.cli.text import plain

    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("relation")
    for wave in network.waves:
        table.add_column(f"wave {visible(wave)}", justify="right")
    table.add_column("direction")
    for name in network.relations:
        counts = [plain(f"{network.graph(name, wave).m:,}") for wave in network.waves]
        directed = network.declared(name).directed
        table.add_row(plain(name), *counts, "from, to" if directed else "none")
    return table


def _answered(row: dict[str, str | int | float | None]) -> str:
    rate = row["rate"]
    share = f" ({rate:.0%})" if isinstance(rate, float) else ""
    text = f"Wave {row['wave']}: {row['answered']:,} of {row['people']:,} people{share}"
    if row["undeclared"]:
        text += (
            f"; of {row['undeclared']:,} who reported nothing the data do not say whether they "
            "answered (column responded in the people table)"
        )
    return text + "."
