"""Passages in dialect or in another language are flagged; standard Arabic never is."""

import pytest

from musnad.model.ids import identity
from musnad.model.records import Passage
from musnad.stages.read_language.passages import find_passages
from musnad.text.analysis import analyse


def passages(text: str) -> tuple[Passage, ...]:
    return find_passages("a1", analyse(text))


@pytest.mark.parametrize(
    ("text", "flagged", "dialect"),
    [
        ("وقال أحدهم: «إحنا مش عايزين حد يساعدنا».", "إحنا مش عايزين حد يساعدنا", "egyptian"),
        ("وكتبت على صفحتها: «شو هالحكي، هيك ما بدنا».", "شو هالحكي، هيك ما بدنا", "levantine"),
        ("وسأل صاحب المتجر: «شلون راح أفتح وماكو كهرباء وين أروح».",
         "شلون راح أفتح وماكو كهرباء وين أروح", "gulf"),
        ("وصاح البحار: «علاش سكرتو الميناء ديالنا».", "علاش سكرتو الميناء ديالنا", "maghrebi"),
    ],
)  # fmt: skip
def test_a_quotation_in_dialect_is_flagged(text: str, flagged: str, dialect: str) -> None:
    (found,) = passages(text)
    assert (found.text, found.language, found.dialect) == (flagged, "ar", dialect)
    assert text[found.start : found.end] == flagged


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن الدول المجاورة لم تقدم أي دليل على ذلك.",
        "وقالت النائبة إن عبارة «مش معقول» لا تليق بالمجلس.",  # one word
        "وأقيم حفل في حي القصبة، حيث ارتدى المشاركون زي البحارة القديم.",
        "وقال السفير دي ميرا إن مال الصندوق لم يصل، وفق بيان لمكتبه.",
        "ونشرت صحيفة «Coast News» الخبر، ثم نقله موقع Marsa Today Online.",
        "وأشارت إلى تقرير Marsa Institute for Coastal Research and Policy بشأن الميناء.",
        "والموقع هو https://www.example.org/news/of/the/day/in/the/town",
    ],
)
def test_standard_arabic_with_names_is_not_flagged(text: str) -> None:
    assert passages(text) == ()


@pytest.mark.parametrize(
    ("text", "flagged", "language"),
    [
        ("وجاء في البيان: the harbour will open again on Monday.",
         "the harbour will open again on Monday", "en"),
        ("وجاء فيه: le port sera ouvert pour les navires.", "le port sera ouvert pour les navires",
         "fr"),
        ("وكتب: порт снова открыт для судов", "порт снова открыт для судов", "ru"),
        ("وكتب: הנמל נפתח שוב היום", "הנמל נפתח שוב היום", "he"),
        ("ونشر الآتي.\nوزیر گفت که بندر را در این ماه باز می کند",
         "وزیر گفت که بندر را در این ماه باز می کند", "fa"),
        ("ونشر الآتي.\nوزیر نے کہا ہے کہ یہ بندرگاہ کل کھلے گی اور",
         "وزیر نے کہا ہے کہ یہ بندرگاہ کل کھلے گی اور", "ur"),
    ],
)  # fmt: skip
def test_another_language_is_flagged(text: str, flagged: str, language: str) -> None:
    (found,) = passages(text)
    assert (found.text, found.language, found.dialect) == (flagged, language, None)


def test_arabic_typed_with_a_persian_keyboard_is_arabic() -> None:
    assert passages("قال الوزیر إن المیناء سیفتح فی مطلع الشهر المقبل کما کان.") == ()


def test_sentences_of_one_dialect_are_one_passage() -> None:
    text = "وقال: «إحنا مش عايزين كده. ليه محدش بيقول حاجة».\nوانتهى الاجتماع."
    (found,) = passages(text)
    assert found.text == "إحنا مش عايزين كده. ليه محدش بيقول حاجة"


def test_passages_are_in_order_and_none_is_inside_another() -> None:
    text = "إحنا مش عايزين كده، وقالوا: «ليه محدش بيقول حاجة» مش معقول عشان ده."
    (found,) = passages(text)
    assert found.text == text


def test_the_id_of_a_passage_tells_its_place_and_article() -> None:
    text = "قال الناطق: the port will open in the morning as it was before the storm. وعاد."
    (one,), (other,) = (find_passages(article, analyse(text)) for article in ("a1", "a2"))
    assert one.id == identity("passage", "a1", one.start, one.end)
    assert one.id != other.id
