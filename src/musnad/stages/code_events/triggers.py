"""The words that name an event, found in the tokens of an article."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import EventType
from musnad.text.tokens import Tokens

_PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول")
_ARTICLES = ("ال", "وال", "فال", "بال", "لل", "وبال", "ولل", "كال")
_OWNED = ("ه", "ها", "هم", "هما")
_VERB_PREFIXES = ("", "و", "ف", "س", "وس")


class TriggerWord(NamedTuple):
    """A word of an event: its type, its lemma, and what part the next phrase plays."""

    type: EventType
    lemma: str
    kind: str


class Trigger(NamedTuple):
    """A trigger in tokens `start` to `end`."""

    word: TriggerWord
    start: int
    end: int


class EventWords(NamedTuple):
    """Folded triggers by first word, links to the other side by type, and words of status."""

    triggers: dict[str, tuple[tuple[tuple[str, ...], TriggerWord], ...]]
    links: dict[str, frozenset[str]]
    hypothetical: frozenset[str]
    denied: frozenset[str]


@cache
def event_words() -> EventWords:
    """Gives the folded tables of `lexicons/events.toml`."""
    table = builtin("events")
    rows: dict[str, list[tuple[tuple[str, ...], TriggerWord]]] = {}
    links = {}
    for event_type in get_args(EventType):
        for words, trigger in _rows(event_type, table[event_type]):
            rows.setdefault(words[0], []).append((words, trigger))
        links[event_type] = frozenset(map(fold_key, table[event_type]["with"]))
    ordered = {key: tuple(sorted(row, key=lambda r: -len(r[0]))) for key, row in rows.items()}
    status = table["status"]
    return EventWords(
        ordered,
        links,
        frozenset(map(fold_key, status["hypothetical"])),
        frozenset(map(fold_key, status["denied"])),
    )


def _rows(
    event_type: EventType, table: dict[str, Any]
) -> Iterator[tuple[tuple[str, ...], TriggerWord]]:
    for kind in ("agent", "patient", "weak", "phrases"):
        for phrase in table.get(kind, ()):
            first, *rest = fold_key(phrase).split()
            word = TriggerWord(event_type, fold_key(phrase), kind)
            for form in _noun_forms(first, bool(rest), phrase.split()[0].endswith("ة")):
                yield (form, *rest), word
    for verb in map(fold_key, table["verbs"]):
        for prefix in _VERB_PREFIXES:
            yield (prefix + verb,), TriggerWord(event_type, verb, "verb")


def _noun_forms(noun: str, in_phrase: bool, feminine: bool) -> Iterator[str]:
    for prefix in _PREFIXES:
        yield prefix + noun
        if not feminine:
            yield prefix + noun + "ا"
        if not in_phrase:
            owned = noun[:-1] + "ت" if feminine else noun
            yield from (prefix + owned + ending for ending in _OWNED)
    if not noun.startswith("ال"):
        yield from (article + noun for article in _ARTICLES)


def find_triggers(tokens: Tokens) -> list[Trigger]:
    """Gives the triggers of an article, in text order."""
    table, keys = event_words().triggers, tokens.keys
    found: list[Trigger] = []
    done = 0
    for at in [at for at, key in enumerate(keys) if key in table]:
        if at < done:
            continue
        for words, trigger in table[keys[at]]:
            if tuple(keys[at : at + len(words)]) == words:
                done = at + len(words)
                found.append(Trigger(trigger, at, done))
                break
    return found
