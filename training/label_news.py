"""Labels news with the neural tagger, for `train_names.py` to learn from.

The labels stay beside the checkout: news text belongs to its outlets.
"""

from collections.abc import Iterator
from itertools import chain, repeat
from math import exp

from names_data import OUTSIDE, SILVER
from neural.news import Row, news_texts, write_labelled
from shared import absence, shared_folder

from musnad.lexicons import load_lexicon
from musnad.stages.read_language import NeuralTagger
from musnad.stages.read_language.mentions import find_by_rules
from musnad.stages.read_language.mentions_scan import make_scan
from musnad.stages.read_language.names_chain import KINDS
from musnad.stages.read_language.names_features import rule_marks
from musnad.stages.read_language.names_neural import windows
from musnad.stages.read_language.names_tagger import Tagged
from musnad.text.analysis import analyse
from musnad.trained import trained_path
from musnad.trained.weights import SCALE, Cells

MODEL = "names_neural.onnx"
KIND_OF = {kind: label for label, kind in KINDS.items()}


def main() -> None:
    """Writes the labelled sentences; the light tagger is not heard, for it learns from them."""
    shared = shared_folder()
    if shared is None:
        print(absence("News was"))
        return
    tagger = NeuralTagger(trained_path(MODEL).read_bytes(), hears_light=False)
    SILVER.parent.mkdir(exist_ok=True)
    write_labelled(SILVER, chain.from_iterable(map(labelled, news_texts(shared), repeat(tagger))))
    print(f"{SILVER.name}: {SILVER.stat().st_size} bytes")


def labelled(text: str, tagger: NeuralTagger) -> Iterator[list[Row]]:
    """Gives the sentences of an article: each word with its label and how likely that is."""
    analysis = analyse(text)
    scan = make_scan(analysis, load_lexicon())
    tagged = tagger.tag(scan, rule_marks(find_by_rules(scan), len(scan.keys)))
    labels, numbers = labels_of(tagged), tagged.chain.labels.index
    for window in windows(scan):
        yield [
            (
                analysis.text[analysis.tokens.starts[at] : analysis.tokens.ends[at]],
                labels.get(at, OUTSIDE),
                share(tagged.rows[at], numbers(labels.get(at, OUTSIDE))),
            )
            for at in range(*window)
        ]


def labels_of(tagged: Tagged) -> dict[int, str]:
    """Gives the labels of the words in names."""
    labels = {}
    for each in tagged.proposals:
        kind = KIND_OF[each.type]
        labels.update((at, f"I-{kind}") for at in range(each.first, each.last))
        labels[each.first] = f"B-{kind}"
    return labels


def share(row: Cells, label: int) -> float:
    """Gives how likely a label is by what the tagger made of the word itself."""
    return 1.0 / sum(exp((cell - row[label]) / SCALE) for cell in row)


if __name__ == "__main__":
    main()
