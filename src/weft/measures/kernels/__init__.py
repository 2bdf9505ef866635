"""Arithmetic on arrays, apart from the faces of the measures: what the engine may replace."""
