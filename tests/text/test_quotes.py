"""Which marks make a quotation."""

import time

import pytest

from musnad.text.quotes import Quote, find_quotes


def _printed(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


def _open(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text) if not quote.closed]


@pytest.mark.parametrize(
    "quotation",
    ["«نعم»", "“نعم”", '"نعم"', "‹نعم›", "‘نعم’", "'نعم'", "„نعم“", "„نعم”", "<<نعم>>", "''نعم''",
     "‘‘نعم’’", '""نعم""', "\ufd3fنعم\ufd3e", "\uff02نعم\uff02", "« نعم »", "»نعم«", "»نعم»",
     "”نعم“", "“نعم“", "”نعم”", '"نعم”', '“نعم"', '«نعم"', '"نعم»', "«نعم”", "‘نعم'"],
)  # fmt: skip
def test_a_pair_of_marks(quotation: str) -> None:
    text = f"قال الوزير {quotation} أمس، وأضاف {quotation}."
    quotes = find_quotes(text)
    assert [text[quote.start : quote.end] for quote in quotes] == [quotation] * 2
    assert [text[quote.inner_start : quote.inner_end] for quote in quotes] == ["نعم"] * 2
    assert all(quote.closed and quote.depth == 0 for quote in quotes)


@pytest.mark.parametrize(
    "text",
    ["لا علامات هنا", "it's the ministers' port", "طولها 5' فقط", 'شاشة 15" جديدة', "المزيد »",
     "« الرئيسية", '""', "«»", "a < b > c", "«\u200f»", "rock ’n’ roll's"],
)  # fmt: skip
def test_marks_that_quote_nothing(text: str) -> None:
    assert [quote for quote in find_quotes(text) if text[quote.start] not in "’"] == []


def test_offsets_of_the_marks_and_of_the_words() -> None:
    assert find_quotes("قال: « نعم. » ثم") == (Quote(5, 7, 11, 13, True, 0),)


def test_nested_quotations_follow_the_one_around_them() -> None:
    text = "«قال لنا “الميناء ‹مفتوح› اليوم” ثم سكت»"
    assert [(quote.depth, text[quote.start]) for quote in find_quotes(text)] == [
        (0, "«"),
        (1, "“"),
        (2, "‹"),
    ]
    assert _printed("«أ «ب» ج»") == ["«أ «ب» ج»", "«ب»"]
    assert _printed('«سمعت "نعم" و"لا" منه»') == ['«سمعت "نعم" و"لا" منه»', '"نعم"', '"لا"']


def test_a_quotation_over_sentences_and_paragraphs() -> None:
    text = "قال: «نفتح الميناء. نعمل غدا.\nونعود بعده». وأضاف «نعم»"
    assert _printed(text) == ["«نفتح الميناء. نعمل غدا.\nونعود بعده»", "«نعم»"]
    text = 'قال: "نفتح الميناء.\nونعود بعده". وأضاف "نعم"'
    assert _printed(text) == ['"نفتح الميناء.\nونعود بعده"', '"نعم"']


def test_a_quotation_opened_again_in_the_next_paragraph() -> None:
    for opening, closing in ("«»", "“”", '""'):
        text = f"قال: {opening}نفتح الميناء.\n{opening}ونعود بعده{closing}. ثم سكت"
        assert _printed(text) == [f"{opening}نفتح الميناء.", f"{opening}ونعود بعده{closing}"]
        assert [quote.closed for quote in find_quotes(text)] == [False, True]
        assert [quote.depth for quote in find_quotes(text)] == [0, 0]


def test_a_quotation_at_the_start_of_a_later_paragraph_of_one() -> None:
    assert _printed("«نفتح.\n«الأفق» سفينتنا. ونعود» ثم") == [
        "«نفتح.\n«الأفق» سفينتنا. ونعود»",
        "«الأفق»",
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert _open('قال "نعم" و"لا ثم سكت. \nوغادر') == ['"لا ثم سكت.']
    assert _open("قال «نعم ثم سكت.\nوغادر") == ["«نعم ثم سكت."]
    assert _printed("قال «نعم\nثم «لا» ثم «بلى»") == ["«نعم", "«لا»", "«بلى»"]


def test_an_unclosed_quotation_ends_with_the_one_around_it() -> None:
    assert _printed('قال «نعم "لا ثم» وسكت') == ['«نعم "لا ثم»', '"لا ثم']


def test_straight_marks_pair_in_turn() -> None:
    assert _printed('"أ" ب "ج" د') == ['"أ"', '"ج"']
    assert _printed('قال" نعم "ثم سكت') == ['" نعم "']


def test_straight_marks_nest_where_their_places_tell() -> None:
    text = 'قال "نفتح "الأفق" غدا ونعود "بعد ساعة" منه"، ثم سكت'
    assert _printed(text) == [text[4:-8], '"الأفق"', '"بعد ساعة"']
    text = '"نفتح "الأفق" و"المنارة" وال"مرسى"."'
    assert _printed(text) == [text, '"الأفق"', '"المنارة"', '"مرسى"']


def test_a_closing_straight_mark_forgotten_before_the_next_quotation() -> None:
    text = 'قال إن "الميناء مفتوح، مشيرا إلى أن "العمال عادوا".'
    assert _printed(text) == ['"الميناء مفتوح، مشيرا إلى أن', '"العمال عادوا"']
    assert [quote.closed for quote in find_quotes(text)] == [False, True]


def test_a_straight_mark_too_many_does_not_shift_the_others() -> None:
    assert _printed('نص" ثم "نعم" و"لا".') == ['"نعم"', '"لا"']
    assert _printed('شاشة 15" من "الأفق"') == ['"الأفق"']


def test_a_mark_before_a_full_stop_closes_even_behind_a_space() -> None:
    assert _printed('قال " نفتح الميناء " . وسكت') == ['" نفتح الميناء "']
    assert _printed('قال "نفتح.\nونعود " .') == ['"نفتح.\nونعود "']
    assert _printed('ونعود " .') == _printed("ونعود “.") == []
    assert _printed("قال “نفتح الميناء “. وسكت") == ["“نفتح الميناء “"]


def test_a_closing_mark_alone_is_left() -> None:
    assert _printed("نص» ثم «نعم» ثم” لا") == ["«نعم»"]


def test_a_mark_forgotten_far_above_takes_nothing() -> None:
    text = "قال «نعم\n" + "نص طويل بلا علامات.\n" * 300 + "نص» ثم"
    assert _printed(text) == ["«نعم"]


def test_direction_marks_around_a_mark_are_overlooked() -> None:
    assert _printed("قال \u200f”\u200fنعم\u200f“\u200f.") == ["”\u200fنعم\u200f“"]


@pytest.mark.parametrize("mark", ['"', "«", "»", "“x”“", "«\n", '" «', "'a ", '“"'])
def test_thousands_of_marks_take_no_time(mark: str) -> None:
    start = time.process_time()
    find_quotes(mark * 20_000)
    assert time.process_time() - start < 5
