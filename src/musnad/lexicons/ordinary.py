"""Which unlisted words are words of the language, so that no name holds them."""

from collections.abc import Set

from musnad.lexicons.files import builtin_text

LIGHT = ("", "و", "ف")
HEAVY = ("ال", "ب", "ل", "ك", "لل", "وال", "بال", "وب", "ول", "فال")
PRONOUNS = ("ها", "هما", "هم", "ه", "نا")
ENDINGS = ("تين", "تان", "ات", "ين", "ون", "وا", "ان", "ا", "ت", "ي")
LEAST, LEAST_OF_HEAVY = 3, 4
LEAST_BEFORE_ENDING = 4


def read_ordinary() -> frozenset[str]:
    """Gives the folded stems of ordinary_words.txt (frequent news words that are no names)."""
    return frozenset(builtin_text("ordinary_words.txt").split())


def is_ordinary(key: str, stems: Set[str], particles: Set[str]) -> bool:
    """Tells whether a folded word is a stem, with particles, pronouns or endings on it."""
    if key.endswith(("تها", "تهم", "تهما", "اته")) and len(key) > len("سلطته"):
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


def _small(rest: str, particles: Set[str]) -> bool:
    """«بأنهم», «ضدنا»: a particle with a pronoun."""
    for ending, _ in _PRONOUNS[rest[-1:]]:
        if rest.endswith(ending) and rest[: -len(ending)] in particles:
            return True
    return False


def _inflected(rest: str, stems: Set[str]) -> bool:
    if rest in stems:
        return True
    for ending, least in _ENDINGS.get(rest[-1:], ()):
        bare = rest[: -len(ending)]
        if len(bare) >= least and rest.endswith(ending) and _stem(bare, stems):
            return True
    return False


def _stem(bare: str, stems: Set[str]) -> bool:
    return bare in stems or bare + "ه" in stems or _bound(bare) in stems


def _bound(bare: str) -> str:
    return bare[:-1] + "ه" if bare.endswith("ت") else bare


Rows = dict[str, tuple[tuple[str, int], ...]]
"""By a letter at the edge of a word: what may stand there, and the least letters beside it."""


def _by_letter(least_of: dict[str, int], at: int) -> Rows:
    letters = {each[at] for each in least_of if each}
    return {
        letter: tuple((each, n) for each, n in least_of.items() if not each or each[at] == letter)
        for letter in letters
    }


_LEAST = {each: LEAST_OF_HEAVY if each in HEAVY else LEAST for each in (*LIGHT, *HEAVY)}
_CLITICS = _by_letter(_LEAST, 0)
_BARE = (("", _LEAST[""]),)
_PRONOUNS = _by_letter(dict.fromkeys(PRONOUNS, 1), -1)
_ENDINGS = _by_letter(
    {each: LEAST_BEFORE_ENDING - (each in PRONOUNS) for each in PRONOUNS + ENDINGS}, -1
)
