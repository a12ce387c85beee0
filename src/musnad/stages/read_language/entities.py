"""Mentions become entities: short names join long ones, posts their holders, nouns their names."""

from collections.abc import Iterable
from functools import lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Entry, Lexicon
from musnad.model.ids import span_identity
from musnad.model.records import Article, Entity, EntityType, Mention
from musnad.model.spans import span_text
from musnad.stages.read_language.affiliations import find_country, find_sector
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.stages.read_language.people import People, Person, Post, with_apposed
from musnad.stages.read_language.places import PlaceFinder
from musnad.stages.read_language.spellings import usual_spellings
from musnad.text.analysis import Analysis
from musnad.text.memo import remembered
from musnad.text.name_keys import entity_id, folded_words
from musnad.text.romanise import in_latin_letters

MEDIA_NOUNS = {
    "agency": "وكالة", "paper": "صحيفة", "channel": "قناة", "site": "موقع", "radio": "إذاعة",
}  # fmt: skip
NO_WORDS = frozenset[str]()
Target = tuple[EntityType, str, str | None]
Placed = tuple[Found, str, EntityType, str, str | None]
"""A mention, the id of the entity that it means, and what that is."""


def link_mentions(
    article: Article, found: Iterable[Found], scan: Scan
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Gives the entities of the article, each once, and its mentions in text order."""
    found, analysis, lexicon = tuple(found), scan.analysis, scan.lexicon
    usual = usual_spellings(found)
    people = _collect_people(with_apposed(found, analysis, lexicon), usual, lexicon)
    known = {
        person.words[-1]: person
        for person in people.all
        if _can_stand_alone(person.words[-1], lexicon)
        and (len(person.words) > 1 or _is_unlisted(person.words[0], lexicon))
    }
    surnames = _surnames(found, known, analysis, lexicon)
    named = {each.first for each in surnames}
    rest = (each for each in found if each.first not in named)
    everything = sorted((*rest, *surnames), key=lambda each: each.first)
    linker = _Linker(people, usual, lexicon)
    placed: list[Placed] = []
    for each in everything:
        target = linker.target(each)
        if target is not None:
            kind, name, country = target
            placed.append((each, entity_id(kind, name), kind, name, country))
    finder = PlaceFinder(article, found, scan)
    return _entities(placed, finder), _mentions(article, placed, analysis)


def _can_stand_alone(surname: str, lexicon: Lexicon) -> bool:
    """Tells whether the last word of a name would mean the person when it stands alone."""
    if surname in lexicon.particles or surname in lexicon.adjectives or surname == "علي":
        return False
    word = lexicon.word(surname)
    if word is None or word.given:
        return True
    calling = word.noun is None or (word.definite and "office" in word.noun.classes)
    return calling and not word.starts and surname not in lexicon.posts


def _is_unlisted(word: str, lexicon: Lexicon) -> bool:
    """Tells whether the only word of a name is no word of the language («القبطان الصاري»)."""
    return lexicon.word(word) is None and not lexicon.ordinary(word)


def _in_usual(words: tuple[str, ...], usual: dict[str, str]) -> tuple[str, ...]:
    return tuple([usual.get(word, word) for word in words]) if usual else words


def _collect_people(found: Iterable[Found], usual: dict[str, str], lexicon: Lexicon) -> People:
    """Gives each named person once, under the longest name, with all posts said of them.

    Of names equally long one in the usual spelling counts before others.
    """
    named = [each for each in found if each.type == "person" and not each.holds]
    spelled = [(words := folded_words(each.name), _in_usual(words, usual), each) for each in named]
    people = People()
    for words, common, each in sorted(spelled, key=lambda row: (-len(row[0]), row[0] != row[1])):
        person = people.find(common)
        if person is None:
            person = Person(words, common, each.name)
            people.add(person)
        if each.office:
            person.posts.append(Post(each.office, each.calls))
    for person in people.all:
        person.country = find_country(person.office, lexicon)
    return people


def _surnames(
    found: tuple[Found, ...], known: dict[str, Person], analysis: Analysis, lexicon: Lexicon
) -> list[Found]:
    """Gives the words outside other mentions that repeat the last part of a full name."""
    if not known:
        return []
    written = {
        clitic + surname: (len(clitic), person.name)
        for surname, person in known.items()
        for clitic in ("و", "ف", "ب", "ل", "ك", "")
    }
    for surname, person in known.items():
        if len(person.words) > 1 and person.words[-2] in lexicon.fusing:
            written[person.words[-2] + surname] = (0, person.name)
    repeats = [at for at, key in enumerate(analysis.tokens.keys) if key in written]
    firm = (each for each in found if not (each.holds and each.anaphoric))
    taken = {at for each in firm for at in range(each.first, each.last)}
    return [
        Found("person", at, at + 1, *written[analysis.tokens.keys[at]], "mentions.surname")
        for at in repeats
        if at not in taken
    ]


class _Linker:
    """Finds whom each mention means, in text order, from what was named before."""

    def __init__(self, people: People, usual: dict[str, str], lexicon: Lexicon) -> None:
        self.people = people
        self.usual = usual
        self.lexicon = lexicon
        self.recent: list[Person] = []
        self.heads: dict[str, Target] = {}

    def target(self, each: Found) -> Target | None:
        if each.type == "person":
            return self._person(each)
        if each.anaphoric:
            meant = self._repeated(each)
            if meant is not None or each.made_by == "mentions.nominal":
                return meant
        target = each.type, each.name, each.country
        for head in _heads(each):
            self.heads[head] = target
        return target

    def _repeated(self, each: Found) -> Target | None:
        """Gives the last body of this head noun, unless another nation is said of it."""
        meant = self.heads.get(each.head or "")
        if meant is None or None in (meant[2], each.country) or meant[2] == each.country:
            return meant
        return None

    def _person(self, each: Found) -> Target | None:
        if each.holds:
            holder = self.people.holder(each, self.recent, self.lexicon)
            if holder is None and each.anaphoric:
                return None
            if holder is None:
                country = each.country or find_country(each.office, self.lexicon)
                return "person", each.name, country
            return "person", holder.name, holder.country
        person = self.people.find(_in_usual(folded_words(each.name), self.usual))
        if person is None:
            return None
        self.recent = [one for one in self.recent if one is not person] + [person]
        return "person", person.name, person.country


def _heads(each: Found) -> list[str]:
    """Gives the nouns that may repeat a body: its own, its medium's kind, its fuller names'."""
    heads = [each.head] if each.head is not None else []
    if each.entry is not None:
        if each.entry.kind in MEDIA_NOUNS:
            heads.append(MEDIA_NOUNS[each.entry.kind])
        heads += _first_words(each.entry.name, each.entry.aliases)
    return heads


@lru_cache(maxsize=4096)
def _first_words(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.split()[0] for each in (name, *aliases) if " " in each))


def _printed(each: Found, analysis: Analysis) -> tuple[int, int]:
    start = analysis.tokens.starts[each.first] + each.cut
    return start, analysis.tokens.ends[each.last - 1]


def _mentions(
    article: Article,
    placed: list[Placed],
    analysis: Analysis,
) -> tuple[Mention, ...]:
    mentions = []
    mention_id = span_identity("mention", article.id)
    for each, entity, kind, _, _ in placed:
        start, end = _printed(each, analysis)
        mentions.append(
            Mention(
                id=mention_id(start, end),
                start=start,
                end=end,
                text=span_text(article.text, start, end),
                type=kind,
                entity=entity,
                made_by=each.made_by,
            )
        )
    return tuple(mentions)


def _entities(placed: list[Placed], finder: PlaceFinder) -> tuple[Entity, ...]:
    grouped: dict[str, list[Placed]] = {}
    for row in placed:
        grouped.setdefault(row[1], []).append(row)
    return tuple([_entity(key, rows, finder) for key, rows in grouped.items()])


def _entity(key: str, rows: list[Placed], finder: PlaceFinder) -> Entity:
    _, _, kind, name, _ = rows[0]
    place = entry = country = None
    for each, _, _, _, code in rows:
        entry = each.entry if entry is None else entry
        country = code if country is None else country
    if kind == "place":
        entry, place = finder.find([row[0] for row in rows])
        country = place.country
    return Entity(
        id=key,
        type=kind,
        name=name,
        name_en=entry.name_en if entry is not None else None,
        aliases=_aliases(name, rows, finder.analysis),
        country=country,
        sector=_sector(kind, name, rows, entry),
        romanised=in_latin_letters(name),
        place=place,
    )


def _sector(kind: EntityType, name: str, rows: list[Placed], entry: Entry | None) -> str | None:
    """Gives the sector that the lexicon knows, else what post or name tell."""
    if entry is not None:
        return entry.sector
    if kind == "person":
        return find_sector(NO_WORDS.union(*[row[0].office for row in rows]))
    if kind == "organisation":
        return _sector_of_body(name)
    return None


@remembered(8192)
def _sector_of_body(name: str) -> str | None:
    words = fold_key(name).split()
    return find_sector(frozenset(word.removeprefix("ال") for word in words))


def _aliases(name: str, rows: list[Placed], analysis: Analysis) -> tuple[str, ...]:
    printed: dict[str, None] = {}
    for each, *_ in rows:
        if each.made_by in {"mentions.nominal", "mentions.post"}:
            continue
        start, end = _printed(each, analysis)
        text = analysis.text[start:end]
        if text != name and (text := " ".join(text.split())) != name:
            printed[text] = None
    return tuple(printed)
