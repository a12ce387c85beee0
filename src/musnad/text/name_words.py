"""The words of a name: which spelling is strict, which renders a foreign sound."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from musnad.fold import fold_key, foreign_distance, foreign_key, foreign_letters
from musnad.lexicons import Demonym, Noun
from musnad.lexicons.files import builtin
from musnad.lexicons.lexicon import NAME_FILES
from musnad.lexicons.nouns import read_nouns
from musnad.lexicons.ordinary import is_ordinary, read_ordinary
from musnad.lexicons.rows import read_demonyms
from musnad.text.memo import remembered

WORD = re.compile(r"[^\W_]+")
ARABIC_ONLY = frozenset("حعضظ")
ENDINGS = ("ي", "يه")
ARTICLE = "ال"
FATHER = ("ابو", "ابا", "ابي")
OWN_STARTS = (ARTICLE, "عبد", *FATHER)
TAILS = frozenset(("الله", "الدين"))
LETTERS = frozenset("دما")
FOREIGN_TITLES = frozenset(("مستر", "مسيو", "مدام", "سير", "لورد", "ليدي"))
TITLES = frozenset(("title", "office"))
BUDGETS = ((3, 0.6), (4, 0.6), (5, 0.75), (8, 1.1), (99, 1.5))
"""Up to how many letters a foreign word beside others may differ by how much."""
ALONE = ((3, 0.3), (4, 0.5), (5, 0.6), (8, 1.1), (99, 1.5))
"""The same for a word that is the whole name."""
BY_CHANCE = 0.6
"""What a foreign word may differ by from one that is a word of the language by chance."""
Company = Literal["alone", "arabic", "foreign"]
NO_ARTICLE = ("اول", "ايل", "اءل")
"""Beside a word that begins so «ال» is no article: «أولبرايت» and «البرايت»."""
FIRST_SOUNDS = frozenset(map(frozenset, ("جي", "جخ", "خه", "فو")))
LEAST_ENDING = 4
LEAST_ALONE = 6
LEAST_OWN = 8
"""The letters, with «ال», of a word without a nisba that may lack a vowel: «الكابيتول»."""
ONE_VOWEL = 0.5
UNLISTED_OWN = 0.45
"""What an unlisted word with «ال» may differ by: letters of one class, no vowel."""


@dataclass(slots=True, eq=False)
class NameWords:
    """The word lists that names are compared by; keys are folded."""

    given: frozenset[str]
    foreign: frozenset[str]
    nouns: dict[str, Noun]
    demonyms: dict[str, Demonym]
    stems: frozenset[str]
    particles: frozenset[str]
    theophoric: frozenset[str]
    one: dict[str, str]
    apart: frozenset[frozenset[str]]
    short: frozenset[frozenset[str]]


@cache
def name_words() -> NameWords:
    """Gives the built-in lists."""
    names, spellings = builtin("given_names"), builtin("name_spellings")
    given = _folded(names["given"]) - _folded(spellings["loose"])
    demonyms: dict[str, Demonym] = {}
    for file in NAME_FILES:
        for form, demonym in read_demonyms(builtin(file)):
            demonyms.setdefault(fold_key(form), demonym)
    groups = [fold_key(line).split() for line in spellings["one"].split("\n") if line]
    one = {word: group[0] for group in groups for word in group}
    for variant, name in _endings(names["given"].split()):
        if variant not in given and variant not in one:
            one[variant] = one.get(name, name)
    return NameWords(
        given=given,
        foreign=_folded(names["foreign"] + spellings["loose"]) - given,
        nouns=read_nouns(),
        demonyms=demonyms,
        stems=read_ordinary(),
        particles=_folded(builtin("phrase_words")["particles"]),
        theophoric=_folded(names["theophoric"]),
        one=one,
        apart=frozenset(
            frozenset(fold_key(line).split()) for line in spellings["apart"].split("\n") if line
        ),
        short=frozenset(
            frozenset((line[0], form))
            for line in map(str.split, fold_key(spellings["short"]).strip().split("\n"))
            for form in line[1:]
        ),
    )


def _endings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Gives (spelling, name), both folded: «سلوا» for «سلوى», «شيما» for «شيماء»."""
    for name in names:
        if name.endswith(("ى", "ة")):
            yield fold_key(name[:-1] + "ا"), fold_key(name)
        elif name.endswith("ت") and len(name) >= LEAST_ENDING:
            yield fold_key(name[:-1] + "ة"), fold_key(name)
        elif name.endswith("اء") and len(name) > LEAST_ENDING:
            yield fold_key(name[:-1]), fold_key(name)


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_key(words).split())


