"""Where the space between two words was forgotten: «أنالجيش», «قالتإن».

Cut only where news uses the whole hardly ever, and what is left of it often.
"""

import re
from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.trained.frequencies import word_bands

MEMO_LIMIT = 131_072
FREQUENT, RARER = 7, 5
"""Bands: the second word stands 64 times in the corpora, and 32 times as often as the whole."""


class SecondWords(dict[str, int]):
    """Folded token → at which letter a second word begins, 0 when it is one word."""

    def __missing__(self, key: str) -> int:
        if len(self) > MEMO_LIMIT:
            self.clear()
        self[key] = found = _second_word(key)
        return found


SECOND_WORDS = SecondWords()


def may_be_glued(text: str) -> bool:
    """Tells whether words without a space may stand in a folded text; mostly none do."""
    return any(hint.search(text) for hint in _hints())


@cache
def _hints() -> tuple[re.Pattern[str], ...]:
    """Gives what is searched fast: the beginning of a second word, and what stands before it."""
    glued = builtin("clitics")["glued"]
    words = {name: fold_key(listed).split() for name, listed in glued.items()}
    pairs = [("ال", words["before_article"])]
    pairs += [(second, words["saying"]) for second in _shortest(words["after_saying"])]
    return tuple(
        re.compile(f"{second}(?:{'|'.join(f'(?<={first}{second})' for first in firsts)})")
        for second, firsts in pairs
    )


def _shortest(words: list[str]) -> list[str]:
    """Gives the words that begin like no shorter one of them."""
    return [each for each in words if not any(each[:end] in words for end in range(1, len(each)))]


def _second_word(key: str) -> int:
    if "ال" not in key[2:] and not key.endswith(_endings()):
        return 0
    match = _pattern().fullmatch(key)
    if match is None:
        return 0
    name, band = match.lastgroup or "", word_bands().band
    frequent = band(match[name]) >= max(FREQUENT, band(key) + RARER)
    return match.start(name) if frequent else 0


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold_key(builtin("clitics")["glued"]["after_saying"]).split())


@cache
def _pattern() -> re.Pattern[str]:
    """Matches a word that begins like two; the group is the second."""
    words = {
        name: "|".join(map(fold_key, listed.split()))
        for name, listed in builtin("clitics")["glued"].items()
    }
    return re.compile(
        rf"[وف]?(?:(?:{words['before_article']})(?P<definite>ال[ء-ي]{{3,}})"
        rf"|(?:{words['saying']})(?P<said>{words['after_saying']}))"
    )
