"""Ways to split a written word into prefixed particles, stem and pronoun."""

from functools import lru_cache

PREFIXES = (
    "", "و", "ف", "ب", "ل", "ك", "س", "ال", "لل",
    "وب", "ول", "وك", "وس", "وال", "ولل", "فب", "فل", "فك", "فس", "فال", "فلل",
    "بال", "كال", "وبال", "وكال", "فبال", "فكال",
)  # fmt: skip
"""Particles that are written together with the next word, with their combinations."""

SUFFIXES = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ي", "ني")
"""Pronouns that are written together with the word before."""

_FUTURE_LETTERS = "يتنا"  # a verb after the «س» of the future begins with one of these
_SHORTEST_STEM = 2
_ONE_LETTER_STEMS = frozenset("بل")  # «به», «لهم»


@lru_cache(maxsize=65536)
def clitic_candidates(key: str) -> tuple[tuple[str, str, str], ...]:
    """Return the (prefix, stem, suffix) readings of a folded word, least cut first.

    The whole word comes first. Where a pronoun follows «ت» or «ا», the stem as written alone
    («مدرسته» → «مدرسه») is a reading of its own.
    """
    found = [
        (prefix, stem, suffix)
        for prefix in PREFIXES
        if key.startswith(prefix)
        for suffix in SUFFIXES
        if key.endswith(suffix)
        for stem in _stems(prefix, key[len(prefix) : len(key) - len(suffix)], suffix)
    ]
    found.sort(key=lambda reading: len(reading[0]) + len(reading[2]))
    return tuple(found) or (("", key, ""),)


def _stems(prefix: str, stem: str, suffix: str) -> tuple[str, ...]:
    if not prefix and not suffix:
        return (stem,)
    definite = prefix.endswith(("ال", "لل"))
    particle = stem in _ONE_LETTER_STEMS and suffix and prefix in {"", "و", "ف"}
    if (len(stem) < _SHORTEST_STEM and not particle) or (definite and suffix):
        return ()
    if prefix.endswith("س") and stem[0] not in _FUTURE_LETTERS:
        return ()
    if suffix and stem[-1] == "ت":
        return stem, stem[:-1] + "ه"
    if suffix and stem[-1] == "ا":
        return stem, stem[:-1] + "ي"
    return (stem,)
