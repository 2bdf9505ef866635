"""Without pandas, which pyarrow would load at its first array."""

from __future__ import annotations

import sys
from collections.abc import Sequence


class _NotNow:
    """Finds no pandas, for as long as it is asked first."""

    @staticmethod
    def find_spec(name: str, _path: Sequence[str] | None, _target: object = None) -> None:
        """Refuse pandas; leave everything else to those who come after."""
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def keep_pandas_out() -> None:
    """Keep pyarrow from loading pandas, where it is installed, only to ask after its types.

    That import would take a third of the time of a small portrait. pyarrow tries once, at its first
    array; whoever needs pandas in this process later still gets it.
    """
    if "pandas" in sys.modules:
        return
    import pyarrow as pa
    import pyarrow.compute as pc

    refusing = _NotNow()
    sys.meta_path.insert(0, refusing)
    try:
        pc.equal(pa.array([0]), 0)
    finally:
        sys.meta_path.remove(refusing)
