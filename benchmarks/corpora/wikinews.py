"""WikiNews (18,000 words segmented by hand, free to distribute): to evaluate on only.

Its cuts are joined to ours: «ال», the endings of nouns («ة», plural, dual), case, and the pronoun
that is the subject of a verb belong to the stem; «ل+ال» is printed «لل»; «كما» and «كذلك» are
whole. A verb with «نا» is left out, because the file does not tell subject from object.
"""

from collections.abc import Iterator
from pathlib import Path

from musnad.text.cuts import LEADS, PRONOUNS
from musnad.text.segments import SPELLING

PARTICLES = frozenset(("CONJ", "PREP", "FUT_PART", "PART"))
PRONOUN, VERB, OBJECT_OR_SUBJECT = "PRON", "V", "نا"
WHOLE = frozenset(("كما", "كذلك"))
ARTICLE, HIDDEN = "ال", "ل"


def wikinews_words(shared: Path) -> Iterator[tuple[str, ...]]:
    """Gives the parts of each Arabic word under our convention."""
    path = shared / "data" / "treebank" / "wikinews_segmentation_pos.txt"
    for line in path.read_text("utf-8").split("\n")[1:]:
        word, _, tags = line.strip().partition("\t")
        parts = [part.translate(SPELLING) for part in word.strip().split("+")]
        kinds = tags.strip().split("+")
        arabic = all("ء" <= letter <= "ي" for letter in "".join(parts)) and all(parts)
        if arabic and len(parts) == len(kinds) and not is_unclear(parts, kinds):
            yield joined(with_article(parts), kinds)


def is_unclear(parts: list[str], kinds: list[str]) -> bool:
    """Tells whether a verb ends with «نا»."""
    return len(parts) > 1 and kinds[-2:] == [VERB, PRONOUN] and parts[-1] == OBJECT_OR_SUBJECT


def with_article(parts: list[str]) -> list[str]:
    """Gives the parts as they are printed: after «ل» the article is «ل», and none before «ل»."""
    for at in range(1, len(parts)):
        if parts[at] == ARTICLE and parts[at - 1] == HIDDEN:
            doubled = parts[at + 1 :] and parts[at + 1].startswith(HIDDEN)
            return [*parts[:at], "" if doubled else HIDDEN, *parts[at + 1 :]]
    return parts


def joined(parts: list[str], kinds: list[str]) -> tuple[str, ...]:
    """Gives the parts with everything but particles and pronouns joined to the stem."""
    word = "".join(parts)
    if word in WHOLE:
        return (word,)
    stem = 0
    while stem < len(parts) - 1 and parts[stem] in LEADS and kinds[stem] in PARTICLES:
        stem += 1
    attached = len(parts) - stem > 1 and kinds[-1] == PRONOUN and parts[-1] in PRONOUNS
    last = len(parts) - attached
    return (*parts[:stem], "".join(parts[stem:last]), *parts[last:])
