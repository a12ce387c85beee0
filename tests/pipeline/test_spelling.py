"""A text without hamzas, with «ه» for «ة», «ى» for «ي», or without a space reads the same."""

import json
from collections.abc import Iterator

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Reading, Received
from musnad.pipeline.read import read_page

PUBLISHED = "2031-05-07T10:00:00"
TEXTS = (
    "قال وزير الداخلية سامي الصفدي إن الميناء سيفتح إلى أن تنتهي الأزمة، وأضاف أن أربعة آلاف شخص"
    " نزحوا من المدينة يوم الأحد.",
    "أعلنت وكالة الأنباء الإيطالية مقتل ثلاثة أشخاص وإصابة مئتي عامل في إسطنبول مساء الأربعاء.",
    "أكدت الهيئة أن المئات أصيبوا في 12 أيلول/سبتمبر الماضي، وفق مصدر أمني رفض الإفصاح عن اسمه.",
    "وأوضح المتحدث باسم المنظمة الدولية أنه سيزور القاهرة في الأسبوع الأول من آب 2031.",
    "ونفى الأمين العام للأمم المتحدة أن تكون ألمانيا أو الإمارات قد أرسلت شيئا إلى ليبيا.",
)
SPELLINGS = {
    "without hamza": str.maketrans("أإآ", "ااا"),
    "with ha": str.maketrans("ة", "ه"),
    "with dotless ya": str.maketrans("ي", "ى"),
    "with dotted ya": str.maketrans("ى", "ي"),
    "all at once": str.maketrans("أإآةى", "اااهي"),
}


def reading(text: str) -> Reading:
    page = json.dumps({"title": "", "text": text, "published": PUBLISHED})
    received = Received(data=page.encode(), name="page.jsonl", format="record")
    return read_page(received, load_lexicon())[0]


def values(read: Reading) -> Iterator[object]:
    yield [(time.start, time.end, time.value) for time in read.times]
    yield [(each.start, each.end, each.value, each.role) for each in read.quantities]
    yield [(each.start, each.end, each.type, each.entity) for each in read.mentions]
    yield [(each.cue.start, each.act, each.speaker.entity) for each in read.statements]
    yield [[(span.start, span.end) for span in each.content] for each in read.statements]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_other_spellings_read_like_the_standard_one(text: str, spelling: str) -> None:
    standard, other = reading(text), reading(text.translate(SPELLINGS[spelling]))
    assert list(values(other)) == list(values(standard))
    assert standard.statements


@pytest.mark.parametrize(
    ("text", "glued", "content"),
    [
        ("وأكد المصدر أن الحكومة وافقت على الطلب.", "وأكد المصدر أنالحكومة وافقت على الطلب.",
         "الحكومة وافقت على الطلب"),
        ("وقال إن الميناء مفتوح.", "وقالإن الميناء مفتوح.", "الميناء مفتوح"),
        ("قال د. محمد الصفدي إن الميناء مفتوح.", "قال د.محمد الصفدي إن الميناء مفتوح.",
         "الميناء مفتوح"),
        ("وصل الوزير. وقال الصفدي إن الميناء مفتوح.", "وصل الوزير.وقال الصفدي إن الميناء مفتوح.",
         "الميناء مفتوح"),
    ],
)  # fmt: skip
def test_a_forgotten_space_breaks_no_statement(text: str, glued: str, content: str) -> None:
    for each in (text, glued):
        (statement,) = reading(each).statements
        assert [span.text for span in statement.content] == [content]
