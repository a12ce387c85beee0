"""Labels of ANERcorp made better: many names were passed over, and names of one kind differ.

A tagger that has not learnt from a sentence reads it. Where it is sure of a name that nobody
labelled, the name is taken; where the two differ otherwise, nothing is learnt from the words.
"""

import numpy as np
from corpora.entities import spans

from musnad.stages.read_language.mentions_scan import Found
from neural.decode import decoded
from neural.labels import LABELS, NUMBERS
from neural.tokens import Sentence

SURE, DOUBTED, CONTRARY = 0.85, 0.4, 0.9
KNOWN = "mentions.known"
STATES = frozenset(("state", "capital"))


def corrected(sentence: Sentence, read: np.ndarray) -> Sentence:
    """Gives the sentence with better labels; `read` has the shares that the tagger gives."""
    shares, weights = sentence.shares.copy(), sentence.weights.copy()
    written = labels_of(sentence)
    read, ours = with_states(sentence, read)
    gold, names = spans(written), spans(ours)
    for first, last, _ in names - gold:
        share = min(read[at, NUMBERS[ours[at]]] for at in range(first, last))
        if free(written, first, last) and share >= SURE:
            shares[first:last] = one_hot(ours[first:last])
        elif share >= (DOUBTED if free(written, first, last) else CONTRARY):
            weights[first:last] = 0
            for start, end, _ in gold:
                if start < last and first < end:
                    weights[start:end] = 0
    for first, last, _ in gold:
        if free(ours, first, last) and read[first:last, 0].min() >= CONTRARY:
            weights[first:last] = 0
    return sentence._replace(shares=shares, weights=weights)


def with_states(sentence: Sentence, read: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """Gives what the tagger read, with labels, and states and capitals that it passed over."""
    written, read, ours = labels_of(sentence), read.copy(), decoded(read)
    for found in sentence.found:
        ends = found.first, found.last
        if is_state(found) and free(written, *ends) and free(ours, *ends):
            ours[found.first : found.last] = ["B-LOC", *["I-LOC"] * (found.last - found.first - 1)]
            read[found.first : found.last] = one_hot(ours[found.first : found.last])
    return read, ours


def silvered(sentence: Sentence, read: np.ndarray) -> Sentence:
    """Gives a sentence of news with what taggers read in it as its labels, as sure as they are."""
    return sentence._replace(shares=with_states(sentence, read)[0], found=())


def labels_of(sentence: Sentence) -> list[str]:
    """Gives the labels that a sentence has."""
    return [LABELS[number] for number in sentence.shares.argmax(1)]


def free(labels: list[str], first: int, last: int) -> bool:
    """Tells whether no word from `first` up to `last` is in a name."""
    return all(label == "O" for label in labels[first:last])


def is_state(found: Found) -> bool:
    """Tells whether a mention is a state or capital that the lexicon knows."""
    entry = found.entry
    return found.made_by == KNOWN and entry is not None and entry.kind in STATES


def one_hot(labels: list[str]) -> np.ndarray:
    """Gives the labels as shares."""
    return np.eye(len(LABELS), dtype=np.float32)[[NUMBERS[label] for label in labels]]
