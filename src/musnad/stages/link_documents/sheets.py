"""A reading is reduced to what linking needs, so that memory stays small."""

from array import array
from dataclasses import dataclass
from datetime import date

from musnad.fold import fold_key
from musnad.model.records import Article, Reading, Statement
from musnad.stages.link_documents.words import (
    content_words,
    folded_words,
    hashed,
    listed,
    name_key,
    same_name,
    stem,
)
from musnad.text.quotes import find_quotes

HEAD_WORDS = 60
QUOTED_WORDS = 4
UNNAMED = frozenset({"anonymous", "document", "media", "unknown"})
NEAR_CUE = 90
Name = frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its content reduced to stems, who said it, who passed it on.

    `told` are the folded words whose stems are `stems`; `words` leaves out names of who told it;
    `near` are media named beside the cue, `told_to` the publisher when it is one of them;
    `denial` is what it denies, when it denies a fact.
    """

    id: str
    article: str
    content: str
    told: tuple[str, ...]
    stems: tuple[str, ...]
    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    counts: frozenset[tuple[str, float]]
    numbers: frozenset[str]
    speaker: str
    kind: str
    source: Name
    entity: str | None
    carriers: tuple[tuple[Name, str], ...]
    near: tuple[tuple[Name, str], ...]
    denies: bool
    denial: frozenset[str]
    direct: bool
    told_to: str
    day: int | None

    @property
    def named(self) -> bool:
        """Tells whether the speaker is known by name."""
        return self.kind not in UNNAMED


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article: its words as numbers, its head as stems, whom it credits, what it reports."""

    id: str
    outlet: str | None
    outlet_key: Name
    title: str | None
    published: str | None
    day: int | None
    words: "array[int]"
    head: frozenset[str]
    credits: tuple[tuple[Name, str], ...]
    said: tuple[Said, ...]

    def account(self, one: Said) -> tuple[Said, ...]:
        """Gives all that the source of a statement tells in the article, if it is unnamed."""
        if one.named:
            return (one,)
        return tuple(
            other
            for other in self.said
            if other is one
            or (not other.named and (one.source <= other.source or other.source <= one.source))
        )

    @property
    def order(self) -> tuple[str, bool, str, str]:
        """Sorts by publication: a known hour before a mere day, unknown last; then by id."""
        value = self.published or "~"
        return value[:10], "T" not in value, value, self.id


def make_sheet(reading: Reading) -> Sheet:
    """Gives the sheet of a reading."""
    article = reading.article
    words = folded_words(article.text)
    day = _day(article)
    return Sheet(
        id=article.id,
        outlet=article.outlet.name if article.outlet else None,
        outlet_key=_outlet_key(article),
        title=article.title,
        published=article.published.value if article.published else None,
        day=day,
        words=array("L", map(hashed, words)),
        head=frozenset(map(stem, content_words(words[:HEAD_WORDS]))),
        credits=_names(
            (*article.credits, *(article.dateline.agencies if article.dateline else ()))
        ),
        said=tuple(_said(one, reading, day) for one in _upheld(reading.statements)),
    )


def _upheld(statements: tuple[Statement, ...]) -> list[Statement]:
    """Leaves out what a denial only repeats in order to deny it."""
    denials = [one for one in statements if one.act == "deny" and one.content]
    return [
        one
        for one in statements
        if one.content
        and not any(d.id != one.id and _holds(d, one.content[0].start) for d in denials)
    ]


def _said(made: Statement, reading: Reading, day: int | None) -> Said:
    content = " ".join(span.text for span in made.content)
    told = content_words(folded_words(content))
    stems = tuple(map(stem, told))
    carriers, source = _names(_carriers(made)), name_key(made.speaker.name, "source_words")
    near, outlet = _names(_media_near(made, reading)), _outlet_key(reading.article)
    told_by = source.union(*(key for key, _ in carriers))
    counted = [q for q in reading.quantities if _holds(made, q.start) and q.value is not None]
    return Said(
        id=made.id,
        article=reading.article.id,
        content=content,
        told=tuple(told),
        stems=stems,
        words=frozenset(stems) - told_by,
        runs=frozenset(_runs(made, content)),
        counts=frozenset((q.role, float(q.value or 0)) for q in counted if q.role != "other"),
        numbers=frozenset(word for word in stems if word.isdigit()),
        speaker=made.speaker.name,
        kind=made.speaker.kind,
        source=source,
        entity=made.speaker.entity,
        carriers=carriers,
        near=near,
        denies=made.act == "deny" or made.polarity == "negated",
        denial=_denial(made, told),
        direct=made.mode == "direct",
        told_to=next((name for key, name in near if same_name(key, outlet)), ""),
        day=day,
    )


def _outlet_key(article: Article) -> Name:
    return name_key(article.outlet.name, "agency_words") if article.outlet else frozenset()


def _media_near(made: Statement, reading: Reading) -> tuple[str, ...]:
    start, end = made.cue.start - NEAR_CUE, made.cue.end + NEAR_CUE
    media = (m for m in reading.mentions if m.type == "media")
    return tuple(m.text for m in media if start <= m.start < end)


def _denial(made: Statement, told: list[str]) -> frozenset[str]:
    if made.act != "deny" or not listed("denial_lemmas") & set(folded_words(made.cue.lemma)):
        return frozenset()
    hearsay = listed("hearsay_words")
    return frozenset(stem(word) for word in told if word not in hearsay)


def _holds(made: Statement, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in made.content)


def _carriers(made: Statement) -> tuple[str, ...]:
    """A medium that speaks in its own voice carries what it says, like a relay."""
    own = (made.speaker.name,) if made.speaker.kind == "media" else ()
    return (*(relay.name for relay in made.relays), *own)


def _runs(made: Statement, content: str) -> list[tuple[str, ...]]:
    """Gives the runs of words that stand in quotation marks."""
    if made.mode == "direct":
        pieces = [content]
    else:
        pieces = [content[q.inner_start : q.inner_end] for q in find_quotes(content)]
    found = []
    for piece in pieces:
        words = folded_words(piece)
        found += [
            tuple(words[at : at + QUOTED_WORDS]) for at in range(len(words) - QUOTED_WORDS + 1)
        ]
    return found


def _names(names: tuple[str, ...]) -> tuple[tuple[Name, str], ...]:
    keyed = ((name_key(name, "agency_words"), name) for name in dict.fromkeys(names))
    return tuple((key, name) for key, name in keyed if key)


def _day(article: Article) -> int | None:
    value = article.published.value if article.published else ""
    try:
        return date.fromisoformat(fold_key(value)[:10]).toordinal()
    except ValueError:
        return None
