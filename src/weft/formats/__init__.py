"""Reading and writing: one module for each format, one registry."""

from weft.formats.door import NetworkLike, as_network, check, read, write

__all__ = ["NetworkLike", "as_network", "check", "read", "write"]
