"""WHAT do stages hand on? Frozen records, and the one function that makes spans."""
