"""Weft's own formats, in the order in which they are tried."""

from weft.formats.plain.formats import CSV, MATRIX, PARQUET, TSV

BUILTIN = (PARQUET, MATRIX, CSV, TSV)
