"""Which kinds of mentions may begin at a word, whatever stands around it."""

from functools import cache
from typing import Literal

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, Noun, Word, builtin
from musnad.lexicons.verbs import verb_table
from musnad.text.names import BASIM, JOINED, is_word
from musnad.text.phrases import PERSONS
from musnad.text.verbs import sure_verbs

Beginning = Literal["known", "titled", "body", "named", "people", "latter", "unlisted"]
HEADS = frozenset(("organisation", "media"))
INSIDE_POSTS = frozenset(("في", "باسم", "لدي", "لشوون", "بشان"))
HYPHENS = "-‐‑"
JOINING = ("و", "ف")


def beginnings(word: Word) -> tuple[Beginning, ...]:
    """Gives the kinds of mentions to look for at a listed word, in the order that they count."""
    noun, demonym = word.noun, word.demonym
    found: list[Beginning] = ["known"] if word.starts else []
    if noun is not None and _introduces(word, noun):
        found.append("titled")
    if noun is not None and _heads(word, noun):
        found.append("body")
    if (word.given or word.link) and (not word.cut or word.key[0] == "و"):
        found.append("named")
    if demonym is not None and demonym.plural and word.definite and demonym.gender != "f":
        found.append("people")
    return tuple(found)


def _introduces(word: Word, noun: Noun) -> bool:
    """Tells whether a title or post may introduce one person, or mean one."""
    if noun.plural or noun.number != "sg" or noun.classes.isdisjoint(PERSONS):
        return False
    return word.definite or "organisation" not in noun.classes


def _heads(word: Word, noun: Noun) -> bool:
    """Tells whether a noun may head the name of a body: not an owned one, nor «جهازا»."""
    if word.owned or noun.classes.isdisjoint(HEADS):
        return False
    if noun.plural and "ات" in word.stem[-2:]:
        return False
    return not (
        noun.number == "sg" and word.stem.endswith("ا") and not fold_key(noun.lemma).endswith("ا")
    )


@cache
def finite_forms() -> frozenset[str]:
    """Gives the folded words that are only ever finite verbs, without «و» and «ف».

    A given name is none, though nothing but a verb be known of it («سامر»).
    """
    reporting = {
        key
        for key, verbs in verb_table().items()
        if all(verb.tense.removeprefix("pass.") in {"past", "pres"} for verb in verbs)
    }
    names = builtin("given_names")
    given = map(fold_key, (names["given"] + names["foreign"]).split())
    return frozenset(reporting | sure_verbs().difference(given))


def is_verb(key: str) -> bool:
    """Tells whether a folded word is only ever a finite verb, «و» and «ف» aside."""
    finite = finite_forms()
    return key in finite or (key.startswith(JOINING) and key[1:] in finite)


def is_foreign(key: str, word: Word | None, lexicon: Lexicon) -> bool:
    """Tells whether a word is no listed one but a given name, and none of the language.

    Hyphens count, and unlisted small words: which they are the text tells.
    """
    if word is not None:
        return is_word(key) and (word.given or word.link) and not word.cut
    if not is_word(key):
        return key in HYPHENS
    return not (key.startswith(JOINED) or is_verb(key) or lexicon.ordinary(key))


def begins_name(key: str, word: Word | None, *, foreign: bool) -> bool:
    """Tells whether a name may begin at a word after the words of a post."""
    if key == BASIM:
        return True
    if word is None:
        return foreign and is_word(key) and not key.startswith("ال")
    if word.cut:
        return False
    if key.startswith("ال"):
        return word.given and word.definite
    return (word.given or word.link) and not word.definite


def ends_post(key: str, word: Word | None, *, small: bool) -> bool:
    """Tells whether the words of a post may end before a word that is no verb."""
    another = word is not None and word.cut and word.given and key[0] == "و"
    return not is_word(key) or bool(another) or (small and key not in INSIDE_POSTS)
