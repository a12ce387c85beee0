"""The subject of a sentence speaks where its cue names nobody; a source ends where it must."""

from collections.abc import Callable

import pytest
from tests.stages.attribute_statements.conftest import read_text

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]

SUBJECTS = [
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\n"
        "في المقابل، يدافع عضو مجلس الملاحة فؤاد المرساتي عن النظام، قائلا إنه صارم.",
        "فؤاد المرساتي",
        id="of a verb that is no cue, behind its post",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\nوعلق النائب نادر الكتبي على الخبر، مؤكدا أنه كاذب.",
        "نادر الكتبي",
        id="a post that is also another word",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\n"
        "ورحبت النائبة عن حزب البحر ميسون القلاعي بالإضراب، وقالت إن العمال متعبون.",
        "ميسون القلاعي",
        id="the woman, not the party in her post",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\n"
        "وفي رأس المنارة تظاهر عشرات الصيادين أمام المرفأ، مطالبين بفتحه.",
        "عشرات الصيادين",
        id="of a verb behind a place",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\nواكتفى مسؤول محلي بالقول إن الأمر قيد المتابعة.",
        "مسؤول محلي",
        id="somebody unnamed",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\nوخرج القارب من المرفأ، مؤكدا أن الريح سكنت.",
        "سامي الحلو",
        id="a thing does not speak",
    ),
    pytest.param(
        "قال سامي الحلو إن البحر هائج.\nوزارت الوزيرة المرفأ، مؤكدا أن الريح سكنت.",
        "سامي الحلو",
        id="who does not agree does not speak",
    ),
]


@pytest.mark.parametrize(("text", "name"), SUBJECTS)
def test_the_subject_of_the_sentence_speaks(read: Read, text: str, name: str) -> None:
    assert read(text)[1].speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال قبطان زورق شارك في العملية إن البحر هائج.", "قبطان زورق"),
        ("ودعا الجهاز أصحاب الزوارق إلى الابتعاد عن الموقع.", "الجهاز"),
        ("قال عضو في الحزب يدعى سامي الحلو إن البحر هائج.", "سامي الحلو"),
        ("قال المتحدث باسم الدفاع المدني العقيد سامي الحلو إن البحر هائج.", "سامي الحلو"),
    ],
)
def test_a_source_ends_before_a_clause_and_before_whom_it_addresses(
    read: Read, text: str, name: str
) -> None:
    assert read(text)[0].speaker.name == name


def test_a_source_speaks_with_no_verb_behind_another(read: Read) -> None:
    """«أفاد» follows the man who is described, not «الحكومة», which received."""
    (found,) = read("وكانت الحكومة تلقت بلاغا من مقاول محلي، أفاد بأن الجسر متصدع.")
    assert found.speaker.name == "مقاول محلي"


def test_several_are_not_the_one_who_spoke(read: Read) -> None:
    text = "قال نادر الكتبي إن الوزير اجتمع بالبحارة. وأكدوا أن الإضراب مستمر."
    first, second = read(text)
    assert (first.speaker.name, second.speaker.kind) == ("نادر الكتبي", "unknown")


def test_a_body_is_several_people_in_its_sentence(read: Read) -> None:
    text = "أفادت نقابة البحارة بأن الجسر متصدع، مضيفين أن الإصلاح بعيد.\nوتابعوا أن الوقت ضيق."
    found = read(text)
    assert [s.speaker.name for s in found[:2]] == ["نقابة البحارة", "نقابة البحارة"]
    assert found[2].speaker.kind == "unknown"


def test_two_surnames_in_a_row_are_two(read: Read) -> None:
    found = read(
        "قال نادر الكتبي إن البحر هائج. وقال سامي الحلو إن الريح شديدة.\n"
        "وشكر الكتبي الحلو على كلامه، وقال إنه محق."
    )
    assert found[2].speaker.name == "نادر الكتبي"


def test_who_stands_before_a_relative_pronoun_may_have_been_named(read: Read) -> None:
    text = "نشرت مذكرة داخلية. وأغلق المرفأ سرا، وفقا للمذكرة، التي زعمت أن الجسر متصدع."
    assert read(text)[-1].speaker.kind == "document"


