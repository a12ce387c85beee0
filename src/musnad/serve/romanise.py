"""Arabic names in Latin letters: press style, readable, not reversible."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from musnad.fold import fold_key
from musnad.lexicons import builtin

Kind = Literal["name", "title", "noun", "tail", "adjective", "link", "mark"]
UNREADABLE = "unnamed"

_PIECE = re.compile(
    r"[^\W\d_][^\W\d_\u064b-\u0652\u0670]*(?:[\u064b-\u0652\u0670\u0640]+\w*)*|\d+|\S"
)
_MARKS = re.compile(
    r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e]"
)
_LATIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'.-]*")
_HEADS: tuple[tuple[str, Kind], ...] = (("titles", "title"), ("nouns", "noun"), ("tails", "tail"))
_VOWELS = frozenset("aeiou")
_LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A word of the name in English or Latin letters, with the part it plays."""

    text: str
    kind: Kind
    definite: bool = False


@lru_cache(maxsize=8192)
def romanise(name: str) -> str:
    """Gives a name in Latin letters only; what cannot be read at all becomes "unnamed"."""
    words = [_plain(piece) for piece in _PIECE.findall(_MARKS.sub("", name))]
    items = _items([word for word in words if word])
    parts: list[str] = []
    phrase: list[Item] = []
    for item in items:
        if item.kind in {"link", "mark"}:
            parts += [_arranged(phrase), item.text]
            phrase = []
        else:
            phrase.append(item)
    text = " ".join(part for part in (*parts, _arranged(phrase)) if part)
    text = re.sub(r"\s+([,.;:)])", r"\1", text).strip(" ,;:")
    return text[:1].upper() + text[1:] if _starts_upper(items) else text or UNREADABLE


def _starts_upper(items: list[Item]) -> bool:
    return bool(items) and items[0].kind in {"noun", "title"}


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip("«»“”\"'()[]‹›")


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables = builtin("romanisation")
    folded = {
        kind: {fold_key(key): text for key, text in tables[kind].items()}
        for kind in ("phrases", "names", "titles", "nouns", "tails", "adjectives", "links")
    }
    return {**folded, "letters": tables["letters"]}


def _items(words: list[str]) -> list[Item]:
    items: list[Item] = []
    words = [part for word in words for part in _unjoined(word)]
    place = 0
    while place < len(words):
        length, item = _phrase_at(words, place)
        items.append(item or _item(words[place], items))
        place += length
    return items


def _unjoined(word: str) -> tuple[str, ...]:
    """«والبيئة» is two words, and so is «للبيئة» unless it is listed whole."""
    if fold_key(word) in _tables()["phrases"] or len(word) < 5:
        return (word,)
    if word.startswith("وال"):
        return ("و", word[1:])
    return ("لشؤون", f"ال{word[2:]}") if word.startswith("لل") else (word,)


def _phrase_at(words: list[str], place: int) -> tuple[int, Item | None]:
    phrases = _tables()["phrases"]
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
        key = fold_key(" ".join(words[place : place + length]))
        if key in phrases:
            return length, Item(phrases[key], _phrase_kind(key, phrases[key]), definite=True)
    return 1, None


def _phrase_kind(key: str, text: str) -> Kind:
    if not text[0].isupper():
        return "adjective"
    head = key.split(maxsplit=1)[0].removeprefix("ال")
    return next((kind for table, kind in _HEADS[:2] if head in _tables()[table]), "name")


