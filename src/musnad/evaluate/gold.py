"""Gold documents: an article and the statements that stand in it, annotated by hand."""

from pathlib import Path

import msgspec
from msgspec import Struct

from musnad.errors import MusnadError
from musnad.evaluate.words import Words, first_occurrences
from musnad.model.records import Received


class GoldStatement(Struct, frozen=True):
    """One annotated statement; `p` is «t» for the title, else the paragraph's number from 0."""

    p: str | int
    cue: str
    content: tuple[str, ...]
    who: str | None = None
    kind: str | None = None
    relays: tuple[str, ...] = ()
    mode: str | None = None
    act: str | None = None


class _Article(Struct, frozen=True):
    id: str
    title: str
    paragraphs: tuple[str, ...]


class _Annotation(Struct, frozen=True):
    statements: tuple[GoldStatement, ...]


class GoldDocument:
    """One gold document: its text as title and paragraphs, one a line, and its statements."""

    def __init__(self, article: _Article, statements: tuple[GoldStatement, ...]) -> None:
        self.id, self.statements = article.id, statements
        self.words = Words("\n".join((article.title, *article.paragraphs)))
        self._first = first_occurrences(self.words.text)
        self._starts: dict[str | int, int] = {"t": 0}
        position = len(article.title) + 1
        for number, paragraph in enumerate(article.paragraphs):
            self._starts[number] = position
            position += len(paragraph) + 1

    def once(self, words: list[int]) -> frozenset[int]:
        """Gives the word numbers, those of a repeated line as those of the line it repeats."""
        return frozenset(self._first.get(word, word) for word in words)

    def content(self, statement: GoldStatement) -> frozenset[int]:
        """Gives the numbers of the words of the statement's content."""
        found: list[int] = []
        for literal in statement.content:
            at = self.words.text.find(literal, self._starts.get(statement.p, 0))
            found += self.words.between(at, at + len(literal)) if at >= 0 else []
        return self.once(found)


def load_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Gives the documents of a gold folder: ID.json with ID.gold.json beside it.

    Raises M-005 when the folder holds none, M-016 when one has another form.
    """
    marks = sorted(folder.glob("*.gold.json"))
    if not marks:
        raise MusnadError("M-005", f"{folder} holds no *.gold.json.")
    return tuple(_load(_article_path(mark), mark) for mark in marks)


def gold_pages(folder: Path) -> tuple[Received, ...]:
    """Gives the articles of a gold folder as pages to be read."""
    paths = (_article_path(mark) for mark in sorted(folder.glob("*.gold.json")))
    return tuple(
        Received(data=path.read_bytes(), name=path.name, format="record") for path in paths
    )


def _article_path(mark: Path) -> Path:
    return mark.with_name(mark.name.removesuffix(".gold.json") + ".json")


def _load(path: Path, mark: Path) -> GoldDocument:
    try:
        article = msgspec.json.decode(path.read_bytes(), type=_Article)
        annotation = msgspec.json.decode(mark.read_bytes(), type=_Annotation)
    except (OSError, msgspec.DecodeError) as error:
        raise MusnadError("M-016", f"{mark}: {error}.") from error
    return GoldDocument(article, annotation.statements)
