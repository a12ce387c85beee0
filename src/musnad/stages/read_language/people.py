"""The named people of an article, found by any shorter name, and which of them holds a post."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from musnad.lexicons import Lexicon
from musnad.lexicons.verbs import verb_table
from musnad.stages.read_language.affiliations import find_country
from musnad.stages.read_language.mentions_begin import is_verb
from musnad.stages.read_language.mentions_scan import Found
from musnad.text.analysis import Analysis
from musnad.text.names import is_word

COMMAS = frozenset("،,")
WITH_OBJECT = frozenset(("obj", "who-bi", "who-min", "who-ila", "accuses", "acc2"))
FAR = 5
"""A verb that many tokens before a name may be the one whose subject it is."""
NO_WORDS = frozenset[str]()
MOST_WORDS = 12
"""A part of a name with more words than this means nobody; endless names stay cheap."""


class Post:
    """A post as it was said of somebody: its words, and those of them that call its holder."""

    __slots__ = ("calls", "words")

    def __init__(self, words: frozenset[str], calls: frozenset[str]) -> None:
        self.words = words
        self.calls = calls


class Person:
    """A person of the article while it is being linked.

    `words` are those of the name, `usual` the same in the article's usual spelling.
    """

    __slots__ = ("country", "name", "posts", "usual", "words")

    def __init__(self, words: tuple[str, ...], usual: tuple[str, ...], name: str) -> None:
        self.words = words
        self.usual = usual
        self.name = name
        self.posts: list[Post] = []
        self.country: str | None = None

    @property
    def office(self) -> frozenset[str]:
        """Gives the words of all posts."""
        return NO_WORDS.union(*[post.words for post in self.posts])


class People:
    """The named people of an article, longest names first, found by any shorter form."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._parts: dict[tuple[str, ...], int] = {}
        self._ends: dict[tuple[str, ...], int] = {}

    def add(self, person: Person) -> None:
        """Takes a person whose name is no longer than those before."""
        place, words = len(self.all), person.usual
        self.all.append(person)
        self._parts.setdefault(words, place)
        for length in range(1, min(len(words), MOST_WORDS + 1)):
            self._parts.setdefault(words[:length], place)
            self._parts.setdefault(words[-length:], place)
        self._ends.setdefault(words[:1] + words[-1:], place)

    def find(self, words: tuple[str, ...]) -> Person | None:
        """Gives the first person of this name, its end («بوتين»), its start, or its two ends."""
        places = [self._parts[words]] if words in self._parts else []
        if len(words) > 1:
            place = self._ends.get(words[:1] + words[-1:])
            if place is not None and len(self.all[place].usual) > len(words):
                places.append(place)
        return self.all[min(places)] if places else None

    def holder(self, post: Found, recent: Sequence[Person], lexicon: Lexicon) -> Person | None:
        """Gives who holds a post that stands alone, None where nobody is known to.

        Among those named before the last one of exactly this post counts first, then the last
        whose post is the same in more words; «الأخير» is the last one named.
        """
        asked, named = Post(post.office, post.calls), recent[::-1]
        if not asked.words:
            return next(iter(named), None)
        if post.anaphoric:
            return _first(named, lambda held: _within(asked, held))

        def shortened(held: Post) -> bool:
            return _within(asked, held) and lexicon.former.isdisjoint(held.words - asked.words)

        def told_in_fewer(held: Post) -> bool:
            more = asked.words - held.words
            return len(held.words) > 1 and _within(held, asked) and lexicon.former.isdisjoint(more)

        for persons in (named, self.all):
            found = _first(persons, lambda held: held.words == asked.words)
            found = found or _first(persons, shortened)
            if found is not None:
                return found
        return _first([one for one in recent if post.country in {None, one.country}], told_in_fewer)


def _first(persons: Sequence[Person], fits: Callable[[Post], bool]) -> Person | None:
    for one in persons:
        for post in one.posts:
            if fits(post):
                return one
    return None


def _within(one: Post, other: Post) -> bool:
    """«وزير العدل» is within «وزير العدل المرسوي», not within «نجل وزير العدل»."""
    return one.words <= other.words and not one.calls.isdisjoint(other.calls)


def with_apposed(found: Sequence[Found], analysis: Analysis, lexicon: Lexicon) -> list[Found]:
    """Gives the mentions, and named persons again with the post that stands right after the name.

    A post that one holds at a time is nobody else's: «طالب سامر الحداد، وزير الموانئ بتعويض».
    """
    held: dict[frozenset[str], str] = {}
    told: list[Found] = []
    for at, each in enumerate(found):
        told.append(each)
        if each.type != "person" or each.holds:
            continue
        surname = each.name.split()[-1]
        held.setdefault(each.office, surname)
        after = found[at + 1] if at + 1 < len(found) else None
        if after is not None and _apposed(each, after, analysis, lexicon):
            sole = len(after.office) > 1 and not after.calls.isdisjoint(lexicon.sole_posts)
            if not sole or held.setdefault(after.office, surname) == surname:
                told.append(replace(each, office=after.office, calls=after.calls))
    return told


def _apposed(named: Found, post: Found, analysis: Analysis, lexicon: Lexicon) -> bool:
    """Tells whether a post says what the person named right before it is.

    Not who meets whom: «استقبل سامر الحداد رئيس الوزراء», «وصف الرئيس الحداد الرئيس الروسي».
    """
    if not post.holds or not post.office or post.cut:
        return False
    keys = analysis.tokens.keys
    comma = named.last < post.first and keys[named.last] in COMMAS
    if post.first != named.last + comma or _of_other_nation(named, post, lexicon):
        return False
    definite = post.name.startswith("ال")
    if len(named.office) > 1 and (definite or not comma):
        return False
    if comma:
        return True
    if definite:
        return not named.office and not (post.country and _takes_object(keys, named.first))
    whole = named.last - named.first > 1
    return whole and (_is_titled(named, lexicon) or not _takes_object(keys, named.first))


def _of_other_nation(named: Found, post: Found, lexicon: Lexicon) -> bool:
    nations = find_country(named.office, lexicon), post.country
    return None not in nations and nations[0] != nations[1]


def _is_titled(named: Found, lexicon: Lexicon) -> bool:
    """«الدكتور», «اللواء» before a name, and no post."""
    words = [lexicon.word(each) for each in named.office]
    return (
        bool(words)
        and all(
            word is not None and word.noun is not None and "title" in word.noun.classes
            for word in words
        )
        and named.calls.isdisjoint(lexicon.sole_posts)
    )


def _takes_object(keys: Sequence[str], first: int) -> bool:
    """Tells whether a verb shortly before a name may have somebody as its object."""
    for at in range(first - 1, max(first - FAR, -1), -1):
        if not is_word(keys[at]):
            return False
        if is_verb(keys[at]):
            said = verb_table().get(keys[at]) or verb_table().get(keys[at][1:], ())
            return not said or any(verb.frames & WITH_OBJECT for verb in said)
    return False
