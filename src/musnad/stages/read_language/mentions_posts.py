"""The posts that persons hold: where their words end and which words tell them apart."""

from musnad.fold import fold_key
from musnad.lexicons import Word
from musnad.lexicons.entries import Noun
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.text.names import PEOPLE, is_word
from musnad.text.phrases import PERSONS

LONGEST_POST = 14
NISBA = ("ي", "يه")
OTHERS = PEOPLE | {"organisation", "government", "media"}


def post_end(scan: Scan, at: int) -> int:
    """Gives where the post that begins at token `at` ends."""
    end = at + 1
    while end < len(scan.keys) and end - at < LONGEST_POST and not scan.stops(end):
        word, key = scan.words[end], scan.keys[end]
        if scan.abbreviated(end):
            break
        if _second_field(scan, at, end):
            end += 1
            continue
        bare = key.removeprefix("ال")
        nearer = end + 1 < len(scan.keys) and scan.definite(end + 1)
        plain = not scan.definite(end) and bare not in scan.lexicon.adjectives
        if word is None and plain and not (nearer and not scan.definite(end - 1)):
            break
        if word is not None and word.cut and not _of_body(word):
            break
        if word is not None and scan.definite(end - 1) and _no_complement(scan, word):
            break
        if word is not None and _is_object(scan, at, end, word):
            break
        if scan.definite(end - 1) and _own_noun(scan, end, alone=end == at + 1):
            break
        end += 1
    return end


def _second_field(scan: Scan, first: int, at: int) -> bool:
    """«وزير التربية والتعليم» goes on; «الوزير والسفير» does not."""
    head, word = scan.words[first], scan.words[at]
    if not scan.keys[at].startswith("وال") or not scan.definite(at - 1) or at - first < 2:
        return False
    if head is None or head.noun is None:
        return False
    if fold_key(head.noun.lemma) not in scan.lexicon.coordinating:
        return False
    plain = word is None or (word.demonym is None and not word.starts)
    return plain and (word is None or word.noun is None or not word.noun.classes & OTHERS)


def _of_body(word: Word) -> bool:
    """«نائب رئيس لحزب», «سفير بروسيا»: an attached ل or ب before a body or a state goes on.

    «مسؤول لشبكة الأفق» spoke to the medium: there the post ends.
    """
    if word.key[0] not in "لب":
        return False
    if word.key[0] == "ل" and word.noun is not None and "media" in word.noun.classes:
        return False
    return bool(word.starts) or (word.noun is not None and "organisation" in word.noun.classes)


def _is_object(scan: Scan, first: int, at: int, word: Word) -> bool:
    """«أمير المرفأ مطارا»: an indefinite accusative after the place governed is no part of it."""
    before = scan.words[at - 1]
    if at - 1 == first or before is None or not before.starts or word.noun is None:
        return False
    plain = not word.definite and not word.starts and word.noun.number == "sg"
    return plain and word.stem.endswith("ا") and not fold_key(word.noun.lemma).endswith("ا")


def _no_complement(scan: Scan, word: Word) -> bool:
    """«أعلن المدير نجاح العملية»: after a definite post a masdar begins what he announces."""
    if word.owned or (word.stem in scan.lexicon.deed_names and not word.definite):
        return True
    return word.noun is not None and "amount" in word.noun.classes


def _own_noun(scan: Scan, at: int, *, alone: bool) -> bool:
    """«زار الوزير المدينة»: a definite noun after a definite post stands for itself.

    So it does after a post with its complement («اتهم رئيس النقابة الحكومة»), save for who holds
    it («قائد الشرطة العميد»).
    """
    word = scan.words[at]
    if word is None or word.noun is None or word.demonym is not None or not word.definite:
        return False
    if not alone and (word.cut or _describes(word, word.noun)):
        return False
    return scan.keys[at].removeprefix("ال") not in scan.lexicon.adjectives


def _describes(word: Word, noun: Noun) -> bool:
    """«قائد الشرطة العميد», «مسؤول الشؤون الخارجية»: who holds a post, or of what kind it is."""
    return not noun.classes.isdisjoint(PERSONS) or word.key.endswith(NISBA)


def with_post(scan: Scan, person: Found, first: int, last: int) -> Found:
    """Gives the mention itself, which has from now on the words of the post in these tokens."""
    person.office = post_words(scan, first, last)
    person.calls = calling_words(scan, first, last)
    return person


def post_words(scan: Scan, first: int, last: int) -> frozenset[str]:
    """Gives the folded words of a post, without articles and particles."""
    found = set()
    for at in range(first, last):
        word, key = scan.words[at], scan.keys[at]
        if not is_word(key) or scan.particle(at):
            continue
        stem = word.stem if word is not None else key.removeprefix("و" if key[1:3] == "ال" else "")
        found.add(stem.removeprefix("لل").removeprefix("ال"))
    return frozenset(found)


def calling_words(scan: Scan, first: int, last: int) -> frozenset[str]:
    """Gives the words of a post that call its holder: its first, and what follows a whole one.

    «قائد الشرطة العميد», «رئيس الوزراء وزير الدفاع»; in «نجل وزير العدل» the first alone.
    """
    found = set()
    for at in range(first, last):
        word = scan.words[at]
        if word is None or word.noun is None or word.noun.classes.isdisjoint(PERSONS):
            continue
        whole = at == first or scan.definite(at - 1) or not is_word(scan.keys[at - 1])
        if whole or word.key[: word.cut] == "و":
            found.add(word.stem.removeprefix("ال"))
    return frozenset(found)


def country_of(scan: Scan, first: int, last: int) -> str | None:
    """Gives the code of the only state that the words name by an adjective or by name."""
    codes = set()
    for at in range(first, last):
        word = scan.words[at]
        if word is not None and word.demonym is not None and word.demonym.code:
            codes.add(word.demonym.code)
    return codes.pop() if len(codes) == 1 else None
