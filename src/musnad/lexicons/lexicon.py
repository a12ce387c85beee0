"""The lexicon of one run: built-in files and workspace files behind fast look-ups."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final

from musnad.fold import fold_key
from musnad.lexicons.entries import Demonym, Entry, Noun, Start
from musnad.lexicons.files import builtin, builtin_digest
from musnad.lexicons.form import Row, check_tables, parse_lexicon
from musnad.lexicons.nouns import read_nouns
from musnad.lexicons.ordinary import is_ordinary, read_ordinary
from musnad.lexicons.rows import read_demonyms, read_divisions, read_entries, read_places
from musnad.lexicons.words import Match, Word

PIECES: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
NAME_FILES: Final = ("states", "media", "organisations", "groups", "regions")
PRONOUNS: Final = ("ها", "هم", "هما", "نا", "ه")
CLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
MEMO_LIMIT: Final = 200_000
_CLITICS_BY_LETTER: Final = {
    letter: tuple(each for each in CLITICS if each[:1] in {"", letter}) for letter in "وفبلك"
}
_PRONOUNS_BY_END: Final = {
    letter: tuple(each for each in PRONOUNS if each[-1] == letter) for letter in "اهم"
}

Key = tuple[str, ...]


def split_key(name: str) -> Key:
    """Gives the folded words of a name, punctuation apart, as tokens of a text have them."""
    return tuple(PIECES.findall(fold_key(name)))


@lru_cache(maxsize=16_384)
def _key_of(name: str) -> Key:
    return split_key(name)


class Lexicon:
    """All names and name words known to a run; two with the same `sha256` are equal.

    It never changes; `word` and `ordinary` remember words seen, which changes no answer.
    """

    def __init__(self, tables: Iterable[dict[str, list[Row]]], digest: str) -> None:
        self.sha256 = digest
        self._names: dict[Key, tuple[Entry, ...]] = {}
        self._starts: dict[str, Start] = {}
        self._demonyms: dict[str, Demonym] = {}
        self._memo = _Words(self)
        self._nouns: dict[str, Noun] = read_nouns()
        self._ordinary_stems = read_ordinary()
        self._ordinary: dict[str, bool] = {}
        names = builtin("given_names")
        words = builtin("phrase_words")
        given = (names["given"] + names["foreign"]).split()
        self._given = {fold_key(name): name for name in reversed(given)}
        self._links = _keys(names["links"])
        self.theophoric = _keys(names["theophoric"])
        self.particles = _keys(words["particles"])
        self.adjectives = _keys(words["adjectives"])
        self.field_adjectives = _keys(words["field_adjectives"])
        self.relatives = _keys(words["relatives"])
        self.coordinating = _keys(words["coordinating"])
        self.pointing = _keys(words["pointing"])
        self.emphatic = _keys(words["emphatic"])
        self.news = _keys(words["news"])
        self.issuing = _keys(words["issuing"])
        self.opinion = _keys(words["opinion"])
        self.printing = _keys(words["printing"])
        self.press_products = _keys(words["press_products"])
        self.posts = _keys(words["posts"])
        self.sole_posts = _keys(words["sole"])
        self.former = _keys(words["former"])
        self.naming = _keys(words["naming"])
        self.ranks = _keys(" ".join(builtin("speech")["words"]["rank"]))
        self.latter = _keys(words["latter"])
        self.fusing = _keys(names["fusing"])
        self.plain_names = _keys(names["plain"])
        self.masdar_names = _keys(names["masdars"])
        self.never_verbs = _keys(names["never_verbs"])
        self.deed_names = _keys(names["deeds"])
        self.foreign_names = _keys(names["foreign"]) - _keys(names["given"])
        self._index_names(tables)

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.sha256 == self.sha256

    def word(self, key: str) -> Word | None:
        """Gives what is known about a folded word with attached و ف ب ل ك ال, None if nothing."""
        return self._memo[key]

    def words(self, keys: Sequence[str]) -> list[Word | None]:
        """Gives `word` for each folded word."""
        memo = self._memo
        return [memo[key] for key in keys]

    def ordinary(self, key: str) -> bool:
        """Tells whether an unlisted folded word belongs to the language, not to a name."""
        known = self._ordinary.get(key)
        if known is None:
            if len(self._ordinary) > MEMO_LIMIT:
                self._ordinary.clear()
            known = key not in self._given and is_ordinary(
                key, self._ordinary_stems, self.particles
            )
            self._ordinary[key] = known
        return known

    def match(self, keys: Sequence[str], at: int) -> Match | None:
        """Gives the longest known name that begins at token `at`, None if there is none."""
        word = self.word(keys[at])
        return self.match_word(word, keys, at) if word is not None and word.starts else None

    def match_word(self, word: Word, keys: Sequence[str], at: int) -> Match | None:
        """Gives `match` for a token whose `word` is at hand."""
        start = word.starts
        if start is None:
            return None
        if at + 1 < len(keys) and keys[at + 1] in start.seconds:
            for length in start.lengths:
                name = (start.first, *keys[at + 1 : at + length])
                if name in self._names:
                    return Match(at + len(name), word.cut, self._names[name])
        return Match(at + 1, word.cut, start.alone) if start.alone else None

    def names_clearly(self, word: Word, keys: Sequence[str], at: int) -> bool:
        """Tells whether a known name begins at token `at` that is no common word as well."""
        match = self.match_word(word, keys, at) if word.starts else None
        if match is None:
            return False
        return match.end > at + 1 or not all(entry.needs_head for entry in match.entries)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Gives all that bear this whole name, in any spelling, the most prominent first."""
        return self._names.get(_key_of(name), ())

    def spelling(self, key: str) -> str | None:
        """Gives the usual spelling of a folded given name, None when it is no known one."""
        return self._given.get(key)

    def single_names(self) -> frozenset[str]:
        """Gives the folded names of one word: given names, known names, peoples."""
        single = {key[0] for key in self._names if len(key) == 1}
        return frozenset(single.union(self._given, self._demonyms))

    def all_entries(self) -> Iterator[Entry]:
        """Gives every known name once, in the order of the lexicon."""
        seen = dict.fromkeys(entry for entries in self._names.values() for entry in entries)
        return iter(seen)

    def _index_names(self, tables: Iterable[dict[str, list[Row]]]) -> None:
        grouped: defaultdict[Key, list[Entry]] = defaultdict(list)
        keys = _SharedKeys()
        for table in tables:
            for spelling, entry in read_entries(table):
                _add(grouped[keys.of(spelling)], entry)
            for form, demonym in read_demonyms(table):
                self._demonyms.setdefault(fold_key(form), demonym)
        for spelling, entry in (*read_places(), *read_divisions()):
            _add(grouped[keys.of(spelling)], entry)
        self._names = {key: tuple(entries) for key, entries in grouped.items()}
        self._starts = _starts_of(self._names)
        self._listed = frozenset().union(
            self._nouns, self._demonyms, self._given, self._links, self._starts
        )

    def read_word(self, key: str) -> Word | None:
        """Gives `word`, read anew."""
        for clitics in _CLITICS_BY_LETTER.get(key[:1], ("",)):
            if key.startswith(clitics):
                word = self._read_stem(key, len(clitics), key[len(clitics) :])
                if word is not None:
                    return word
                if clitics.endswith("ل") and key.startswith(clitics + "ل"):
                    word = self._read_stem(key, len(clitics), "ا" + key[len(clitics) :])
                    if word is not None:
                        return word
        return None

    def _read_stem(self, key: str, cut: int, stem: str) -> Word | None:
        definite = len(stem) > 4 and stem.startswith("ال")
        bare = stem[2:] if definite else stem
        if bare not in self._listed and not (definite and stem in self._listed):
            return self._owned(key, cut, stem, definite)
        noun = self._nouns.get(bare) or self._nouns.get(stem)
        if definite and noun is not None and noun.construct:
            noun = None
        demonym = self._demonyms.get(bare)
        given, link = stem in self._given, stem in self._links
        start = self._starts.get(stem)
        if noun is None and demonym is None and not (given or link or start):
            return self._owned(key, cut, stem, definite)
        word = Word(key, stem, cut, definite, noun)
        word.demonym, word.given, word.link, word.starts = demonym, given, link, start
        return word

    def _owned(self, key: str, cut: int, stem: str, definite: bool) -> Word | None:
        noun = self._owned_noun(stem)
        if noun is None:
            return None
        word = Word(key, stem, cut, definite, noun)
        word.owned = True
        return word

    def _owned_noun(self, stem: str) -> Noun | None:
        for pronoun in _PRONOUNS_BY_END.get(stem[-1:], ()):
            if stem.endswith(pronoun) and len(stem) > len(pronoun) + 2:
                bare = stem[: -len(pronoun)]
                noun = self._nouns.get(bare[:-1] + "ه") if bare.endswith("ت") else None
                return noun or self._nouns.get(bare)
        return None


