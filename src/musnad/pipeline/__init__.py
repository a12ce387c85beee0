"""WHO runs the stages?"""
