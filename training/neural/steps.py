"""The steps of training: what each one makes of what the steps before it made."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from corpora.entities import Labelled, anercorp_training, aqmar, spans

from musnad.text.pieces import Pieces
from neural.correct import corrected, silvered
from neural.decode import decoded
from neural.encoder import Plan, Tagger
from neural.examples import Example, Reading, joined
from neural.labels import LABELS
from neural.learn import Course, Epoch, learn, probabilities
from neural.news import news_texts
from neural.tokens import Sentence, known_signs, labelled, unlabelled
from neural.vocabulary import kept_pieces, written
from neural.wojood import wojood

BLOCK_WORDS = 5_000
"""The halves of ANERcorp take turns after so many words, so that both have all its sources."""
TEACHER_EPOCHS = 4
LAST_RATE, LAST_WARM_UP, NAMELESS_KEPT = 1.2e-4, 30, 0.3
LIKELY = 0.3
"""How likely a word of a sentence must be in a name for the sentence to hold one."""
SILVER_SHARE = 0.5
"""How much of the chosen news the teachers label."""

State = dict[str, torch.Tensor]
Vocabulary = list[tuple[str, float]]


class Basis(NamedTuple):
    """What all steps share: the pieces kept of the base model, the signs, the labelled corpora."""

    kept: list[int]
    pieces: Vocabulary
    signs: list[str]
    halves: tuple[list[Sentence], list[Sentence]]
    others: list[list[Sentence]]

    @property
    def reading(self) -> Reading:
        """Gives how words become numbers."""
        signs = {sign: number for number, sign in enumerate(self.signs)}
        return Reading(Pieces(self.pieces), signs)

    def tagger(self, state: State | None = None) -> Tagger:
        """Gives a tagger as it is before learning, or with the weights of `state`."""
        torch.manual_seed(1)
        torch.set_num_threads(1)
        torch.use_deterministic_algorithms(mode=True)
        made = Tagger(self.kept, Plan(len(LABELS), len(self.signs)))
        if state is not None:
            made.load_state_dict(state)
        return made


def basis(shared: Path, every: int) -> Basis:
    """Gives what all steps share; of the labelled corpora every so many-th sentence."""
    kept, pieces = kept_pieces(shared)
    halves: tuple[list[Sentence], list[Sentence]] = ([], [])
    for number, block in enumerate(blocks(plain(anercorp_training(shared)))):
        halves[number % 2].extend(labelled(block[::every]))
    corpora = (plain(aqmar(shared, "train")), wojood(shared, "train"))
    others = [list(labelled(corpus[::every])) for corpus in corpora]
    signs = known_signs(each for part in (*halves, *others) for each in part)
    return Basis(kept, pieces, signs, halves, others)


def plain(sentences: Iterable[Labelled]) -> list[Labelled]:
    """Gives the sentences without labels of names that are no person, place or body."""
    return [
        [(word, "O" if label.endswith("MISC") else label) for word, label in sentence]
        for sentence in sentences
    ]


def blocks(sentences: Iterable[Labelled]) -> Iterator[list[Labelled]]:
    """Gives sentences in blocks of `BLOCK_WORDS` or a little more."""
    held: list[Labelled] = []
    for sentence in sentences:
        held.append(sentence)
        if sum(map(len, held)) >= BLOCK_WORDS:
            yield held
            held = []
    yield held


def epoch(reading: Reading, parts: Sequence[Sequence[Sentence]]) -> Epoch:
    """Gives what makes the examples of one epoch: sentences joined and signs hidden by chance."""

    def examples(chance: random.Random) -> list[Example]:
        rows = (each for part in parts for each in joined(part, chance))
        return [reading.example(each, chance) for each in rows]

    return examples


def teacher(given: Basis, part: int) -> State:
    """Gives the weights of the teacher that learnt one half of ANERcorp and the other corpora."""
    tagger = given.tagger()
    once = epoch(Reading(Pieces(given.pieces), {}), [given.halves[part], *given.others])
    learn(tagger, Course([once] * TEACHER_EPOCHS, seed=10 + part))
    return tagger.state_dict()


def gold(given: Basis, teachers: Sequence[State]) -> list[list[Sentence]]:
    """Gives the labelled corpora, ANERcorp with its labels corrected by the other teacher."""
    made = []
    for part, half in enumerate(given.halves):
        read = shares(given, [teachers[1 - part]], half)
        made.append([corrected(one, other) for one, other in zip(half, read, strict=True)])
    return [*made, *given.others]


def silver(shared: Path, given: Basis, teachers: Sequence[State], every: int) -> list[Sentence]:
    """Gives sentences of news with the shares that both teachers give each label."""
    texts = islice(news_texts(shared, SILVER_SHARE), 0, None, every)
    sentences = [each for text in texts for each in unlabelled(text)]
    read = shares(given, teachers, sentences)
    return [silvered(one, other) for one, other in zip(sentences, read, strict=True)]


def shares(
    given: Basis, states: Sequence[State], sentences: Sequence[Sentence]
) -> list[np.ndarray]:
    """Gives the mean share that taggers give each label at each word."""
    taggers = [given.tagger(state) for state in states]
    reading = given.reading
    found = probabilities(taggers, [reading.example(each) for each in sentences])
    return [each.numpy() for each in found]


def finished(given: Basis, teachers: Sequence[State], parts: list[list[Sentence]]) -> State:
    """Gives the weights of the tagger: the teachers' mean, taught the signs, news, better labels.

    The last of the parts is the news, which are learnt once; the others twice.
    """
    names = teachers[0].keys()
    mean = {name: sum(state[name] for state in teachers) / len(teachers) for name in names}
    tagger = given.tagger(mean)
    epochs = [mostly_named(given.reading, each) for each in (parts, parts[:-1])]
    learn(tagger, Course(epochs, LAST_RATE, 31, LAST_WARM_UP))
    return tagger.state_dict()


def mostly_named(reading: Reading, parts: Sequence[Sequence[Sentence]]) -> Epoch:
    """Gives what makes the examples of an epoch with few sentences that hold no name."""
    every = epoch(reading, parts)

    def examples(chance: random.Random) -> list[Example]:
        return [
            each
            for each in every(chance)
            if each.shares[:, 1:].max() > LIKELY or chance.random() < NAMELESS_KEPT
        ]

    return examples


def held(given: Basis) -> dict[str, str]:
    """Gives what the file of the tagger holds beside its weights."""
    lists = {"signs": given.signs, "labels": LABELS}
    return {
        "pieces": written(given.pieces),
        **{name: "\n".join(each) for name, each in lists.items()},
    }


def score(shared: Path, tagger: Tagger, given: Basis) -> str:
    """Gives F1 of the tagger alone on AQMAR's development part (exact span and type)."""
    sentences = list(labelled(plain(aqmar(shared, "dev"))))
    found = probabilities([tagger], [given.reading.example(each) for each in sentences])
    hits = ours = meant = 0
    for sentence, read in zip(sentences, found, strict=True):
        names = spans(decoded(read.numpy()))
        labels = spans(LABELS[number] for number in sentence.shares.argmax(1))
        hits, ours, meant = hits + len(names & labels), ours + len(names), meant + len(labels)
    return f"{2 * hits / max(1, ours + meant):.3f}"
