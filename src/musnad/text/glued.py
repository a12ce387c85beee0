"""Where the space between two words was forgotten: «أنالجيش», «قالتإن».

Cut only where news uses the whole hardly ever, and what is left of it often.
"""

import re
from functools import cache, lru_cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.trained.frequencies import word_bands

FREQUENT, RARER = 7, 5
"""Bands: the second word stands 64 times in the corpora, and 32 times as often as the whole."""


@lru_cache(maxsize=131_072)
def second_word(key: str) -> int:
    """Gives at which letter of a folded token a second word begins, 0 when it is one word."""
    match = _pattern().fullmatch(key)
    if match is None:
        return 0
    name, band = match.lastgroup or "", word_bands().band
    frequent = band(match[name]) >= max(FREQUENT, band(key) + RARER)
    return match.start(name) if frequent else 0


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
