"""The sentences that the tagger of names learns from, as Musnad's own tokens."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpora.entities import Labelled, anercorp_training, aqmar, label, spans, wojood

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_by_rules
from musnad.stages.read_language.mentions_scan import Found, make_scan
from musnad.stages.read_language.names_features import rule_marks
from musnad.text.analysis import analyse

OUTSIDE = "O"
SILVER = Path(__file__).parents[1] / ".neural" / "news.tsv"
"""Where `label_news.py` writes the news that the neural tagger labelled."""
LEAST_SHARE = 0.5
"""A sentence with a word of which the teacher is less sure is left out."""
NAMELESS_TAKEN = 4
"""Of silver sentences without a name every so many-th is taken."""
FIRM = frozenset(("organisation", "media"))
PEOPLE_ENDINGS = ("ين", "ون")


class Sentence(NamedTuple):
    """The folded words of a sentence, what rules made of each, and the labels to learn."""

    keys: list[str]
    rules: list[str]
    labels: list[str]


def sentences(shared: Path) -> Iterator[Sentence]:
    """Gives all sentences labelled by people, corrected."""
    labelled = (
        *anercorp_training(shared), *aqmar(shared, "train"), *wojood(shared, "train")
    )  # fmt: skip
    return (sentence for each in labelled for sentence in tokenised(each))


def silver() -> Iterator[Sentence]:
    """Gives the sentences that a teacher labelled, most of those without a name left out."""
    nameless = 0
    for sentence in taught(SILVER):
        if all(label == OUTSIDE for label in sentence.labels):
            nameless += 1
            if nameless % NAMELESS_TAKEN:
                continue
        yield sentence


def taught(path: Path) -> Iterator[Sentence]:
    """Gives the sentences of a teacher's file: word, label and its share a line."""
    held: list[tuple[str, str, float]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3:
                held.append((cells[0], label(cells[1]), float(cells[2])))
                continue
            yield from _sure(held)
            held = []
    yield from _sure(held)


def _sure(held: list[tuple[str, str, float]]) -> Iterable[Sentence]:
    """Gives the sentence unless the teacher doubts a word of it."""
    if not held or min(share for *_, share in held) < LEAST_SHARE:
        return ()
    return tokenised([(word, label) for word, label, _ in held])


def tokenised(labelled: Labelled) -> Iterable[Sentence]:
    """Gives the sentence in tokens with corrected labels; none for an empty one."""
    words = [word for word, _ in labelled]
    analysis = analyse(" ".join(words))
    keys = analysis.tokens.keys
    if not keys:
        return ()
    found = find_by_rules(make_scan(analysis, load_lexicon()))
    at = [number for number, word in enumerate(words) for _ in range(len(word) + 1)]
    numbers = [at[start] for start in analysis.tokens.starts]
    labels = list(spread([label for _, label in labelled], numbers))
    return (Sentence(keys, rule_marks(found, len(keys)), corrected(keys, labels, found)),)


def spread(labels: list[str], numbers: list[int]) -> Iterator[str]:
    """Gives the labels of tokens, `numbers` being the words they are parts of; MISC is no name."""
    before = -1
    for number in numbers:
        label = OUTSIDE if labels[number].endswith("MISC") else labels[number]
        yield label.replace("B-", "I-") if number == before else label
        before = number


def corrected(keys: list[str], labels: list[str], found: Iterable[Found]) -> list[str]:
    """Gives the labels with known bodies that were passed over, and without peoples."""
    labels = list(labels)
    for first, last, kind in spans(labels):
        if kind == "PERS" and last == first + 1 and is_people(keys[first]):
            labels[first] = OUTSIDE
    for each in found:
        free = all(label == OUTSIDE for label in labels[each.first : each.last])
        if free and is_firm(each):
            labels[each.first] = "B-ORG"
            labels[each.first + 1 : each.last] = ["I-ORG"] * (each.last - each.first - 1)
    return labels


def is_people(key: str) -> bool:
    """Tells whether a word labelled as a person names a people («الروس», «الفاتحين»)."""
    word = load_lexicon().word(key)
    if word is not None:
        return word.demonym is not None and word.demonym.plural
    return key.startswith(("ال", "وال", "لل")) and key.endswith(PEOPLE_ENDINGS)


def is_firm(found: Found) -> bool:
    """Tells whether a mention is a body that the lexicon has under a name of several words."""
    return found.made_by == "mentions.known" and found.type in FIRM and found.last > found.first + 1
