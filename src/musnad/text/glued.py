"""Where the space between two words was forgotten: «أنالجيش», «قالتإن», «القاعدةالجديدة».

Letters that only end a word, or only begin one, tell it in print; else a word is cut only where
news uses the whole hardly ever, and what is left of it often.
"""

import re
from collections.abc import Iterator
from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.text.memo import remembered
from musnad.trained.frequencies import word_bands

MEMO_LIMIT = 131_072
FREQUENT, RARER = 7, 5
"""Bands: the second word stands 64 times in the corpora, and 32 times as often as the whole."""


def printed_seams(text: str) -> list[int]:
    """Gives where in a printed text a second word begins that letters alone tell, in order.

    ة, ى and «اً» end a word; «أنّ» is one, with its pronoun or without; «إ» and «الأ» begin one,
    and «أن» at the end is one, behind more letters than particles have.
    """
    seams = [match.end() for closed in _CLOSED for match in closed.finditer(text)]
    seams += [at for at in _ends(_MAQSURA, text) if _begins_word(text, at)]
    seams += [cut for at in _ends(_REPORT, text) for cut in _after_report(text, at)]
    hamzas = [match.start() for opening in _OPENING for match in opening.finditer(text)]
    seams += [cut for at in hamzas for cut in _before_hamza(text, at)]
    return sorted(set(seams))


def _ends(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (match.end() for match in pattern.finditer(text))


def _before(text: str, at: int) -> str:
    """Gives the letters of the word before an offset, the last ones of a very long one."""
    letters: list[str] = _LETTERS_BEFORE.findall(text[max(at - LONGEST, 0) : at])
    return letters[-1].replace(STROKE, "")


def _after_report(text: str, at: int) -> Iterator[int]:
    """Gives the end of «أنّ» or «أنّه», whichever leaves the commoner word («أنّهناك»).

    Behind a word its beginning as well («القدسأنّبلاده»).
    """
    word = _before(text, at)[: -len("أنّ")]
    if word not in PARTICLES:
        if len(word) < len("القدس") or _CLITICS.fullmatch(word):
            return
        yield at - len("أنّ")
    rest = _LETTERS.findall(text[at : at + LONGEST])[0]
    cuts = [len(ending) for ending in _PRONOUNS if rest.startswith(ending)]
    yield at + max(cuts, key=lambda cut: (word_bands().band(fold_key(rest[cut:])), -cut))


def _before_hamza(text: str, at: int) -> Iterator[int]:
    """Gives where «إن», «الأ» or «بأن» begins behind a word, none where particles stand before."""
    before = _before(text, at)
    if _CLITICS.fullmatch(before):
        return
    band, joined = word_bands().band, before.endswith("ب")
    yield at - (joined and band(fold_key(before[:-1])) > band(fold_key(before)))


def _begins_word(text: str, at: int) -> bool:
    """Tells whether letters are a common word: ى stands for ي within a word in some prints."""
    rest = _LETTERS.findall(text[at : at + LONGEST])[0]
    return word_bands().band(fold_key(rest)) >= FREQUENT


STROKE = "\u0640"
PARTICLES = ("", "و", "ف", "ب", "وب")
LONGEST = 40
"""No word has more letters, its marks counted."""
_LETTERS = re.compile("[ء-ي\u064b-\u0652]+")
_LETTERS_BEFORE = re.compile("[ء-ي\u064b-\u0652]+$")
_PRONOUNS = ("", "ه", "ها", "هم")
_CLITICS = re.compile("[وفأ]?[بكلس]?(?:ال|ل)?|.*(?:ال|لا|ش|طم|ض)|.{0,4}ت|[وفبل]?عبد")
"""What stands before «إ» or a last «أن» within one word: «والإعلام», «عبدالإله», «بالشأن»."""
_CLOSED = (
    re.compile(r"ة[\u064b-\u0652]?(?=[ء-ي]{2})"),
    re.compile(r"\u064b(?:(?<=ا\u064b)|ا)(?=[ء-ي])"),
)
_MAQSURA = re.compile(r"ى(?=[ا-ي]{3})")
_REPORT = re.compile(r"\u0651(?<=[أإ]ن\u0651)(?=[ء-ي]{3})")
_OPENING = (
    re.compile(r"إ(?<=[ء-ي]{3}إ)(?=[ء-ي])"),
    re.compile(r"ال(?=[أإآ])(?<=[ء-ي]{5})(?=.[ء-ي])"),
    re.compile(r"أن(?<=[ء-ي]{4}أن)(?=\u0651?(?:ه|ها|هم)?(?![ء-ي\u064b-\u0652]))"),
)


def may_be_glued(text: str) -> bool:
    """Tells whether words without a space may stand in a folded text; mostly none do."""
    return any(hint.search(text) for hint in _hints())


@cache
def _hints() -> tuple[re.Pattern[str], ...]:
    """Gives what is searched fast: the beginning of a second word, and what stands before it."""
    glued = builtin("clitics")["glued"]
    words = {name: fold_key(listed).split() for name, listed in glued.items()}
    pairs = [("ال", words["before_article"])]
    pairs += [(second, words["saying"]) for second in _shortest(words["after_saying"])]
    return tuple(_hint(firsts, second) for second, firsts in pairs)


def _hint(firsts: list[str], second: str) -> re.Pattern[str]:
    """Finds a second word behind a first one; their last letters alone mostly tell that none is."""
    letters = "".join(sorted({first[-1] for first in firsts}))
    behind = "|".join(f"(?<={first}{second})" for first in firsts)
    return re.compile(f"{second}(?<=[{letters}]{second})(?:{behind})")


def _shortest(words: list[str]) -> list[str]:
    """Gives the words that begin like no shorter one of them."""
    return [each for each in words if not any(each[:end] in words for end in range(1, len(each)))]


@remembered(MEMO_LIMIT)
def second_word(key: str) -> int:
    """Gives at which letter of a folded token a second word begins, 0 when it is one word."""
    if "ال" not in key[2:] and not key.endswith(_endings()):
        return 0
    match = _pattern().fullmatch(key)
    if match is None:
        return 0
    name, band = match.lastgroup or "", word_bands().band
    frequent = band(match[name]) >= max(FREQUENT, band(key) + RARER)
    return match.start(name) if frequent else 0


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold_key(builtin("clitics")["glued"]["after_saying"]).split())


@cache
def _pattern() -> re.Pattern[str]:
    """Matches a word that begins like two; the group is the second."""
    words = {
        name: "|".join(map(fold_key, listed.split()))
        for name, listed in builtin("clitics")["glued"].items()
    }
    return re.compile(
        rf"[وف]?(?:(?:{words['before_article']})(?P<definite>ال[ء-ي]{{3,}})"
        rf"|(?:{words['saying']})(?P<said>{words['after_saying']}))"
    )
