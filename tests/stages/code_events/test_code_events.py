import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import (
    Article,
    Attribution,
    Cue,
    Event,
    Language,
    PageRef,
    Published,
    Speaker,
    Statement,
)  # fmt: skip
from musnad.model.spans import make_span
from musnad.stages.code_events import code_events
from musnad.stages.read_language.times import find_times
from musnad.stages.read_language.vocabulary import see
from musnad.text.analysis import analyse


def statement_of(text: str, content: str, act: str) -> Statement:
    start = text.index(content)
    return Statement(
        id="s", cue=Cue(start=0, end=1, text=text[:1], lemma="قال"), source=None,
        speaker=Speaker(name="مصدر", kind="anonymous", entity=None), relays=(), chain=(),
        content=(make_span(text, start, start + len(content)),), mode="indirect",
        act=act, medium=None, addressee=None, said=None, polarity="affirmative",
        modality="fact", continues=None, inside=None, confidence=1.0, made_by="test",
    )  # fmt: skip


def events_of(text: str, content: str | None = None, act: str = "assert") -> tuple[Event, ...]:
    article = Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), dateline=None, credits=(), language="ar",
        published=Published(value="2031-03-12", precision="day", method="given", reliable=True),
        part_of=None, text=text, page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip
    analysis, lexicon = analyse(text), load_lexicon()
    language = Language(times=find_times(article, analysis, see(analysis, lexicon)))
    said = (statement_of(text, content, act),) if content else ()
    return code_events(article, analysis, language, Attribution(statements=said), lexicon)


TYPES = [
    ("التقى الوزير نظيره أمس", "CONSULT", "التقى", "2031-03-11"),
    ("أبرمت الحكومة اتفاقية الصيد", "AGREE", "أبرمت", None),
    ("وقصفت المدفعية الميناء الأحد", "ASSAULT", "وقصفت", "2031-03-09"),
    ("سيطرت القوات على الجسر", "CONTROL", "سيطرت", None),
    ("نظم العمال وقفة احتجاجية", "PROTEST", "وقفة احتجاجية", None),
    ("اعتقلت الشرطة خمسة متظاهرين", "COERCE", "اعتقلت", None),
    ("بدأت مناورات بحرية", "MOBILIZE", "مناورات", None),
    ("وصلت مساعدات إلى رأس المنارة", "AID", "مساعدات", None),
    ("انسحب اللواء من البلدة", "RETREAT", "انسحب", None),
]


@pytest.mark.parametrize(("text", "event_type", "trigger", "date"), TYPES)
def test_event(text: str, event_type: str, trigger: str, date: str | None) -> None:
    (event,) = events_of(text)
    assert (event.type, event.trigger.text, event.date) == (event_type, trigger, date)
    assert event.status == "happened"
    assert event.reason


def test_event_inside_a_statement_is_claimed() -> None:
    (event,) = events_of("قال المصدر إن المدفعية قصفت الميناء", "المدفعية قصفت الميناء")
    assert (event.status, event.statement) == ("claimed", "s")


def test_demanded_event_is_hypothetical() -> None:
    (event,) = events_of(
        "قال إن على الحكومة الإفراج عن الصيادين", "على الحكومة الإفراج عن الصيادين", "demand"
    )
    assert event.status == "hypothetical"


def test_denied_and_planned_events() -> None:
    assert [event.status for event in events_of("نفى الوزير اعتقال الصيادين")] == ["denied"]
    assert [event.status for event in events_of("سيلتقي الوزير نظيره")] == ["planned"]


def test_ceasefire_is_not_shooting() -> None:
    assert [event.type for event in events_of("أعلن وقف إطلاق النار")] == ["AGREE"]


def test_one_event_told_twice_is_one() -> None:
    found = events_of("قصف الميناء\nوقع قصف على الميناء يوم الأحد")
    assert [(event.type, event.date) for event in found] == [("ASSAULT", "2031-03-09")]


@pytest.mark.parametrize("text", ["أشرقت الشمس على الصفا", "قال الوزير إنه متفائل", ""])
def test_no_event(text: str) -> None:
    assert events_of(text) == ()
