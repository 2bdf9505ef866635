"""What people see while they wait: on a terminal only, and on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.engine import Tell


@contextmanager
def working(on: str) -> Iterator[Tell | None]:
    """Show how far the work is for as long as it takes, where a person watches; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    in_one_line = Column(no_wrap=True, overflow="ellipsis")
    step_told = TextColumn("{task.fields[step]}", table_column=in_one_line, markup=False)
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=12), step_told)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(on, total=None, step="")

        def tell(done: int, of: int, step: str) -> None:
            bar.update(task, completed=done, total=of, step=step)

        yield tell
