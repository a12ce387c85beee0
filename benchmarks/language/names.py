"""How well names are found: exact span and type of PERS, LOC and ORG in two corpora.

The words of a sentence are joined by single spaces, and the language stage reads that text alone.
A mention covers the words that its span touches, so that an attached «و» or «ل» is no fault:
both corpora leave clitics inside. What counts as what:

* `person` is PERS, by the name alone: title and post stand outside in both corpora. A post without
  a name, «الوزارة» for a body named before and «الأخير» are no names there and are left out.
* `place` is LOC. `organisation` and `media` are ORG. `group` (peoples: «الروس») is not counted.
* MISC of the corpora is not counted.
* «مدينة س», «صحيفة س», «شركة س»: both corpora mostly leave the nouns of HEADS out of a name that
  follows them without «ال» or in quotation marks (389 to 44 times for places, 113 to 19 for papers,
  channels, companies, clubs in the training parts), Musnad's mentions mostly begin with them. A
  name counts by the words after the noun, up to the closing mark where they are quoted, without an
  adjective of nation at the end («صحيفة س الروسية»): in the corpora, in ours and in the baseline.
* «وزارة س», «الجيش السوري»: of 343 bodies with a noun of STATE_BODIES at their head that rules find
  in ANERcorp's training part none is a name there. In CLEANANERCorp they are not counted, neither
  in the corpus nor in ours nor in the baseline; AQMAR has them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from corpora.entities import Labelled, aqmar, cleananercorp_test, spans

from language import Row, Table
from language.names_baseline import baseline_labels, train_baseline
from musnad.fold import fold_key
from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Mention
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

LABEL = {"person": "PERS", "place": "LOC", "organisation": "ORG", "media": "ORG"}
NAMELESS = frozenset(("mentions.post", "mentions.nominal"))


PLACE_HEADS = """مدينة منطقة إقليم قطاع بلدة قرية حي شارع ميناء مطار مخيم محافظة ولاية مقاطعة
نهر جبل دولة شمال جنوب شرق غرب وسط قاعدة"""
BODY_HEADS = "صحيفة مجلة جريدة قناة وكالة شبكة موقع تلفزيون شركة نادي حركة"
HEADS = {
    "LOC": frozenset(PLACE_HEADS.split()),
    "ORG": frozenset(BODY_HEADS.split()),
    "PERS": frozenset[str](),
}
"""Nouns that stand outside of a name in the corpora, inside of Musnad's mention."""
STATE_BODIES = frozenset(
    "وزارة خارجية جيش قوات شرطة جهاز قيادة رئاسة إدارة هيئة منتخب".split()  # noqa: SIM905
)
"""Nouns at the head of bodies that ANERcorp does not hold for names."""
NO_HEADS = frozenset[str]()
QUOTES = frozenset("\"«»“”'")

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
    for name, sentences, nameless in corpora(shared):
        ours = count(sentences, found_names, nameless)
        plain = count(sentences, lambda words: spans(baseline_labels(tagger, words)), nameless)
        others = (("CRF + gazetteer", plain["all"].f1),)
        rows.append(Row(f"entities, {name}, F1", ours["all"].f1, others, f"entities {name} F1"))
        notes += [f"{name} {kind}: {ours[kind].told()}" for kind in ("PERS", "LOC", "ORG")]
    return Table(
        "Names", "exact span and type; the CRF learnt ANERcorp and AQMAR train", rows, notes
    )


def corpora(shared: Path) -> Iterator[tuple[str, list[Labelled], frozenset[str]]]:
    """Gives both corpora: name, sentences, and heads of bodies that are no names there."""
    yield "CLEANANERCorp test", cleananercorp_test(shared), STATE_BODIES
    yield "AQMAR test", aqmar(shared, "test"), NO_HEADS


def count(
    sentences: Iterable[Labelled], finder: Finder, nameless: frozenset[str] = NO_HEADS
) -> dict[str, Counts]:
    """Gives the counts by type, and of all together under `all`."""
    found, there, right = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        words, labels = zip(*sentence, strict=True)
        gold = named(words, spans(labels), nameless)
        ours = named(words, finder(list(words)), nameless)
        for counter, names in ((found, ours), (there, gold), (right, gold & ours)):
            counter.update(kind for *_, kind in names)
            counter["all"] += len(names)
    return {kind: Counts(found[kind], there[kind], right[kind]) for kind in there}


def named(words: Sequence[str], names: Iterable[Name], nameless: frozenset[str]) -> set[Name]:
    """Gives the names that count, by the words that count."""
    return {
        without_head(words, name)
        for name in names
        if name[2] in HEADS and not (name[2] == "ORG" and begins(words[name[0]], nameless))
    }


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


def without_head(words: Sequence[str], name: Name) -> Name:
    """Gives the name without a noun before it that the corpora leave outside."""
    first, last, label = name
    if (
        last - first < 2
        or not begins(words[first], HEADS[label])
        or words[first + 1].startswith("ال")
    ):
        return name
    if words[first + 1] not in QUOTES:
        nation = last - first > 2 and of_nation(words[last - 1])
        return first + 1, last - nation, label
    closing = (at for at in range(first + 2, last) if words[at] in QUOTES)
    return first + 2, next(closing, last), label


def of_nation(word: str) -> bool:
    """Tells whether a word is a definite adjective of a nation."""
    known = load_lexicon().word(fold_key(word))
    return known is not None and known.demonym is not None and known.definite


def begins(word: str, nouns: frozenset[str]) -> bool:
    """Tells whether a word is one of the nouns, a particle or article before it or not."""
    bare = word[1:] if word[0] in "ولبفك" and word not in nouns else word
    bare = "ا" + bare if bare.startswith("لل") else bare
    return word in nouns or bare in nouns or bare.removeprefix("ال") in nouns


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