def _item(word: str, before: list[Item]) -> Item:
    if word.isascii() or word.isdigit():
        latin = "".join(_LATIN_WORD.findall(word))
        mark = {"،": ",", "؛": ";"}.get(word, word if word in ",;:-/" else "")
        return Item(latin, "name") if latin else Item(mark, "mark")
    if word in "،؛":
        return Item(",", "mark")
    if not any(letter.isalpha() for letter in word):
        return Item("", "mark")
    return _known(word) or _unknown(word, before)


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
    common = stem in tables["adjectives"] or stem in tables["nouns"] or stem in tables["titles"]
    if stem in tables["names"] and not (definite and common):
        text = tables["names"][stem]
        return Item(f"al-{text}" if definite else text, "name", definite)
    for table, kind in _HEADS:
        if stem in tables[table]:
            return Item(tables[table][stem], kind, definite)
    adjective = tables["adjectives"].get(stem) or tables["adjectives"].get(stem.removesuffix("ه"))
    return Item(adjective, "adjective", definite) if adjective else None


def _unknown(word: str, before: list[Item]) -> Item:
    definite = word.startswith("ال") and len(word) > 3
    stem = word[2:] if definite else word
    text = _spelled(stem)
    last = before[-1] if before else None
    relating = stem.endswith(("ي", "ية")) and last is not None
    if relating and last and last.kind in {"noun", "tail", "adjective"}:
        return Item(text.capitalize(), "adjective", definite)
    return Item(f"al-{text.capitalize()}" if definite else text.capitalize(), "name", definite)


def _arranged(items: list[Item]) -> str:
    """English order: adjectives first, then "X of Y", then names; a tail comes last."""
    if not items:
        return ""
    if items[0].kind == "tail":
        rest = items[1:]
        if all(item.kind == "adjective" for item in rest):
            rest = rest[::-1]
        return " ".join(item.text for item in (*rest, items[0]))
    nouns, rest = _leading(items)
    front = [item.text for item in nouns if item.kind == "adjective"][::-1]
    heads = [item for item in nouns if item.kind != "adjective"]
    joined = " of ".join(item.text for item in heads)
    tail = [item.text for item in rest]
    glue = ["of"] if _takes_of(heads, nouns, rest) else []
    return " ".join([*front, *([joined] if joined else []), *glue, *tail])


def _leading(items: list[Item]) -> tuple[list[Item], list[Item]]:
    for place, item in enumerate(items):
        if item.kind not in {"noun", "title", "adjective"}:
            return items[:place], items[place:]
    return items, []


def _takes_of(heads: list[Item], leading: list[Item], rest: list[Item]) -> bool:
    """«ميناء الصفا» is "Port of al-Safa"; «الوزير نادر» and «وزير الموانئ نادر» are not."""
    bare = bool(heads) and len(heads) == len(leading) and not heads[-1].definite
    return bool(bare and rest and (rest[0].definite or heads[-1].kind == "noun"))


def _spelled(word: str) -> str:
    letters = _tables()["letters"]
    sounds: list[str] = []
    for place, letter in enumerate(word):
        sound = letters.get(letter) or letters.get(fold_key(letter), "")
        if letter in "ويىی":
            sound = _glide(word, place, sound)
        elif letter == "ع" and place and sounds and sounds[-1][-1:] in _VOWELS:
            sound = ""
        if sound:
            sounds.append(sound)
    return _vowelled(sounds) or UNREADABLE


def _glide(word: str, place: int, sound: str) -> str:
    """Gives و and ي as consonants at the start and before an alef, else as long vowels."""
    if sound not in {"w", "y"}:
        return sound
    after = word[place + 1 : place + 2]
    before = word[place - 1 : place]
    if place == 0 or after in tuple("اأآىةوي") or (before in tuple("اأآ") and after):
        return sound
    return "ou" if sound == "w" else "i"


def _vowelled(sounds: list[str]) -> str:
    made = ""
    for place, sound in enumerate(sounds):
        after = sounds[place + 1] if place + 1 < len(sounds) else ""
        beyond = sounds[place + 2] if place + 2 < len(sounds) else ""
        open_before = bool(made) and made[-1] in _VOWELS
        if made and sound[0] == made[-1] and sound in {"a", "i"}:
            continue
        made += sound
        if sound[0] in _VOWELS or not after or after[0] in _VOWELS:
            continue
        if not (open_before and beyond and beyond[0] in _VOWELS):
            made += "a"
    return made
