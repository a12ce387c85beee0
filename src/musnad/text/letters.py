"""Arabic words in Latin letters, one letter at a time."""

from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import builtin

UNREADABLE = "unnamed"

_VOWELS = frozenset("aeiou")


@cache
def _letters() -> dict[str, str]:
    letters: dict[str, str] = builtin("romanisation")["letters"]
    return letters


def spelled(word: str) -> str:
    """Gives a word in Latin letters, vowels put in where Arabic leaves them out."""
    letters = _letters()
    sounds: list[str] = []
    for place, letter in enumerate(word):
        sound = letters.get(letter) or letters.get(fold_key(letter), "")
        if letter in "ويىی":
            sound = _glide(word, place, sound)
        elif letter == "ع" and place and sounds and sounds[-1][-1:] in _VOWELS:
            sound = ""
        if sound:
            sounds.append(sound)
    return _vowelled(sounds) or UNREADABLE


def _glide(word: str, place: int, sound: str) -> str:
    """Gives و and ي as consonants at the start and before an alef, else as long vowels."""
    if sound not in {"w", "y"}:
        return sound
    after = word[place + 1 : place + 2]
    before = word[place - 1 : place]
    if place == 0 or after in tuple("اأآىةوي") or (before in tuple("اأآ") and after):
        return sound
    if place == 1 and len(word) == 4 and not set(word[2:]) & set("اوىيةه"):
        return f"a{sound}"
    return "ou" if sound == "w" else "i"


def _vowelled(sounds: list[str]) -> str:
    """Puts "a" between consonants, none in a closed syllable, "e" after a long a: "Nader"."""
    made = ""
    for place, sound in enumerate(sounds):
        after = sounds[place + 1] if place + 1 < len(sounds) else ""
        open_before = bool(made) and made[-1] in _VOWELS
        if made and sound[0] == made[-1] and sound in {"a", "i"}:
            continue
        made += sound
        if sound[0] in _VOWELS or not after or after[0] in _VOWELS:
            continue
        last = place + 2 == len(sounds)
        if last and place and sounds[place - 1] == "a":
            made += "e"
        elif last or not open_before:
            made += "a"
    return made
