"""Arabic names and source phrases in English or Latin letters: press style, not reversible."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain

from msgspec.structs import replace

from musnad.fold import fold_key
from musnad.lexicons.files import builtin
from musnad.lexicons.lexicon import NAME_FILES
from musnad.lexicons.rows import read_entries, read_places
from musnad.text.english import Item, Kind, arranged, sentence
from musnad.text.letters import UNREADABLE, spelled
from musnad.text.memo import remembered

__all__ = ["UNREADABLE", "romanise"]

_PIECE = re.compile(
    r"[^\W\d_][^\W\d_\u064b-\u0652\u0670]*(?:[\u064b-\u0652\u0670\u0640]+\w*)*|\d+|\S"
)
_MARKS = re.compile(
    r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e]"
)
_LETTERS_ALONE = re.compile("[ء-غف-ي ]+")
_LATIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'.-]*")
_HEADS: tuple[tuple[str, Kind], ...] = (("titles", "title"), ("nouns", "noun"), ("tails", "tail"))
_TABLES = (
    "phrases",
    "names",
    "titles",
    "nouns",
    "tails",
    "adjectives",
    "links",
    "openers",
    "particles",
)
_PREFIXES = ("و", "ب", "ل")
_ENDINGS = ("ون", "ين", "ات", "تان", "تين", "ان", "ه")
_LONGEST_PHRASE = 6
_NAMES_AFTER = 3
_TIMES_KNOWN = 2
_FUTURE_VERB = re.compile(r"س[يتن]\w{3,}")
_BEFORE_PLACES = ("in", "from", "near", "close to", "survivors of", "member of")


@remembered(32_768)
def romanise(name: str) -> str:
    """Gives a name or source phrase in English word order, else in Latin letters throughout.

    A phrase of which less than two thirds are known is spelled whole; what cannot be read at all
    becomes "unnamed".
    """
    words = [part for word in _words(name) for part in _unjoined(word)]
    items = _items(words)
    if _mostly_unknown(items):
        pairs = zip(words, [*words[1:], ""], strict=True)
        return sentence(" ".join(_spelled_whole(word, after) for word, after in pairs))
    return sentence(arranged(items))


@remembered(32_768)
def in_latin_letters(name: str) -> str:
    """Gives a name in Latin letters as it sounds, nothing translated: "Lajnat al-Tahqiq"."""
    words = name.split() if _LETTERS_ALONE.fullmatch(name) else _words(name)
    spelled_words: list[str] = []
    place = 0
    while place < len(words):
        word, after = words[place], words[place + 1] if place + 1 < len(words) else ""
        joined = _joined_name(word, after)
        spelled_words.append(joined or _sound(word, "ال" if after.startswith("ال") else ""))
        place += 2 if joined else 1
    return sentence(" ".join(spelled_words))


def _words(name: str) -> list[str]:
    words = (_plain(piece) for piece in _PIECE.findall(_MARKS.sub("", name)))
    return [word for word in words if word]


def _joined_name(word: str, after: str) -> str | None:
    """Gives «عبد الله» and the like as one name."""
    if word != "عبد" and after not in {"الله", "الدين"}:
        return None
    return _tables()["phrases"].get(fold_key(f"{word} {after}"))


@lru_cache(maxsize=32768)
def _sound(word: str, after: str) -> str:
    return _spelled_whole(word, after)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip("«»“”\"'()[]‹›")


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables = builtin("romanisation")
    folded = {kind: {fold_key(key): text for key, text in tables[kind].items()} for kind in _TABLES}
    for state in builtin("states")["state"]:
        english = state.get("demonym_en") or state.get("name_en")
        if english and state.get("demonym"):
            folded["adjectives"].setdefault(fold_key(state["demonym"]), english)
    return folded


@cache
def _named() -> frozenset[str]:
    return frozenset(map(fold_key, builtin("romanisation")["named"]["before"]))


@cache
def _lexicon_names() -> dict[str, str]:
    """English names of places, media and organisations; the first, better known, counts."""
    names: dict[str, str] = {}
    listed = (read_entries(builtin(file)) for file in NAME_FILES)
    for name, entry in (*chain.from_iterable(listed), *read_places()):
        if entry.name_en and entry.name_en.isascii():
            names.setdefault(fold_key(name), entry.name_en)
    return names


def _mostly_unknown(items: list[Item]) -> bool:
    """What is unknown is no name when it stands where a name is not expected."""
    known, unknown, free = 0, 0, 0
    for item in items:
        if item.kind in {"link", "mark"}:
            free = _NAMES_AFTER if item.text.endswith(_BEFORE_PLACES) else 0
        elif not item.known and _FUTURE_VERB.fullmatch(item.key):
            return True
        elif item.known:
            known += item.words
            free = _NAMES_AFTER if item.takes_name or item.kind == "name" else 0
        elif free:
            free -= 1
        else:
            unknown += item.kind != "adjective"
    return known <= _TIMES_KNOWN * unknown and bool(unknown)


# --- words to items ------------------------------------------------------------------------


def _items(words: list[str]) -> list[Item]:
    items: list[Item] = []
    place = 0
    while place < len(words):
        length, item = _phrase_at(words, place, items)
        items.append(item or _item(words[place], items))
        place += length
    return items


def _unjoined(word: str) -> tuple[str, ...]:
    """«والبيئة» is two words, and so is «للبيئة» unless it is listed whole."""
    key = fold_key(word)
    if key in _tables()["phrases"] or len(word) < 4 or _known(word) or key in _lexicon_names():
        return (word,)
    if word.startswith("لل"):
        return ("ل", f"ال{word[2:]}")
    if word[0] in _PREFIXES and (word[1:3] == "ال" or _listed_whole(word[1:])):
        return (word[0], *_unjoined(word[1:]))
    return (word,)


def _listed_whole(word: str) -> bool:
    return _known(word) is not None or fold_key(word) in _lexicon_names()


@cache
def _phrase_lengths() -> dict[str, int]:
    """Gives for each folded word how many words a phrase or name that it begins has at most."""
    lengths: dict[str, int] = {}
    for key in (*_tables()["phrases"], *_tables()["openers"], *_lexicon_names()):
        first, *rest = key.split() or [""]
        lengths[first] = max(lengths.get(first, 0), min(len(rest) + 1, _LONGEST_PHRASE))
    return lengths


def _phrase_at(words: list[str], place: int, before: list[Item]) -> tuple[int, Item | None]:
    tables = _tables()
    longest = _phrase_lengths().get(fold_key(words[place]), 0)
    for length in range(min(longest, len(words) - place), 0, -1):
        key = fold_key(" ".join(words[place : place + length]))
        if key in tables["phrases"]:
            return length, _phrase(key, tables["phrases"][key], length)
        if key in tables["openers"] and place + length < len(words):
            return length, Item(tables["openers"][key], "link", words=length)
        known = _lexicon_names().get(key)
        if known and (length > 1 or _may_be_place(words[place], before)):
            return length, Item(known, "name", definite=True, words=length)
    return 1, None


def _may_be_place(word: str, before: list[Item]) -> bool:
    """A single word names a place when it is no other known word, nor after a person's name."""
    return _known(word) is None and not (before and before[-1].kind == "name")


