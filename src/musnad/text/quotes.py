"""Quotations of a text: paired, mixed, nested, inverted and unclosed quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from musnad.fold.characters import BLANKS, FORMATS

Family = Literal["guillemet", "double", "angle", "ornate", "straight", "single"]


@dataclass(slots=True, unsafe_hash=True)
class Quote:
    """A quotation: marks at `start` and `end`, words from `inner_start` to `inner_end`.

    Offsets are printed ones. An unclosed quotation ends with its paragraph, with the quotation
    around it, or where the next one opens. `depth` counts the quotations around it.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool
    depth: int


class _Mark(NamedTuple):
    start: int
    end: int
    family: Family
    side: int  # 1 opens, -1 closes, 0 does either
    before: str
    after: str
    line: int
    line_end: int

    @property
    def opens(self) -> bool:
        follows_nothing = not self.before.strip() or self.before in _OPENING
        return follows_nothing and bool(self.after.strip()) and self.after not in _STOPS

    @property
    def closes(self) -> bool:
        ends_words = bool(self.before.strip()) or self.after in _STOPS
        return ends_words and not self.after.isalnum()


_Found = tuple[int, int, int, int, bool]  # a quotation without its depth
_KINDS: dict[str, tuple[Family, int]] = {
    "«": ("guillemet", 1),
    "»": ("guillemet", -1),
    "<<": ("guillemet", 1),
    ">>": ("guillemet", -1),
    "\u300a": ("guillemet", 1),
    "\u300b": ("guillemet", -1),
    "“": ("double", 1),
    "”": ("double", -1),
    "„": ("double", 1),
    "‟": ("double", 1),
    "‘‘": ("double", 1),
    "’’": ("double", -1),
    "‹": ("angle", 1),
    "›": ("angle", -1),
    "\ufd3f": ("ornate", 1),
    "\ufd3e": ("ornate", -1),
    '"': ("straight", 0),
    '""': ("straight", 0),
    "''": ("straight", 0),
    "\u2033": ("straight", 0),
    "\u05f4": ("straight", 0),
    "\uff02": ("straight", 0),
    "‘": ("single", 1),
    "‚": ("single", 1),
    "‛": ("single", 1),
    "’": ("single", -1),
    "'": ("single", 0),
}
_RUN = re.compile("[<>" + "".join(mark for mark in _KINDS if len(mark) == 1) + "]+")
_MARK = re.compile(
    r'(?<![\w"])""(?=\w)|(?<=[\w.!؟])""(?![\w"])|'
    + "<<|>>|‘‘|’’|''|["
    + "".join(mark for mark in _KINDS if len(mark) == 1)
    + "]"
)
_WORD = re.compile(r"[^\W_]")
_PARTICLES = re.compile(r"(?:^|(?<=[\s(«“\"]))([وف]?(?:[بلك]|[بك]?ال|لل)?ـ*)\Z")
_PARTICLE_ENDS = frozenset("وفبلكـ")
_LINE_END = re.compile("[\n\u2028\u2029]")
_OPENING = frozenset("([{:،؛,;-–—/\u0640«“‘‹\"'")
_STOPS = frozenset(".،؛,;!?؟)]")
_MIXABLE = frozenset({"guillemet", "double", "straight"})
_REACH = 3000  # characters that a quotation over several paragraphs may take
_MOST_AHEAD = 100  # marks that are looked at to decide on one
_DEEPEST = 8


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a text in order, nested ones after the one around them.

    Quotations are disjoint or nested, never crossing; an empty pair of marks is none.
    """
    marks = _find_marks(text)
    return _with_depth(_Pairing(text, marks).run()) if marks else ()


def _with_depth(found: list[_Found]) -> tuple[Quote, ...]:
    found.sort(key=lambda quote: (quote[0], -quote[3]))
    around: list[int] = []
    placed = []
    for start, inner_start, inner_end, end, closed in found:
        while around and around[-1] <= start:
            around.pop()
        placed.append(Quote(start, inner_start, inner_end, end, closed, len(around)))
        around.append(end)
    return tuple(placed)


def _find_marks(text: str) -> list[_Mark]:
    marks = []
    line, line_end = 0, -1
    for start, end in _mark_spans(text):
        if start >= line_end:
            line += 1
            found = _LINE_END.search(text, end)
            line_end = found.start() if found else len(text)
        family, side = _KINDS[text[start:end]]
        before, after = _character_before(text, start), _character_after(text, end)
        marks.append(_Mark(start, end, family, side, before, after, line, line_end))
    return marks


def _mark_spans(text: str) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start == 1:
            if run[0] in _KINDS:
                yield start, end
        else:
            yield from _spans_in_run(text, start, end)


def _spans_in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text, start):  # sees what follows the run
        if match.start() >= end:
            return
        yield match.span()


def _character_before(text: str, offset: int) -> str:
    """Return the visible character before, and before particles written on to the mark («و"»)."""
    while offset and text[offset - 1] in FORMATS:
        offset -= 1
    if text[offset - 1 : offset] in _PARTICLE_ENDS:
        particles = _PARTICLES.search(text, max(0, offset - 6), offset)
        offset = particles.start(1) if particles else offset
    return text[offset - 1 : offset] if offset else ""


def _character_after(text: str, offset: int) -> str:
    """Return the next visible character; a full stop counts before the space in front of it."""
    while offset < len(text) and text[offset] in FORMATS:
        offset += 1
    spaced = text[offset : offset + 2]
    return spaced[-1:] if spaced[:1] == " " and spaced[1:] in _STOPS else spaced[:1]


class _Pairing:
    """Pairs the marks of one text, from the first to the last."""

    def __init__(self, text: str, marks: list[_Mark]) -> None:
        self.text = text
        self.marks = marks
        self.open: list[_Mark] = []
        self.found: list[_Found] = []

    def run(self) -> list[_Found]:
        for index, mark in enumerate(self.marks):
            if index and mark.line != self.marks[index - 1].line:
                self._end_line(index)
            self._end_forgotten(index)
            partner = self._partner(index)
            if partner is not None:
                self._close(partner, mark)
            elif len(self.open) < _DEEPEST and self._may_open(index):
                self.open.append(mark)
        self._end_line(len(self.marks))
        return self.found

    def _partner(self, index: int) -> int | None:
        """Return the place on the stack of the mark that this one closes."""
        mark = self.marks[index]
        if mark.family == "single" and not mark.closes:
            return None
        own = next(
            (i for i in range(len(self.open) - 1, -1, -1) if self.open[i].family == mark.family),
            None,
        )
        if own is not None and self._closes_own(index, self.open[own]):
            return own
        if own is None and self.open and self._closes_other(index, self.open[-1]):
            return len(self.open) - 1
        return None

    def _closes_own(self, index: int, opened: _Mark) -> bool:
        mark = self.marks[index]
        if mark.side == 0 or opened.side == 0:
            return not (mark.side == 0 and self._nests(index))
        if opened.side != mark.side:
            return mark.side < 0 or (mark.closes and not mark.opens)
        lone = mark.closes and not mark.opens
        return lone and not self._closed_later(index + 1, opened)

    def _end_forgotten(self, index: int) -> None:
        """End an open straight quotation where the next one opens and only that is closed."""
        mark = self.marks[index]
        if mark.side or mark.closes or not mark.opens or self._nests(index):
            return
        ahead = self._ahead(index + 1, mark.family)
        closed = len(ahead) % 2 == 1 and ahead[0].closes and not ahead[0].opens
        place = next((i for i, opened in enumerate(self.open) if opened.side == 0), None)
        if place is None or not closed or not self.open[place].opens:
            return
        for opened in self.open[place:]:
            self._leave_unclosed(opened, mark.start)
        del self.open[place:]

    def _nests(self, index: int) -> bool:
        """Tell whether a straight mark opens inside an open pair: both are closed on the line."""
        mark, depth = self.marks[index], 2
        if mark.closes or not mark.opens:
            return False
        for later in self._ahead(index + 1, mark.family):
            if later.opens == later.closes:
                return False
            depth += 1 if later.opens else -1
            if not depth:
                return True
        return False

    def _closes_other(self, index: int, opened: _Mark) -> bool:
        mark = self.marks[index]
        if not {mark.family, opened.family} <= _MIXABLE or not mark.closes or mark.opens:
            return False
        return not self._closed_later(index + 1, opened)

    def _closed_later(self, index: int, opened: _Mark) -> bool:
        """Tell whether a mark of its own kind closes `opened` on the line of the mark before."""
        ahead = self._ahead(index, opened.family)
        if opened.side == 0:
            return bool(ahead) and ahead[0].closes and not ahead[0].opens
        return bool(ahead) and ahead[0].side == -opened.side

    def _ahead(self, index: int, family: Family) -> list[_Mark]:
        """Return the marks of a family from `index` on, on the line of the mark before."""
        line = self.marks[index - 1].line
        near = self.marks[index : index + _MOST_AHEAD]
        return [mark for mark in near if mark.family == family and mark.line == line]

    def _may_open(self, index: int) -> bool:
        mark = self.marks[index]
        if mark.family == "single":
            return mark.opens
        if mark.side < 0:  # inverted: »…« or ”…“
            return mark.opens and bool(self._ahead(index + 1, mark.family))
        return mark.side > 0 or mark.opens or not self._is_stray(index)

    def _is_stray(self, index: int) -> bool:
        """Tell whether a straight mark is one too many on its line, and cannot open («15"»)."""
        mark = self.marks[index]
        return mark.closes and len(self._ahead(index + 1, mark.family)) % 2 == 0

    def _close(self, partner: int, mark: _Mark) -> None:
        for inner in self.open[partner + 1 :]:
            self._leave_unclosed(inner, mark.start)
        self._add(self.open[partner], mark.start, mark.end, closed=True)
        del self.open[partner:]

    def _end_line(self, index: int) -> None:
        """End what is open on the line before mark `index` and does not run on."""
        line_end = self.marks[index - 1].line_end
        for place, opened in enumerate(self.open):
            if not self._runs_on(index, opened):
                for unclosed in self.open[place:]:
                    self._leave_unclosed(unclosed, line_end)
                del self.open[place:]
                return

    def _runs_on(self, index: int, opened: _Mark) -> bool:
        """Tell whether a quotation over several paragraphs is closed in one of the next."""
        if opened.family == "single":
            return False
        if opened.side == 0:
            return opened.opens and self._straight_runs_on(index, opened)
        depth = 1
        for mark in self.marks[index : index + _MOST_AHEAD]:
            if mark.start > opened.start + _REACH:
                return False
            if mark.family != opened.family:
                continue
            depth += 1 if mark.side == opened.side else -1
            if not depth:
                return True
        return False

    def _straight_runs_on(self, index: int, opened: _Mark) -> bool:
        """Tell whether the next straight mark can only close, and is one too many on its line."""
        for place, mark in enumerate(self.marks[index : index + _MOST_AHEAD], index):
            if mark.start > opened.start + _REACH:
                return False
            if mark.family == opened.family:
                return mark.closes and not mark.opens and self._is_stray(place)
        return False

    def _leave_unclosed(self, opened: _Mark, end: int) -> None:
        arrow = opened.side != 0 and not opened.after.strip()
        if opened.family != "single" and not arrow:
            self._add(opened, end, end, closed=False)

    def _add(self, opened: _Mark, inner_end: int, end: int, *, closed: bool) -> None:
        inner = self.text[opened.end : inner_end]
        words = inner.strip(BLANKS)
        if not words or not (closed or _WORD.search(words)):
            return
        inner_start = opened.end + len(inner) - len(inner.lstrip(BLANKS))
        inner_end = inner_start + len(words)
        end = end if closed else inner_end
        self.found.append((opened.start, inner_start, inner_end, end, closed))
