"""Figures of pages, on outputs whose figures can be worked out by hand."""

import pytest
from pages import Found, LabelledArticle, LabelledPage, Labels
from pages.labelled import ALL
from pages.measures import Figures, mean, measure

FIRST = "أوقفت البلدية ضخ المياه من البئر صباح الأربعاء بعد ظهور ملوحة"
SECOND = "وقال رئيس الدائرة إن القرار احترازي"
OTHER = "عاينت اللجنة الكابل الذي تحدث عنه الحارس"
CARD = "وزير الموانئ يتفقد الطريق الساحلي"


def page(**article) -> LabelledPage:
    known = {"title": "البلدية توقف الضخ", "published": "2023-10-11T09:42+03:00"}
    main = LabelledArticle(paragraphs=(FIRST, SECOND), **(known | article))
    labels = Labels(
        layout="any",
        url="https://a.example/",
        outlet=None,
        language="ar",
        articles=(main, LabelledArticle(title="لجنة تعاين", paragraphs=(OTHER,))),
        not_article=(CARD, "شاركها"),
    )
    return LabelledPage(name="one", data=b"", labels=labels, measured=ALL)


def test_the_body_itself_is_found_wholly():
    found = measure(page(), Found(lines=(FIRST, SECOND)))
    assert found[:4] == (1.0, 1.0, 1.0, 0.0)


def test_a_tool_that_joins_paragraphs_by_line_breaks_loses_nothing():
    assert measure(page(), Found(lines=(f"{FIRST}\n\n{SECOND}",))).paragraph_f1 == 1.0


def test_a_line_that_holds_two_paragraphs_finds_neither():
    assert measure(page(), Found(lines=(f"{FIRST} {SECOND}",))).paragraph_f1 == 0.0


def test_one_line_finds_one_of_two_equal_paragraphs():
    twice = page()
    main = LabelledArticle(title="", paragraphs=(FIRST, FIRST))
    labels = Labels(layout="any", url="", outlet=None, language="ar", articles=(main,))
    twice = LabelledPage(name="two", data=b"", labels=labels, measured=ALL)
    assert measure(twice, Found(lines=(FIRST,))).paragraph_f1 == pytest.approx(2 / 3)


def test_a_paragraph_without_one_word_of_eleven_is_found_and_one_without_three_is_not():
    words = FIRST.split()
    assert measure(page(), Found(lines=(" ".join(words[1:]), SECOND))).paragraph_f1 == 1.0
    assert measure(page(), Found(lines=(" ".join(words[3:]), SECOND))).paragraph_f1 == 0.5


def test_title_byline_and_caption_in_the_body_count_neither_way():
    labelled = page(byline="سهى المرافئي", captions=("عمال قرب البئر",))
    lines = ("البلدية توقف الضخ", "سهى المرافئي", FIRST, "عمال قرب البئر", SECOND)
    assert measure(labelled, Found(lines=lines))[:3] == (1.0, 1.0, 1.0)


def test_words_of_the_second_article_and_of_furniture_are_leaked():
    found = measure(page(), Found(lines=(FIRST, SECOND, OTHER, CARD)))
    words = [len(text.split()) for text in (FIRST, SECOND, OTHER, CARD)]
    assert found.leakage == pytest.approx((words[2] + words[3]) / sum(words))
    assert found.precision == pytest.approx((words[0] + words[1]) / sum(words))


def test_a_short_line_is_leaked_only_as_a_whole():
    assert measure(page(), Found(lines=(FIRST, SECOND, "شاركها"))).leakage > 0
    assert measure(page(), Found(lines=(FIRST, SECOND, "شاركها معنا"))).leakage == 0


def test_an_empty_output_finds_and_leaks_nothing():
    assert measure(page(), Found())[:4] == (0.0, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("gold", "given", "day", "silent"),
    [
        ("2023-10-11T09:42+03:00", "2023-10-11", 1, 0),
        ("2023-10-11", "2023-10-12", 0, 1),
        ("2023-10-11", None, 0, 0),
        ("2023-10", None, 1, 0),
        ("2023-10", "2023-10", 1, 0),
        ("2023-10", "2023-10-01", 0, 1),
        (None, None, 1, 0),
        (None, "2023-10-11", 0, 1),
    ],
)
def test_days(gold, given, day, silent):
    found = measure(page(published=gold), Found(published=given))
    assert (found.day, found.silent_error) == (day, silent)


def test_a_title_with_the_name_of_the_site_is_not_right():
    assert measure(page(), Found(title="البلدية توقف الضخ")).title == 1.0
    assert measure(page(), Found(title="البلدية توقف الضخ - نبض")).title == 0.0


def test_the_mean_is_over_the_pages_that_have_the_figure():
    both = (Figures(day=1.0, title=1.0), Figures(day=0.0))
    assert mean(both)[4:] == (0.5, None, 1.0)


def test_words_inside_a_longer_line_are_leaked_alone():
    found = measure(page(), Found(lines=(FIRST, f"{SECOND} {CARD}")))
    own = len(FIRST.split()) + len(SECOND.split())
    assert found.leakage == pytest.approx(len(CARD.split()) / (own + len(CARD.split())))


def test_entries_of_a_live_blog_belong_to_its_body_and_their_times_count_neither_way():
    lead = LabelledArticle(title="تغطية", paragraphs=(FIRST,))
    entry = LabelledArticle(title="اللجنة", time="2023-10-11T19:40+03:00", paragraphs=(OTHER,))
    labels = Labels(layout="any", url="", outlet=None, language="ar", articles=(lead, entry))
    live = LabelledPage(name="live", data=b"", labels=labels, measured=ALL)
    assert measure(live, Found(lines=(FIRST, "اللجنة", OTHER)))[:4] == (1.0, 1.0, 1.0, 0.0)
    assert measure(live, Found(lines=(FIRST,))).recall < 1
