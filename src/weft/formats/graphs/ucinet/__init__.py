"""UCINET and NetDraw: DL and VNA as text, and the pair of binary files."""
