"""From what a file calls its columns to what they are to Weft: ends, relation, strength, people."""
