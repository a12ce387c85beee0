"""ON WHAT does it run? Inline by default, processes on several cores."""
