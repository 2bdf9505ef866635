"""Bytes, safely: opened and decoded on the way in, whole or not at all on the way out."""
