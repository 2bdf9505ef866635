"""Keeps pyarrow from importing pandas the first time it makes an array.

Where pandas is installed, pyarrow imports it (1.7 s of processor time) to learn whether what it was
given is a pandas series. Asked once while pandas is out of sight, pyarrow remembers that there is
none; it looks again when a frame is wanted, so that ``to_pandas`` and ``from_pandas`` still work,
but ``pyarrow.array`` of a series does not. So this is for a process of our own, such as the command
line, never for the library inside somebody else's.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class _NoPandas(MetaPathFinder):
    """Says that pandas is not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse pandas and leave every other module to the finders that follow."""
        del path, target
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


def leave_pandas_alone() -> None:
    """Let pyarrow make its first array while pandas is out of sight, if nobody has imported it."""
    if "pandas" in sys.modules:
        return
    hidden = _NoPandas()
    sys.meta_path.insert(0, hidden)
    try:
        pa.array(["any"])
    finally:
        sys.meta_path.remove(hidden)
