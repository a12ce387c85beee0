"""The labels of words: outside of a name, at its beginning, inside."""

KINDS = ("PERS", "LOC", "ORG")
LABELS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
NUMBERS = {label: number for number, label in enumerate(LABELS)}
DOUBTFUL = "?"
"""The label of a word that nothing is to be learnt from."""
