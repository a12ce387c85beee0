"""The lines of a page are sorted into articles: what is kept, and what is dropped by which rule."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from musnad.config import DEFAULT_LIMITS
from musnad.fold import content_words
from musnad.lexicons import Lexicon
from musnad.model.records import BlockKind, DroppedKind, Opening, Page, SiteLines
from musnad.stages.clean_articles.credits import goes_on, is_name_line
from musnad.stages.clean_articles.drafts import Draft, Kept, Left
from musnad.stages.clean_articles.furniture import line_words
from musnad.stages.clean_articles.headlines import (
    Titles,
    find_prose,
    find_title,
)
from musnad.stages.clean_articles.labels import BY_ROLE, Label, label_line, label_repeated
from musnad.stages.clean_articles.lines import PageLine, read_lines

REPEAT_WORDS: Final = 6
LINKS_IN_RECORD: Final = 6
ITEMS: Final = frozenset(("item", "row"))
SIGN: Final = Label("nav", "clean.outlet-line")


def sort_lines(page: Page, lexicon: Lexicon, site: SiteLines) -> list[Draft]:
    """Gives the articles on the page, at least one, in the order of the page."""
    everything = read_lines(page)
    placed = [Left(line, BY_ROLE[line.role]) for line in everything if line.role in BY_ROLE]
    lines = [line for line in everything if line.role not in BY_ROLE] if placed else everything
    record = page.paragraphs is not None
    plain_record = page.format == "record" and not page.roles
    titled = plain_record and page.given.title is not None and bool(lines)
    labels = [
        None if titled and not number else label_line(line, lexicon, record=record)
        for number, line in enumerate(lines)
    ]
    if site.keys:
        labels = label_repeated(lines, labels, site)
    drafts: list[Draft] = []
    for begin, end, opening in _ranges(lines, page):
        titles = Titles() if opening else Titles(page.given.title or "", page.declared.title or "")
        sorter = _Sorter(lines[begin:end], labels[begin:end], record, html=bool(page.roles))
        sorted_out = sorter.sort(titles, titled=titled)
        sorted_out[0].stated = opening.published if opening else None
        drafts += sorted_out
    drafts = drafts[: DEFAULT_LIMITS.articles_per_page]
    if placed:
        _leave_placed(drafts, placed)
    return drafts


def _ranges(lines: Sequence[PageLine], page: Page) -> list[tuple[int, int, Opening | None]]:
    """The first line of each article that the markup parts, the line after its last, and why."""
    starts = [line.start for line in lines] if page.openings else []
    begins = {bisect_left(starts, opening.start): opening for opening in page.openings}
    bounds = pairwise([0, *sorted(begins.keys() - {0, len(lines)}), len(lines)])
    return [(begin, end, begins.get(begin)) for begin, end in bounds]


def _leave_placed(drafts: Sequence[Draft], placed: list[Left]) -> None:
    """Lines whose place on an HTML page says what they are belong to the article before them."""
    firsts = [draft.first for draft in drafts[1:]]
    if not firsts:
        drafts[0].aside += placed
        return
    for left in placed:
        drafts[bisect_right(firsts, left.line.start)].aside.append(left)


class _Sorter:
    """Goes down the page once; the state is what the last heading opened."""

    def __init__(
        self,
        lines: Sequence[PageLine],
        labels: Sequence[Label | None],
        record: bool,
        *,
        html: bool,
    ) -> None:
        self.lines, self.labels, self.record, self.html = lines, labels, record, html
        self.drafts: list[Draft] = []
        self.draft = Draft()
        self.opened: Label | None = None
        self.links: list[int] = []
        self.closed = False
        self.seen: dict[tuple[int, str], list[PageLine]] = {}
        self.keys: set[tuple[str, ...]] = set()
        self.last_prose = max(
            (n for n, line in enumerate(lines) if labels[n] is None and line.is_prose), default=-1
        )

    def sort(self, titles: Titles, *, titled: bool) -> list[Draft]:
        prose = find_prose(self.lines, self.labels, 1 if titled else 0)
        if titled:
            title: int | None = 0
        else:
            title = find_title(self.lines, self.labels, prose, titles)
            prose = find_prose(self.lines, self.labels, (title or 0) + 1) if title else prose
        self._start(title)
        body = (title or 0) + 1 if self.record and titled else min(prose, len(self.lines))
        self._sort_head(0, body, title)
        self.draft.head_end = self.lines[prose].start if prose < len(self.lines) else 0
        for number in range(body, len(self.lines)):
            if number != title:
                self._sort_line(number)
        self._give_up_links()
        return [*self.drafts, self.draft]

    def _start(self, title: int | None) -> None:
        self.draft = Draft()
        if title is not None:
            self.draft.title = self.lines[title]
            self.draft.kept.append(Kept(self.lines[title], "title"))
            self.seen[self.lines[title].opening()] = [self.lines[title]]

    def _sort_head(self, start: int, stop: int, title: int | None) -> None:
        """The lines before the first paragraph; without one, the longer lines are the article."""
        bare = stop == len(self.lines)
        for number in range(start, stop):
            line, label = self.lines[number], self.labels[number]
            if number == title:
                continue
            if label is not None:
                above = title is not None and number < title
                self.draft.left.append(Left(line, SIGN if above and label.is_sign else label))
            elif title is not None and line.key() == self.lines[title].key():
                self._drop(line, "repeat", "clean.repeated-title")
            elif title is not None and number < title:
                self._drop(line, "nav", "clean.head")
            elif line.role == "heading" and number == stop - 1 and not bare:
                self.draft.kept.append(Kept(line, "body"))
            elif is_name_line(line.text):
                self._drop(line, "byline", "clean.head-name")
            elif line.ends_sentence and not self.html:
                self.draft.kept.append(Kept(line, "body"))
            elif line.words >= 4 and (line.role != "main" or not self.html or line.words >= 10):
                self.draft.kept.append(Kept(line, self._head_kind(line, bare or title is None)))
            else:
                self._drop(line, "other", "clean.head")

    def _head_kind(self, line: PageLine, bare: bool) -> BlockKind:
        if line.role == "caption":
            return "caption"
        return "body" if bare or line.ends_sentence else "subtitle"

    def _sort_line(self, number: int) -> None:
        line, label = self.lines[number], self.labels[number]
        if label is not None and (line.role in BY_ROLE or not self._is_inside(number, label)):
            self._leave(line, label)
        elif self._repeats(line):
            self._drop(line, "repeat", "clean.repeat")
        elif self.opened is not None:
            self._sort_opened(number)
        elif self._is_tail(number):
            self._drop(line, "nav", "clean.tail")
        elif self._is_name(number):
            self._drop(line, "byline", "clean.lone-name")
        else:
            self._keep(line)

    def _is_inside(self, number: int, label: Label) -> bool:
        """Between paragraphs an agency or a day is a heading, in a record one word a torn link."""
        if number >= self.last_prose or self.opened is not None or not self._has_body():
            return False
        heading = label.rule in {"clean.filed-line", "clean.date-line", "clean.signature"}
        if heading and self.html:
            heading = self._is_heading(self.lines[number], label)
        lone_word = label.kind in {"nav", "share", "comments"} and self.lines[number].words == 1
        number_alone = label.rule == "clean.counter" and lone_word
        return heading or number_alone or (self.record and lone_word)

    def _is_heading(self, line: PageLine, label: Label) -> bool:
        """In HTML the lead may stand above the date; a heading is marked as one or comes later."""
        if label.dated and line_words(label.dated.rest):
            return False
        return line.role == "heading" or sum(kept.kind == "body" for kept in self.draft.kept) > 1

    def _has_body(self) -> bool:
        return any(kept.kind == "body" for kept in self.draft.kept)

    def _leave(self, line: PageLine, label: Label) -> None:
        self.draft.left.append(Left(line, label))
        self.closed = self.closed or (label.closes and not self.record)
        if label.opens:
            self._give_up_links()
            self.opened = label

    def _repeats(self, line: PageLine) -> bool:
        if line.words < REPEAT_WORDS and not (self.draft.title and not self._has_body()):
            return False
        opening = line.opening()
        if opening in self.seen:
            waiting = self.seen[opening]
            self.keys.update(other.key() for other in waiting)
            waiting.clear()
            if line.key() in self.keys:
                return True
        if line.words >= REPEAT_WORDS:
            self.seen.setdefault(opening, []).append(line)
        return False

    def _is_tail(self, number: int) -> bool:
        """A short line without sentence end below the last paragraph of a page."""
        line = self.lines[number]
        if self.record or number <= self.last_prose or line.ends_sentence:
            return False
        if line.role in ITEMS:
            return self.closed
        return self.closed or line.words < 6 or line.role == "heading"

    def _is_name(self, number: int) -> bool:
        """A name alone above the first paragraph or below the last of a record."""
        line, lines = self.lines[number], self.lines
        if not self.record or not is_name_line(line.text):
            return False
        if not self._has_body():
            return number + 1 < len(lines) and lines[number + 1].words >= 8
        return number == len(lines) - 1 and lines[number - 1].ends_sentence

    def _keep(self, line: PageLine) -> None:
        self.closed = False
        self.draft.kept.append(Kept(line, "caption" if line.role == "caption" else "body"))

    def _drop(self, line: PageLine, kind: DroppedKind, rule: str) -> None:
        self.draft.left.append(Left(line, Label(kind, rule)))

    # --- below a heading such as «اقرأ أيضا» ---

    def _sort_opened(self, number: int) -> None:
        line = self.lines[number]
        if not line.is_prose and not self._resumes(line):
            self.links.append(number)
        elif self.record or self._goes_on(number):
            self._give_up_links()
            self.opened = None
            self._keep(line)
        elif self._is_second_article(number):
            self._split(number)
        else:
            self.links.append(number)

    def _resumes(self, line: PageLine) -> bool:
        """In a record, a line that goes on («وأضاف…») or the seventh below the heading."""
        if not self.record:
            return False
        return len(self.links) >= LINKS_IN_RECORD or line.text.startswith("و")

    def _goes_on(self, number: int) -> bool:
        """Says whether the article itself goes on below a box of links."""
        if self.closed or self.opened is None or self.opened.kind == "comments":
            return False
        if goes_on(self.lines[number].text):
            return True
        return not (len(self.links) == 1 and self._shares_headline(number))

    def _is_second_article(self, number: int) -> bool:
        paragraphs = 0
        for line, label in zip(self.lines[number:], self.labels[number:], strict=True):
            if label is not None and (label.opens or label.closes):
                break
            paragraphs += label is None and line.is_prose
        related = self.opened is not None and self.opened.kind == "related"
        return related and bool(self.links) and paragraphs >= 2

    def _shares_headline(self, number: int) -> bool:
        headline = content_words(self.lines[self.links[-1]].text)
        following = set().union(
            *(content_words(line.text) for line in self.lines[number : number + 2])
        )
        return bool(headline) and len(headline & following) >= 0.4 * len(headline)

    def _split(self, number: int) -> None:
        title = self.links.pop()
        self._give_up_links()
        if len(self.drafts) + 1 >= DEFAULT_LIMITS.articles_per_page:
            self.links.append(number)
            return
        self.drafts.append(self.draft)
        self.opened, self.closed = None, False
        below = [left for left in self.draft.left if left.line.start > self.lines[title].start]
        self.draft.left = [left for left in self.draft.left if left not in below]
        self._start(title)
        self.draft.left = below
        self.draft.head_end = self.lines[number].start
        self._keep(self.lines[number])

    def _give_up_links(self) -> None:
        for number in self.links:
            kind = self.opened.kind if self.opened else "related"
            rule = f"{self.opened.rule}-below" if self.opened else "clean.related-below"
            self._drop(self.lines[number], kind, rule)
        self.links = []
