"""What the finders of mentions share: the words of an article and the candidates found."""

from functools import cache
from operator import attrgetter

from msgspec import Struct

from musnad.fold import fold_key
from musnad.lexicons import Entry, Lexicon, Word, builtin
from musnad.lexicons.verbs import verb_table
from musnad.model.records import EntityType
from musnad.stages.read_language.vocabulary import Seen, vocabulary
from musnad.text.analysis import Analysis
from musnad.text.names import is_particle, is_word, plain_words
from musnad.text.verbs import sure_verbs

QUOTES = {"«": "»", '"': '"', "“": "”", "(": ")", "‹": "›", "‘": "’"}


class Found(Struct, frozen=True):
    """A mention before it is linked: tokens `first` to `last`, its first `cut` letters clitics.

    `office` are the folded words of the post that stands with a person, `calls` those of them that
    call its holder («وزير», not «عدل»); `holds` is true when the mention is the post alone. `head`
    is the noun that a later «الوزارة» would repeat.
    """

    type: EntityType
    first: int
    last: int
    cut: int
    name: str
    made_by: str
    entry: Entry | None = None
    office: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    holds: bool = False
    anaphoric: bool = False
    head: str | None = None
    country: str | None = None


class Scan(Struct, frozen=True):
    """An article's tokens with what the lexicon knows of each.

    `dotted`: the article writes «على» without dots, so its «علي» is a name.
    """

    analysis: Analysis
    lexicon: Lexicon
    keys: list[str]
    seen: list[Seen]
    words: list[Word | None]
    dotted: bool

    def particle(self, at: int) -> bool:
        """Tells whether the token is a small word that no name holds."""
        return is_particle(self.analysis, at, self.lexicon)

    def stops(self, at: int) -> bool:
        """Tells whether a noun phrase ends before this token: mark, particle or verb."""
        key = self.keys[at]
        if not is_word(key) or self.particle(at) or key in self.lexicon.relatives:
            return True
        return key == "علي" or (self.words[at] is None and is_verb(key))

    def definite(self, at: int) -> bool:
        """Tells whether the word is written with ال or لل; «ألقت» is not."""
        key = self.keys[at]
        start = self.analysis.tokens.starts[at]
        return key.startswith("لل") or (key.startswith("ال") and self.analysis.text[start] == "ا")

    def printed(self, first: int, last: int, cut: int = 0) -> str:
        """Gives the words as printed, on one line, without quotation marks."""
        starts, ends = self.analysis.tokens.starts, self.analysis.tokens.ends
        text = self.analysis.text[starts[first] : ends[last - 1]]
        piece = text[cut:]
        if cut and text[cut - 1] == "ل" and piece.startswith("ل"):
            piece = "ا" + piece
        return " ".join(plain_words(piece))


@cache
def finite_forms() -> frozenset[str]:
    """Gives the folded words that are only ever finite verbs, with «و» and «ف» too.

    A given name is none, though nothing but a verb be known of it («سامر»).
    """
    reporting = {
        key
        for key, verbs in verb_table().items()
        if all(verb.tense.removeprefix("pass.") in {"past", "pres"} for verb in verbs)
    }
    names = builtin("given_names")
    given = map(fold_key, (names["given"] + names["foreign"]).split())
    bare = reporting | sure_verbs().difference(given)
    return frozenset(clitic + key for key in bare for clitic in ("", "و", "ف"))


def is_verb(key: str) -> bool:
    """Tells whether a folded word is only ever a finite verb, «و» and «ف» aside."""
    return key in finite_forms()


def make_scan(analysis: Analysis, lexicon: Lexicon) -> Scan:
    """Gives the scan of an article."""
    keys = analysis.tokens.keys
    seen = vocabulary(lexicon).look_up(keys)
    words = list(map(attrgetter("word"), seen))
    return Scan(analysis, lexicon, keys, seen, words, "على" in analysis.text)
