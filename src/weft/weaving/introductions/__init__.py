"""Introductions: who could meet, who introduces them, why, and what it would change."""

from weft.weaving.introductions.contents import FORMAT, Introduction, Introductions
from weft.weaving.introductions.make import introductions
from weft.weaving.introductions.weights import Weights

__all__ = ["FORMAT", "Introduction", "Introductions", "Weights", "introductions"]
