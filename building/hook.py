"""Build hook of hatchling: puts the compiled core into the wheel, or says that it goes without."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # hatchling loads this by its path

from building.targets import PLATFORMS, NoCompilerError, compiler, this_machine

PIN = "ziglang==0.17.1"


class CoreHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives its settings no type
    """Compiles ``weft._core`` before the wheel is put together.

    WEFT_CORE=off builds without it, WEFT_CORE=required fails where it cannot be built, and
    WEFT_PLATFORM names another platform to build for, of those in ``building.targets``.
    """

    def dependencies(self) -> list[str]:
        """Return the package of a compiler where the system has none."""
        if os.environ.get("WEFT_CORE") == "off":
            return []
        try:
            compiler()
        except NoCompilerError:
            return [PIN]
        return []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the core and add it to what goes into the wheel."""
        from building.compile import OBJECTS, build

        asked = os.environ.get("WEFT_CORE", "")
        if asked == "off":
            return
        platform = os.environ.get("WEFT_PLATFORM")
        into = OBJECTS / platform if platform else Path(self.root, "src", "weft")
        try:
            target = PLATFORMS[platform] if platform else this_machine()
            into.mkdir(parents=True, exist_ok=True)
            module = build(target, into)
        except Exception as error:
            if asked == "required":
                raise
            self.app.display_warning(f"Weft is built without its compiled core: {error}")
            return
        if version == "editable":
            return
        build_data["pure_python"] = False
        if target.tag:
            build_data["tag"] = target.tag
        else:
            build_data["infer_tag"] = True
        build_data["force_include"][str(module)] = f"weft/{module.name}"
