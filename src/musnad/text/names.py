"""Names of persons in a run of tokens: where they begin and end, and how they are displayed."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from musnad.fold import fold_key
from musnad.fold.characters import FORMATS
from musnad.lexicons import Lexicon, Word
from musnad.text.analysis import Analysis
from musnad.text.memo import Memo

LONGEST_NAME = 7
HYPHENS = frozenset("-‐‑–.'’")
PEOPLE = frozenset(("title", "office", "role", "anonymous", "reporter", "collective"))
PRONOUNS = ("ته", "هم", "ها", "هما", "نا", "وا")
MARKS = frozenset(("،", ",", ":", ".", "؛", "\n"))
KINSHIP = frozenset(("بن", "بنت", "ابن", "ابو", "ابي", "ابا", "ام", "ال", "عبد", "ولد"))
ON = frozenset(("علي", "وعلي", "فعلي"))
"""«على» with its particles, which is folded like the given name."""
JOINED = ("وال", "بال", "فال", "كال", "لل")
FUSED = ("عبد", "ابو", "ابا", "ابي")
BASIM = "باسم"
"""A given name where it is not «in the name of»."""
OPENING_CONTENT = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها", ":", "«", '"', "“"))
BODIES = frozenset(("organisation", "government", "media"))
SHORT_PLACE = 2
"""A place of so few letters after «ك» or «ب» is a name's chance («كار»)."""
LEAST_FAMILY = 5
"""The letters of a family's name with its article: «الحر»."""


def is_word(key: str) -> bool:
    """Tells whether a token is a word, not a mark, a number or a line end."""
    return key[0].isalpha()


def plain_words(printed: str) -> list[str]:
    """Gives the words of a name without brackets, quotation marks and characters without width."""
    if MARKED.search(printed) is None:
        return printed.split()
    words = (word.strip(SINGLE_MARKS) for word in printed.translate(NOT_IN_NAMES).split())
    return [word for word in words if word]


NOT_IN_NAMES = dict.fromkeys(map(ord, '"«»“”„‟‹›()[]ـ' + FORMATS))
SINGLE_MARKS = "'‘’"
"""Marks that may stand inside a word as an apostrophe."""
MARKED = re.compile(f"[{re.escape(SINGLE_MARKS + ''.join(map(chr, NOT_IN_NAMES)))}]")


