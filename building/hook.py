"""Build hook of hatchling: puts the compiled core into the wheel, or says that it goes without."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # hatchling loads this by its path

from building.compile import (
    NoCompilerError,
    build,
    compiler,
    this_machine,
)

PIN = "ziglang==0.17.1"


class CoreHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles ``weft._core`` before the wheel is put together.

    WEFT_CORE=off builds without it, WEFT_CORE=required fails where it cannot be built, and
    WEFT_CORE_BUILT names a file that was built already, for another system.
    """

    def dependencies(self) -> list[str]:
        """Return the compiler's package where the system has no compiler."""
        if os.environ.get("WEFT_CORE") == "off":
            return []
        try:
            compiler()
        except NoCompilerError:
            return [PIN]
        return []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the core and add it to what goes into the wheel."""
        asked = os.environ.get("WEFT_CORE", "")
        if asked == "off":
            return
        into = Path(self.root, "src", "weft")
        try:
            module = build(this_machine(), into)
        except Exception as error:
            if asked == "required":
                raise
            self.app.display_warning(f"Weft is built without its compiled core: {error}")
            return
        if version != "editable":
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["force_include"][str(module)] = f"weft/{module.name}"
