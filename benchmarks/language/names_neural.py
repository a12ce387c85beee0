"""How well names are found with the neural tagger, counted as in `names.py`.

Beside it: what the tagger proposes by itself, with nothing of the rules but their signs, counted
plainly (no noun is left out before a name), and what the trial of such a tagger reached by itself,
counted so too.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora.entities import Labelled, spans

from language import Row, Table
from language.names import NO_HEADS, Name, corpora, count, plain_article, word_spans
from musnad.errors import MusnadError
from musnad.lexicons import load_lexicon
from musnad.pipeline.neural import NEURAL, load_neural, model_path
from musnad.stages.read_language import NeuralTagger, read_language
from musnad.stages.read_language.mentions_scan import Scan
from musnad.stages.read_language.names_tagger import Tagged
from musnad.text.analysis import analyse

LABEL = {"person": "PERS", "place": "LOC", "organisation": "ORG"}
TRIAL = {"CLEANANERCorp test": 0.705, "AQMAR test": 0.677}


class Heard:
    """The tagger, with what it said of the last text."""

    def __init__(self, tagger: NeuralTagger) -> None:
        self.tagger = tagger
        self.proposed: set[Name] = set()

    def tag(self, scan: Scan, marks: Sequence[str]) -> Tagged:
        """Gives what the tagger makes of an article, and keeps it as spans of words."""
        tagged = self.tagger.tag(scan, marks)
        text, tokens = scan.analysis.text, scan.analysis.tokens
        at = [text.count(" ", 0, start) for start in tokens.starts]
        self.proposed = {
            (at[each.first], at[each.last - 1] + 1, LABEL[each.type]) for each in tagged.proposals
        }
        return tagged


def measure(shared: Path) -> Table:
    """Gives F1 on both corpora; no rows, and the reason, where the tagger is not installed."""
    about = "exact span and type, with --names neural"
    try:
        model = str(model_path(NEURAL))
    except MusnadError as error:
        return Table("Names, neural", about, (), (f"left out: {error.detail}",))
    return Table("Names, neural", about, list(rows(shared, Heard(load_neural(model)))))


def rows(shared: Path, heard: Heard) -> Iterator[Row]:
    """Gives a row for each corpus."""
    for name, sentences, nameless in corpora(shared):
        read = [found(heard, sentence) for sentence in sentences]
        ours, proposed = [one for one, _ in read], [other for _, other in read]
        others = (
            ("every body counted", again(sentences, ours, NO_HEADS)),
            ("the tagger alone", plain(sentences, proposed)),
            ("the trial alone", TRIAL[name]),
        )
        whole = again(sentences, ours, nameless)
        yield Row(f"entities with neural, {name}, F1", whole, others)


def found(heard: Heard, sentence: Labelled) -> tuple[set[Name], set[Name]]:
    """Gives the names that Musnad finds in a sentence, and those that the tagger proposed."""
    words = [word for word, _ in sentence]
    text = " ".join(words)
    language = read_language(plain_article(text), analyse(text), load_lexicon(), heard)
    return word_spans(words, language.mentions), heard.proposed


def again(
    sentences: Sequence[Labelled], names: Sequence[set[Name]], nameless: frozenset[str]
) -> float:
    """Gives F1 of names that were found before."""
    held = iter(names)
    return count(sentences, lambda _: next(held), nameless)["all"].f1


def plain(sentences: Sequence[Labelled], proposed: Sequence[set[Name]]) -> float:
    """Gives F1 of what was proposed, the spans of the corpus as they are."""
    right = found = there = 0
    for sentence, ours in zip(sentences, proposed, strict=True):
        gold = {name for name in spans(label for _, label in sentence) if name[2] != "MISC"}
        right, found, there = right + len(gold & ours), found + len(ours), there + len(gold)
    return 2 * right / (found + there)
