"""HOW is it found? What a user typed, as what the store is asked for."""

from musnad.search.query import FIELDS, checked_wanted, parse_query

__all__ = ["FIELDS", "checked_wanted", "parse_query"]
