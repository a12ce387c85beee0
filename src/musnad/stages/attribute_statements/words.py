"""What each word may be for the rules of attribution: its classes and its readings as a verb."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, builtin
from musnad.lexicons.reports import report_nouns
from musnad.lexicons.verbs import Verb, verb_table
from musnad.lexicons.words import Word
from musnad.rules.alphabet import Alphabet
from musnad.rules.cards import load_rules
from musnad.rules.compiled import named_classes
from musnad.stages.attribute_statements.kinds import NOT_LISTED, Kind, listed_kinds
from musnad.stages.attribute_statements.listed import (
    NO_CLASSES,
    PREPOSITIONS,
    function_classes,
    function_words,
    read_noun,
    word_list,
)
from musnad.stages.attribute_statements.masdars import is_deed, is_masdar, is_owned
from musnad.stages.attribute_statements.shapes import shapes, telling
from musnad.text.analysis import Analysis
from musnad.text.known import Known
from musnad.text.phrases import PERSONS
from musnad.text.verbs import read_verb as read_form
from musnad.text.verbs import sure_verbs

SOURCE_NOUNS = frozenset({
    "title", "office", "role", "reporter", "anonymous", "collective", "amount", "organisation",
    "government", "media", "document",
})  # fmt: skip
PACKAGE = "musnad.stages.attribute_statements"
NOT_IN_PHRASE = frozenset({
    "that", "andthat", "ila", "ala", "an", "min", "fi", "rel", "kan", "qad", "neg", "adv",
    "adjunct", "gala", "impersonal", "according", "naqlan", "side", "qawl", "pronoun",
    "li.media", "amma", "kama", "li", "bi", "with-object",
})  # fmt: skip
NO_MASDAR = frozenset({"src", "fin", "ila", "that", "with-object"})
ADDRESSING = frozenset({"who-bi", "who-min", "who-ila", "who-ala", "who-obj", "li"})
"""Frames of verbs that may name whom they address before the content."""
BODIES = frozenset({"organisation", "government"})
PERCENT, NUMBER = frozenset({"w", "np"}), frozenset({"w", "num", "np"})
PUNCTUATION = {
    "،": "comma", ",": "comma", "؛": "semi", ";": "semi", ":": "colon", ".": "stop", "؟": "stop",
    "!": "stop", "?": "stop", "(": "open", ")": "close", "[": "open", "]": "close", "-": "dash",
    "–": "dash", "—": "dash", "\n": "line", "…": "stop", "/": "slash",
}  # fmt: skip


@lru_cache(maxsize=1)
def _carry_forms() -> dict[str, str]:
    return {fold_key(form): features for form, features in builtin("speech")["carry"]["forms"]}


def read_verb(key: str) -> tuple[tuple[Verb, ...], int]:
    """Gives the readings of a folded word as a reporting verb and the letters of its و or ف."""
    table, stem = verb_table(), key
    verbs = table.get(key)
    if verbs is None and key[:1] in "وف":
        stem = key[1:]
        verbs = table.get(stem)
    if verbs is None or stem in word_list("not_cues"):
        return (), 0
    return verbs, len(key) - len(stem)


def read_carry(key: str) -> str | None:
    """Gives tense and person when the word is a form of نقل, else None."""
    forms = _carry_forms()
    return forms.get(key) or (forms.get(key[1:]) if key[:1] in "وف" else None)


class Words:
    """The classes of words for one lexicon, as codes of one alphabet."""

    def __init__(self, lexicon: Lexicon, named: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._named, self._told = frozenset(named), listed_kinds()
        self._code_of: dict[frozenset[str], str] = {}
        self._in_name: dict[str, tuple[str, str]] = {}
        self._shared: dict[tuple[object, ...], Kind] = {}
        listed = {key: classes_of(key, lexicon) & self._named for key in _listed_keys()}
        sets = {*MARKS, *(shape & self._named for shape in shapes()), *listed.values()}
        sets |= {variant for classes in sets for variant in _variants(classes)}
        self.alphabet = Alphabet(sorted(sets, key=lambda s: bytes(name not in s for name in named)))
        self.time, self.spoken_to, self.aside, self.line, self.plain = self._marks(MARKS[:5])
        self.open_quote, self.close_quote = self._marks(MARKS[5:])
        self._listed = {key: self._code(classes) for key, classes in listed.items()}
        self.phrase_codes = frozenset(self.alphabet.codes("np"))
        self.media_codes = frozenset(self.alphabet.codes("li.media|adjunct"))
        self.source_codes = frozenset(self.alphabet.codes("src|first|need"))
        self.inside_codes = frozenset(self.alphabet.codes("name&!first"))
        self.speaking_codes = frozenset(self.alphabet.codes("src&!need|first|people"))

    def _marks(self, sets: tuple[frozenset[str], ...]) -> list[str]:
        return [self.alphabet.code(classes) for classes in sets]

    def _code(self, classes: frozenset[str]) -> str:
        code = self._code_of.get(classes)
        if code is None:
            code, within, first = map(self.alphabet.code, _variants(classes & self._named))
            self._code_of[classes], self._in_name[code] = code, (within, first)
        return code

    def kind(self, key: str) -> Kind:
        """Gives what a word is."""
        return self._read(key, self._lexicon.word(key))

    def _read(self, key: str, word: Word | None) -> Kind:
        code, finite = self._listed.get(key), is_finite(key)
        if code is None:
            listed = _object_classes(key)
            code = self._code(_classes(key, listed, word, self._lexicon, finite=finite))
        facts = (code, *self._told.get(key, NOT_LISTED), finite, is_future(key))
        kind = self._shared.get(facts)
        if kind is None:
            kind = self._shared[facts] = Kind(*facts, *self._in_name[code])
        return kind

    def kinds(self, analysis: Analysis) -> list[Kind]:
        """Gives what each word of a text is; one that is known keeps it."""
        if not analysis.known:
            return [self.kind(key) for key in analysis.tokens.keys]
        return [word.kind or self._met(word) for word in analysis.known]

    def _met(self, word: Known) -> Kind:
        kind = word.kind = self._read(word.key, word.word)
        return kind


MARKS = (
    frozenset({"w", "time"}), frozenset({"w", "adjunct", "li.media"}), frozenset({"w", "aside"}),
    frozenset({"line"}), frozenset({"w", "np"}), frozenset({"oq"}), frozenset({"cq"}),
)  # fmt: skip
"""What stands for a time, a medium spoken to, what nobody reports, a line, a word, quotes."""


def _listed_keys() -> Iterator[str]:
    for key in (
        *verb_table(),
        *_carry_forms(),
        *report_nouns(),
        *function_words(),
        *PUNCTUATION,
        "0",
    ):
        for lead in ("", "و", "ف"):
            yield lead + key


def _variants(classes: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Gives the classes of a word outside a name, inside one, as the first of one."""
    within = classes | {"np", "name"} if "w" in classes else classes
    return classes, within, within | {"first"}


