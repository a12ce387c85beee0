"""An article as a string of codes, one character a token, for the rules to match."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.lexicons import Lexicon
from musnad.lexicons.verbs import verb_table
from musnad.model.records import Language
from musnad.stages.attribute_statements.words import SOURCE_NOUNS, Words, no_names, word_list
from musnad.text.analysis import Analysis
from musnad.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Sequence:
    """Tokens with their codes: `codes[i + 1]` stands for token `i`, `codes[0]` for a line start."""

    text: str
    tokens: Tokens
    codes: str
    analysis: Analysis
    phrase_codes: frozenset[str]
    time_code: str
    line_code: str
    source_codes: frozenset[str]

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
        sentences = self.analysis.sentences
        at = bisect_right(sentences, (self.start(token), len(self.text))) - 1
        return self.tokens.at(sentences[at][0]) if at >= 0 else 0

    def first_phrase(self, first: int, last: int, lexicon: Lexicon) -> tuple[int, int] | None:
        """Gives the first run of phrase words between the tokens that a source noun heads."""
        for at in range(first, last):
            word = lexicon.word(self.tokens.keys[at])
            if word is not None and word.noun is not None and word.noun.classes & SOURCE_NOUNS:
                end = at + 1
                while end < last and self.codes[end + 1] in self.phrase_codes:
                    end += 1
                return at, end
        return None

    def phrases_before(self, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
        """Gives the phrases that end before token `end`, from the nearest head noun on."""
        at = end - 1
        while at >= 0 and (self.codes[at + 1] in self.phrase_codes or self.tokens.keys[at] == "في"):
            word = lexicon.word(self.tokens.keys[at])
            if word is not None and word.noun is not None and word.noun.classes & SOURCE_NOUNS:
                yield at, end
            at -= 1

    def phrase_before(self, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
        """Gives the phrase that a source noun heads and that ends before token `end`."""
        first = end - 1
        while first > 0 and (
            self.codes[first] in self.phrase_codes or self.tokens.keys[first - 1] == "في"
        ):
            first -= 1
        found = self.first_phrase(first, end, lexicon)
        return (found[0], end) if found is not None else None


def build_sequence(analysis: Analysis, language: Language, words: Words) -> Sequence:
    """Gives the codes of an article: names, times and quotation marks take their own."""
    tokens = analysis.tokens
    codes = words.all_codes(tokens.keys)
    _mark_spelling(codes, analysis, words)
    for mention in language.mentions:
        first = tokens.at(mention.start)
        _mark_name(codes, tokens.keys, words, (first, tokens.at(mention.end - 1) + 1))
        attached = tokens.starts[first] < mention.start and tokens.keys[first][0] == "ل"
        is_medium = (
            mention.type in ("media", "person")
            or words.code(tokens.keys[first]) in words.media_codes
        )
        if attached and is_medium:
            codes[first] = words.spoken_to
    for time in language.times:
        for index in range(tokens.at(time.start), tokens.at(time.end - 1) + 1):
            codes[index] = words.time
    _mark_abbreviations(codes, tokens.keys, words)
    _mark_clauses(codes, tokens.keys, words)
    _mark_unnamed(codes, tokens.keys, words)
    _mark_quotes(codes, analysis, words)
    return Sequence(
        text=analysis.text,
        tokens=tokens,
        codes=words.line + "".join(codes),
        analysis=analysis,
        phrase_codes=words.phrase_codes,
        time_code=words.time,
        line_code=words.line,
        source_codes=words.source_codes,
    )


def _mark_spelling(codes: list[str], analysis: Analysis, words: Words) -> None:
    """A verb in ى is no verb where the print has ي («رأي» is an opinion, «رأى» he saw).

    And «والي» is no «وإلى», but the governor.

    Unless the article writes every ى with dots: «الي», «حتي».
    """
    text, tokens = analysis.text, analysis.tokens
    dotted = word_list("always_maqsura") - {GOVERNOR}
    if "ى" not in text and not dotted.isdisjoint(tokens.keys):
        return
    table, governor = verb_table(), words.code(LIKE_GOVERNOR)
    for index in [at for at, key in enumerate(tokens.keys) if key[-1] == "ي"]:
        if text[tokens.ends[index] - 1] == "ي":
            key = tokens.keys[index]
            if key == GOVERNOR:
                codes[index] = governor
                continue
            verbs = table.get(key) or (table.get(key[1:]) if key[0] in "وف" else None)
            if verbs and all(verb.maqsura for verb in verbs):
                codes[index] = words.plain


def _mark_name(codes: list[str], keys: list[str], words: Words, name: tuple[int, int]) -> None:
    closing = no_names()
    for index in range(*name):
        if keys[index] in closing:
            return
        codes[index] = words.code_in_name(keys[index], first=index == name[0])


def _mark_abbreviations(codes: list[str], keys: list[str], words: Words) -> None:
    """The stop of «د. نادر» or «أ. نادر» ends nothing."""
    for index in [at for at, key in enumerate(keys[1:-1], 1) if key == "."]:
        initial = len(keys[index - 1]) == 1 and keys[index - 1].isalpha()
        if initial and keys[index + 1].isalpha():
            codes[index] = words.plain


def _mark_clauses(codes: list[str], keys: list[str], words: Words) -> None:
    """«بعد أن», «يمكن أن»: there أن opens a clause that nobody reports."""
    opening, after = word_list("complementizers"), word_list("no_complement_after")
    for index in [at for at, key in enumerate(keys[1:], 1) if key in opening]:
        if keys[index - 1] in after:
            codes[index] = words.aside


def _mark_unnamed(codes: list[str], keys: list[str], words: Words) -> None:
    """«فضّل عدم الكشف عن اسمه» says who the source is: it holds no cue and no name."""
    closing = word_list("unnamed_words")
    if closing.isdisjoint(keys):
        return
    for last in [at for at, key in enumerate(keys) if key in closing]:
        for first in range(last - 1, max(last - UNNAMED_WITHIN, 0) - 1, -1):
            if keys[first] in word_list("unnamed_verbs"):
                codes[first : last + 1] = [words.aside] * (last + 1 - first)
                break


GOVERNOR, LIKE_GOVERNOR = "والي", "محافظ"
"""«والي» printed so is a governor, though «وإلى» is folded alike."""
UNNAMED_WITHIN = 6
"""The verb of such a phrase stands at most so many tokens before its last word."""


def _mark_quotes(codes: list[str], analysis: Analysis, words: Words) -> None:
    tokens = analysis.tokens
    for quote in analysis.quotes:
        codes[tokens.at(quote.start)] = words.open_quote
        if quote.closed:
            codes[tokens.at(quote.inner_end)] = words.close_quote
