"""The ``weft`` command: its subcommands, each in a module of its own."""

from __future__ import annotations

import click

from weft import __version__
from weft.cli.change import change
from weft.cli.check import check
from weft.cli.circles import circles
from weft.cli.convert import convert
from weft.cli.demo import demo
from weft.cli.doctor import doctor
from weft.cli.effect import effect
from weft.cli.endings import Ending
from weft.cli.formats import formats
from weft.cli.handovers import handovers
from weft.cli.introductions import introductions
from weft.cli.measure import measure
from weft.cli.measures import measures
from weft.cli.plan import plan
from weft.cli.portrait import portrait
from weft.cli.refer import refer
from weft.cli.relate import relate
from weft.cli.step_back import step_back
from weft.cli.two_ways_in import two_ways_in


@click.group(
    cls=Ending,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Begin with: weft demo",
)
@click.version_option(__version__, prog_name="weft", message="%(prog)s %(version)s")
def weft() -> None:
    """See the network you are, how sure that is, and what to do next.

    Answers go to standard output, progress and notices to standard error. Exit status: 0 done,
    1 the data or the request is wrong (nothing is written), 2 the command was not understood.
    """


COMMANDS = (
    demo, portrait, change, introductions, two_ways_in, step_back, handovers, refer, circles,
    effect, measure, measures, relate, plan, check, convert, formats, doctor,
)  # fmt: skip
for command in COMMANDS:
    weft.add_command(command)
