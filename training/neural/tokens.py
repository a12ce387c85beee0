"""Labelled sentences in Musnad's own tokens, with what rules and lexicon say of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from corpora.entities import Labelled
from msgspec.structs import replace

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_by_rules
from musnad.stages.read_language.mentions_scan import Found, make_scan
from musnad.stages.read_language.names_features import rule_marks
from musnad.stages.read_language.names_neural import windows
from musnad.text.analysis import analyse
from neural.labels import DOUBTFUL, LABELS, NUMBERS

SEEN_SIGNS = 10
"""How often a sign must stand in the labelled corpora to be learnt."""
Signs = tuple[str, str]
"""What the lexicon says of a token, and what rules made of it."""


class Sentence(NamedTuple):
    """The printed tokens, the signs of each, the share of each label, how much each counts."""

    words: list[str]
    signs: list[Signs]
    shares: np.ndarray
    weights: np.ndarray
    found: Sequence[Found]


def in_tokens(words: Sequence[str], shares: np.ndarray, weights: np.ndarray) -> Sentence | None:
    """Gives a sentence of words in tokens; a further token of a word goes on with its name."""
    analysis = analyse(" ".join(words))
    keys = analysis.tokens.keys
    if not keys:
        return None
    scan = make_scan(analysis, load_lexicon())
    found = find_by_rules(scan)
    codes = [each.code for each in scan.seen]
    at = [number for number, word in enumerate(words) for _ in range(len(word) + 1)]
    numbers = [at[start] for start in analysis.tokens.starts]
    pairs = zip(analysis.tokens.starts, analysis.tokens.ends, strict=True)
    return Sentence(
        [analysis.text[start:end] for start, end in pairs],
        list(zip(codes, rule_marks(found, len(keys)), strict=True)),
        spread(shares, numbers),
        weights[numbers],
        found,
    )


def spread(shares: np.ndarray, numbers: list[int]) -> np.ndarray:
    """Gives the shares of tokens, `numbers` being the words that they are parts of."""
    found = shares[numbers]
    for at in range(1, len(numbers)):
        if numbers[at] == numbers[at - 1]:
            found[at, 2::2] += found[at, 1::2]
            found[at, 1::2] = 0
    return found


def labelled(sentences: Iterable[Labelled]) -> Iterator[Sentence]:
    """Gives sentences that people labelled; a doubtful word counts for nothing."""
    for sentence in sentences:
        words = [word for word, _ in sentence]
        numbers = [NUMBERS.get(label, 0) for _, label in sentence]
        weights = np.array([float(label != DOUBTFUL) for _, label in sentence], np.float32)
        made = in_tokens(words, np.eye(len(LABELS), dtype=np.float32)[numbers], weights)
        if made is not None:
            yield made


def unlabelled(text: str) -> Iterator[Sentence]:
    """Gives the sentences of an article; they have no labels yet, that is no names."""
    analysis = analyse(text)
    scan = make_scan(analysis, load_lexicon())
    found = find_by_rules(scan)
    pairs = zip(analysis.tokens.starts, analysis.tokens.ends, strict=True)
    words = [analysis.text[start:end] for start, end in pairs]
    codes = [each.code for each in scan.seen]
    signs = list(zip(codes, rule_marks(found, len(words)), strict=True))
    for first, last in windows(scan):
        inside = [
            replace(each, first=each.first - first, last=each.last - first)
            for each in found
            if first <= each.first and each.last <= last
        ]
        shares = np.eye(len(LABELS), dtype=np.float32)[[0] * (last - first)]
        weights = np.ones(last - first, np.float32)
        yield Sentence(words[first:last], signs[first:last], shares, weights, inside)


def known_signs(sentences: Iterable[Sentence]) -> list[str]:
    """Gives the signs that are learnt, the empty one first."""
    seen = Counter(sign for each in sentences for pair in each.signs for sign in pair)
    return ["", *sorted(sign for sign, count in seen.items() if sign and count >= SEEN_SIGNS)]
