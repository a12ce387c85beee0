"""Words of the treebanks as particles, stem and pronoun, under one convention.

Cut off are the particles و ف ب ل ك س and the attached pronouns; «ال» is not. A word of
UD_Arabic-PUD is what is written without a space, its parts are the syntactic words; words with
other parts («مما» as «م» and «ما», two words run together) are left out.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pycrfsuite

from corpora.treebank import Sentence, Written, is_arabic
from musnad.text.cuts import LEADS, PRONOUNS, Items, cut_items, labels_of
from musnad.text.segments import SPELLING
from musnad.trained.frequencies import word_bands

Parts = tuple[str, ...]
ASKING = "ا"  # «أ» before «لا»
SETTINGS = {"c1": 0.3, "c2": 0.5, "max_iterations": 80, "feature.possible_transitions": False}


def word_parts(sentence: Sentence) -> Iterator[Parts]:
    """Gives the parts of each Arabic word of a sentence that has parts of the convention."""
    for written in sentence:
        if is_arabic(written.form):
            parts = parts_of(written)
            if parts:
                yield parts


def parts_of(written: Written) -> Parts:
    """Gives the parts of a word as spellings, none when they are no clitics and one stem."""
    parts = tuple(part.form.translate(SPELLING) for part in written.parts)
    stem = 0
    while stem < len(parts) - 1 and (parts[stem] in LEADS or parts[stem] == ASKING):
        stem += 1
    rest = parts[stem:]
    return parts if len(rest) == 1 or (len(rest) == 2 and rest[1] in PRONOUNS) else ()


def cut_of(parts: Parts) -> tuple[int, int] | None:
    """Gives the letters of particles and of the pronoun, None when they cannot be had.

    «به» has «ب» as its stem; «أ» before a word is never cut.
    """
    if ASKING in parts[:-1]:
        return None
    tail = len(parts) > 1 and parts[-1] in PRONOUNS and (len(parts) > 2 or parts[0] in "بلك")
    tail = tail or (len(parts) > 1 and parts[-2] not in LEADS)
    return (len(parts) - 1 - tail, len(parts[-1]) if tail else 0)


def train_segmenter(words: Iterable[Parts], target: Path) -> None:
    """Writes the model that the words teach; the same words give the same bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for parts in words:
        spelling, cut = "".join(parts), cut_of(parts)
        items = items_of(spelling)
        if items and cut is not None:
            trainer.append(items, labels_of(spelling, *cut))
    trainer.train(str(target))


@cache
def items_of(spelling: str) -> Items:
    """Gives the features of the possible cuts of a word, worked out once."""
    return cut_items(spelling, word_bands().band)