def _phrase(key: str, text: str, length: int) -> Item:
    kind: Kind = "adjective" if text == UNREADABLE else "name"
    head = key.split(maxsplit=1)[0].removeprefix("ال")
    if kind == "name" or not text[0].isupper():
        kind = next((one for table, one in _HEADS[:2] if head in _tables()[table]), kind)
    takes_name = kind == "title"
    definite = kind == "name" or any(word.startswith("ال") for word in key.split())
    return Item(text, kind, definite, words=length, takes_name=takes_name, key=head)


def _item(word: str, before: list[Item]) -> Item:
    if word.isascii() or word.isdigit():
        latin = "".join(_LATIN_WORD.findall(word))
        mark = {"،": ",", "؛": ";"}.get(word, word if word in ",;:-/" else "")
        return Item(latin, "name") if latin else Item(mark, "mark")
    if word in "،؛":
        return Item(",", "mark")
    if not any(letter.isalpha() for letter in word):
        return Item("", "mark")
    if fold_key(word) == "باسم" and not before:
        return Item("Bassem", "name")
    described = bool(before) and before[-1].kind in {"noun", "title", "adjective"}
    found = (_adjective(word) if described else None) or _known(word) or _unknown(word, before)
    return _family_name(word) if found.kind == "adjective" and _ends_person(before) else found


