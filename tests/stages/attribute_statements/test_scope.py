"""Where the content of a statement begins and ends, and what it does."""

from collections.abc import Callable

import pytest

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]

SCOPES = [
    ("قال نادر الكتبي إن الطريق مقطوع، مشيرا إلى أن الثلج كثيف.", ["الطريق مقطوع", "الثلج كثيف"]),
    ("قال نادر الكتبي: «الطريق مقطوع. الثلج كثيف». وغادر.", ["الطريق مقطوع. الثلج كثيف"]),
    ("وقال نادر الكتبي إن «الطريق مقطوع»، لكنه سيفتح مساء غد.",
     ["«الطريق مقطوع»، لكنه سيفتح مساء غد"]),
    ("أكد نادر الكتبي أن الطريق إلى الشمال مقطوع، وكان أمس مفتوحا.", ["الطريق إلى الشمال مقطوع"]),
    ("وذكر نادر الكتبي أن الطريق مقطوع، لكن وزيرة العدل نفت إغلاق الطريق.",
     ["الطريق مقطوع", "إغلاق الطريق"]),
    ("«لن نرحل من بيوتنا»، قال نادر الكتبي.", ["لن نرحل من بيوتنا"]),
    ("فتحت الوزارة تحقيقا فيما وصفه نادر الكتبي بأنه خطأ جسيم، بحسب شهود عيان.",
     ["خطأ جسيم", "فتحت الوزارة تحقيقا فيما وصفه نادر الكتبي بأنه خطأ جسيم"]),
    ("وطالب نادر الكتبي بفتح الطريق، وحذر من كارثة.", ["بفتح الطريق", "كارثة"]),
    ("وطالب نادر الكتبي بفتح الطريق وحذر من كارثة.", ["بفتح الطريق", "كارثة"]),
    ("أكد نادر الكتبي أن الطريق مقطوع منذ أمس، فيما ما زال الجسر مفتوحا.",
     ["الطريق مقطوع منذ أمس، فيما ما زال الجسر مفتوحا"]),
    ("أكد نادر الكتبي أن الطريق مقطوع منذ أمس، كما حذر خالد الصاري من كارثة.",
     ["الطريق مقطوع منذ أمس", "كارثة"]),
    ("وتعهد نادر الكتبي بفتح الطريق قبل العيد، لكن الثلج كثيف.", ["بفتح الطريق قبل العيد"]),
    ("رفض نادر الكتبي إغلاق الطريق إلى الشمال، وقرر زيارة الجسر.", ["إغلاق الطريق إلى الشمال"]),
    ("وفيما قال نادر الكتبي إن الطريق مقطوع، أكد خالد الصاري أن الجسر آمن.",
     ["الطريق مقطوع", "الجسر آمن"]),
    ("قالت سلمى الراوي إن الوزير وصل إلى الجسر، وأكد أن الطريق مقطوع.",
     ["الوزير وصل إلى الجسر، وأكد أن الطريق مقطوع", "الطريق مقطوع"]),
    ("قالت سلمى الراوي إن الوزير وصل إلى الجسر، وأكدت أن الطريق مقطوع.",
     ["الوزير وصل إلى الجسر", "الطريق مقطوع"]),
    ("قال نادر الكتبي إن الطريق «مقطوع». وأكد خالد الصاري أن الجسر آمن.",
     ["الطريق «مقطوع»", "الجسر آمن"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SCOPES)
def test_scope(read: Read, text: str, wanted: list[str]) -> None:
    assert [s.content[0].text for s in read(text)] == wanted


MODES = [
    ("قال نادر الكتبي: «الطريق مقطوع منذ الفجر».", "direct"),
    ("قال نادر الكتبي إن الطريق «مقطوع تماما».", "mixed"),
    ("قال نادر الكتبي إن الطريق مقطوع.", "indirect"),
    ("قال نادر الكتبي إن «داعش» انسحب.", "indirect"),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_mode(read: Read, text: str, mode: str) -> None:
    assert [s.mode for s in read(text)] == [mode]


ACTS = [
    ("قال نادر الكتبي إن الطريق مقطوع.", "assert"),
    ("أعلن نادر الكتبي أن الطريق مفتوح.", "announce"),
    ("نفى نادر الكتبي أن يكون الطريق مقطوعا.", "deny"),
    ("دعا نادر الكتبي إلى فتح الطريق.", "demand"),
    ("حذر نادر الكتبي من انهيار الجسر.", "warn"),
    ("هدد نادر الكتبي بإغلاق الطريق.", "threaten"),
    ("تعهد نادر الكتبي بفتح الطريق.", "promise"),
    ("رحب نادر الكتبي بفتح الطريق.", "praise"),
    ("استنكر نادر الكتبي إغلاق الطريق.", "condemn"),
    ("توقع نادر الكتبي أن يفتح الطريق.", "opinion"),
    ("أعرب نادر الكتبي عن قلقه من الثلج.", "express"),
    ("شدد نادر الكتبي على ضرورة فتح الطريق.", "demand"),
    ("أعرب نادر الكتبي عن شكره لعمال الطرق.", "praise"),
    ("قال نادر الكتبي: «سنفتح الطريق غدا».", "promise"),
    ("أكد نادر الكتبي أن لا أحد مفقود.", "deny"),
    ("كشف نادر الكتبي أن الطريق مقطوع.", "assert"),
    ("كشف نادر الكتبي عن خطة لفتح الطريق.", "announce"),
    ("قال نادر الكتبي إن الوزارة تماطل في فتح الطريق.", "accuse"),
    ("قال نادر الكتبي إن الطريق يمكن أن يفتح غدا.", "opinion"),
    ("قال نادر الكتبي إنه لا بد من فتح الطريق.", "demand"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_act(read: Read, text: str, act: str) -> None:
    assert [s.act for s in read(text)] == [act]


POLARITY_AND_MODALITY = [
    ("قال نادر الكتبي إن الطريق مقطوع.", "affirmative", "fact"),
    ("قال نادر الكتبي إن لا أحد مفقود.", "negated", "fact"),
    ("قال نادر الكتبي: «سيفتح الطريق غدا».", "affirmative", "future"),
    ("قال نادر الكتبي: «لن نغلق الطريق».", "negated", "future"),
    ("قال نادر الكتبي: «ربما يفتح الطريق».", "affirmative", "possible"),
    ("قال نادر الكتبي: «يجب فتح الطريق».", "affirmative", "obligation"),
]


@pytest.mark.parametrize(("text", "polarity", "modality"), POLARITY_AND_MODALITY)
def test_polarity_and_modality(read: Read, text: str, polarity: str, modality: str) -> None:
    assert [(s.polarity, s.modality) for s in read(text)] == [(polarity, modality)]


def test_said_is_the_day_beside_the_cue(read: Read) -> None:
    (statement,) = read("قال نادر الكتبي أمس الاثنين إن الطريق مقطوع.")
    assert statement.said == "2031-05-05"
    (without,) = read("قال نادر الكتبي إن الطريق قطع أمس.")
    assert without.said is None


def test_every_statement_explains_itself(read: Read) -> None:
    (statement,) = read("قال نادر الكتبي إن الطريق مقطوع.")
    assert statement.why[0].startswith(statement.made_by)
    assert any(line.startswith("content ends at") for line in statement.why)


def test_spelling_of_the_letters_does_not_matter(read: Read) -> None:
    plain = read("اكد نادر الكتبى ان الطريق مقطوع، مشيرا الى ان الثلج كثيف.")
    assert [s.content[0].text for s in plain] == ["الطريق مقطوع", "الثلج كثيف"]


def test_an_opinion_in_print_is_no_verb(read: Read) -> None:
    """«رأي» folds to the same key as «رأى»; the print tells them apart."""
    assert read("وكان رأي المدينة أن الجسر قديم.") == ()
