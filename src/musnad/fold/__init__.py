"""WHEN are two spellings one? Character folding as views with offset tables, and keys."""

from musnad.fold.foreign import foreign_distance, foreign_key, foreign_letters, rough_key
from musnad.fold.lines import content_words, exact_words, line_key
from musnad.fold.view import Folded, fold_key, fold_view

__all__ = [
    "Folded",
    "content_words",
    "exact_words",
    "fold_key",
    "fold_view",
    "foreign_distance",
    "foreign_key",
    "foreign_letters",
    "line_key",
    "rough_key",
]
