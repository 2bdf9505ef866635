"""What hangs on whom, and what would be lost if they left?"""
