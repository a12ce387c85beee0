"""A plain CRF with a gazetteer and no rules: what names are found by without Musnad's grammar."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
from corpora.entities import anercorp_training, aqmar

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, load_lexicon

ROUNDS = 60
OPTIONS = {"c1": 0.1, "c2": 0.01, "max_iterations": ROUNDS, "feature.minfreq": 2}
AROUND = (-2, -1, 1, 2)


def train_baseline(shared: Path) -> pycrfsuite.Tagger:
    """Gives a tagger trained on ANERcorp before its test part and on AQMAR's training part."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(OPTIONS)
    for sentence in (*anercorp_training(shared), *aqmar(shared, "train")):
        words = [word for word, _ in sentence]
        trainer.append(sentence_features(words), [label for _, label in sentence])
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "baseline.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return tagger


def sentence_features(words: list[str]) -> list[list[str]]:
    """Gives what the baseline knows of each word of a sentence."""
    keys = [fold_key(word) for word in words]
    known = list(gazetteer(keys, load_lexicon()))
    return [[*own(keys[at]), *around(keys, known, at), f"g={known[at]}"] for at in range(len(keys))]


@lru_cache(maxsize=100_000)
def own(key: str) -> tuple[str, ...]:
    """Gives the word itself and its beginnings and endings of up to four letters."""
    affixes = [f"p={key[:n]}" for n in range(1, 5)] + [f"s={key[-n:]}" for n in range(1, 5)]
    return (f"w={key}", *affixes, f"digit={key.isdigit()}")


def around(keys: list[str], known: list[str], at: int) -> Iterator[str]:
    """Gives the words beside a word and what the gazetteer holds them for."""
    for step in AROUND:
        inside = 0 <= at + step < len(keys)
        yield f"w{step}={keys[at + step] if inside else ''}"
        yield f"g{step}={known[at + step] if inside else ''}"


def gazetteer(keys: list[str], lexicon: Lexicon) -> Iterator[str]:
    """Gives for each word the kind of the known name that it begins or goes on with."""
    until, kind = 0, ""
    for at, key in enumerate(keys):
        if at >= until:
            match = lexicon.match(keys, at) if key else None
            until, kind = (match.end, match.entries[0].type) if match is not None else (at + 1, "")
            word = lexicon.word(key) if key and match is None else None
            kind = "given" if word is not None and word.given else kind
        yield kind


def baseline_labels(tagger: pycrfsuite.Tagger, words: list[str]) -> list[str]:
    """Gives the labels of the baseline for the words of a sentence."""
    return list(tagger.tag(sentence_features(words)))
