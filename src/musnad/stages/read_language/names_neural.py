"""The neural tagger of names: an encoder of pieces in onnxruntime, used when it is asked for."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from musnad.stages.read_language.mentions_scan import Scan
from musnad.stages.read_language.names_chain import Chain, make_chain, names_in
from musnad.stages.read_language.names_tagger import Tagged, names_tagger
from musnad.text.pieces import BEGIN, END, FILL, UNKNOWN, Pieces
from musnad.trained.weights import SCALE, Cells

LONGEST_WORD = 12
LONGEST_SENTENCE = 80
"""Words; a longer sentence is read in parts."""
PIECES_A_RUN = 2_000
"""Sentences of about the same length run together, so many pieces at a time."""
LIGHT_SHARE = 1.0
"""How much the weights of the light tagger at a word count beside those of the model."""
LIGHT_MOVES = 0.7
"""How much its weights from one label to the next count."""

Signs = tuple[str, str]
"""What the lexicon says of a word, and what rules made of it."""


class InPieces(NamedTuple):
    """Words in pieces, with the signs of each; `first` and `last` are those of each word."""

    start: int
    ids: list[int]
    signs: list[tuple[int, int]]
    first: list[int]
    last: list[int]


class NeuralTagger:
    """Proposes names with a model that training wrote; the same words give the same names.

    The light tagger is heard as well: at each word, and on what label follows what.
    """

    def __init__(self, model: bytes, *, hears_light: bool = True) -> None:
        """Takes the content of the ONNX file; its pieces, signs and labels lie inside."""
        import onnxruntime  # noqa: PLC0415 - the extra `neural`

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.digest = sha256(model).hexdigest()
        self._session: Any = onnxruntime.InferenceSession(model, options)
        held = self._session.get_modelmeta().custom_metadata_map
        self._pieces = Pieces.read(held["pieces"])
        self._signs = {sign: number for number, sign in enumerate(held["signs"].split("\n"))}
        self._light = names_tagger()
        self._share = LIGHT_SHARE if hears_light else 0.0
        self._chain = eased(self._light.chain, LIGHT_MOVES if hears_light else 0.0)
        labels = held["labels"].split("\n")
        self._order = [labels.index(label) for label in self._chain.labels]

    def tag(self, scan: Scan, marks: Sequence[str]) -> Tagged:
        """Gives what it makes of an article, given what rules made of each token."""
        text, tokens = scan.analysis.text, scan.analysis.tokens
        pairs = zip(tokens.starts, tokens.ends, strict=True)
        words = [text[start:end] for start, end in pairs]
        signs = [(each.code, mark) for each, mark in zip(scan.seen, marks, strict=True)]
        cut = [self.in_pieces(words, signs, window) for window in windows(scan)]
        tagged = Tagged(self._chain, [], {})
        heard = self._light.weigh(scan.seen, marks)
        for sentences in runs(cut):
            for each, rows in zip(sentences, self.scores(sentences, heard), strict=True):
                tagged.proposals.extend(names_in(self._chain, rows, each.start))
                tagged.rows.update(enumerate(rows, each.start))
        tagged.proposals.sort(key=lambda each: each.first)
        return tagged

    def in_pieces(
        self, words: Sequence[str], signs: Sequence[Signs], window: tuple[int, int]
    ) -> InPieces:
        """Gives the words of a window in pieces."""
        found = InPieces(window[0], [BEGIN], [(0, 0)], [], [])
        for at in range(*window):
            pieces = self._pieces.of(words[at])[:LONGEST_WORD] or (UNKNOWN,)
            code, mark = signs[at]
            pair = self._sign(code), self._signs.get(mark, 0)
            found.first.append(len(found.ids))
            found.ids.extend(pieces)
            found.signs.extend([pair] * len(pieces))
            found.last.append(len(found.ids) - 1)
        found.ids.append(END)
        found.signs.append((0, 0))
        return found

    def _sign(self, code: str) -> int:
        """Gives the number of the longest beginning of a code that the model has learnt."""
        while code and code not in self._signs:
            code = code[:-1]
        return self._signs.get(code, 0)

    def scores(
        self, sentences: Sequence[InPieces], heard: Sequence[Cells]
    ) -> Iterator[list[Cells]]:
        """Gives what each label scores at each word of sentences that run together."""
        import numpy  # noqa: PLC0415 - the extra `neural`

        longest = max(len(each.ids) for each in sentences)
        ids = [each.ids + [FILL] * (longest - len(each.ids)) for each in sentences]
        signs = [each.signs + [(0, 0)] * (longest - len(each.ids)) for each in sentences]
        given = {"ids": numpy.array(ids), "signs": numpy.array(signs)}
        count = len(self._order)
        for each, row in zip(sentences, self._session.run(None, given)[0], strict=True):
            both = (row[each.first, :count] + row[each.last, count:])[:, self._order]
            light = numpy.array(heard[each.start : each.start + len(each.first)], float)
            cells = numpy.rint(SCALE * both + self._share * light)
            yield list(map(tuple, cells.astype(int).tolist()))


def eased(chain: Chain, share: float) -> Chain:
    """Gives the chain of the light tagger as far as it counts."""
    moves = [tuple(round(share * move) for move in row) for row in chain.moves]
    return make_chain(chain.labels, moves)


def windows(scan: Scan) -> Iterator[tuple[int, int]]:
    """Gives the sentences as (first token, token after the last), long ones in parts."""
    tokens = scan.analysis.tokens
    for start, end in scan.analysis.sentences:
        first, last = tokens.at(start), tokens.at(end)
        for part in range(first, last, LONGEST_SENTENCE):
            yield part, min(part + LONGEST_SENTENCE, last)


def runs(sentences: Sequence[InPieces]) -> Iterator[list[InPieces]]:
    """Gives sentences that run together, those of one length beside another."""
    held: list[InPieces] = []
    for sentence in sorted(sentences, key=lambda each: len(each.ids)):
        if held and (len(held) + 1) * len(sentence.ids) > PIECES_A_RUN:
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held
