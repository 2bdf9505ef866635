"""Guarded formats are read in the process of the tests, except where a module says APART = True."""

import pytest

from weft.formats import guard


@pytest.fixture(autouse=True)
def in_this_process(request, monkeypatch):
    """Read without a process for each file: hundreds of made-up files would take minutes."""
    if not getattr(request.module, "APART", False):
        monkeypatch.setattr(guard, "APART", False)
