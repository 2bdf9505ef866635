"""Which keys a JSON file begins with: what tells the kinds of JSON apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.file import HEAD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.formats.files.file import File

TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}:,]|[^\s"\[\]{}:,]+', re.DOTALL)
"""A string that never ends is one too, so that it is not tried again from each quote within."""


def first_keys(file: File) -> Mapping[str, str]:
    """Return the keys at the top of a JSON object, in lower case, and how their values begin.

    Only the beginning of the file is looked at, so keys may be missing; see :func:`is_cut`.

    Examples
    --------
    >>> from weft.formats.files.file import File
    >>> first_keys(File("a.json", content=b'{"Elements": [{"id": 1}], "name": "x", "n": 1'))
    {'elements': '[', 'name': '"', 'n': '1'}
    """
    head = file.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return {}
    keys: dict[str, str] = {}
    depth, last, key = 0, "", None
    for match in TOKEN.finditer(head.decode(errors="ignore")):
        part = match.group()
        if part == ":" and depth == 1 and last.startswith('"'):
            key = last[1:-1].lower()
        elif key is not None:
            keys.setdefault(key, part[0])
            key = None
        if part in "{[":
            depth += 1
        elif part in "]}":
            depth -= 1
            if not depth:
                break
        last = part
    return keys


def is_cut(file: File) -> bool:
    """Return whether there may be more in a file than its beginning shows."""
    return len(file.head) >= HEAD
