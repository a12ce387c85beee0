"""What a later sentence, a pronoun or the source itself tells of the occasion of words."""

from collections.abc import Callable

import pytest

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]
ABOUT = "قال نادر الكتبي إن المرفأ آمن. وأضاف أن البحر هادئ. "


def told(found: tuple[Statement, ...]) -> list[tuple[str | None, str | None]]:
    return [(each.medium, each.said) for each in found]


@pytest.mark.parametrize(
    ("sentence", "medium", "day"),
    [
        ("جاء ذلك خلال مؤتمر صحفي عقده أمس الاثنين.", "مؤتمر صحفي", "2031-05-05"),
        ("وجاءت تصريحات الكتبي في كلمة له أمام النواب.", "كلمة", None),
        ("جاء ذلك خلال الكلمة التي ألقاها اليوم الثلاثاء.", "كلمة", "2031-05-06"),
        ("جاء ذلك في جولة له بالمرفأ اليوم.", None, "2031-05-06"),
        ("جاء ذلك خلال مؤتمر الحزب في العاصمة.", None, None),
        ("جاء ذلك خلال كلمة له، مشددا على أن السفن عادت أمس.", "كلمة", None),
        ("جاء ذلك بعد اجتماع عقد أمس.", None, None),
        ("جاء ذلك خلال احتفال بخريجي نوفمبر 2029.", None, None),
        ("وجاء كلام سليم الراوي في بيان.", None, None),
        ("جاء الوزير إلى المرفأ أمس.", None, None),
    ],
)
def test_a_sentence_tells_of_the_words_before_it(
    read: Read, sentence: str, medium: str | None, day: str | None
) -> None:
    assert told(read(ABOUT + sentence))[:2] == [(medium, day)] * 2


def test_it_tells_of_the_last_speaker_and_of_what_goes_on(read: Read) -> None:
    text = (
        "وقالت سلمى الراوي إن الطريق مغلق. "
        + ABOUT
        + "جاء ذلك خلال مقابلة تلفزيونية اليوم. وأضاف أن السفن عادت."
    )
    found = read(text)
    assert [s.medium for s in found] == [None, *["مقابلة تلفزيونية"] * 3]
    assert any(why.startswith("attribute.occasion: «جاء ذلك") for why in found[1].why)


def test_it_does_not_change_what_is_told_already(read: Read) -> None:
    text = "قال نادر الكتبي في بيان إن المرفأ آمن. جاء ذلك خلال جلسة اليوم."
    assert told(read(text))[0] == ("بيان", "2031-05-06")


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("وبعث الوزير برسالة مشتركة إلى النواب طالب فيها بفتح المرفأ.", "رسالة مشتركة"),
        ("وقدم الخبير تقريرا إلى المجلس أشار فيه إلى ارتفاع الأسعار.", "تقرير"),
        ("وينص القرار على إغلاق المرفأ.", "قرار"),
        ("وأظهرت أرقام رسمية أن الأسعار ارتفعت.", "أرقام"),
        ("وقال نادر الكتبي في حسابه على «تويتر» إن المرفأ آمن.", "تويتر"),
        ("وقال نادر الكتبي على موقع فيس بوك إن المرفأ آمن.", "فيسبوك"),
        ("وقال نادر الكتبي في مؤتمر حول الموانئ إن المرفأ آمن.", None),
        ("وقال نادر الكتبي في تعليقه على تقرير البنك إن المرفأ آمن.", None),
    ],
)
def test_the_medium_of_words(read: Read, text: str, medium: str | None) -> None:
    assert told(read(text))[0][0] == medium


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("وفي شباط/فبراير الماضي، قال نادر الكتبي إن المرفأ آمن.", "2031-02"),
        ("ودعا نادر الكتبي العام الماضي إلى فتح المرفأ.", "2030"),
        ("وكتب النواب رسالة في 20 نيسان 2031، طالبوا فيها بفتح المرفأ.", "2031-04-20"),
        ("وذكر نادر الكتبي، خلال المؤتمر الصحفي الذي عقد أمس، أن المرفأ آمن.", "2031-05-05"),
        ("وسيغلق المرفأ منتصف الشهر الجاري، بحسب ما كشفه مصدر ملاحي.", None),
        ("وقال نادر الكتبي، الذي انتخب في نيسان الماضي، إن المرفأ آمن.", None),
        ("وغرق الزورق في عام 2029، وقال نادر الكتبي إن المرفأ آمن.", None),
    ],
)
def test_when_words_were_said(read: Read, text: str, when: str) -> None:
    assert told(read(text))[0][1] == when