def classes_of(key: str, lexicon: Lexicon) -> frozenset[str]:
    """Gives the classes of a folded word, as rules name them."""
    listed = {*function_classes(key), *_verb_classes(key)}
    return _classes(key, listed, lexicon.word(key), lexicon, finite=is_finite(key))


def _classes(
    key: str, listed: set[str], word: Word | None, lexicon: Lexicon, *, finite: bool
) -> frozenset[str]:
    """Gives the classes of a word by its form and the lexicon, beside those of the lists."""
    if not key[0].isalnum():
        return PERCENT if key in "%٪" else frozenset({PUNCTUATION.get(key, "mark")})
    if key.isdigit():
        return NUMBER
    classes = {"w", *listed}
    if key.startswith("ما") and (read_verb(key[2:])[0] or read_carry(key[2:])):
        classes.add("what-said")
    finite = finite and not _is_noun(word)
    if word is not None and classes.isdisjoint(NOT_IN_PHRASE) and key not in lexicon.deed_names:
        classes |= _noun_classes(key, word)
    if "need" in classes or (not finite and classes.isdisjoint(NO_MASDAR) and is_masdar(key)):
        classes |= {"noun", "need"}
    elif key.startswith("ال"):
        classes.add("noun")
    classes.update(_attached_classes(key, classes, word, lexicon))
    if key.startswith("ال") and PEOPLE.fullmatch(key):
        classes.add("people")
    if (finite and "src" not in classes) or is_future(key):
        classes.add("verb")
    elif "conj" not in classes and classes.isdisjoint(NOT_IN_PHRASE):
        classes.add("np")
    return frozenset(classes)


def _attached_classes(
    key: str, classes: set[str], word: Word | None, lexicon: Lexicon
) -> list[str]:
    """Gives what an attached ل, ب or owner makes of a word."""
    found = []
    if is_owned(key, classes, lexicon):
        found.append("own")
    if "with-object" in classes and is_deed(key):
        found.append("deed")
    if key[0] == "ل" and (key.startswith("لل") or is_masdar(key[1:])):
        found.append("li-")
    if key[0] == "ب" and _may_be_by(key, classes) and _is_by(key, word):
        found.append("bi-")
    return found


def _may_be_by(key: str, classes: set[str]) -> bool:
    """Tells whether a word with ب is long enough for the preposition: four letters or «بضم»."""
    if len(key) >= LEAST_BY:
        return True
    return key[1:] in word_list("short_masdars") and classes.isdisjoint(PREPOSITIONS)


PEOPLE = re.compile("ال.{3,}[وي]ن")
"""The shape of several people («المحتفلون», «المودعين»)."""


def is_finite(key: str) -> bool:
    """Tells whether a word is hardly ever anything but a finite verb, «و» and «ف» aside."""
    verbs = sure_verbs()
    return key in verbs or (key[0] in "وف" and key[1:] in verbs)


def _is_noun(word: Word | None) -> bool:
    """«وادي الغار» is a valley, though «أدي» be a verb."""
    return word is not None and word.noun is not None and not word.cut


def is_future(word: str) -> bool:
    """Tells whether a folded word is a verb in the future («ستغلق»), no noun like «سياسة»."""
    return word[:1] == FUTURE and len(word) >= SHORTEST and _is_future(word)


