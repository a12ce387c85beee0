"""WHICH words do several stages share? TOML lists by class, and the lexicon made of them."""

from musnad.lexicons.entries import Demonym, Entry, Match, Noun, Word
from musnad.lexicons.files import builtin
from musnad.lexicons.lexicon import Lexicon, load_lexicon

__all__ = ["Demonym", "Entry", "Lexicon", "Match", "Noun", "Word", "builtin", "load_lexicon"]
