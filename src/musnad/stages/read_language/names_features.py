"""What the tagger of names sees of a word, the same when it learns and when it reads."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from musnad.lexicons import Entry, Lexicon, Word
from musnad.lexicons.verbs import verb_table
from musnad.stages.read_language.mentions_scan import Found
from musnad.text.names import is_word
from musnad.trained.frequencies import bands_of

EDGE = "$"
NAMES_FILE = "name_bands.xz"
Feature = tuple[str, str]
"""Its kind and its value."""
FINITE = frozenset(("past", "pres"))
STEPS = (-2, -1, 0, 1, 2)
AFFIXES = (("p1", "s1", 1), ("p2", "s2", 2), ("p3", "s3", 3), ("p4", "s4", 4))
CLITICS = "وفبل"
MARKS = frozenset("«»\"()“”،.:-؛/'؟!")
NOUN_CODES = {
    "title": "t", "office": "f", "role": "r", "media": "m", "organisation": "g",
    "government": "v", "place": "l", "document": "d", "weak": "w",
}  # fmt: skip
ENTRY_CODES = {"place": "P", "organisation": "O", "media": "M", "person": "H", "group": "K"}
CLOSED = frozenset("pvo9*a")
BREAKS = frozenset("pv9*$،.:؛؟!")
OPEN = frozenset("uZGLPOMHKNgml")
STATES = frozenset(("state", "capital"))


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
    if key == "\n":
        return EDGE
    if not is_word(key):
        return "9" if key.isdigit() else key if key in MARKS else "*"
    if key in lexicon.particles:
        return "p"
    word = lexicon.word(key)
    if word is not None:
        return _known(key, word, lexicon)
    return _unlisted(key, lexicon)


def _unlisted(key: str, lexicon: Lexicon) -> str:
    if not "ء" <= key[0] <= "ي":
        return "Z"
    bare = key.removeprefix("ال")
    if bare in lexicon.adjectives:
        return "a" if bare == key else "aD"
    if key in saying_forms():
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


def heads(code: str) -> bool:
    """Tells whether a word of this class may head the name of a body, so that others follow."""
    return "g" in code or "m" in code


def word_features(key: str, code: str, step: int, lexicon: Lexicon) -> list[Feature]:
    """Gives what a word says of the word `step` places before it (of itself when 0)."""
    if code == EDGE:
        return [(f"c{step}", EDGE)]
    if step == 0:
        found = [("w0", key), ("c0", code), ("b", bare_stem(key, lexicon))]
        for name, ending, length in AFFIXES:
            if len(key) > length:
                found += (name, key[:length]), (ending, key[-length:])
        return found
    if step in {-1, 1}:
        return [
            (f"w{step}", key), (f"c{step}", code), (f"p{step}", key[:2]), (f"s{step}", key[-2:])
        ]  # fmt: skip
    return [(f"w{step}", key), (f"c{step}", code)]


def bare_stem(key: str, lexicon: Lexicon) -> str:
    """Gives a folded word without attached particles and article, as well as can be told."""
    word = lexicon.word(key)
    cut = len(key) > 3 and key[0] in CLITICS
    stem = word.stem if word is not None else key[1:] if cut else key
    return stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem


def pair_features(before: str, code: str) -> tuple[Feature, ...]:
    """Gives what the classes of two neighbours say of a word near them.

    In turn of the word after them, of the second, of the first, and of the word before them.
    """
    pair = f"{before}|{code}"
    return ("<<", pair), ("<", pair), (">", pair), (">>", pair)


def rule_features(before: str, rule: str, after: str) -> list[Feature]:
    """Gives what rules said of a word and those beside it, nothing where all are silent."""
    if not (before or rule or after):
        return []
    return [("r", rule), ("r<", f"{before}|{rule}"), ("r>", f"{rule}|{after}")]


def rule_marks(found: Sequence[Found], length: int) -> list[str]:
    """Gives for each token what rule found a mention there, and where in it the token stands."""
    marks = [""] * length
    for each in found:
        kind = f"{each.made_by.partition('.')[2]}.{each.type}{'.1' * (each.last == each.first + 1)}"
        marks[each.first] = f"B.{kind}"
        for at in range(each.first + 1, each.last):
            marks[at] = f"I.{kind}"
    return marks


def sentence_features(
    keys: Sequence[str], rules: Sequence[str], lexicon: Lexicon
) -> Iterator[list[Feature]]:
    """Gives all features of each word of a sentence, for training."""
    words = ["", "", *keys, "", ""]
    codes = [class_code(key, lexicon) if key else EDGE for key in words]
    said = ["", *rules, ""]
    for at in range(len(keys)):
        around = zip(words[at : at + 5], codes[at : at + 5], STEPS, strict=True)
        found = [
            each for key, code, step in around for each in word_features(key, code, step, lexicon)
        ]
        pairs = pairwise(codes[at : at + 5])
        found += [pair_features(*pair)[place] for place, pair in enumerate(pairs)]
        yield found + rule_features(*said[at : at + 3])
