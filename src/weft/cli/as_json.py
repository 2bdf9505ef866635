"""JSON as every command prints it."""

from __future__ import annotations

import json


def as_json(data: object) -> str:
    """Return data as JSON with a line break at the end; numbers that are not finite are a bug."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
