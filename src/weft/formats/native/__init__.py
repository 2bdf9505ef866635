"""Weft's own file: everything that a network holds, in one archive."""
