"""Names of persons in a run of tokens: where they begin and end, and how they are displayed."""

from collections.abc import Sequence
from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, Word
from musnad.text.analysis import Analysis

LONGEST_NAME = 7
HYPHENS = frozenset("-‐‑–.'’")
PEOPLE = frozenset(("title", "office", "role", "anonymous", "reporter", "collective"))
JOINED = ("وال", "بال", "فال", "كال", "لل")
FUSED = ("عبد", "ابو", "ابا", "ابي")


def is_word(key: str) -> bool:
    """Tells whether a token is a word, not a mark, a number or a line end."""
    return key[0].isalpha()


def is_particle(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """Tells whether a token is a small word that no name holds; «على» is, «علي» is not."""
    key = analysis.tokens.keys[at]
    if key in {"علي", "وعلي", "فعلي"}:
        return analysis.text[analysis.tokens.ends[at] - 1] == "ى"
    if key in lexicon.particles:
        return lexicon.spelling(key) is None or (
            key == "باسم" and _follows_speaker(analysis, at, lexicon)
        )
    return False


def _follows_speaker(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    word = lexicon.word(analysis.tokens.keys[at - 1]) if at else None
    if word is None and at > 1:
        word = lexicon.word(analysis.tokens.keys[at - 2])
    return word is not None and word.noun is not None and "office" in word.noun.classes


def find_name(
    analysis: Analysis, first: int, last: int, lexicon: Lexicon, *, titled: bool = False
) -> tuple[int, int] | None:
    """Gives the tokens of a person's name that begins exactly at `first`, None if none does.

    `titled` says that a title stands before it, so that the name need not be a known one.
    """
    keys = analysis.tokens.keys
    end, previous = first, None
    while end < last and end - first < LONGEST_NAME:
        key = keys[end]
        if key in HYPHENS and end > first and end + 1 < last:
            end += 1
            continue
        word = lexicon.word(key)
        if not _continues(analysis, end, word, previous, lexicon, titled and end == first):
            break
        previous, end = (word or key), end + 1
    while end > first and (keys[end - 1] in HYPHENS or _only_link(lexicon.word(keys[end - 1]))):
        end -= 1
    return (first, end) if end > first else None


def _only_link(word: Word | None) -> bool:
    return word is not None and word.link and not word.given and not word.starts


def _continues(
    analysis: Analysis,
    at: int,
    word: Word | None,
    previous: Word | str | None,
    lexicon: Lexicon,
    titled: bool,
) -> bool:
    key = analysis.tokens.keys[at]
    after_link = isinstance(previous, Word) and previous.link and previous.cut == 0
    if not is_word(key) or key.startswith(JOINED) or after_link:
        return after_link and is_word(key)
    if is_particle(analysis, at, lexicon):
        return (
            key == "علي" and (titled or previous is not None) and _given(analysis, at + 1, lexicon)
        )
    if word is None:
        return previous is not None or not key.startswith("ال")
    if word.cut and previous is not None and not word.given:
        return False
    if word.given or word.link:
        return True
    return _surname(word, previous, at, analysis)


def _given(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    word = lexicon.word(analysis.tokens.keys[at]) if at < len(analysis.tokens.keys) else None
    return word is not None and word.given and not word.cut


def _surname(word: Word, previous: Word | str | None, at: int, analysis: Analysis) -> bool:
    """Tells whether a known word that is no given name may still end a name («حسين الأمين»)."""
    if previous is None:
        return False
    last = at + 1 >= len(analysis.tokens.keys) or not is_word(analysis.tokens.keys[at + 1])
    if word.noun is not None:
        return word.definite and last and isinstance(previous, Word) and previous.given
    if word.demonym is not None:
        return isinstance(previous, Word) and previous.given
    return not word.definite or last


def display_name(analysis: Analysis, first: int, last: int, lexicon: Lexicon) -> str:
    """Gives a person's name as written, given names in their usual spelling, «عبد» apart."""
    pieces: list[str] = []
    keys, text = analysis.tokens.keys, analysis.text
    for at in range(first, last):
        printed = text[analysis.tokens.starts[at] : analysis.tokens.ends[at]]
        if keys[at] in HYPHENS:
            continue
        word = lexicon.word(keys[at])
        cut = word.cut if word is not None and at == first and not word.given else 0
        pieces.append(_spelled(printed[cut:], lexicon))
    return " ".join(pieces)


@cache
def _plain(printed: str) -> str:
    return "".join(letter for letter in printed if not "\u064b" <= letter <= "\u0652").replace(
        "ـ", ""
    )


def _spelled(printed: str, lexicon: Lexicon) -> str:
    printed = _plain(printed)
    key = fold_key(printed)
    for head in FUSED:
        rest = key[len(head) :]
        if key.startswith(head) and (rest in lexicon.theophoric or rest.startswith("ال")):
            usual = {"عبد": "عبد", "ابو": "أبو", "ابا": "أبا", "ابي": "أبي"}[head]
            return f"{usual} {_final_ya(printed[len(head) :])}"
    return lexicon.spelling(key) or _final_ya(printed)


def _final_ya(printed: str) -> str:
    return printed[:-1] + "ي" if printed.endswith("ى") and len(printed) > 3 else printed


def printed_span(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """Gives the printed offsets of tokens `first` to `last`, half open."""
    return analysis.tokens.starts[first], analysis.tokens.ends[last - 1]


def trimmed(keys: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Gives the tokens without punctuation and line ends at both ends."""
    while first < last and not (keys[first].isalnum()):
        first += 1
    while last > first and not (keys[last - 1].isalnum() or keys[last - 1] == "%"):
        last -= 1
    return first, last