def bare(word: str) -> str:
    """Gives a folded word without its article."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > len("الله") else word


@remembered(32_768)
def is_strict(word: str) -> bool:
    """Tells whether a folded word is Arabic, so that each of its letters counts."""
    if is_arabic(word):
        return True
    lists = name_words()
    return bool(ARABIC_ONLY & set(word)) and not lists.foreign & {word, bare(word)}


@remembered(32_768)
def is_arabic(word: str) -> bool:
    """Tells whether a folded word is an Arabic name or a word of the language.

    «عوفر» and «خلوصي» are none, though they have letters that Arabic alone has.
    """
    lists, stem = name_words(), bare(word)
    if word in lists.one or stem in lists.one or word in lists.given or stem in lists.given:
        return True
    if word in lists.foreign or stem in lists.foreign:
        return False
    if stem in lists.nouns or stem in lists.demonyms:
        return True
    if any(stem.removesuffix(ending) in lists.given for ending in ENDINGS):
        return True
    return not word[0].isalpha() or is_ordinary(word, lists.stems, lists.particles)


@remembered(32_768)
def strict_form(word: str) -> str:
    """Gives the one form of all spellings of a folded Arabic word."""
    lists = name_words()
    once = word.replace("وو", "و").replace("يي", "ي")
    for shape in (word, once):
        if shape in lists.one:
            return lists.one[shape]
    stem = bare(word)
    article = word[: len(word) - len(stem)]
    if stem in lists.demonyms and stem not in lists.given:
        known = lists.demonyms[stem]
        if fold_key(known.state) == stem:
            return word
        return f"{article}{fold_key(known.state)}.{known.gender}{known.number}{known.plural:d}"
    return article + lists.one[stem] if article and stem in lists.one else once


@remembered(32_768)
def word_key(word: str) -> str:
    """Gives the key of one folded word of a name that stands among others."""
    return _key(word, alone=False)


@remembered(32_768)
def lone_word_key(word: str) -> str:
    """Gives the key of the one folded word of a name."""
    return _key(word, alone=True)


def _key(word: str, *, alone: bool) -> str:
    if is_strict(word):
        return strict_form(word)
    stem = bare(word)
    if stem != word and stem not in name_words().foreign:
        return foreign_letters(word)
    return foreign_key(stem, alone=alone)


def same_word(one: str, other: str, company: Company) -> bool:
    """Tells whether two folded words are spellings of one word in a name.

    In foreign `company` more may be taken for chance; a word `alone` has to be nearer.
    """
    lists, pair = name_words(), frozenset((one, other))
    if one == other or (company != "alone" and pair in lists.short):
        return True
    if pair in lists.apart:
        return False
    if is_strict(one) or is_strict(other):
        return _same_strict(one, other, company)
    if company != "alone" and _of_first_sound(one, other):
        return True
    distance = min(foreign_distance(one, other), foreign_distance(bare(one), bare(other)))
    return distance <= _budget(one, other, ALONE if company == "alone" else BUDGETS)


def _same_strict(one: str, other: str, company: Company) -> bool:
    if strict_form(one) == strict_form(other) or _differ_by_article(one, other, company):
        return True
    if _differ_by_ending(one, other) or _of_one_sound(one, other):
        return True
    by_chance = company == "foreign" and not _is_known(one) and not _is_known(other)
    if by_chance and foreign_distance(one, other) <= BY_CHANCE:
        return True
    long = company == "alone" and max(len(one), len(other)) >= LEAST_ALONE
    return (long or company == "foreign") and _vowel_apart(one, other)


def _of_first_sound(one: str, other: str) -> bool:
    """Tells whether two words differ in a first letter that renders one sound, and a little else.

    «يونكر» and «جونكر», «فيلي» and «ويلي».
    """
    first, second = foreign_letters(one), foreign_letters(other)
    if frozenset((first[:1], second[:1])) not in FIRST_SOUNDS:
        return False
    return foreign_distance(first, first[0] + second[1:]) <= ONE_VOWEL


def _of_one_sound(one: str, other: str) -> bool:
    """«جدعون» and «غدعون»: words that no list holds, of the same letters but for their class.

    Of «شنغهاي» and «شنجهاي» a list holds one, and the other is no Arabic word.
    """
    letters = foreign_letters(one)
    if is_strict(one) != is_strict(other) and letters == foreign_letters(other):
        return len(letters) >= LEAST_ENDING
    unlisted = not any(map(_is_known, (one, other))) and ARABIC_ONLY & set(one) & set(other)
    first, second = (foreign_letters(word.replace("تش", "ج")) for word in (one, other))
    return bool(unlisted) and first == second


def _is_known(word: str) -> bool:
    """Tells whether a folded word is an Arabic name or a nation's, not Arabic by its look alone."""
    lists, stem = name_words(), bare(word)
    return word in lists.given or word in lists.one or stem in lists.demonyms