class _Words(dict[str, Word | None]):
    """What the lexicon knows of the words that it was asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, key: str) -> Word | None:
        if len(self) > MEMO_LIMIT:
            self.clear()
        known = self[key] = self.lexicon.read_word(key)
        return known


class _SharedKeys:
    """Makes keys in which a word of many names is kept once."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}

    def of(self, name: str) -> Key:
        return tuple([self._words.setdefault(word, word) for word in split_key(name)])


_NONE = frozenset[str]()


def _starts_of(names: Mapping[Key, tuple[Entry, ...]]) -> dict[str, Start]:
    longer: defaultdict[str, list[Key]] = defaultdict(list)
    for key in names:
        longer[key[0]] += [key] if len(key) > 1 else []
    return {
        first: Start(
            first,
            names.get((first,), ()),
            tuple(sorted({len(key) for key in keys}, reverse=True)),
            frozenset(key[1] for key in keys) if keys else _NONE,
        )
        for first, keys in longer.items()
    }


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(fold_key, words.split()))


def _add(entries: list[Entry], entry: Entry) -> None:
    if entry not in entries:
        entries.append(entry)


@lru_cache(maxsize=16)
def load_lexicon(extra: tuple[str, ...] = ()) -> Lexicon:
    """Gives the built-in lexicon with the workspace texts before it.

    Raises `MusnadError` M-007 when a text has not the form of a lexicon.
    """
    tables = [parse_lexicon(text, f"lexicon {n}") for n, text in enumerate(extra, 1)]
    tables += [check_tables(builtin(name), f"{name}.toml") for name in NAME_FILES]
    return Lexicon(tables, _digest(extra))


def _digest(extra: tuple[str, ...]) -> str:
    digest = sha256(builtin_digest())
    for text in extra:
        digest.update(b"\x1f" + text.encode())
    return digest.hexdigest()
