"""Workbooks: XLSX and its relatives, read with calamine and written with XlsxWriter."""
