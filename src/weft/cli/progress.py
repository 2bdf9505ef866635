"""What people see while they wait: on a terminal only, and on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int, str], None]
"""Called with how many figures are done, how many there are, and which comes next."""


@contextmanager
def working(on: str) -> Iterator[Tell | None]:
    """Show how far the work is for as long as it takes, where a person watches; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[step]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(on, total=None, step="")

        def tell(done: int, of: int, step: str) -> None:
            bar.update(task, completed=done, total=of, step=step)

        yield tell
