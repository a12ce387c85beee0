"""Which class of furniture a line belongs to, by the phrases of rules/furniture.toml."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

import msgspec

from musnad.fold import fold_key
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.furniture_class import Furniture

WORD: Final = re.compile(r"\d+|[^\W\d_]+|©")
DIGIT: Final = re.compile(r"\d")
GLUED: Final = re.compile(r"^[a-z_]+(?=[\u0621-\u064a])")
SEPARATOR: Final = re.compile(r"\s*[:：]\s*|\s+[-–—_|»>/\u0640]+\s*|[-–—]\s+")
SENTENCE: Final = re.compile(r"[.!؟?؛،,](?=\s|$)")
ROW_WORDS: Final = 24
LONGEST: Final = 800
"""Code points above which no line is furniture."""
SHORT: Final = 140
"""Code points above which a line is furniture only by its first words."""
FIRST_WORD: Final = 30


class Phrases:
    """Finds the furniture class of a line with a few dictionary look-ups."""

    def __init__(self, classes: tuple[Furniture, ...]) -> None:
        self._whole: dict[tuple[str, ...], Furniture] = {}
        self._colon: dict[tuple[str, ...], Furniture] = {}
        self._start: defaultdict[str, list[tuple[tuple[str, ...], Furniture]]] = defaultdict(list)
        self._second: defaultdict[str, set[str]] = defaultdict(set)
        self._first: set[str] = set()
        once: dict[str, str] = {}  # a word of many phrases is kept once
        for furniture in classes:
            for phrase in furniture.phrases:
                words = [once.setdefault(word, word) for word in phrase_words(phrase)]
                self._enter(furniture, tuple(words))

    def _enter(self, furniture: Furniture, words: tuple[str, ...]) -> None:
        self._first.add(words[0])
        if furniture.form == "whole":
            self._whole.setdefault(words, furniture)
        elif furniture.form == "colon":
            self._colon.setdefault(words, furniture)
        else:
            self._start[words[0]].append((words, furniture))
            self._second[words[0]].add(words[1] if len(words) > 1 else "")

    def find(self, line: str) -> Furniture | None:
        """Gives the class that `line` belongs to, None for article text."""
        if not (self._may_start(line) if len(line) > SHORT else self._may_be(line)):
            return None
        words = line_words(line)
        if not words:
            return None
        return (
            self._whole.get(words)
            or self._by_label(line, words)
            or self._by_start(line, words)
            or self._by_row(words)
        )

    def _may_be(self, line: str) -> bool:
        """Says whether the first word begins a phrase, also where it is too odd to be told."""
        printed = line.split(None, 1)[:1]
        word = first_word(printed[0]) if printed and len(printed[0]) <= FIRST_WORD else ""
        return not word or word in self._first

    def _may_start(self, line: str) -> bool:
        """Longer lines are looked at only when their first two words begin a phrase."""
        if len(line) > LONGEST:
            return False
        printed = line.split(None, 2)
        seconds = self._second.get(first_word(printed[0])) if printed else None
        if not seconds:
            return False
        second = first_word(printed[1]) if len(printed) > 1 else ""
        return not second or "" in seconds or second in seconds or not printed[0][-1:].isalpha()

    def _by_label(self, line: str, words: tuple[str, ...]) -> Furniture | None:
        separator = SEPARATOR.search(line)
        if separator is None:
            return None
        furniture = self._colon.get(line_words(line[: separator.start()]))
        return furniture if furniture and _allows(furniture, line, words) else None

    def _by_start(self, line: str, words: tuple[str, ...]) -> Furniture | None:
        for phrase, furniture in self._start.get(words[0], ()):
            follows = words[len(phrase) : len(phrase) + 1]
            if furniture.names and (not follows or follows[0].startswith("ال")):
                continue
            if words[: len(phrase)] == phrase and _allows(furniture, line, words):
                return furniture
        return None

    def _by_row(self, words: tuple[str, ...]) -> Furniture | None:
        """A row of buttons and menu entries: nothing but whole phrases one after the other."""
        first: Furniture | None = None
        at = 0
        while at < len(words) <= ROW_WORDS:
            ends = (
                end
                for end in range(min(len(words), at + 4), at, -1)
                if words[at:end] in self._whole
            )
            end = next(ends, at)
            if end == at:
                return None
            first = first or self._whole[words[at:end]]
            at = end
        return first if len(words) <= ROW_WORDS else None


def _allows(furniture: Furniture, line: str, words: tuple[str, ...]) -> bool:
    if len(words) > furniture.max_words:
        return False
    if furniture.bracketed:
        return line.lstrip("\u200e\u200f ")[:1] == "(" and line.rstrip(" .\u200e\u200f")[-1:] == ")"
    return not (furniture.unpunctuated and SENTENCE.search(line.rstrip(".… ")))


@lru_cache(maxsize=256)
def line_words(line: str) -> tuple[str, ...]:
    """Gives the folded words of a line, numbers as `#`, marks and signs left out.

    A short line is asked for its words by several rules, one after the other.
    """
    key = fold_key(line).lstrip()
    glued = GLUED.match(key)
    key = key[glued.end() :] if glued else key
    words: list[str] = WORD.findall(key)
    if not DIGIT.search(key):
        return tuple(words)
    return tuple("#" if word.isdigit() else word for word in words)


@lru_cache(maxsize=8192)
def first_word(printed: str) -> str:
    """Gives the first folded word of a printed word, empty when it has no letter."""
    words = line_words(printed[:FIRST_WORD])
    return words[0] if words else ""


def phrase_words(phrase: str) -> tuple[str, ...]:
    """Gives the words of a phrase of the rule file, where `#` stands for a number."""
    return line_words(phrase.replace("#", "0"))


@cache
def furniture_classes() -> tuple[Furniture, ...]:
    """Gives all classes of furniture in the order of the rule file."""
    rows = load_table("musnad.stages.clean_articles", "furniture")["rule"]
    return msgspec.convert(tuple(rows), tuple[Furniture, ...])


@cache
def furniture_phrases() -> Phrases:
    """Gives the phrases of all classes, ready to look up."""
    return Phrases(furniture_classes())
