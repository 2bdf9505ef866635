"""``weft demo``: a fictional network, its portrait, and what to try next."""

from __future__ import annotations

import os
import shlex
import sys
import webbrowser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import made_folder, notice, refuse_a_file
from weft.cli.progress import working

if TYPE_CHECKING:
    from weft.network import Network

FOLDER = Path("weft-demo")
PEOPLE, TIES, PAGE = "people.csv", "ties.csv", "portrait.html"


@click.command(
    short_help="Make a fictional network and its portrait.",
    epilog=options.examples("weft demo", "weft demo -o somewhere --seed 7 --no-open"),
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=FOLDER,
    show_default=True,
    help="Where to put the two tables and the page.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="N",
    default=1,
    show_default=True,
    help="Another seed, another network.",
)
@click.option("--no-open", is_flag=True, help="Do not open the page in the browser.")
def demo(folder: Path, seed: int, *, no_open: bool) -> None:
    """Make a fictional network and its portrait, and open it in the browser.

    The people are invented. Nothing leaves this machine.
    """
    from weft import simulate
    from weft.formats.files.whole import written_whole
    from weft.portrait import make_portrait

    refuse_a_file(folder)
    with working("Making the portrait") as tell:
        network = simulate.coalition(seed=seed).network
        files = _tables(network)
        page = make_portrait(network, names=True, seed=seed, tell=tell).to_html()
    made_folder(folder)
    whole = {**files, PAGE: page.encode()}
    written_whole({folder / name: content for name, content in whole.items()})
    click.echo(_told(network, folder))
    if no_open or not opened(folder / PAGE):
        notice(f"Open this page in a browser: {(folder / PAGE).resolve()}")


def _tables(network: Network) -> dict[str, bytes]:
    """Return the tables of people and ties, as the files they will be."""
    import weft

    with TemporaryDirectory(prefix="weft-") as place:
        weft.write(network, Path(place, TIES), people=Path(place, PEOPLE))
        return {name: Path(place, name).read_bytes() for name in (PEOPLE, TIES)}


def _told(network: Network, folder: Path) -> str:
    """Return what was made and what to try next."""
    people, ties = (shlex.quote(str(folder / name)) for name in (PEOPLE, TIES))
    files = f"{ties} --people {people}"
    relations = ", ".join(network.relations)
    return f"""\
{network.name}: {len(network)} people, {len(network.waves)} waves.
Ties: {relations}.
It is fictional: the people, their organisations and their names are invented.

In {folder}:
  {PAGE}  the portrait
  {PEOPLE}     who is in it, and who answered
  {TIES}       who works with, trusts and turns to whom

Try next:
  weft check {files}
  weft portrait {files} --names
  weft portrait {files} -o portrait.pdf
  weft measure effective_leaders {files} --relation turns_to
  weft measure fade {files} --relation turns_to
  weft introductions {files} -o cards.html
  weft measures

Then with your own: a table with the columns source and target will do."""


def opened(page: Path) -> bool:
    """Open a page where a person watches and a browser can show itself; say whether it did."""
    if not sys.stdout.isatty():
        return False
    has_screen = os.name == "nt" or sys.platform == "darwin"
    if not has_screen and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        return False
    try:
        return webbrowser.open(page.resolve().as_uri())
    except webbrowser.Error:
        return False
