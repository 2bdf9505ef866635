"""What lasted between two waves, and what is new?"""