@lru_cache(maxsize=4_096)
def _is_future(word: str) -> bool:
    if word[1] not in IMPERFECT:
        return False
    if is_finite(word[1:]):
        return True
    alike = word in word_list("future_alike") or word.startswith(_future_alike())
    if word[1] == ALEF or alike:
        return False
    return any(reading.lead == FUTURE for reading in read_form(word, word))


@cache
def _future_alike() -> tuple[str, ...]:
    return tuple(sorted(word_list("future_alike_begin")))


SHORTEST = len("سيصل")
FUTURE, IMPERFECT, ALEF = "س", "يتنا", "ا"


LEAST_BY = len("بحكم")


def _is_by(key: str, word: Word | None) -> bool:
    """Tells whether the first letter is the preposition بـ: before ال, a masdar or a known noun."""
    if key.startswith("بال") and len(key) > 5:
        return True
    if word is None:
        return key not in _ba_words()
    named = word.cut == 0 and bool(word.noun or word.demonym or word.given)
    return word.cut > 0 or (not named and is_masdar(key[1:]))


@lru_cache(maxsize=1)
def _ba_words() -> frozenset[str]:
    return frozenset(map(fold_key, builtin("speech")["ba"]["words"]))


def read_verb_with_object(key: str) -> tuple[Verb, ...]:
    """Gives the readings of a finite reporting verb with a pronoun («كشفه», «أبلغتها»)."""
    return _finite_verbs(_before_pronoun(key))


def _finite_verbs(stems: list[str]) -> tuple[Verb, ...]:
    for stem in stems:
        verbs = read_verb(stem)[0]
        if verbs:
            return tuple(verb for verb in verbs if verb.tense in ("past", "pres"))
    return ()


@lru_cache(maxsize=4_096)
def is_joined(key: str) -> bool:
    """Tells whether a cue begins with the particle و or ف («وأكد»), not with its root («وصفه»)."""
    if key[0] not in "وف":
        return False
    readings = map(read_verb, (key, *_before_pronoun(key)))
    lead = next((lead for verbs, lead in readings if verbs), 0)
    return lead > 0 or read_carry(key[1:]) is not None


def _before_pronoun(key: str) -> list[str]:
    if not key.endswith(PRONOUNS):
        return []
    return [key[: -len(ending)] for ending in PRONOUNS if key.endswith(ending)]


PRONOUNS = ("ه", "ها", "هم", "ني", "نا")
"""The pronouns that a verb of these lists takes as its object."""


def _verb_classes(key: str) -> set[str]:
    if read_carry(key):
        return {"carry"} | ({"conj"} if key[0] in "وف" else set())
    verbs, lead = read_verb(key)
    if not verbs:
        return _object_classes(key) | _report_classes(key)
    classes = {"conj"} if lead else set()
    for verb in verbs:
        kind = {"past": "fin", "pres": "fin", "part": "part", "masdar": "masdar"}.get(verb.tense)
        if kind is not None:
            classes |= {kind, *(f"{kind}.{frame}" for frame in verb.frames)}
            classes |= {verb.tense} if kind == "fin" else set()
    return classes | _report_classes(key)


def _object_classes(key: str) -> set[str]:
    stems = _before_pronoun(key)
    if not stems:
        return set()
    verbs = _finite_verbs(stems)
    if not verbs and not any(map(read_carry, stems)):
        return set()
    return telling(frame for verb in verbs for frame in verb.frames)


def _report_classes(key: str) -> set[str]:
    """Gives «says.ila» for «دعوة», «own-says.ala» for «تأكيده», «to-say.bi» for «للتنديد»."""
    noun = read_noun(key)
    if noun is None:
        return set()
    name = {"own": "own-says", "purpose": "to-say", "heard": "heard"}.get(noun.use, "says")
    classes = {f"{name}.{frame}" for frame in noun.verb.frames}
    return classes | {f"says.{frame}" for frame in noun.verb.frames if noun.use == "heard"}


def _noun_classes(key: str, word: Word) -> set[str]:
    classes = word.noun.classes if word.noun is not None else NO_CLASSES
    found = set(_classes_of_noun(classes))
    if word.given:
        found.add("src")
    if word.noun is not None and key[-1] == "ا" and key == fold_key(word.noun.lemma) + "ا":
        found.add("acc")
    if word.cut and key[word.cut - 1] == "ل" and "media" in classes:
        found.add("li.media")
    return found


@cache
def _classes_of_noun(classes: frozenset[str]) -> frozenset[str]:
    """Gives how rules name the classes that a lexicon gives its nouns."""
    found = {f"n.{name}" for name in classes}
    if not classes.isdisjoint(SOURCE_NOUNS):
        found.add("src")
    if not classes.isdisjoint(BODIES) and classes.isdisjoint(PERSONS):
        found.add("body")
    return frozenset(found)


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """Gives the words of a lexicon, entered once.

    More lexicons are kept than the language stage keeps known words of: their kinds stay true.
    """
    return Words(lexicon, named_classes(load_rules(PACKAGE, "attribute")))
