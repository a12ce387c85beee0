"""What changed between the versions of an article that its page has shown."""

from typing import Literal

from musnad.model.records import Act, Published, Record

RunKind = Literal["same", "removed", "added"]
ParagraphKind = Literal["removed", "added", "changed"]
Field = Literal["title", "text", "date"]
Said = Literal["speaker", "act", "content"]
NoticeKind = Literal["modified", "note"]


class WordRun(Record, frozen=True, kw_only=True):
    """Words of a paragraph that stayed, went or came."""

    kind: RunKind
    text: str


class ParagraphChange(Record, frozen=True, kw_only=True):
    """A paragraph that went, came or has other words; its runs follow one another."""

    kind: ParagraphKind
    runs: tuple[WordRun, ...]


class SaidThen(Record, frozen=True, kw_only=True):
    """A statement as one version has it."""

    id: str
    speaker: str
    act: Act
    content: str


class StatementChange(Record, frozen=True, kw_only=True):
    """A statement that went, came or changed; `what` names what of it changed."""

    before: SaidThen | None
    after: SaidThen | None
    what: tuple[Said, ...] = ()


class Notice(Record, frozen=True, kw_only=True):
    """How a page tells that it was changed: a date of modification, a note of the editors."""

    kind: NoticeKind
    text: str


class VersionChange(Record, frozen=True, kw_only=True):
    """What a version changed in the one before; `silent` when the page says nothing of it.

    `comparable` is false when the two were read by different rules: `musnad reread` mends it.
    """

    fields: tuple[Field, ...]
    paragraphs: tuple[ParagraphChange, ...]
    statements: tuple[StatementChange, ...]
    notices: tuple[Notice, ...]
    silent: bool
    comparable: bool


class Capture(Record, frozen=True, kw_only=True):
    """Bytes of the page at one time; `number` is None for those it has now."""

    number: int | None
    seen: str
    sha256: str


class ArticleVersion(Record, frozen=True, kw_only=True):
    """An article as its page showed it from `seen` on, in one capture or more of other bytes.

    `gone` is true when the page no longer holds the article; `change` is None for the first one.
    `article_id` is its id in that capture: on a page of several articles it tells the place.
    `told_later` is how the page told of its change only in later captures of the same article.
    """

    number: int
    article_id: str
    seen: str
    title: str | None
    published: Published | None
    text_sha256: str
    gone: bool
    captures: tuple[Capture, ...]
    change: VersionChange | None
    told_later: tuple[Notice, ...] = ()


class ArticleVersions(Record, frozen=True, kw_only=True):
    """All versions of one article, oldest first; `current` is the number of the one shown.

    `shown` is false for an article that a page of several articles no longer holds.
    """

    page_id: str
    article_id: str
    source_id: str
    url: str | None
    title: str | None
    current: int
    shown: bool
    versions: tuple[ArticleVersion, ...]
