"""How well names are found: exact span and type of PERS, LOC and ORG in two corpora.

The words of a sentence are joined by single spaces, and the language stage reads that text alone.
A mention covers the words that its span touches, so that an attached «و» or «ل» is no fault:
both corpora leave clitics inside. What counts as what:

* `person` is PERS, by the name alone: title and post stand outside in both corpora. A post without
  a name, «الوزارة» for a body named before and «الأخير» are no names there and are left out.
* `place` is LOC. `organisation` and `media` are ORG. `group` (peoples: «الروس») is not counted.
* MISC of the corpora is not counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from corpora.entities import Labelled, aqmar, cleananercorp_test, spans

from language import Row, Table
from language.names_baseline import baseline_labels, train_baseline
from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Mention
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

LABEL = {"person": "PERS", "place": "LOC", "organisation": "ORG", "media": "ORG"}
NAMELESS = frozenset(("mentions.post", "mentions.nominal"))


Name = tuple[int, int, str]
Finder = Callable[[list[str]], Iterable[Name]]


class Counts(NamedTuple):
    """Names found, names there, and names found right."""

    found: int
    there: int
    right: int

    @property
    def f1(self) -> float:
        """Gives the harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.there) if self.right else 0.0

    def told(self) -> str:
        """Gives precision, recall and F1 in words."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.there, 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  of {self.there}"


def measure(shared: Path) -> Table:
    """Gives F1 on both corpora, beside a CRF with gazetteer and no rules, trained in this run."""
    tagger = train_baseline(shared)
    rows, notes = [], []
    for name, sentences in corpora(shared):
        ours = count(sentences, found_names)
        plain = count(sentences, lambda words: spans(baseline_labels(tagger, words)))
        others = (("CRF + gazetteer", plain["all"].f1),)
        rows.append(Row(f"entities, {name}, F1", ours["all"].f1, others, f"entities {name} F1"))
        notes += [f"{name} {kind}: {ours[kind].told()}" for kind in ("PERS", "LOC", "ORG")]
    return Table(
        "Names", "exact span and type; the CRF learnt ANERcorp and AQMAR train", rows, notes
    )


def corpora(shared: Path) -> Iterator[tuple[str, list[Labelled]]]:
    """Gives both corpora by name."""
    yield "CLEANANERCorp test", cleananercorp_test(shared)
    yield "AQMAR test", aqmar(shared, "test")


def count(sentences: Iterable[Labelled], finder: Finder) -> dict[str, Counts]:
    """Gives the counts by type, and of all together under `all`."""
    found, there, right = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        words, labels = zip(*sentence, strict=True)
        gold = {name for name in spans(labels) if name[2] != "MISC"}
        ours = {name for name in finder(list(words)) if name[2] != "MISC"}
        for counter, names in ((found, ours), (there, gold), (right, gold & ours)):
            counter.update(kind for *_, kind in names)
            counter["all"] += len(names)
    return {kind: Counts(found[kind], there[kind], right[kind]) for kind in there}


def found_names(words: list[str]) -> set[Name]:
    """Gives the names that Musnad finds in the words of a sentence."""
    text = " ".join(words)
    language = read_language(plain_article(text), analyse(text), load_lexicon())
    return word_spans(words, language.mentions)


def word_spans(words: list[str], mentions: Iterable[Mention]) -> set[Name]:
    """Gives the mentions that are names as (first word, word after the last, label)."""
    at = [number for number, word in enumerate(words) for _ in range(len(word) + 1)]
    return {
        (at[mention.start], at[mention.end - 1] + 1, LABEL[mention.type])
        for mention in mentions
        if mention.type in LABEL and mention.made_by not in NAMELESS
    }


def plain_article(text: str) -> Article:
    """Gives an article of this text of which nothing else is known."""
    absent = dict.fromkeys(
        ("url", "outlet", "title", "subtitle", "byline", "section", "published", "dateline",
         "part_of")
    )  # fmt: skip
    page = {"sha256": "", "encoding": "utf-8", "map": []}
    named = {"id": "plain", "text_sha256": "", "source_id": "plain", "language": "ar"}
    lists = {"tags": [], "credits": []}
    return msgspec.convert({**absent, **named, **lists, "text": text, "page": page}, Article)
