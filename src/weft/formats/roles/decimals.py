"""Strengths written with a decimal comma, as spreadsheets do in much of the world."""

from __future__ import annotations

from dataclasses import replace

import pyarrow.compute as pc

from weft.network import Columns, Notice

WITH_COMMA = r"^\s*\d+,\d{1,2}\s*$"
WHOLE_OR_WITH_COMMA = r"^\s*(\d+(,\d{1,2})?)?\s*$"


def without_decimal_commas(ties: Columns) -> tuple[Columns, tuple[Notice, ...]]:
    """Return the ties with decimal points, if every strength is whole or has a decimal comma.

    One or two figures behind the comma are decimals; three could be thousands, and are left for
    the check of strengths to refuse.
    """
    cells = ties.columns.get("weight")
    if cells is None or not pc.any(pc.match_substring(cells, ",")).as_py():
        return ties, ()
    commas = pc.match_substring_regex(cells, WITH_COMMA)
    many = pc.sum(commas).as_py() or 0
    fit = pc.fill_null(pc.match_substring_regex(cells, WHOLE_OR_WITH_COMMA), fill_value=True)
    if not many or not pc.all(fit).as_py():
        return ties, ()
    pointed = pc.replace_substring(cells, ",", ".")
    text = f"{many:,} strengths in {ties.origin} have a decimal comma; 2,5 was read as 2.5."
    notice = Notice(kind="decimal-commas", text=text, count=many)
    return replace(ties, columns={**ties.columns, "weight": pointed}), (notice,)
