"""WHEN are two spellings one? Character folding as a view with offset tables."""
