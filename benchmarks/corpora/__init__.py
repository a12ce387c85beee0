"""Readers of the corpora that measuring and training use; they lie outside of the repository."""