def _budget(one: str, other: str, budgets: tuple[tuple[int, float], ...]) -> float:
    foreign, words = name_words().foreign, (one, other)
    listed = any(word in foreign or bare(word) in foreign for word in words)
    defined = any(bare(word) != word for word in words)
    if defined and not listed and not any(word.startswith(NO_ARTICLE) for word in words):
        long = min(map(len, words)) >= LEAST_OWN and not one.endswith("ي")
        return ONE_VOWEL if long else UNLISTED_OWN
    longest = max(len(foreign_letters(one)), len(foreign_letters(other)))
    return next(budget for letters, budget in budgets if longest <= letters)


def _differ_by_ending(one: str, other: str) -> bool:
    """«حيفا» and «حيفه»: an alef for a ta marbuta; of two known names each is its own."""
    given, endings = name_words().given, {one[-1], other[-1]}
    apart = (one in given and other in given) or len(one) < LEAST_ENDING
    return one[:-1] == other[:-1] and endings == {"ا", "ه"} and not apart


def _vowel_apart(one: str, other: str) -> bool:
    """«عنتاب» and «عينتاب»: words that no list holds, without ال, a long vowel left out of one."""
    if any(_is_known(word) or word.startswith(OWN_STARTS) for word in (one, other)):
        return False
    if one.endswith("ي"):
        return False
    unlisted = ARABIC_ONLY & (set(one) | set(other))
    return bool(unlisted) and foreign_distance(one, other) <= ONE_VOWEL


def _differ_by_article(one: str, other: str, company: Company) -> bool:
    """«منصف» and «المنصف» as a family's name; a given name or a common word with ال is another.

    A nisba beside other words is a family's name too («نوري مالكي»). In the Maghreb «لعمامرة» is
    «العمامرة».
    """
    if one.removeprefix("ا") == other.removeprefix("ا") and ARTICLE in {one[:2], other[:2]}:
        return True
    stem = bare(one)
    if strict_form(stem) != strict_form(bare(other)) or stem in name_words().given:
        return False
    if company != "alone" and stem.endswith("ي") and stem not in name_words().demonyms:
        return True
    return stem not in name_words().nouns and stem not in name_words().stems


def split_name(name: str) -> tuple[str, ...]:
    """Gives the folded words of a name: «عبد» and «أبو» joined to theirs, titles left out.

    «نعمت الله» is «نعمة الله», «عطاءالله» «عطا الله».
    """
    joined: list[str] = []
    for word in WORD.findall(fold_key(name)):
        if joined and _joins(joined[-1], word):
            joined[-1] += word
        else:
            joined.append("بن" if word == "ابن" else word)
    whole = [each.replace("ءال", "ال").replace("تالله", "هالله") for each in joined]
    return tuple([_father(word) for word in _untitled(whole)])


def _joins(before: str, word: str) -> bool:
    if before in {"عبد", ARTICLE}:
        return word.startswith(ARTICLE) == (before == "عبد")
    return word in TAILS or before in FATHER


def _father(word: str) -> str:
    """«أبي بكر», «ابوبكر» and «أبو بكر» are one."""
    if not word.startswith(FATHER):
        return word
    rest = word[3:]
    known = rest in name_words().given or rest.startswith(ARTICLE)
    return "ابو" + rest if known or len(rest) > 3 else word


def _untitled(words: list[str]) -> list[str]:
    """«الأستاذ الدكتور سامي», «أ.د. سامي»: the words from the first that is no title."""
    last = 0
    while last < len(words) and is_title(words[last]):
        last += 1
    if not 0 < last < len(words):
        return words
    return words[last:] if _is_named(words[last]) else words


def is_title(word: str) -> bool:
    """Tells whether a folded word is a title or post that stands before a name as it is.

    «الدكتور», «د», «مستر»; the post in «رئيس الوزراء» has a complement.
    """
    if word in LETTERS or word in FOREIGN_TITLES:
        return True
    noun = name_words().nouns.get(word.removeprefix(ARTICLE))
    return word.startswith(ARTICLE) and noun is not None and not TITLES.isdisjoint(noun.classes)


def _is_named(word: str) -> bool:
    return word in name_words().given or bare(word) in name_words().given or not is_strict(word)
