"""Clitics cut off words: UD_Arabic-PUD in five folds, WikiNews by the shipped model."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpora.clitics import Parts, train_segmenter, word_parts
from corpora.treebank import PUD_TRAINING, Sentence, is_arabic, pud
from corpora.wikinews import wikinews_words

from language import Row, Table
from musnad.text.segments import MODEL, Cutter, shipped_cutter

FOLDS = 5
Cutting = Callable[[str], tuple[int, int]]


class Score(NamedTuple):
    """How many words are cut right, of all and of those with clitics."""

    right: int = 0
    words: int = 0
    clitics_right: int = 0
    clitics: int = 0

    def plus(self, other: "Score") -> "Score":
        """Gives both together."""
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def measure(shared: Path) -> Table:
    """Gives the shares of words and of clitic-bearing words that are cut right."""
    sentences = pud(shared)
    words = [parts for sentence in sentences for parts in word_parts(sentence)]
    ours = folds(sentences)
    unseen = [parts for sentence in sentences[PUD_TRAINING:] for parts in word_parts(sentence)]
    shipped = cache(shipped_cutter().cut)
    news = list(wikinews_words(shared))
    return Table(
        "Clitic segmentation",
        "UD_Arabic-PUD, 5 folds by sentence; its last 200 sentences and WikiNews by the shipped"
        " model; words of news are joined to the same convention",
        [
            *rows("PUD, 5 folds", ours, words, "PUD clitics"),
            *rows("PUD 801-1000, shipped model", score(unseen, shipped), unseen),
            *rows("WikiNews, shipped model", score(news, shipped), news, "WikiNews clitics"),
        ],
        [left_out(sentences, len(words))],
    )


def rows(what: str, ours: Score, words: list[Parts], floor: str = "") -> Iterator[Row]:
    """Gives the two rows of one corpus beside leaving words whole and stripping و and ف."""
    whole, strip = score(words, lambda _: (0, 0)), score(words, strip_conjunction)
    others = (("leave whole", whole), ("strip و/ف", strip))
    yield Row(
        f"{what}: words", ours.right / ours.words,
        tuple((name, each.right / each.words) for name, each in others),
        f"{floor}: words" if floor else "",
    )  # fmt: skip
    yield Row(
        f"{what}: words with clitics", ours.clitics_right / ours.clitics,
        tuple((name, each.clitics_right / each.clitics) for name, each in others),
        f"{floor}: words with clitics" if floor else "",
    )  # fmt: skip


def folds(sentences: list[Sentence]) -> Score:
    """Gives the score of models that never saw the sentence they are judged on."""
    total = Score()
    for fold in range(FOLDS):
        seen = (each for at, each in enumerate(sentences) if at % FOLDS != fold)
        cutter = cutter_of([parts for sentence in seen for parts in word_parts(sentence)])
        held = [parts for each in sentences[fold::FOLDS] for parts in word_parts(each)]
        total = total.plus(score(held, cutter))
    return total


def cutter_of(words: list[Parts]) -> Cutting:
    """Gives what cuts with a model of these words."""
    with tempfile.TemporaryDirectory() as folder:
        train_segmenter(words, Path(folder) / MODEL)
        return cache(Cutter((Path(folder) / MODEL).read_bytes()).cut)


def score(words: Iterable[Parts], cutter: Cutting) -> Score:
    """Gives how many words are cut exactly where they should be."""
    total = Score()
    for parts in words:
        spelling, clitic = "".join(parts), len(parts) > 1
        right = pieces(spelling, *cutter(spelling)) == parts
        total = total.plus(Score(right, 1, right and clitic, clitic))
    return total


def pieces(spelling: str, lead: int, tail: int) -> Parts:
    """Gives the parts of a word that is cut so."""
    end = len(spelling) - tail
    return (*spelling[:lead], spelling[lead:end], *((spelling[end:],) if tail else ()))


def strip_conjunction(spelling: str) -> tuple[int, int]:
    """Gives the cut of the plainest rule: a و or ف at the front."""
    return (1, 0) if spelling[0] in "وف" and len(spelling) > 3 else (0, 0)


def left_out(sentences: list[Sentence], kept: int) -> str:
    """Gives the note on the words of PUD that the convention does not cover."""
    arabic = sum(is_arabic(word.form) for sentence in sentences for word in sentence)
    return f"{arabic - kept} of {arabic} words of PUD left out: parts that are no clitics"
