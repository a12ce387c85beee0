"""HOW does a rule written as data become a match?"""
