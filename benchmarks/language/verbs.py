"""Lemmas of verbs, measured on UD_Arabic-PUD."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import simplemma
from corpora.treebank import Part, Sentence, pud

from language import Row, Table
from musnad.fold import fold_key
from musnad.text.verb_records import VerbReading
from musnad.text.verbs import pick_verb, read_verb

TEST = 800
"""Sentences from here on were not looked at when the table and the choice were made."""
FEATURES = {"Person": "person", "Gender": "gender", "Number": "number"}
NUMBERS = {"Sing": "s", "Dual": "d", "Plur": "p"}
ABOUT = (
    "UD_Arabic-PUD, words tagged VERB in the treebank, as it cuts them from their clitics; lemmas"
    " without vowels, hamza, final ى and ة folded"
)


class Verb(NamedTuple):
    """A verb of the treebank between the printed words before and after it."""

    part: Part
    before: str
    after: str


def verbs(sentences: list[Sentence]) -> Iterator[Verb]:
    """Gives the verbs with their neighbours; particles and pronouns cut off are none."""
    for sentence in sentences:
        for at, written in enumerate(sentence):
            before = sentence[at - 1].form if at else ""
            after = sentence[at + 1].form if at + 1 < len(sentence) else ""
            yield from (Verb(part, before, after) for part in written.parts if part.tag == "VERB")


def lemma_key(lemma: str) -> str:
    """Gives a lemma as it is compared."""
    return fold_key(lemma)


def measure(shared: Path) -> Table:
    """Gives the shares of verbs with the right lemma, with it among the readings, and features."""
    found = list(verbs(pud(shared)))
    later = list(verbs(pud(shared)[TEST:]))
    return Table(
        "Verbs",
        ABOUT,
        (
            _lemmas("lemma, all sentences", found, "verb lemma"),
            _lemmas("lemma, sentences 801 to 1000", later, "verb lemma, test"),
            Row("lemma among the readings", _share(found, _among), floor="verb readings"),
            Row("inflection", _share(found, _inflected), floor="verb inflection"),
        ),
    )


def _lemmas(what: str, found: list[Verb], floor: str) -> Row:
    other = sum(_simple(verb) == lemma_key(verb.part.lemma) for verb in found) / len(found)
    return Row(what, _share(found, _right), (("simplemma", other),), floor)


def _share(found: list[Verb], holds: Callable[[Verb], bool]) -> float:
    return sum(map(holds, found)) / len(found)


def _readings(verb: Verb) -> tuple[VerbReading, ...]:
    return read_verb(fold_key(verb.part.form), verb.part.form)


def _picked(verb: Verb) -> VerbReading | None:
    return pick_verb(_readings(verb), verb.before, verb.after)


def _right(verb: Verb) -> bool:
    picked = _picked(verb)
    return picked is not None and lemma_key(picked.lemma) == lemma_key(verb.part.lemma)


def _among(verb: Verb) -> bool:
    return lemma_key(verb.part.lemma) in {lemma_key(each.lemma) for each in _readings(verb)}


def _inflected(verb: Verb) -> bool:
    picked = _picked(verb)
    wanted = dict(pair.split("=") for pair in verb.part.features.split("|") if "=" in pair)
    if picked is None or (picked.tense == "past") != (wanted.get("Aspect") == "Perf"):
        return False
    return all(
        getattr(picked, ours) in ("", NUMBERS.get(value, value[0].lower()))
        for theirs, ours in FEATURES.items()
        if (value := wanted.get(theirs))
    )


def _simple(verb: Verb) -> str:
    return lemma_key(simplemma.lemmatize(verb.part.form, lang="ar"))
