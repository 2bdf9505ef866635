"""Are relationships two-way, and do both sides agree that they exist?"""
