"""What all reading stages share about one text, worked out once."""

from musnad.fold import Folded, fold_view
from musnad.lexicons import Lexicon, Word
from musnad.text.broken_lines import broken_lines
from musnad.text.glued import printed_seams
from musnad.text.known import Known
from musnad.text.quotes import Quote, find_quotes
from musnad.text.sentences import split_sentences
from musnad.text.tokens import Tokens, drop_line_ends, find_tokens, part_tokens


class Analysis:
    """A text with its folded view, tokens, quotations and sentences (printed offsets).

    `known` are the words that the tokens are, once the language has been read.
    """

    __slots__ = ("folded", "known", "quotes", "sentences", "text", "tokens")

    def __init__(
        self,
        text: str,
        folded: Folded,
        tokens: Tokens,
        quotes: tuple[Quote, ...],
        sentences: tuple[tuple[int, int], ...],
    ) -> None:
        self.text = text
        self.folded = folded
        self.tokens = tokens
        self.quotes = quotes
        self.sentences = sentences
        self.known: list[Known] = []

    def word(self, at: int, lexicon: Lexicon) -> Word | None:
        """Gives what the lexicon says of a token."""
        return self.known[at].word if self.known else lexicon.word(self.tokens.keys[at])


def analyse(text: str) -> Analysis:
    """Return the analysis of a text; any string is accepted."""
    folded = fold_view(text)
    quotes = find_quotes(text)
    sentences = split_sentences(text, quotes)
    tokens = find_tokens(folded)
    part_tokens(tokens, folded, printed_seams(text))
    drop_line_ends(tokens, broken_lines(text))
    _level_marks(tokens, quotes)
    return Analysis(text, folded, tokens, quotes, sentences)


def _level_marks(tokens: Tokens, quotes: tuple[Quote, ...]) -> None:
    """Gives the marks of every quotation one key, however they are printed."""
    for quote in quotes:
        tokens.keys[tokens.at(quote.start)] = MARK
        if quote.closed:
            tokens.keys[tokens.at(quote.end - 1)] = MARK


MARK = '"'
"""The key of a mark that opens or closes a quotation."""
