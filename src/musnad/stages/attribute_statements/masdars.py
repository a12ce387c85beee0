"""Masdars by their shape, alone or with their owner: «استمرار», «مسؤوليتها», «رفضها»."""

import re

from musnad.lexicons import Lexicon
from musnad.stages.attribute_statements.listed import function_classes, read_noun, word_list

OWNERS = ("هما", "هم", "ها", "ه")
OTHERWISE = frozenset({"fin", "part", "that", "andthat", "rel", "with-object", "pronoun", "side"})
"""Classes of words that end like a noun with its owner and are none."""
MASDAR = re.compile(
    "(?:ت..ي.[هت]?|ت.[^ا].|ت.ا..|ا..ا.|ا.ت.ا.|ان..ا.|است..ا.|ا..ا[ءي]|ا.ا.[هت]|ا.ت.ا|است.ا.[هت]"
    "|م.ا..[هت]|.{2}[اوي].[هت]|.{3}[هت]|ت...[هت]|عدم|كل|ان.*|.{2}[اوي].|...ان|ضروره|وجوب)"
    "(?:ه|ها|هم|هما)?"
)


def is_masdar(key: str) -> bool:
    """Tells whether a word has the shape of a masdar; «الغار» is a noun with its article."""
    bare = key.removesuffix(owner_of(key))
    if key.startswith("ال") and not {key, bare} & word_list("al_masdars"):
        return False
    if key in word_list("not_owned") and "self" not in function_classes(key):
        return False
    return MASDAR.fullmatch(key) is not None or bare in word_list("short_masdars")


def owner_of(key: str) -> str:
    """Gives the pronoun at the end of a folded word, empty where none may be."""
    if key.endswith(OWNERS):
        for each in OWNERS:
            if key.endswith(each):
                return each
    return ""


def is_owned(key: str, classes: set[str], lexicon: Lexicon) -> bool:
    """Tells whether a word is a thing with its owner («مسؤوليتها», «قراره»), no person."""
    owner = owner_of(key)
    if not owner or key[0] in "وفبلك" or key in word_list("not_owned"):
        return False
    stem = key[: -len(owner)]
    if key.startswith("ال") or len(stem) < len("حكم") or not classes.isdisjoint(OTHERWISE):
        return False
    bare = stem[:-1] + "ه" if stem.endswith("ت") else stem
    word = lexicon.word(bare)
    if word is not None and word.noun is not None and "document" in word.noun.classes:
        return True
    if owner == "ه" and not stem.endswith("ت"):  # «تجربة» and «تجربه» are folded alike
        longer = len(stem) > len("تجرب") or stem.endswith("ي")
        return longer and stem[0] in "ات" and is_masdar(stem)
    if stem.endswith("يت") or is_masdar(bare):
        return True
    return word is None and lexicon.ordinary(bare)


def is_deed(key: str) -> bool:
    """«رفضها», «تمسكه»: verbs with a pronoun that are as well masdars with their owner."""
    stem = key.removesuffix(owner_of(key))
    if stem == key or len(stem) < len("رفض"):
        return False
    if not stem.endswith("ت"):
        return read_noun(stem) is not None or is_masdar(stem)
    bare = stem[:-1] + "ه"
    return read_noun(bare) is not None or (len(bare) > len("رفضه") and is_masdar(bare))
