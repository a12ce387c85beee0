"""WHICH words do several stages share? TOML lists by class, and the lexicon made of them."""

from musnad.lexicons.entries import Demonym, Entry, Noun
from musnad.lexicons.files import builtin
from musnad.lexicons.lexicon import Lexicon, load_lexicon
from musnad.lexicons.words import Match, Word

__all__ = ["Demonym", "Entry", "Lexicon", "Match", "Noun", "Word", "builtin", "load_lexicon"]
