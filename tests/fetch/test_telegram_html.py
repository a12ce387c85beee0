import json

from made import received, told, zipped

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header">
<div class="content">
<div class="text bold">
مرسى الآن
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">4 May 2031</div></div>
{messages}</div></div></div></body></html>"""
MESSAGE = """<div class="message default clearfix" id="message{n}"><div class="body">
<div class="pull_right date details" title="0{n}.05.2031 12:30:00 UTC+03:00">12:30</div>
<div class="from_name">مرسى الآن</div>{body}</div></div>"""
WORDS = '<div class="text">أغلق ميناء النورس.<br>وقال <strong>الوزير</strong> إن السفن رست.</div>'
PASSED_ON = """<div class="forwarded body"><div class="from_name">وكالة الساحل
<span class="date details" title="01.05.2031 09:00:00 UTC+03:00"> 01.05.2031 09:00:00</span></div>
<div class="text">رست السفن.</div></div>"""


def page(*bodies):
    messages = (MESSAGE.format(n=n, body=body) for n, body in enumerate(bodies, 2))
    return PAGE.format(messages="".join(messages)).encode()


def test_each_message_is_a_page_with_its_own_time(tmp_path):
    photo = '<div class="media_wrap">صورة</div>'
    found = received(tmp_path / "messages.html", page(WORDS, photo, PASSED_ON))
    assert told(found) == ["messages.html#2", "messages.html#4"]
    assert [json.loads(one.data) for one in found] == [
        {"text": "أغلق ميناء النورس.\nوقال الوزير إن السفن رست.",
         "published": "2031-05-02T12:30+03:00", "outlet": "مرسى الآن"},
        {"text": "رست السفن.", "published": "2031-05-04T12:30+03:00", "outlet": "مرسى الآن"},
    ]  # fmt: skip
    assert [one.feed.source for one in found] == [None, "وكالة الساحل"]


def test_an_export_in_an_archive_is_read_alike_and_another_page_stays_one(tmp_path):
    members = [("chat/messages.html", page(WORDS)), ("b.html", b"<p>messages")]
    assert told(received(tmp_path / "t.zip", zipped(members))) == ["messages.html#2", "b.html"]


def test_an_export_over_the_limit_is_an_issue(tmp_path):
    assert told(received(tmp_path / "m.html", page(WORDS), limit=99)) == ["m.html M-102"]
