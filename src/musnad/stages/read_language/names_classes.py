"""The class of a word for the taggers of names: a letter for each thing that it may be."""

from functools import cache
from typing import Final

from musnad.lexicons import Entry, Lexicon, Word
from musnad.lexicons.verbs import verb_table
from musnad.stages.read_language.mentions_begin import is_verb
from musnad.text.names import is_word
from musnad.trained.frequencies import bands_of

EDGE: Final = "$"
NAMES_FILE: Final = "name_bands.xz"
FINITE: Final = frozenset(("past", "pres"))
CLITICS: Final = "وفبل"
MARKS: Final = frozenset("«»\"()“”،.:-؛/'؟!")
NOUN_CODES: Final = {
    "title": "t", "office": "f", "role": "r", "media": "m", "organisation": "g",
    "government": "v", "place": "l", "document": "d", "weak": "w",
}  # fmt: skip
ENTRY_CODES: Final = {"place": "P", "organisation": "O", "media": "M", "person": "H", "group": "K"}
CLOSED: Final = frozenset("pvo9*a")
OPEN: Final = frozenset("uZGLPOMHKNgml")
STATES: Final = frozenset(("state", "capital"))


@cache
def saying_forms() -> frozenset[str]:
    """Gives the folded words that are only ever finite verbs of saying, with «و» and «ف» too."""
    bare = [
        key
        for key, verbs in verb_table().items()
        if all(verb.tense.removeprefix("pass.") in FINITE for verb in verbs)
    ]
    return frozenset(clitic + key for key in bare for clitic in ("", "و", "ف"))


def class_code(key: str, lexicon: Lexicon) -> str:
    """Gives what the lexicon says of a folded word, a letter for each thing it may be."""
    return code_of(key, lexicon.word(key), lexicon, verb=is_verb(key))


def code_of(key: str, word: Word | None, lexicon: Lexicon, *, verb: bool) -> str:
    """Gives the class of a folded word that the lexicon has been asked for.

    `verb`: it is only ever a finite verb.
    """
    if key == "\n":
        return EDGE
    if not is_word(key):
        return "9" if key.isdigit() else key if key in MARKS else "*"
    if key in lexicon.particles:
        return "p"
    return _unlisted(key, lexicon, verb) if word is None else _known(key, word, lexicon)


def _unlisted(key: str, lexicon: Lexicon, verb: bool) -> str:
    if not "ء" <= key[0] <= "ي":
        return "Z"
    bare = key.removeprefix("ال")
    if bare in lexicon.adjectives:
        return "a" if bare == key else "aD"
    if verb and key in saying_forms():
        return "v"
    if lexicon.ordinary(key):
        return "o"
    return "u" + borne(key) + (f"_{key[0]}{borne(key[1:])}" if key[0] in CLITICS else "")


def borne(key: str) -> str:
    """Gives a letter for a folded word that people bear as a name: seldom or often."""
    band = bands_of(NAMES_FILE).band(key)
    return "" if not band else "w" if band == 1 else "W"


def _known(key: str, word: Word, lexicon: Lexicon) -> str:
    code = "G" * word.given + "L" * word.link
    if word.noun is not None:
        classes = word.noun.classes
        code += "".join(letter for name, letter in NOUN_CODES.items() if name in classes) or "n"
        code += "s" * word.noun.plural
    code += "N" * (word.demonym is not None)
    if word.starts:
        match = lexicon.match_word(word, [key], 0)
        code += _entry(match.entries[0]) if match is not None else "+"
    return code + "D" * word.definite + "y" * word.owned + (f"_{key[: word.cut]}" * (word.cut > 0))


def _entry(entry: Entry) -> str:
    return ENTRY_CODES[entry.type] + "S" * (entry.kind in STATES) + "h" * entry.needs_head


def may_name(code: str) -> bool:
    """Tells whether a word of this class may be part of a name by itself."""
    return code[0] not in CLOSED and not OPEN.isdisjoint(code.partition("_")[0])


def pair_value(before: str, code: str) -> str:
    """Gives what the classes of two neighbours say of the words near them."""
    return f"{before}|{code}"
