"""Siena: matrices of 0 and 1, lists of ego, alter, value and wave, and the table naming them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.plain.netlist import looks_like_list, ties_in_list
from weft.formats.plain.session import looks_like_session, read_session
from weft.formats.plain.spaced import spaced_table_in
from weft.formats.plain.squares import (
    Codes,
    has_words_of_siena,
    looks_like_square,
    ties_in_siena_square,
)

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables


def looks_like_siena(file: File) -> bool:
    """Return whether a text is a matrix, a list or a table of files as Siena has them."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    return looks_like_session(file) or looks_like_siena_square(file) or looks_like_list(file)


def looks_like_siena_square(file: File) -> bool:
    """Return whether a text is a square of 0, 1, and the codes 9, 10, 11 and NA."""
    return looks_like_square(file) and has_words_of_siena(file)


def read_siena(file: File, reading: Reading) -> Tables:
    """Return the ties in a matrix, in a list, or in the files that a Siena table names."""
    if looks_like_session(file):
        return read_session(file, reading)
    table = spaced_table_in(file, reading.encoding).table
    if looks_like_list(file):
        return ties_in_list(table, file.stem, Codes())
    return ties_in_siena_square(table, file.stem, Codes())


SIENA = Format(
    name="siena",
    title="Siena",
    about=(
        "The files that RSiena reads: matrices of 0 and 1 (9: missing, 10: no tie can be, 11: one "
        "has to be), lists of ego, alter, value and wave, and the table that names "
        "such files. Give several matrices together to read them as waves."
    ),
    extensions=(".dat", ".txt", ".csv"),
    not_read=("behaviour and covariates",),
    recognises=looks_like_siena,
    read=read_siena,
)
