"""How connected are we, how deep are the ties, and how far does a word travel?"""
