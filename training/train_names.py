"""Trains the tagger of names and writes `names.crf.gz`."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
from names_data import Sentence, sentences, silver
from shared import absence, shared_folder

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.names_features import sentence_features
from musnad.stages.read_language.names_tagger import FILE
from musnad.trained.weights import pack_weights

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
OPTIONS = {"c1": 0.6, "c2": 0.01, "max_iterations": 55, "feature.minfreq": 3}
TRAINED = Path(__file__).parents[1] / "src" / "musnad" / "trained" / FILE


def main() -> None:
    """Writes the file from the corpora beside the checkout and what `label_news.py` wrote."""
    shared = shared_folder()
    if shared is None:
        print(absence("The tagger of names was"))
        return
    TRAINED.write_bytes(learn(chain(sentences(shared), silver())))
    print(f"{FILE}: {TRAINED.stat().st_size} bytes")


def learn(labelled: Iterable[Sentence]) -> bytes:
    """Gives the content of the file with the weights learnt from sentences."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(OPTIONS)
    lexicon = load_lexicon()
    for sentence in labelled:
        found = sentence_features(sentence.keys, sentence.rules, lexicon)
        trainer.append(
            [[f"{kind}={value}" for kind, value in each] for each in found], sentence.labels
        )
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "names.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
        return pack_weights(LABELS, learnt.state_features, learnt.transitions)


if __name__ == "__main__":
    main()
