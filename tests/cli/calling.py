"""How the tests call the command: in this process, and as a user would."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from weft.cli.commands import weft

TIES = """\
source,target,relation,weight,wave
ana,ben,works_with,1,1
ben,cy,works_with,1,1
cy,di,works_with,1,1
di,ana,works_with,1,1
ana,cy,trusts,3,1
cy,ana,trusts,2,1
ben,ana,trusts,4,1
ben,ana,turns_to,1,1
cy,ana,turns_to,2,1
di,ana,turns_to,2,1
ana,ben,turns_to,1,1
ben,ana,turns_to,1,2
cy,ben,turns_to,2,2
"""
PEOPLE = """\
id,name,organisation,steward,responded
ana,Ana,North,yes,yes
ben,Ben [red]Łódź[/red],North,no,yes
cy,Cy,South,no,yes
di,Di,South,no,yes
"""


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    """Call the command in this process."""
    return CliRunner().invoke(weft, [str(a) for a in arguments], input=given, prog_name="weft")


def started(
    *arguments: object, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Start the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "weft", *(str(a) for a in arguments)],
        input=given,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def tables(folder: Path) -> list[str]:
    """Write a small network and return the arguments that read it."""
    ties, people = folder / "ties.csv", folder / "people.csv"
    ties.write_text(TIES, encoding="utf-8")
    people.write_text(PEOPLE, encoding="utf-8")
    return [str(ties), "--people", str(people)]
