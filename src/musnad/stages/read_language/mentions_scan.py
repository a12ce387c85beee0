"""What the finders of mentions share: the words of an article and the candidates found."""

from dataclasses import dataclass

from musnad.lexicons import Entry, Lexicon, Word
from musnad.model.records import EntityType
from musnad.stages.read_language.vocabulary import Seen, see
from musnad.text.analysis import Analysis
from musnad.text.names import is_particle, plain_words

NO_WORDS = frozenset[str]()
QUOTES = {"«": "»", '"': '"', "“": "”", "(": ")", "‹": "›", "‘": "’"}


@dataclass(slots=True, eq=False, init=False)
class Found:
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
    entry: Entry | None
    office: frozenset[str]
    calls: frozenset[str]
    holds: bool
    anaphoric: bool
    head: str | None
    country: str | None

    def __init__(  # noqa: PLR0913, PLR0917 - what a mention is told by, and its own because many are made
        self,
        type: EntityType,
        first: int,
        last: int,
        cut: int,
        name: str,
        made_by: str,
        entry: Entry | None = None,
        office: frozenset[str] = NO_WORDS,
        calls: frozenset[str] = NO_WORDS,
        holds: bool = False,
        anaphoric: bool = False,
        head: str | None = None,
        country: str | None = None,
    ) -> None:
        self.type = type
        self.first = first
        self.last = last
        self.cut = cut
        self.name = name
        self.made_by = made_by
        self.entry = entry
        self.office = office
        self.calls = calls
        self.holds = holds
        self.anaphoric = anaphoric
        self.head = head
        self.country = country


class Scan:
    """An article's tokens with what the lexicon knows of each.

    `dotted`: the article writes «على» without dots, so its «علي» is a name.
    """

    __slots__ = ("analysis", "dotted", "keys", "lexicon", "seen", "words")

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.analysis = analysis
        self.lexicon = lexicon
        self.keys: list[str] = analysis.tokens.keys
        self.seen: list[Seen] = see(analysis, lexicon)
        self.words: list[Word | None] = [each.word for each in self.seen]
        self.dotted = "على" in analysis.text

    def particle(self, at: int) -> bool:
        """Tells whether the token is a small word that no name holds."""
        return self.seen[at].small and is_particle(self.analysis, at, self.lexicon)

    def stops(self, at: int) -> bool:
        """Tells whether a noun phrase ends before this token: mark, particle or verb."""
        return self.seen[at].stops or self.particle(at)

    def abbreviated(self, at: int) -> bool:
        """Tells whether the word is a title in one letter: «د. نادر», «أ/ سلمى»."""
        return len(self.keys[at]) == 1 and self.keys[at + 1 : at + 2] in (["."], ["/"])

    def definite(self, at: int) -> bool:
        """Tells whether the word is written with ال or لل; «ألقت» is not."""
        if not self.seen[at].article:
            return False
        return self.keys[at][0] == "ل" or self.analysis.text[self.analysis.tokens.starts[at]] == "ا"

    def printed(self, first: int, last: int, cut: int = 0) -> str:
        """Gives the words as printed, on one line, without quotation marks."""
        starts, ends = self.analysis.tokens.starts, self.analysis.tokens.ends
        text = self.analysis.text[starts[first] : ends[last - 1]]
        piece = text[cut:]
        if cut and text[cut - 1] == "ل" and piece.startswith("ل"):
            piece = "ا" + piece
        return " ".join(plain_words(piece))


def make_scan(analysis: Analysis, lexicon: Lexicon) -> Scan:
    """Gives the scan of an article."""
    return Scan(analysis, lexicon)
