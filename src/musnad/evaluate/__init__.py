"""HOW GOOD is a reading against gold?"""
