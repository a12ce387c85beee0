"""WHEN are two spellings one? Character folding as views with offset tables, and keys."""

from musnad.fold.entities import entity_id
from musnad.fold.view import Folded, fold_key, fold_view

__all__ = ["Folded", "entity_id", "fold_key", "fold_view"]
