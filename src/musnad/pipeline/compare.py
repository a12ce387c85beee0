"""Two readings of one article, made of two states of its page, are compared."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import accumulate

from msgspec.structs import replace

from musnad.fold import fold_key, line_key
from musnad.model.changes import Field, Notice, Said, SaidThen, StatementChange, VersionChange
from musnad.model.records import Reading, Statement
from musnad.stages.clean_articles.furniture import furniture_phrases
from musnad.text.changes import compare_texts, likeness

MODIFIED_LINE, SITE_LINE = "clean.modified-line", "clean.site-repeat"
CORRECTION = "correction"
WHAT: tuple[Said, ...] = ("speaker", "act", "content")
NOTE_LETTERS = 100
"""Letters of a paragraph in which a label such as «تصحيح:» may stand."""
SAME_CONTENT = 0.5
"""Share of common words from which two contents are one that was changed."""


def compare_readings(before: Reading, after: Reading, *, comparable: bool = True) -> VersionChange:
    """Gives what `after` changed: fields, words, statements, and how the page tells of it."""
    before, after = _without_site_lines(before, after)
    fields = changed_fields(before, after)
    paragraphs = compare_texts(before.article.text, after.article.text) if "text" in fields else ()
    notices = find_notices(before, after)
    return VersionChange(
        fields=fields,
        paragraphs=paragraphs,
        statements=compare_statements(before.statements, after.statements),
        notices=notices,
        silent=bool(fields) and not notices and comparable,
        comparable=comparable,
    )


def changed_fields(before: Reading, after: Reading) -> tuple[Field, ...]:
    """Gives what makes another version of an article: its title, its text, its date."""
    one, other = (each.article for each in _without_site_lines(before, after))
    changed: list[Field] = []
    if _words(one.title) != _words(other.title):
        changed.append("title")
    if _words(one.text) != _words(other.text):
        changed.append("text")
    if _date(before) != _date(after):
        changed.append("date")
    return tuple(changed)


def _words(text: str | None) -> list[str]:
    return (text or "").split()


def _date(reading: Reading) -> str | None:
    published = reading.article.published
    return published.value if published else None


def _without_site_lines(before: Reading, after: Reading) -> tuple[Reading, Reading]:
    """Gives both without the lines that either left out because their site repeats them.

    What is known of a site grows: a line left out today may have been kept the time before.
    """
    keys = {line_key(line) for one in (before, after) for line in _left(one, SITE_LINE)}
    return (_without(before, keys), _without(after, keys)) if keys else (before, after)


def _without(reading: Reading, keys: set[str]) -> Reading:
    """Gives the reading without these lines and what is said in them; offsets stay as they were."""
    lines = reading.article.text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    kept = [(start, line) for start, line in zip(starts, lines, strict=False)
            if line_key(line) not in keys]  # fmt: skip
    places = [range(start, start + len(line)) for start, line in kept]
    text = "\n".join(line for _, line in kept)
    return replace(
        reading,
        article=replace(reading.article, text=text),
        statements=tuple(
            one for one in reading.statements if any(one.cue.start in place for place in places)
        ),
    )


# --- what the page says of its change ------------------------------------------------------


def find_notices(before: Reading, after: Reading) -> tuple[Notice, ...]:
    """Gives how the page tells in `after` of a change that it did not tell of in `before`."""
    return tuple(_notices(before, after))


def _notices(before: Reading, after: Reading) -> Iterable[Notice]:
    modified, earlier = after.article.modified, before.article.modified
    if modified and (earlier is None or earlier.value < modified.value):
        yield Notice(kind="modified", text=modified.value)
    else:
        lines = _left(after, MODIFIED_LINE) - _left(before, MODIFIED_LINE)
        yield from (Notice(kind="modified", text=line) for line in sorted(lines))
    old = {fold_key(line) for line in _notes(before)}
    for note in _notes(after):
        if fold_key(note) not in old:
            yield Notice(kind="note", text=note)


def _left(reading: Reading, rule: str) -> set[str]:
    return {one.text.strip() for one in reading.dropped if one.rule == rule}


def _notes(reading: Reading) -> list[str]:
    """Gives the notes of the editors, left out of the article or standing in it."""
    notes = [one.text.strip() for one in reading.dropped if one.kind == CORRECTION]
    return notes + [line for line in reading.article.text.split("\n") if _is_note(line)]


def _is_note(line: str) -> bool:
    found = furniture_phrases().find(line[:NOTE_LETTERS])
    return found is not None and found.kind == CORRECTION


# --- statements ----------------------------------------------------------------------------


def compare_statements(
    before: Iterable[Statement], after: Iterable[Statement]
) -> tuple[StatementChange, ...]:
    """Gives the statements that went, came, or are another's, of another act or in other words.

    Those that went come first.
    """
    old, new = [_said(one) for one in before], [_said(one) for one in after]
    _paired(old, new, _same)
    changed = [*_paired(old, new, _same_content), *_paired(old, new, _alike)]
    gone = [StatementChange(before=one, after=None) for one in old]
    come = [StatementChange(before=None, after=one) for one in new]
    return (*gone, *(_change(one, other) for one, other in changed), *come)


def _said(statement: Statement) -> SaidThen:
    return SaidThen(
        id=statement.id,
        speaker=statement.speaker.name,
        act=statement.act,
        content=" … ".join(" ".join(span.text.split()) for span in statement.content),
    )


def _paired(
    old: list[SaidThen], new: list[SaidThen], likes: Callable[[SaidThen, SaidThen], float]
) -> list[tuple[SaidThen, SaidThen]]:
    """Takes out of both lists the pairs that are like each other, each with the most like one."""
    pairs = []
    for one in list(old):
        best = max(new, key=partial(likes, one), default=None)
        if best is not None and likes(one, best) > 0:
            pairs.append((one, best))
            old.remove(one)
            new.remove(best)
    return pairs


def _same(one: SaidThen, other: SaidThen) -> float:
    return float(_key(one) == _key(other))


def _key(said: SaidThen) -> tuple[str, str, str]:
    return fold_key(said.speaker), said.act, fold_key(said.content)


def _same_content(one: SaidThen, other: SaidThen) -> float:
    return float(bool(one.content) and fold_key(one.content) == fold_key(other.content))


def _alike(one: SaidThen, other: SaidThen) -> float:
    like = likeness(fold_key(one.content), fold_key(other.content))
    return like + 0.1 * (one.speaker == other.speaker) if like >= SAME_CONTENT else 0.0


def _change(one: SaidThen, other: SaidThen) -> StatementChange:
    keys = zip(WHAT, _key(one), _key(other), strict=True)
    return StatementChange(
        before=one, after=other, what=tuple(name for name, was, is_ in keys if was != is_)
    )
