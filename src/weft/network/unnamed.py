"""What a relation or a wave is called where the data do not name it."""

UNNAMED_RELATION, UNNAMED_WAVE = "ties", "1"
"""What a relation or a wave is called where the data have no column for it."""
