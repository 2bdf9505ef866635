r"""Text that a spreadsheet would take for a formula, and back.

Excel, LibreOffice and Google Sheets run a cell of a CSV file that begins with ``=``, ``+``, ``-``
or ``@`` (also in the wide forms of East Asian keyboards, and after a tab or a line break). What a
respondent typed must not run on the machine of whoever opens the table, so such a cell is written
with an apostrophe in front, which spreadsheets understand as "this is text". A plain number such as
``-5`` stays as it is.

The way back takes one apostrophe away, so that every text is read as it was. For that, a text that
itself begins with apostrophes and such a sign gets one more. A file of other software is read the
same way: ``'=x`` in it stands for ``=x``, as it is other software that guards its formulas so (and
as typing ``'=x`` into a spreadsheet means that too); who really means the apostrophe writes two.
An apostrophe before anything else, such as in ``'t Hart``, is never touched.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

SIGNS = "=+\\-@＝＋－＠\\t\\r\\n\\x00"
GUARDED = f"^'('*[{SIGNS}])"
WOULD_RUN = f"^'*[{SIGNS}]"
NUMBER = r"^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$"


def guarded(cells: pa.Array) -> pa.Array:
    """Return texts with an apostrophe before each that a spreadsheet could run.

    Examples
    --------
    >>> guarded(pa.array(["=1+1", "'=1", "-5", "Ana", None])).to_pylist()
    ["'=1+1", "''=1", '-5', 'Ana', None]
    """
    risky = pc.match_substring_regex(cells, WOULD_RUN)
    if not pc.any(risky).as_py():
        return cells
    risky = pc.and_not(risky, pc.match_substring_regex(cells, NUMBER))
    return pc.if_else(risky, pc.binary_join_element_wise("'", cells, ""), cells)


def unguarded(cells: pa.Array) -> pa.Array:
    """Return texts without the apostrophe that guards them.

    Examples
    --------
    >>> unguarded(pa.array(["'=1+1", "''=1", "-5", "'t Hart", None])).to_pylist()
    ['=1+1', "'=1", '-5', "'t Hart", None]
    """
    return pc.replace_substring_regex(cells, GUARDED, r"\1")