@pytest.mark.parametrize("name", ["سلطان", "«سلطان»"])
def test_a_surname_alone_is_its_bearer(read: Read, name: str) -> None:
    found = read(f"قال النائب عصام سلطان إن البحر هائج. وأضاف {name}: «سنعود غدا».")
    assert (found[1].speaker.name, found[1].speaker.kind) == ("عصام سلطان", "person")


def test_a_name_in_another_spelling_is_told(read: Read) -> None:
    (found,) = read("ذكرت صحيفة لوفيجارو أن المرفأ مغلق.")
    assert found.speaker.name == "لوفيغارو"
    assert any("لوفيجارو" in alias for alias in found.speaker.aliases)


def test_press_of_a_nation(read: Read) -> None:
    (found,) = read("أفاد إعلام مرسوي بأن المرفأ مغلق.")
    assert (found.speaker.name, found.speaker.kind) == ("وسائل إعلام مرسوية", "media")


def test_a_body_in_a_headline_does_not_bear_the_name_of_its_minister() -> None:
    text = "الصحة: تسعة جرحى في المرفأ\nقال وزير الصحة أحمد عمر إن الريح شديدة."
    assert read_text(text).statements[0].speaker.kind == "organisation"


def test_who_spoke_in_one_sentence_are_candidates(read: Read) -> None:
    found = read(
        "قال وزير النقل نادر الكتبي إن البحر هائج، وقال مدير المرفأ سامي الحلو إن الريح شديدة."
        " وأضاف أن الموج عال."
    )
    speaker = found[2].speaker
    assert (speaker.name, speaker.candidates) == ("سامي الحلو", ("سامي الحلو", "نادر الكتبي"))
    assert found[1].speaker.candidates == ()


def test_one_who_may_be_meant_is_no_candidate(read: Read) -> None:
    found = read("قال مدير المرفأ إن البحر هائج. وأضاف المسؤول أن الريح شديدة. وتابع أن الموج عال.")
    assert [s.speaker.candidates for s in found] == [(), (), ()]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("قال نادر الكتبي إن البحر هائج، داعيا سكان الساحل إلى الصبر.", "سكان الساحل"),
        ("وقال نادر الكتبي للصحفيين إن البحر هائج.", "الصحفيين"),
        ("الشكوى تطالب الشركة القابضة بإجراء تحقيق في المرفأ.", "الشركة القابضة"),
        ("دعت نقابة البحارة، اليوم الثلاثاء، وزارة الموانئ إلى فتح المرفأ.", "وزارة الموانئ"),
        ("قال نادر الكتبي إن بلاده تدعو دائما إلى الصلح.", None),
        ("وقال نادر الكتبي إن البحر هائج.", None),
        ("ودعا نادر الكتبي إلى إخلاء الشاطئ.", None),
    ],
)
def test_whom_it_is_said_to(read: Read, text: str, hearer: str | None) -> None:
    assert read(text)[-1].addressee == hearer


def test_a_text_may_end_with_who_called_for_it(read: Read) -> None:
    (found,) = read("شارك البحارة في المسيرة التي دعت إليها نقابة الصيادين")
    assert (found.speaker.name, found.addressee) == ("نقابة الصيادين", None)


@pytest.mark.parametrize(
    "text", ["قال والي شمال الساحل {} إن المرفأ آمن.", "أشاد والي الصفا، {}، بالبحارة."]
)
def test_a_governor_is_no_preposition(read: Read, text: str) -> None:
    (found,) = read(text.format("نادر الكتبي"))
    assert (found.speaker.name, found.speaker.kind) == ("نادر الكتبي", "person")


def test_a_preposition_is_no_governor(read: Read) -> None:
    text = "وصل الوفد الي الصفا والي المرفأ. وقال نادر الكتبي ان البحر هادئ حتي الان."
    assert [s.speaker.name for s in read(text)] == ["نادر الكتبي"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("د. سامر الحداد يكتب: مستقبل المرفأ", []),
        ("وكتب سامر الحداد: لن نرحل.", ["سامر الحداد"]),
        ("شارك الوفد. القتيل طالب بالفرقة الثالثة.", []),
        ("قال طالب بكلية الهندسة إن الامتحان صعب.", ["طالب بكلية الهندسة"]),
        ("والنائب سامر الحداد طالب بفتح المرفأ.", ["سامر الحداد"]),
    ],
)
def test_a_column_is_signed_and_a_student_demands_nothing(
    read: Read, text: str, speakers: list[str]
) -> None:
    assert [each.speaker.name for each in read(text)] == speakers
