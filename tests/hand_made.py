"""One reading made by hand, for tests of what comes after reading."""

from hashlib import sha256

from musnad.model.records import (
    SCHEMA,
    Article,
    Cue,
    Hop,
    Issue,
    Outlet,
    PageRef,
    Published,
    Reading,
    Received,
    Relay,
    Speaker,
    Statement,
    Time,
    Versions,
)  # fmt: skip
from musnad.model.spans import make_span

TITLE = "ميناء الصفا يغلق أبوابه"
FIRST = "ونقلت وكالة الساحل للأنباء عن مصدر ملاحي قوله إن الميناء سيغلق يوم السبت."
SECOND = "ونفت وزارة الموانئ إغلاق الميناء."
TEXT = f"{TITLE}\n{FIRST}\n{SECOND}"
PAGE = Received(data=TEXT.encode(), name="manara.txt")
ARTICLE_ID, PAGE_ID = "a1b2c3d4", "0011aabb"
RELAYED_ID, DENIAL_ID, TIME_ID = "5e11aa00", "5e22bb00", "71ee0001"


def span(words: str, text: str = TEXT):
    at = text.index(words)
    return make_span(text, at, at + len(words))


def hop(role: str, name: str, evidence: str | None = None, gap: str | None = None) -> Hop:
    return Hop(role=role, name=name, evidence=evidence and span(evidence), gap=gap)


def cue(words: str, lemma: str) -> Cue:
    found = span(words)
    return Cue(start=found.start, end=found.end, text=words, lemma=lemma)


COMMON = {
    "medium": None, "addressee": None, "polarity": "affirmative", "modality": "fact",
    "continues": None, "inside": None,
}  # fmt: skip

RELAYED = Statement(
    id=RELAYED_ID, cue=cue("ونقلت", "نقل"), source=span("مصدر ملاحي"),
    speaker=Speaker(name="مصدر ملاحي", kind="anonymous", entity=None),
    relays=(Relay(name="وكالة الساحل للأنباء", entity=None, span=span("وكالة الساحل للأنباء"),
                  cue=span("ونقلت")),),
    chain=(hop("outlet", "صحيفة المنارة"), hop("relay", "وكالة الساحل", "وكالة الساحل للأنباء"),
           hop("speaker", "مصدر ملاحي", "مصدر ملاحي")),
    content=(span("الميناء سيغلق يوم السبت"),), mode="indirect", act="assert", said="2031-05-02",
    confidence=0.9, made_by="attribute.relayed", why=("«نقل … عن … قوله»",), **COMMON,
)  # fmt: skip
DENIAL = Statement(
    id=DENIAL_ID, cue=cue("ونفت", "نفى"), source=span("وزارة الموانئ"),
    speaker=Speaker(name="وزارة الموانئ", kind="organisation", entity=None), relays=(),
    chain=(hop("outlet", "صحيفة المنارة"), hop("speaker", "وزارة الموانئ", "وزارة الموانئ")),
    content=(span("إغلاق الميناء"),), mode="indirect", act="deny", said=None,
    confidence=0.8, made_by="attribute.denied", **COMMON,
)  # fmt: skip
SATURDAY = Time(
    id=TIME_ID, **{key: getattr(span("يوم السبت"), key) for key in ("start", "end", "text")},
    value="2031-05-10", precision="day", qualifier=None, anchor="published", status="resolved",
    reason=None, made_by="time.weekday",
)  # fmt: skip
ARTICLE = Article(
    id=ARTICLE_ID, text_sha256=sha256(TEXT.encode()).hexdigest(), source_id="manara", url=None,
    outlet=Outlet(name="صحيفة المنارة"), title=TITLE, subtitle=None, byline=None, section=None,
    tags=(), dateline=None, credits=(), language="ar", part_of=None, text=TEXT,
    published=Published(value="2031-05-05", precision="day", method="given", reliable=True),
    page=PageRef(sha256=sha256(PAGE.data).hexdigest(), encoding="utf-8"),
)  # fmt: skip
READING = Reading(
    schema=SCHEMA, article=ARTICLE, blocks=(), dropped=(), entities=(), mentions=(),
    times=(SATURDAY,), quantities=(), statements=(RELAYED, DENIAL), events=(),
    issues=(Issue(code="M-114", detail="2031-05-05, 2031-05-06"),),
    versions=Versions(musnad="0.1.0", rules="r", lexicons="l"),
)  # fmt: skip
