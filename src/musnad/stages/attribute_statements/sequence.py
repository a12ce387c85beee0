"""An article as a string of codes, one character a token, for the rules to match."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from musnad.lexicons import Lexicon
from musnad.model.records import Language, Mention
from musnad.stages.attribute_statements.kinds import GOVERNOR, Kind, maqsura_verbs
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.words import SOURCE_NOUNS, Words, read_verb
from musnad.text.analysis import Analysis
from musnad.text.tokens import Tokens

Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class Sequence:
    """Tokens with their codes: `code_of[i]` is that of token `i`.

    `codes` are all of them after one for a line start, for rules to match: `codes[i + 1]` stands
    for token `i`. `kinds` tells what each token is by itself; `names` are the tokens of each
    mention, `media` the first and end of each medium among them; `openings` are where sentences
    begin in the text, `firsts` their first tokens. Nobody changes it.
    """

    text: str
    tokens: Tokens
    kinds: list[Kind]
    code_of: list[str]
    codes: str
    analysis: Analysis
    phrase_codes: frozenset[str]
    time_code: str
    line_code: str
    source_codes: frozenset[str]
    speaking_codes: frozenset[str]
    inside_codes: frozenset[str]
    names: list[Range]
    media: dict[int, int]
    openings: list[int]
    firsts: list[int]

    def start(self, token: int) -> int:
        """Gives where token `token` begins in the text."""
        return self.tokens.starts[token]

    def end(self, token: int) -> int:
        """Gives where the last token before `token` ends in the text."""
        return self.tokens.ends[token - 1]

    def words(self, first: int, last: int) -> str:
        """Gives the text of the tokens from `first` up to `last`."""
        return self.text[self.start(first) : self.end(last)]

    def sentence_start(self, token: int) -> int:
        """Gives the first token of the sentence that holds `token`."""
        at = bisect_right(self.openings, self.tokens.starts[token]) - 1
        return self.firsts[at] if at >= 0 else 0

    def first_phrase(self, first: int, last: int, lexicon: Lexicon) -> tuple[int, int] | None:
        """Gives the first run of phrase words between the tokens that a source noun heads."""
        for at in range(first, last):
            word = self.analysis.word(at, lexicon)
            if word is not None and word.cut and read_verb(self.tokens.keys[at])[0]:
                continue  # «وطالب السكان»
            if word is not None and word.noun is not None and word.noun.classes & SOURCE_NOUNS:
                end = at + 1
                while end < last and self.code_of[end] in self.phrase_codes:
                    end += 1
                return at, end
        return None

    def phrases_before(self, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
        """Gives the phrases that end before token `end`, from the nearest head noun on."""
        at = end - 1
        while at >= 0 and (self.code_of[at] in self.phrase_codes or self.tokens.keys[at] == "في"):
            word = self.analysis.word(at, lexicon)
            if word is not None and word.noun is not None and word.noun.classes & SOURCE_NOUNS:
                yield at, end
            at -= 1

    def phrase_before(self, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
        """Gives the phrase that a source noun heads and that ends before token `end`."""
        first = end - 1
        while first > 0 and (
            self.code_of[first - 1] in self.phrase_codes or self.tokens.keys[first - 1] == "في"
        ):
            first -= 1
        found = self.first_phrase(first, end, lexicon)
        return (found[0], end) if found is not None else None


def build_sequence(analysis: Analysis, language: Language, words: Words) -> Sequence:
    """Gives the codes of an article: names, times and quotation marks take their own."""
    tokens = analysis.tokens
    kinds = words.kinds(analysis)
    codes = [kind.code for kind in kinds]
    noted = [at for at, kind in enumerate(kinds) if kind.notable]
    _mark_spelling(codes, analysis, words, noted)
    ends, mentions = tokens.ends, language.mentions
    names = [(bisect_right(ends, m.start), bisect_right(ends, m.end - 1) + 1) for m in mentions]
    for mention, words_of_it in zip(mentions, names, strict=True):
        _mark_name(codes, kinds, words_of_it)
        if _is_spoken_to(mention, words_of_it[0], tokens, kinds, words):
            codes[words_of_it[0]] = words.spoken_to
    for time in language.times:
        for index in range(tokens.at(time.start), tokens.at(time.end - 1) + 1):
            codes[index] = words.time
    _mark_noted(codes, tokens.keys, words, noted)
    _mark_quotes(codes, analysis, words)
    openings = _openings(analysis)
    return Sequence(
        text=analysis.text,
        tokens=tokens,
        kinds=kinds,
        code_of=codes,
        codes=words.line + "".join(codes),
        analysis=analysis,
        phrase_codes=words.phrase_codes,
        time_code=words.time,
        line_code=words.line,
        source_codes=words.source_codes,
        speaking_codes=words.speaking_codes,
        inside_codes=words.inside_codes,
        names=names,
        media={
            words[0]: words[1]
            for m, words in zip(mentions, names, strict=True)
            if m.type == "media"
        },
        openings=openings,
        firsts=[bisect_right(ends, opening) for opening in openings],
    )


def _openings(analysis: Analysis) -> list[int]:
    """Gives where sentences begin; one that goes on over a broken line begins above."""
    tokens, starts = analysis.tokens, [start for start, _ in analysis.sentences]
    if tokens.keys.count("\n") == analysis.text.count("\n"):
        return starts
    before = zip(starts[1:], analysis.sentences, strict=False)
    return starts[:1] + [at for at, (_, end) in before if not _goes_on(analysis, end, at)]


def _goes_on(analysis: Analysis, end: int, following: int) -> bool:
    broken = "\n" in analysis.text[end:following]
    return broken and not analysis.tokens.ends_line(end)


@cache
def _dotted() -> frozenset[str]:
    """Gives the folded words that end in ى in every spelling but that of dots."""
    return word_list("always_maqsura") - {GOVERNOR}


def _mark_spelling(codes: list[str], analysis: Analysis, words: Words, noted: list[int]) -> None:
    """A verb in ى is no verb where the print has ي («رأي» is an opinion, «رأى» he saw).

    And «والي» is no «وإلى», but the governor.

    Unless the article writes every ى with dots: «الي», «حتي».
    """
    text, tokens, verbs = analysis.text, analysis.tokens, maqsura_verbs()
    if "ى" not in text and not _dotted().isdisjoint(tokens.keys):
        return
    for index in noted:
        key = tokens.keys[index]
        if text[tokens.ends[index] - 1] != "ي":
            continue
        if key == GOVERNOR:
            codes[index] = words.kind(LIKE_GOVERNOR).code
        elif key in verbs:
            codes[index] = words.plain


def _mark_name(codes: list[str], kinds: list[Kind], name: Range) -> None:
    """Marks the words of a name, up to one that closes it."""
    first, end = name
    for index in range(first, end):
        kind = kinds[index]
        if kind.ends_name:
            break
        codes[index] = kind.first if index == first else kind.within


def _is_spoken_to(
    mention: Mention, first: int, tokens: Tokens, kinds: list[Kind], words: Words
) -> bool:
    """A medium or person after an attached ل is spoken to; «وفقا لمدير المرفأ» speaks to nobody."""
    if tokens.starts[first] >= mention.start or tokens.keys[first][0] != "ل":
        return False
    if first > 0 and "according" in kinds[first - 1].classes:
        return False
    return mention.type in ("media", "person") or kinds[first].code in words.media_codes


def _mark_noted(codes: list[str], keys: list[str], words: Words, noted: list[int]) -> None:
    """Marks a stop that ends nothing, «أن» in a clause that nobody reports, unnamed sources.

    And nouns and signatures that look like verbs of saying.
    """
    opening, closing = word_list("complementizers"), word_list("unnamed_words")
    for at in noted:
        key = keys[at]
        if key == ".":
            if _abbreviates(keys, at):
                codes[at] = words.plain
        elif key in opening:
            if at and keys[at - 1] in word_list("no_complement_after"):
                codes[at] = words.aside
        elif key in closing:
            _mark_unnamed(codes, keys, words, at)
        elif at:
            _mark_before(codes, keys, words, at)


def _mark_before(codes: list[str], keys: list[str], words: Words, at: int) -> None:
    """«سامر الحداد يكتب: …» signs a column; «طالب بكلية الهندسة» is a student."""
    before = keys[at - 1]
    if keys[at] == ":" and before in word_list("signs"):
        codes[at - 1 : at + 1] = [words.plain] * 2
    elif keys[at] in word_list("studied") and before == STUDENT:
        codes[at - 1] = words.kind(LIKE_STUDENT).code


def _abbreviates(keys: list[str], stop: int) -> bool:
    """The stop of «د. نادر» or «أ. نادر» ends nothing."""
    if not 0 < stop < len(keys) - 1:
        return False
    return len(keys[stop - 1]) == 1 and keys[stop - 1].isalpha() and keys[stop + 1].isalpha()


def _mark_unnamed(codes: list[str], keys: list[str], words: Words, last: int) -> None:
    """«فضّل عدم الكشف عن اسمه» says who the source is: it holds no cue and no name."""
    for first in range(last - 1, max(last - UNNAMED_WITHIN, 0) - 1, -1):
        if keys[first] in word_list("unnamed_verbs"):
            codes[first : last + 1] = [words.aside] * (last + 1 - first)
            break


LIKE_GOVERNOR = "محافظ"
"""A word that rules read as they would read a governor."""
STUDENT, LIKE_STUDENT = "طالب", "باحث"
"""A word that is a verb as well («he demanded»), and one that is read like its noun."""
UNNAMED_WITHIN = 6
"""The verb of such a phrase stands at most so many tokens before its last word."""


def _mark_quotes(codes: list[str], analysis: Analysis, words: Words) -> None:
    tokens = analysis.tokens
    for quote in analysis.quotes:
        codes[tokens.at(quote.start)] = words.open_quote
        if quote.closed:
            codes[tokens.at(quote.inner_end)] = words.close_quote
