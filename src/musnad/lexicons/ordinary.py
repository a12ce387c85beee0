"""Which unlisted words are words of the language, so that no name holds them."""

from typing import Final

from musnad.lexicons.files import builtin_text

LIGHT = ("", "و", "ف")
HEAVY = ("ال", "ب", "ل", "ك", "لل", "وال", "بال", "وب", "ول", "فال")
PRONOUNS = ("ها", "هما", "هم", "ه", "نا")
ENDINGS = ("تين", "تان", "ات", "ين", "ون", "وا", "ان", "ا", "ت", "ي")
OWNED: Final = ("تها", "تهم", "تهما", "اته")
SHORT_OWNED: Final = len("سلطته")
LEAST, LEAST_OF_HEAVY = 3, 4
LEAST_BEFORE_ENDING = 4


def read_ordinary() -> frozenset[str]:
    """Gives the folded stems of ordinary_words.txt (frequent news words that are no names)."""
    return frozenset(builtin_text("ordinary_words.txt").split())


def is_ordinary(key: str, stems: frozenset[str], particles: frozenset[str]) -> bool:
    """Tells whether a folded word is a stem, with particles, pronouns or endings on it."""
    if len(key) > SHORT_OWNED and key.endswith(OWNED):
        return True
    if key in stems and len(key) >= LEAST:
        return True
    for clitic, least in _CLITICS.get(key[:1], _BARE):
        if not key.startswith(clitic):
            continue
        rest = key[len(clitic) :]
        if rest in particles or (rest[-1:] in _PRONOUNS and _small(rest, particles)):
            return True
        if len(rest) >= least and _inflected(rest, stems):
            return True
    return key.startswith("ل") and key[1:] in stems


def _small(rest: str, particles: frozenset[str]) -> bool:
    """«بأنهم», «ضدنا»: a particle with a pronoun."""
    for ending, _ in _PRONOUNS[rest[-1:]]:
        if rest.endswith(ending) and rest[: -len(ending)] in particles:
            return True
    return False


def _inflected(rest: str, stems: frozenset[str]) -> bool:
    if rest in stems:
        return True
    for ending, least in _ENDINGS.get(rest[-1:], ()):
        bare = rest[: -len(ending)]
        if len(bare) >= least and rest.endswith(ending) and _stem(bare, stems):
            return True
    return False


def _stem(bare: str, stems: frozenset[str]) -> bool:
    if bare in stems or bare + "ه" in stems:
        return True
    return bare.endswith("ت") and bare[:-1] + "ه" in stems


Rows = dict[str, tuple[tuple[str, int], ...]]
"""By a letter at the edge of a word: what may stand there, and the least letters beside it."""


def _by_letter(least_of: dict[str, int], at: int) -> Rows:
    letters = {each[at] for each in least_of if each}
    return {
        letter: tuple((each, n) for each, n in least_of.items() if not each or each[at] == letter)
        for letter in letters
    }


_LEAST = {each: LEAST_OF_HEAVY if each in HEAVY else LEAST for each in (*LIGHT, *HEAVY)}
_CLITICS: Final = _by_letter(_LEAST, 0)
_BARE: Final = (("", _LEAST[""]),)
_PRONOUNS: Final = _by_letter(dict.fromkeys(PRONOUNS, 1), -1)
_ENDINGS: Final = _by_letter(
    {each: LEAST_BEFORE_ENDING - (each in PRONOUNS) for each in PRONOUNS + ENDINGS}, -1
)
