"""The name that stands beside an office: behind a clause, or longer than the article knows it."""

from collections.abc import Callable

import pytest

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]

SPEAKERS = [
    ("وقال وزير الموانئ الذي عاد أمس إلى الصفا، نادر الكتبي، إن المرفأ مفتوح.", "نادر الكتبي"),
    ("وقالت عضو المجلس السابقة، عن حزب الساحل، سلمى الراوي، إن المرفأ مفتوح.", "سلمى الراوي"),
    ("وقال وزير الموانئ في لقاء مع نادر الكتبي، إن المرفأ مفتوح.", "وزير الموانئ"),
    ("وقال مدير مركز «ألما» للأبحاث إن المرفأ مفتوح.", "مدير مركز ألما للأبحاث"),
    ("أفادت نقابة البحارة وجمعية الصيادين بأن المرفأ مغلق.", "نقابة البحارة وجمعية الصيادين"),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_who_is_named_beside_an_office(read: Read, text: str, name: str) -> None:
    (statement,) = read(text)
    assert statement.speaker.name == name


TOLD_OR_ACTED_UPON = [
    ("نادر الكتبي يقول للنيابة: المرفأ مغلق منذ أمس.", ["نادر الكتبي"]),
    ("قال نادر الكتبي إن البحر هائج. ودعا المتظاهرين إلى الصبر.", ["نادر الكتبي"] * 2),
    ("اتهمت المعارضة الوطنية نقابة البحارة بإهمال المرفأ.", ["المعارضة الوطنية"]),
    ("واتهم العاملون نقابة البحارة بإهمال المرفأ.", ["العاملون"]),
    ("وطالبت المصادر مختلف وسائل الإعلام بتحري الدقة.", ["المصادر"]),
    ("قال نادر الكتبي إن البحر هائج. وما يؤكد هذه النقطة أن السفن عالقة.", ["نادر الكتبي"]),
    ("قال نادر الكتبي إن المرفأ مغلق. وسيفتح وفقا لعدد السفن.", ["نادر الكتبي"]),
    ("قال نادر الكتبي إن البحر هائج. وهذا الاعتداء يظهر الأخطار الكبيرة.", ["نادر الكتبي"]),
    ("قال نادر الكتبي إن البحر هائج. لكنه أشار إلى أن المرفأ آمن.", ["نادر الكتبي"] * 2),
    ("قال نادر الكتبي إنه أخذ على عاتقه فتح المرفأ.", ["نادر الكتبي"]),
    ("قال نادر الكتبي إن البحر هائج، قبل مواجهة صيفية متوقعة بشأن المرفأ.", ["نادر الكتبي"]),
    ("وأخيرا، أمر القاضي سامي الحلو بتوقيف القبطان.", ["سامي الحلو"]),
    ("وشدد المجتمعون على ضرورة فتح المرفأ.", ["المجتمعون"]),
    ("والبلدية تعترف بمقتل ثلاثة وسامي الحلو يؤكد: المرفأ آمن.", ["البلدية", "سامي الحلو"]),
]


@pytest.mark.parametrize(("text", "names"), TOLD_OR_ACTED_UPON)
def test_who_is_told_or_acted_upon_is_no_speaker(read: Read, text: str, names: list[str]) -> None:
    assert [statement.speaker.name for statement in read(text)] == names


def test_two_bodies_are_both_members(read: Read) -> None:
    told = "أفادت نقابة البحارة وجمعية الصيادين بأن المرفأ مغلق."
    first, second = read(f"{told} وتابعت النقابة والجمعية أن السفن عالقة.")
    assert len(first.speaker.members) == 2
    assert second.speaker.name == first.speaker.name


def test_no_report_reaches_over_another_verb_of_saying(read: Read) -> None:
    first, second = read("وطالب نادر الكتبي بفتح المرفأ الذي قالت النقابة إنه مغلق.")
    assert first.content[0].text == "بفتح المرفأ الذي قالت النقابة إنه مغلق"
    assert (second.content[0].text, second.speaker.name) == ("مغلق", "النقابة")