def is_particle(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """Tells whether a token is a small word that no name holds; «على» is, «علي» is not."""
    key = analysis.tokens.keys[at]
    if key in ON:
        return analysis.text[analysis.tokens.ends[at] - 1] == "ى"
    if key not in lexicon.particles:
        return False
    if key == "امام":
        return analysis.text[analysis.tokens.starts[at]] != "إ"
    if key == "عام":
        return not _follows_post(analysis, at, lexicon)
    return not (key == BASIM and _is_basim(analysis, at, lexicon))


def _follows_post(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """«مدير عام»: right after a post without an article «عام» is no year."""
    word = lexicon.word(analysis.tokens.keys[at - 1]) if at else None
    return (
        word is not None
        and word.noun is not None
        and not word.definite
        and "office" in word.noun.classes
    )


def _is_basim(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """«الدكتور باسم العطار», «مدير المستشفى باسم عوض أن»: a name, not «in the name of»."""
    keys = analysis.tokens.keys
    before = lexicon.word(keys[at - 1]) if at else None
    if before is not None and before.noun is not None:
        classes = before.noun.classes
        if "office" in classes or before.given:
            return False
        if "title" in classes and before.definite:
            return True
    spoken = at + 2 < len(keys) and (keys[at + 2] in OPENING_CONTENT or keys[at + 2] in MARKS)
    said = lexicon.word(keys[at + 1]) if spoken else None
    return spoken and is_word(keys[at + 1]) and (said is None or said.noun is None)


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
        family = titled and end == first + 1 and is_family(analysis, end, lexicon)
        if not (family or _continues(analysis, end, word, previous, lexicon, titled)):
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
    if isinstance(previous, Word) and previous.link and previous.cut == 0:
        return is_word(key)
    ends = not is_word(key) or key.startswith(JOINED) or len(key) == 1
    if ends or (previous is not None and is_accusative(analysis, at)):
        return False
    if is_particle(analysis, at, lexicon):
        return _small_inside(analysis, at, titled or previous is not None, lexicon)
    if word is not None:
        return _known_continues(analysis, at, word, previous, lexicon)
    if previous is None:
        return key == BASIM or not (key.startswith("ال") or lexicon.ordinary(key))
    return is_surname(analysis, at, previous, lexicon)


def is_accusative(analysis: Analysis, at: int) -> bool:
    """«سامر الحداد باكياً»: a word printed with the ending of an adverb is no part of a name."""
    tokens = analysis.tokens
    if not tokens.keys[at].endswith("ا"):
        return False
    return FATHATAN in analysis.text[tokens.starts[at] : tokens.ends[at]]


FATHATAN = "\u064b"


def _small_inside(analysis: Analysis, at: int, inside: bool, lexicon: Lexicon) -> bool:
    """«لو دريان», «محمد علي حسن»: a particle that is part of a name already begun."""
    key = analysis.tokens.keys[at]
    word = lexicon.word(key)
    if word is not None and word.link and inside:
        return _nameable(analysis, at + 1, lexicon)
    return key == "علي" and inside and _given(analysis, at + 1, lexicon)


def _known_continues(
    analysis: Analysis, at: int, word: Word, previous: Word | str | None, lexicon: Lexicon
) -> bool:
    if word.cut and previous is not None:
        prefixed = word.key[0] in "بك" and (word.given or len(word.stem) <= SHORT_PLACE)
        return prefixed and is_surname(analysis, at, previous, lexicon)
    if word.link and not word.given and previous is None:
        return _opens(analysis, at, lexicon)
    if previous is not None and _is_post(analysis, at, word, lexicon):
        return False
    return word.given or word.link or _surname(word, previous, at, analysis)


def _is_post(analysis: Analysis, at: int, word: Word, lexicon: Lexicon) -> bool:
    """«سامر الحداد أمين عام الحزب»: a name that is a post too, with an indefinite complement."""
    keys = analysis.tokens.keys
    if word.noun is None or "office" not in word.noun.classes or at + 1 >= len(keys):
        return False
    after, key = lexicon.word(keys[at + 1]), keys[at + 1]
    if not is_word(key) or key.startswith("ال") or (after is not None and after.given):
        return False
    if key == "عام":
        return True
    return after is not None and after.noun is not None and not after.noun.classes & PEOPLE


def is_surname(analysis: Analysis, at: int, previous: Word | str | None, lexicon: Lexicon) -> bool:
    """Tells whether an unlisted word goes on with a name.

    A word of the language does so only after a clear given name, as a nisba or before a mark.
    """
    key = analysis.tokens.keys[at]
    if isinstance(previous, str) and not key.startswith("ال") and _feminine(analysis, at):
        return False
    if key in lexicon.theophoric or not lexicon.ordinary(key):
        return True
    clear = isinstance(previous, Word) and previous.given and not previous.noun
    if not clear or key.endswith(PRONOUNS):
        return False
    if key.startswith("ال"):
        return key.endswith("ي") and key[2:] not in lexicon.adjectives
    plain = isinstance(previous, Word) and previous.stem in lexicon.plain_names
    return not plain and key[0] not in "لب" and _before_mark(analysis, at + 1)


def is_family(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """Tells whether a definite word is the family's name after the one word of a name before it.

    «معلم الجغرافيا سليم البحّار», where a calling noun leads to the name: a word of the language
    too, but no body, nation or time; after a name that an object may follow («وفاء الشركة») or a
    foreign one only before what is said.
    """
    key = analysis.tokens.keys[at]
    if not key.startswith("ال") or len(key) < LEAST_FAMILY or is_particle(analysis, at, lexicon):
        return False
    word, before = lexicon.word(key), lexicon.word(analysis.tokens.keys[at - 1])
    if (word is not None and not _may_be_family(word)) or (before is not None and before.definite):
        return False
    if before is None or not before.given or before.stem in lexicon.foreign_names:
        return not _feminine(analysis, at) and _opens_content(analysis, at + 1)
    if before.stem in lexicon.masdar_names or _feminine(analysis, at):
        return _opens_content(analysis, at + 1)
    closed = word is None and key[2:] not in lexicon.adjectives
    return closed or _ends_name(analysis, at + 1, lexicon, known=word is not None)


def is_definite_given(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """Tells whether a given name with ال begins a name: «محافظ البنك الشاذلي العطّار»."""
    keys = analysis.tokens.keys
    word = lexicon.word(keys[at])
    if word is None or not (word.given and word.definite) or word.cut or at + 1 >= len(keys):
        return False
    after, key = lexicon.word(keys[at + 1]), keys[at + 1]
    if after is not None:
        return after.given and not after.cut
    if key in lexicon.relatives or is_particle(analysis, at + 1, lexicon):
        return False
    nisba = key.endswith("ي") and key[2:] not in lexicon.adjectives
    return key.startswith("ال") and (nisba or not lexicon.ordinary(key))


def _may_be_family(word: Word) -> bool:
    noun, demonym = word.noun, word.demonym
    if demonym is not None and demonym.plural:
        return False
    return noun is None or not (noun.classes & BODIES or (noun.plural and noun.classes & PEOPLE))


def _opens_content(analysis: Analysis, at: int) -> bool:
    keys = analysis.tokens.keys
    return at < len(keys) and keys[at] in OPENING_CONTENT


def _ends_name(analysis: Analysis, at: int, lexicon: Lexicon, *, known: bool) -> bool:
    """Tells whether a name may end before this token: end, mark, particle or attached one.

    A `known` noun is no adjective: after it no word without an article could be its own.
    """
    keys = analysis.tokens.keys
    if at >= len(keys) or not is_word(keys[at]):
        return True
    if known and not keys[at].startswith("ال"):
        return True
    return keys[at].startswith(("لل", "بال")) or is_particle(analysis, at, lexicon)


def _feminine(analysis: Analysis, at: int) -> bool:
    """«هدى الموجي ملفوفة»: an unlisted word in ة after a surname says how she is."""
    return analysis.text[analysis.tokens.ends[at] - 1] == "ة"


def _before_mark(analysis: Analysis, at: int) -> bool:
    keys = analysis.tokens.keys
    return at < len(keys) and (keys[at] in MARKS or keys[at] == "ان")


def _opens(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """«أبو زيد», «فان دايك» open a name; «فإن», «ذو بشرة» do not."""
    tokens = analysis.tokens
    if "إ" in analysis.text[tokens.starts[at] + 1 : tokens.ends[at]] or at + 1 >= len(tokens.keys):
        return False
    after = tokens.keys[at + 1]
    word = lexicon.word(after)
    if after.startswith("ال"):
        return tokens.keys[at] in KINSHIP
    return not lexicon.ordinary(after) if word is None else word.given or word.noun is None


def _nameable(analysis: Analysis, at: int, lexicon: Lexicon) -> bool:
    """Tells whether a token is no word of the language («لو دريان», not «لو كان»)."""
    keys = analysis.tokens.keys
    if at >= len(keys) or not is_word(keys[at]) or is_particle(analysis, at, lexicon):
        return False
    word = lexicon.word(keys[at])
    return not lexicon.ordinary(keys[at]) if word is None else word.given and not word.cut


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
    keys, text, spelled = analysis.tokens.keys, analysis.text, _spellings(lexicon)
    for at in range(first, last):
        printed = text[analysis.tokens.starts[at] : analysis.tokens.ends[at]]
        if keys[at] in HYPHENS:
            continue
        if at == first and (word := lexicon.word(keys[at])) is not None:
            printed = printed[word.cut :]
        pieces.append(spelled[printed])
    return " ".join(pieces)


@lru_cache(maxsize=4)
def _spellings(lexicon: Lexicon) -> Memo[str, str]:
    """Gives the usual spelling of each printed word of a name, worked out when it is asked for."""
    return Memo(partial(_spelled, lexicon), 32_768)


def _plain(printed: str) -> str:
    return "".join(letter for letter in printed if not "\u064b" <= letter <= "\u0652").replace(
        "ـ", ""
    )


def _spelled(lexicon: Lexicon, printed: str) -> str:
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
