"""Which words in the names of one article are spellings of one word."""

from collections.abc import Iterable

from musnad.fold import rough_key
from musnad.stages.read_language.mentions_scan import Found
from musnad.text.memo import remembered
from musnad.text.name_keys import folded_words
from musnad.text.name_words import is_strict, same_word, strict_form

LEAST = 2
"""Consonants that a word needs for its spellings to be sought."""


def usual_spellings(found: Iterable[Found]) -> dict[str, str]:
    """Gives for each folded word of a person's name that is spelled in several ways the usual one.

    The usual one is the most frequent, of equals the first in the alphabet.
    """
    counts: dict[str, int] = {}
    for each in found:
        if each.type == "person" and not each.holds:
            for word in folded_words(each.name):
                counts[word] = counts.get(word, 0) + 1
    alike: dict[str, list[str]] = {}
    for word in counts:
        alike.setdefault(_sound(word), []).append(word)
    return {
        word: usual
        for key, words in alike.items()
        if len(words) > 1 and len(key) >= LEAST
        for word, usual in _joined(sorted(words, key=lambda word: (-counts[word], word)))
    }


@remembered(32_768)
def _sound(word: str) -> str:
    return strict_form(word) if is_strict(word) else rough_key(word)


def _joined(words: list[str]) -> Iterable[tuple[str, str]]:
    """Gives (spelling, usual spelling) for each word that is a spelling of one before it."""
    usual: list[str] = []
    for word in words:
        same = next((one for one in usual if same_word(word, one, "foreign")), None)
        if same is None:
            usual.append(word)
        else:
            yield word, same
