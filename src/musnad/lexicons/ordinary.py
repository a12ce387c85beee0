"""Which unlisted words are words of the language, so that no name holds them."""

from collections.abc import Set

from musnad.lexicons.files import builtin_text

LIGHT = ("", "و", "ف")
HEAVY = ("ال", "ب", "ل", "ك", "لل", "وال", "بال", "وب", "ول", "فال")
PRONOUNS = ("ها", "هما", "هم", "ه", "نا")
ENDINGS = ("تين", "تان", "ات", "ين", "ون", "وا", "ان", "ا", "ت", "ي")
LEAST_OF_HEAVY = 4
LEAST_BEFORE_ENDING = 4


def read_ordinary() -> frozenset[str]:
    """Gives the folded stems of ordinary_words.txt (frequent news words that are no names)."""
    return frozenset(builtin_text("ordinary_words.txt").split())


def is_ordinary(key: str, stems: Set[str], particles: Set[str]) -> bool:
    """Tells whether a folded word is a stem, with particles, pronouns or endings on it."""
    if key.endswith(("تها", "تهم", "تهما", "اته")) and len(key) > len("سلطته"):
        return True
    for clitic in (*LIGHT, *HEAVY):
        if not key.startswith(clitic):
            continue
        rest = key[len(clitic) :]
        if rest in particles or _small(rest, particles):
            return True
        least = LEAST_OF_HEAVY if clitic in HEAVY else len("قال")
        if len(rest) >= least and _inflected(rest, stems):
            return True
    return key.startswith("ل") and key[1:] in stems


def _small(rest: str, particles: Set[str]) -> bool:
    """«بأنهم», «ضدنا»: a particle with a pronoun."""
    return any(rest.endswith(each) and rest[: -len(each)] in particles for each in PRONOUNS)


def _inflected(rest: str, stems: Set[str]) -> bool:
    if rest in stems:
        return True
    for ending in PRONOUNS + ENDINGS:
        bare = rest[: -len(ending)]
        least = LEAST_BEFORE_ENDING - (ending in PRONOUNS)
        if rest.endswith(ending) and len(bare) >= least and _stem(bare, stems):
            return True
    return False


def _stem(bare: str, stems: Set[str]) -> bool:
    return bare in stems or bare + "ه" in stems or _bound(bare) in stems


def _bound(bare: str) -> str:
    return bare[:-1] + "ه" if bare.endswith("ت") else bare
