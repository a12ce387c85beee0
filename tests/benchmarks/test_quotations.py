"""The plain baseline gives a quotation to the name nearest to its marks."""

import json

from statements.quotations import direct_found, nearest
from statements.sets import reading_of

ARTICLE = {
    "id": "a", "outlet": "منارة", "published": "2031-05-07", "title": "الميناء",
    "paragraphs": [
        "وصل سامي الصفدي. وقالت وزارة الموانئ: «الميناء سيفتح غدا صباحا»، وقال نادر «لا».",
    ],
}  # fmt: skip


def test_a_quotation_is_said_by_the_nearest_name():
    [told] = nearest(reading_of(ARTICLE)).statements
    assert told.content[0].text == "الميناء سيفتح غدا صباحا"
    assert told.speaker.name == "وزارة الموانئ"


def test_short_quotations_and_indirect_speech_are_left_out():
    indirect = json.loads(json.dumps(ARTICLE, ensure_ascii=False).replace("«", "").replace("»", ""))
    assert not nearest(reading_of(indirect)).statements
    assert not direct_found(reading_of(indirect)).statements
    assert direct_found(reading_of(ARTICLE)).statements
