"""HOW is it found?"""
