"""HOW is Arabic text handled?"""