def _ends_person(before: list[Item]) -> bool:
    """After a person's name «المرفئي» is no adjective but the family's name."""
    phrase: list[Item] = []
    for item in before:
        phrase = [] if item.kind in {"link", "mark"} else [*phrase, item]
    named = bool(phrase) and phrase[-1].kind == "name" and phrase[-1].words == 1
    return named and all(item.kind in {"name", "title"} for item in phrase)


def _family_name(word: str) -> Item:
    definite = word.startswith("ال")
    return replace(_name(spelled(word[2:] if definite else word), definite), known=True)


def _adjective(word: str) -> Item | None:
    """After a noun «دبلوماسية» describes it; «المالية» is a noun of its own."""
    key = fold_key(word).removeprefix("ال")
    if key in _tables()["nouns"] or not _adjective_stems(key):
        return None
    text = _tables()["adjectives"][_adjective_stems(key)[0]]
    return Item(text, "adjective", word.startswith("ال"), key=key)


@remembered(4096)
def _known(word: str) -> Item | None:
    tables, key = _tables(), fold_key(word)
    if key in tables["links"]:
        return Item(tables["links"][key], "link")
    stem = key.removeprefix("ال")
    definite = stem != key and len(stem) > 1
    for shape in (key, stem) if definite else (key,):
        if item := _listed(shape, definite):
            return item
    return None


def _listed(stem: str, definite: bool) -> Item | None:
    tables = _tables()
    if stem in tables["names"] and not (definite and _is_common(stem)):
        text = tables["names"][stem]
        return Item(f"al-{text}" if definite else text, "name", definite)
    for table, kind in _HEADS:
        if stem in tables[table]:
            takes_name = kind != "noun" or stem in _named()
            return Item(tables[table][stem], kind, definite, takes_name=takes_name, key=stem)
    adjective = next((tables["adjectives"][one] for one in _adjective_stems(stem)), None)
    return Item(adjective, "adjective", definite, key=stem) if adjective else None


def _is_common(stem: str) -> bool:
    return any(stem in _tables()[table] for table in ("adjectives", "nouns", "titles"))


def _adjective_stems(stem: str) -> list[str]:
    bare = [stem.removesuffix(ending) for ending in _ENDINGS if stem.endswith(ending)]
    return [one for one in (stem, *bare) if one in _tables()["adjectives"]]


def _unknown(word: str, before: list[Item]) -> Item:
    definite = word.startswith("ال") and len(word) > 3
    text = spelled(word[2:] if definite else word)
    last = before[-1] if before else None
    relating = word.endswith(("ي", "ية")) and last is not None
    if relating and last and last.kind in {"noun", "tail", "adjective"}:
        return Item(text.capitalize(), "adjective", definite, known=False, key=fold_key(word))
    return _name(text, definite, fold_key(word))


def _name(text: str, definite: bool, key: str = "") -> Item:
    text = text.capitalize()
    return Item(f"al-{text}" if definite else text, "name", definite, known=False, key=key)


def _spelled_whole(word: str, after: str) -> str:
    """«لجنة التحقيق» is spelled with the t that is heard: "Lajnat al-Tahqiq"."""
    if sound := _tables()["particles"].get(fold_key(word)):
        return sound
    item = _item(word, [])
    if item.kind in {"name", "mark"}:
        return item.text
    definite = word.startswith("ال") and len(word) > 3
    heard = "t" if word.endswith("ة") and after.startswith("ال") and not definite else ""
    return _name(spelled(word[2:] if definite else word) + heard, definite).text
