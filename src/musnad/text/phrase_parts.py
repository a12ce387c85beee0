"""One noun phrase under reading: its segments, and how it is displayed as a name."""

from collections.abc import Iterator

from musnad.lexicons import Noun, Word
from musnad.model.records import SpeakerKind
from musnad.text.names import PEOPLE, plain_words, printed_span
from musnad.text.phrase_records import Phrase


def stands_bare(phrase: Phrase, word: Word) -> bool:
    """Tells whether a definite noun stands alone or with adjectives only («الوزير السوري»)."""
    if not word.definite and not word.owned:
        return False
    for at in range(phrase.first + 1, phrase.end):
        key = phrase.analysis.tokens.keys[at]
        other = phrase.analysis.word(at, phrase.lexicon)
        adjective = key.startswith("ال") and key[2:] in phrase.lexicon.adjectives
        if not (adjective or (other is not None and other.demonym is not None)):
            return False
    return True


def counted_kind(phrase: Phrase, head: str) -> SpeakerKind | None:
    """Gives the kind of «أحد المواقع» and «بعض الدراسات» by what is counted, None for several.

    One of several people is nobody named; «أكثر وضوحا» counts nothing.
    """
    keys, at = phrase.analysis.tokens.keys, phrase.first + 1
    if head == MORE and keys[at : at + 1] != [OF]:
        return "unknown"
    at += keys[at : at + 1] == [OF]
    word = phrase.analysis.word(at, phrase.lexicon) if at < phrase.end else None
    classes = word.noun.classes if word is not None and word.noun is not None else frozenset()
    kinds: tuple[SpeakerKind, ...] = ("media", "document")
    found = next((kind for kind in kinds if kind in classes), None)
    return found or ("anonymous" if head in ONE_OF and classes & PEOPLE else None)


PRESS = "إعلام"
MORE, OF = "اكثر", "من"
ONE_OF = frozenset({"احد", "احدي"})


def display_phrase(phrase: Phrase, word: Word | None, *, whole: bool = False) -> str:
    """Gives the phrase as one would name it: no clitic, nominative, no relative clause."""
    analysis = phrase.analysis
    end = phrase.end if whole else _name_end(phrase)
    start, stop = printed_span(analysis, phrase.first, end)
    printed = analysis.text[start:stop]
    cut = word.cut if word is not None else 0
    piece = printed[cut:]
    if cut and printed[cut - 1] == "ل" and piece.startswith("ل"):
        piece = "ا" + piece
    words = plain_words(piece)
    if word is not None and word.noun is not None:
        words = list(_nominative(words, word, word.noun))
    return " ".join(words)


def _name_end(phrase: Phrase) -> int:
    keys = phrase.analysis.tokens.keys
    for at in range(phrase.first + 1, phrase.end):
        if keys[at] in phrase.lexicon.relatives:
            return at
    return phrase.end


def _nominative(words: list[str], word: Word, noun: Noun) -> Iterator[str]:
    """«مصدرا عراقيا» → «مصدر عراقي», «مراقبين» → «مراقبون», «طرفي النزاع» → «طرفا النزاع»."""
    first = words[0]
    if noun.number == "pl" and first.endswith("ين"):
        yield first[:-2] + "ون"
    elif noun.number == "du" and first.endswith("ين"):
        yield first[:-2] + "ان"
    elif noun.number == "du" and first.endswith(("ي", "ى")):
        yield first[:-1] + "ا"
    elif _accusative(word, noun, first):
        yield from (_bare_accusative(each) for each in words)
        return
    else:
        yield first
    yield from words[1:]


def _accusative(word: Word, noun: Noun, first: str) -> bool:
    bare = not (word.definite or word.owned) and noun.number == "sg"
    return bare and first.endswith("ا") and not noun.lemma.endswith("ا")


def _bare_accusative(word: str) -> str:
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def press_name(name: str) -> str:
    """«إعلام إسرائيلي»: gives the usual «وسائل إعلام إسرائيلية»."""
    _, *nisbas = name.split()
    if not nisbas or not all(word.endswith("ي") for word in nisbas):
        return name
    return " ".join(("وسائل", PRESS, *(word + "ة" for word in nisbas)))
