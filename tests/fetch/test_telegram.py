import json

import pytest
from made import received, told

from musnad.fetch import telegram
from musnad.model.records import FeedItem, Given


def message(number=1, **fields):
    return {
        "id": number, "type": "message", "date": "2031-05-04T12:30:00",
        "date_unixtime": "1935653400", "from": "مرسى الآن", "text": "أغلق ميناء النورس.",
    } | fields  # fmt: skip


def export(*messages, **fields):
    chat = {"name": "مرسى الآن", "type": "public_channel", "id": 77} | fields
    return chat | {"messages": list(messages)}


def read(tmp_path, data, **options):
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1)
    return received(tmp_path / "result.json", text.encode(), **options)


def test_a_message_is_a_page_of_its_channel(tmp_path):
    (found,) = read(tmp_path, export(message(5, forwarded_from="وكالة الساحل")))
    assert json.loads(found.data) == {
        "text": "أغلق ميناء النورس.", "published": "2031-05-04T12:30+03:00",
        "outlet": "مرسى الآن", "url": "https://t.me/c/77/5",
    }  # fmt: skip
    assert found.feed == FeedItem(
        feed="https://t.me/c/77",
        guid="5",
        link="https://t.me/c/77/5",
        published="2031-05-04T12:30+03:00",
        source="وكالة الساحل",
    )
    assert told([found]) == ["result.json#5"]


def test_pieces_with_a_form_are_one_text(tmp_path):
    pieces = ["عاجل: ", {"type": "bold", "text": "أغلق الميناء"}, {"type": "link"}, "."]
    (found,) = read(tmp_path, export(message(text=pieces)))
    assert json.loads(found.data)["text"] == "عاجل: أغلق الميناء."


def test_service_messages_and_pictures_without_words_are_no_pages(tmp_path):
    service = {"id": 1, "type": "service", "text": "أنشئت القناة"}
    assert told(read(tmp_path, export(service, message(2, text=""), message(3), 7))) == [
        "result.json#3"
    ]


def test_every_chat_of_a_whole_export_has_its_own_outlet(tmp_path):
    chats = [export(message(1)), export(message(1), name='أخبار "الصفا"', id=88)]
    found = read(tmp_path, {"about": "x", "chats": {"list": chats}})
    assert [json.loads(one.data)["outlet"] for one in found] == ["مرسى الآن", 'أخبار "الصفا"']
    assert [one.feed.feed for one in found] == ["https://t.me/c/77", "https://t.me/c/88"]


def test_an_export_of_any_length_is_read_piece_by_piece(tmp_path, monkeypatch):
    monkeypatch.setattr(telegram, "BLOCK", 50)
    messages = [message(n, text="خبر عن الميناء " * n) for n in range(1, 60)]
    found = read(tmp_path, export(*messages))
    assert [json.loads(one.data)["text"].count("خبر") for one in found] == list(range(1, 60))


@pytest.mark.parametrize(
    "cut", ['"text": "أغلق', '"messages": [\n  {', "]"], ids=["text", "message", "list"]
)
def test_an_export_that_ends_early_gives_what_is_whole(tmp_path, cut):
    whole = json.dumps(export(message(1), message(2)), ensure_ascii=False, indent=1)
    text = whole[: whole.rindex(cut) + len(cut) - 1]
    found = read(tmp_path, text)
    assert told(found)[-1] == "result.json M-118"
    assert len(found) == {'"text": "أغلق': 2, '"messages": [\n  {': 1, "]": 3}[cut]


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"date_unixtime": None}, "2031-05-04T12:30"),
        ({"date_unixtime": "1935664200"}, "2031-05-04T12:30+00:00"),
        ({"date_unixtime": "1935669600"}, "2031-05-04T12:30-01:30"),
        ({"date": "x"}, None),
        ({"date_unixtime": "1935573600"}, "2031-05-04T12:30"),
        ({"date_unixtime": "9" * 30}, None),
    ],
)
def test_the_time_is_told_with_its_zone_where_both_clocks_are(tmp_path, fields, published):
    (found,) = read(tmp_path, export(message(**fields)))
    assert found.feed.published == published


def test_what_the_caller_says_stays_but_one_address_for_all(tmp_path):
    (found,) = read(tmp_path, export(message()), given=Given(outlet="x", url="https://a.example"))
    assert found.given == Given(outlet="x")


def test_a_page_record_is_no_export(tmp_path):
    (found,) = read(tmp_path, {"id": "n-1", "text": "نص", "type": "article"})
    assert told([found]) == ["n-1"]
