"""Who is meant by a full name, a surname, a post, a pronoun or nothing."""

from collections.abc import Callable

import pytest
from tests.stages.attribute_statements.conftest import read_text

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]

CASES = [
    pytest.param(
        "عادت السفن إلى المرفأ، وفقا لمدير المرفأ. وبحسب التقرير، عادت الرافعات.",
        [("مدير المرفأ", "person", "named"), ("التقرير", "document", "nominal")],
        id="nobody is spoken to after «وفقا»",
    ),
    pytest.param(
        "تندد البحرين باقتراح مرسى.",
        [("البحرين", "government", "named")],
        id="a state is no dual",
    ),
    pytest.param(
        "طالب النائب عن حركة البحارة سامي الحلو بفتح المرفأ.",
        [("سامي الحلو", "person", "named")],
        id="a post goes on with what follows «عن»",
    ),
    pytest.param(
        "قال رئيس النقابة نادر الكتبي إن البحر هائج.\nوزير الموانئ يعلن الحداد في بلاده.",
        [("نادر الكتبي", "person", "named"), ("وزير الموانئ", "person", "named")],
        id="what follows a verb is its object where its subject stands before it",
    ),
    pytest.param(
        "دخل متظاهرون المرفأ. وقال المتظاهرون إن الطريق مقطوع. وطالبوا نادر الكتبي بفتحه.",
        [("المتظاهرون", "collective", "named"), ("المتظاهرون", "collective", "elided")],
        id="a verb in the plural has no subject after it",
    ),
    pytest.param(
        "وقالت رئيسة المحكمة الدستورية، القاضية سلمى الراوي، إن الجلسة تأجلت.",
        [("سلمى الراوي", "person", "named")],
        id="the name after the comma holds the post",
    ),
    pytest.param(
        "أكد قائد الأسطول، العميد الركن نادر الكتبي، أن البحر هائج.",
        [("نادر الكتبي", "person", "named")],
        id="a word of the title is no surname",
    ),
    pytest.param(
        "قالت زوجة البحار إنها تنتظر. وأكد الزوج أن البحر هائج.",
        [("زوجة البحار", "person", "named"), ("الزوج", "person", "nominal")],
        id="a noun means nobody of the other gender",
    ),
    pytest.param(
        "خبير بحري ووسائل إعلام يتحدثون عن غرق السفينة، ويؤكدون أن القبطان أنقذ الركاب.",
        [
            ("خبير بحري ووسائل إعلام", "anonymous", "named"),
            ("خبير بحري ووسائل إعلام", "anonymous", "elided"),
        ],
        id="a verb tells that its source is several",
    ),
    pytest.param(
        "سافر سامي الحلو. صرح بذلك نادر الكتبي، الناطق باسم المرفأ، وقال إن البحر هائج.",
        [("نادر الكتبي", "person", "elided")],
        id="who told so speaks on",
    ),
    pytest.param(
        "قال وزير العدل نادر الكتبي إن الجلسة تأجلت. وأضاف أن الموعد الجديد قريب.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="continuation keeps the speaker",
    ),
    pytest.param(
        "قال وزير العدل نادر الكتبي إن الجلسة تأجلت. وقالت النائبة سلمى الراوي إن التأجيل خطأ."
        " وأضافت أن الناس تنتظر. وأضاف الكتبي أن القضاة مرضى.",
        [
            ("نادر الكتبي", "person", "named"), ("سلمى الراوي", "person", "named"),
            ("سلمى الراوي", "person", "elided"), ("نادر الكتبي", "person", "nominal"),
        ],
        id="gender decides, a surname leads back",
    ),
    pytest.param(
        "قال مصدر أمني إن الطريق مقطوع. وأوضح المصدر أن الثلج كثيف.",
        [("مصدر أمني", "anonymous", "named"), ("مصدر أمني", "anonymous", "nominal")],
        id="the source is the one before",
    ),
    pytest.param(
        "أعلنت نقابة البحارة أن الطريق مقطوع. وأوضح المصدر نفسه أن الثلج كثيف.",
        [("نقابة البحارة", "organisation", "named"), ("نقابة البحارة", "organisation", "nominal")],
        id="where nobody was called a source, it is whoever spoke last",
    ),
    pytest.param(
        "أعلنت نقابة البحارة أن الطريق مقطوع. والتقت مصدرا في المرفأ. وأوضح المصدر أن البحر هائج.",
        [("نقابة البحارة", "organisation", "named"), ("المصدر", "anonymous", "nominal")],
        id="nor where somebody else is called a source",
    ),
    pytest.param(
        "كشفت وكالة الساحل للطاقة أن الوقود نفد. وأوضحت الوكالة أن السفن عالقة.",
        [
            ("وكالة الساحل للطاقة", "organisation", "named"),
            ("وكالة الساحل للطاقة", "organisation", "nominal"),
        ],
        id="the agency that spoke is no paper",
    ),
    pytest.param(
        "ازدحمت المرافئ، وفقا لتقرير نشرته نقابة البحارة. ووفقا للتقرير، فإن السفن عالقة.",
        [("نقابة البحارة", "organisation", "named"), ("نقابة البحارة", "organisation", "nominal")],
        id="a report speaks for who published it",
    ),
    pytest.param(
        "قال التقرير إن الطريق مقطوع. وأكد البيان أن الثلج كثيف.",
        [("التقرير", "document", "nominal"), ("البيان", "document", "nominal")],
        id="one document is not the other",
    ),
    pytest.param(
        "انتقد الشيخ سالم المرواني الرئيس نادر الكتبي بشدة، قائلا إن الطريق مقطوع.",
        [("سالم المرواني", "person", "named"), ("سالم المرواني", "person", "elided")],
        id="of two persons in a row the second is acted upon",
    ),
    pytest.param(
        "قال نادر الكتبي إن الوزارة تتبنى فتح المرفأ، مضيفا أن السفن عالقة.",
        [
            ("نادر الكتبي", "person", "named"), ("الوزارة", "organisation", "nominal"),
            ("نادر الكتبي", "person", "elided"),
        ],
        id="who only acts in another's words does not go on to speak",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وأقر المجلس مشروع قرار، يدعو إلى فتح المرفأ.",
        [("نادر الكتبي", "person", "named"), ("قرار", "document", "elided")],
        id="in the present after a comma nobody who spoke before goes on",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وتابع معلقا على ذلك، قائلا إن السفن عالقة.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="an accusative is nobody's subject",
    ),
    pytest.param(
        "نقل عن صحيفة المنارة أن الطريق مقطوع. وقالت نقابة البحارة إن موقع الحادث بعيد."
        " وأضاف مراسلنا أن السفن عالقة.",
        [
            ("صحيفة المنارة", "media", "named"), ("نقابة البحارة", "organisation", "named"),
            ("مراسلنا", "media", "nominal"),
        ],
        id="our correspondent is no other paper",
    ),
    pytest.param(
        "لكن نقابة البحارة أخبرت إذاعة المد أن الطريق مقطوع.",
        [("نقابة البحارة", "organisation", "named")],
        id="who stands behind a verb of telling is told, where its subject came before",
    ),
    pytest.param(
        "قال مسؤول ملاحي إن الطريق مقطوع. وأضاف المسؤول أن الثلج كثيف.",
        [("مسؤول ملاحي", "anonymous", "named"), ("مسؤول ملاحي", "anonymous", "nominal")],
        id="the official is the one before",
    ),
    pytest.param(
        "رد نادر الكتبي على وزيرة العدل سلمى الراوي، التي قالت إن الجلسة تأجلت.",
        [("سلمى الراوي", "person", "elided")],
        id="who stands before a relative pronoun speaks",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وشكر مرسى التي قال إنها فتحت حدودها.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="a verb that does not agree with it goes on with the speaker",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وأوضح ملعب الساحل أن الشتاء قاس.",
        [("نادر الكتبي", "person", "named"), ("ملعب الساحل", "unknown", "named")],
        id="a noun with its complement after a verb is its subject, of whatever kind",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وتطرق الاجتماع إلى أحوال الصيادين.",
        [("نادر الكتبي", "person", "named")],
        id="a thing that only has an object says nothing",
    ),
    pytest.param(
        "قال أبو بركة إن الطريق مقطوع.",
        [("أبو بركة", "person", "named")],
        id="a kunya is one man, no fathers",
    ),
    pytest.param(
        "أكدت دولة مالي أن الطريق مقطوع. وقال دولة الرئيس إن الشتاء قاس.",
        [("مالي", "government", "named"), ("دولة الرئيس", "person", "named")],
        id="a state is no title",
    ),
    pytest.param(
        "قالت إدارة مرفأ الصفا إن الرصيف مغلق. وأعلنت وزارة الموانئ أنها ستفتحه.",
        [
            ("إدارة مرفأ الصفا", "organisation", "named"),
            ("وزارة الموانئ", "organisation", "named"),
        ],
        id="a part of a body speaks, not the whole",
    ),
    pytest.param(
        "قالت وزارة الموانئ إن الرصيف مغلق. وأضافت النقابة أن الصيد توقف.",
        [
            ("وزارة الموانئ", "organisation", "named"), ("النقابة", "organisation", "nominal"),
        ],
        id="a union is no ministry",
    ),
    pytest.param(
        "و قال نادر الكتبي إن الرصيف مغلق. و أضاف أن الصيد توقف.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="«و» printed apart goes on with the speaker",
    ),
    pytest.param(
        "رفع المصطافون لافتات كتب عليها «البحر لنا».",
        [("المصطافون", "collective", "elided")],
        id="who carries banners says what stands on them",
    ),
    pytest.param(
        "أعلنت كتائب الموج، الجناح العسكري للحركة، الاثنين، أن القتال توقف.",
        [("كتائب الموج", "collective", "named")],
        id="an apposition and a day between are no object",
    ),
    pytest.param(
        "قالت سلمى الراوي إنها شاركت في المسيرة التي دعت إليها نقابة البحارة.",
        [("سلمى الراوي", "person", "named"), ("نقابة البحارة", "organisation", "named")],
        id="who calls for something is no addressee",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وهاجموا موقعا للجيش خلال الشتاء.",
        [("نادر الكتبي", "person", "named")],
        id="a noun in the accusative is no subject",
    ),
    pytest.param(
        'قال نادر الكتبي إن الطريق مقطوع. وتوعدوا بمحاسبة "كل من أخطأ بحق الصيادين".',
        [("نادر الكتبي", "person", "named")],
        id="a quotation within the object is nobody's words",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وطالب شعب السهل بضرورة التعاون.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="whom a demand addresses is not its subject",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وتقدر تكلفة الرصيف بمليون.",
        [("نادر الكتبي", "person", "named")],
        id="a thing with its complement says nothing either",
    ),
    pytest.param(
        "ندد المتحدث باسم الوزارة نادر الكتبي بالقرار.",
        [("نادر الكتبي", "person", "named")],
        id="«باسم» belongs to the post",
    ),
    pytest.param(
        "وقال قبطان زورق شارك في العملية إن العبارة غرقت.",
        [("قبطان زورق", "anonymous", "named")],
        id="a clause describes an indefinite source without a pronoun",
    ),
    pytest.param(
        "نقابة البحارة تعلن إغلاق المرفأ والحرس يتحدث عن سقوط صواريخ.",
        [("نقابة البحارة", "organisation", "named")],
        id="no phrase runs over a finite verb",
    ),
    pytest.param(
        "قال نادر الكتبي إن الطريق مقطوع. وأكد مجددا أن الشتاء قاس.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="an adverb after the verb is no subject",
    ),
    pytest.param(
        "جاء في تصريح أصدرته وزارة الموانئ أن المرفأ مغلق. وأضاف التصريح أن السفن عالقة.",
        [
            ("وزارة الموانئ", "organisation", "named"),
            ("وزارة الموانئ", "organisation", "nominal"),
        ],
        id="whoever issued a document speaks",
    ),
    pytest.param(
        "رحب نادر الكتبي بالوزير الذي أعلن الهدنة.",
        [("نادر الكتبي", "person", "named")],
        id="a relative clause without «أن» only describes",
    ),
    pytest.param(
        "قالت الأرملة سلمى الراوي إن السفينة قديمة. وقال القبطان إن المضخة سليمة.",
        [("سلمى الراوي", "person", "named"), ("القبطان", "person", "nominal")],
        id="a man is not the woman who spoke before",
    ),
    pytest.param(
        "قال الشطي إن السفينة قديمة. وقالت الوزيرة إن المضخة سليمة.",
        [("الشطي", "person", "nominal"), ("الوزيرة", "person", "nominal")],
        id="a woman is not the man who spoke before",
    ),
    pytest.param(
        "قال مدير المرفأ إن السفينة قديمة. وأضاف المسؤول أن المضخة سليمة.",
        [("مدير المرفأ", "person", "named"), ("مدير المرفأ", "person", "nominal")],
        id="anybody in office is an official",
    ),
    pytest.param(
        "يقول البحار: «الماء بارد». ويضيف أن الموج عال. وتقول الراوي إن الريح شديدة.",
        [("البحار", "person", "nominal"), ("البحار", "person", "elided"),
         ("الراوي", "person", "nominal")],
        id="a name that is also a plural («the seas») agrees as its verb does",
    ),
    pytest.param(
        "ونقلت وكالة رويترز عن نادر الكتبي قوله إن الطريق مقطوع. وأضاف أن الثلج كثيف."
        " ونقلت عن سلمى الراوي قولها إن الناس تنتظر. وأضافت أن الجسر مغلق.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided"),
         ("سلمى الراوي", "person", "named"), ("سلمى الراوي", "person", "elided")],
        id="a verb that agrees with the carrier says nothing of the speaker",
    ),
    pytest.param(
        "قال نادر الكتبي لسلمى الراوي إن الطريق مقطوع.",
        [("نادر الكتبي", "person", "named")],
        id="whom it is said to does not speak",
    ),
    pytest.param(
        "يرى مراقبون أن الهدنة هشة.", [("مراقبون", "collective", "named")], id="a collective"
    ),
    pytest.param(
        "ودافع المتحدث باسم الحكومة هاني النوارسي عن القرار، وقال إن البديل أسوأ.",
        [("هاني النوارسي", "person", "elided")],
        id="a conjoined verb takes the subject of its sentence",
    ),
    pytest.param(
        "قالت وزيرة العدل سلمى الراوي إن الجلسة تأجلت، مشيرة إلى أن الموعد قريب.",
        [("سلمى الراوي", "person", "named"), ("سلمى الراوي", "person", "elided")],
        id="a participle continues its sentence",
    ),
    pytest.param(
        "أكد سامر الحداد أن الخطر قريب، خاصة بعدما أعلن محافظ البنك نادر الكتبي أن المال "
        "نفد، موضحا أن الأسعار سترتفع.",
        [
            ("سامر الحداد", "person", "named"),
            ("نادر الكتبي", "person", "named"),
            ("سامر الحداد", "person", "elided"),
        ],
        id="a participle goes on with who speaks, not with a clause within what he says",
    ),
    pytest.param(
        "قال سامر الحداد: «رفض الوزير نادر الكتبي فتح المرفأ»، مضيفا أن السفن عالقة.",
        [
            ("سامر الحداد", "person", "named"),
            ("نادر الكتبي", "person", "named"),
            ("سامر الحداد", "person", "elided"),
        ],
        id="a participle behind a closed quotation goes on with who was quoted",
    ),
    pytest.param(
        "سمحت سوريا بعودة موظفيها إلى السفارة، إلا أنها حذرت من أن الطريق صعب.",
        [("سوريا", "government", "elided")],
        id="a state that acts goes on to speak",
    ),
    pytest.param(
        "دافع وزير الموانئ نادر الكتبي عن القرار. وتابع ممازحا: «البحر بعيد عنا».",
        [("نادر الكتبي", "person", "elided")],
        id="how somebody speaks is nobody",
    ),
    pytest.param(
        "قال نادر الكتبي إن المرفأ مفتوح. وبالتأكيد، أعلن أنه سيغلق غدا.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="a word that leads a sentence is nobody",
    ),
    pytest.param(
        "جاء ذلك بعد أن حذر مدير شركة «ألما»، سامر الحداد، من أن الخزانات فارغة.",
        [("سامر الحداد", "person", "named")],
        id="a verb of coming is no subject",
    ),
    pytest.param(
        "ودعا العامري الحكومة أن تعيد النظر.",
        [("العامري", "person", "nominal")],
        id="a surname ends before a body",
    ),
    pytest.param(
        "قال الفريق أول ركن سامر الحداد إن المرفأ آمن. وأكد قائد الحرس، اللواء أركان حرب "
        "نادر الكتبي، أن الطريق آمن.",
        [("سامر الحداد", "person", "named"), ("نادر الكتبي", "person", "named")],
        id="what follows a rank is no name",
    ),
    pytest.param(
        "قال سليم الراوي، عضو حملة نادر الكتبي، إنه باق في السباق.",
        [("سليم الراوي", "person", "named")],
        id="a noun in ة is no verb with its object",
    ),
    pytest.param(
        "قال نادر الكتبي، منسق إضراب عمال المرفأ، إن الأجور قليلة. وأكد منسق إضراب عمال المرفأ "
        "أن الأجور تقلصت، مشيرا إلى أن العمال غاضبون.",
        [
            ("نادر الكتبي", "person", "named"),
            ("نادر الكتبي", "person", "nominal"),
            ("نادر الكتبي", "person", "elided"),
        ],
        id="whoever goes on after a post alone is its holder, too",
    ),
    pytest.param(
        "قال متحدث عسكري إن المرفأ آمن. ويعتقد المسؤولون أن المسلحين غادروا.",
        [("متحدث عسكري", "anonymous", "named"), ("المسؤولون", "anonymous", "nominal")],
        id="several are not the one who spoke",
    ),
    pytest.param(
        "قال مدير المرفأ نادر الكتبي إن المرفأ مفتوح. ودعا المسؤول المصدرين إلى العودة.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "nominal")],
        id="several in the accusative are addressed",
    ),
    pytest.param(
        "باريس (رويترز) - التقى وزير الموانئ نادر الكتبي الصيادين، مؤكدا أن المرفأ مفتوح.",
        [("نادر الكتبي", "person", "elided")],
        id="a sentence begins behind its dateline",
    ),
    pytest.param(
        "طرحت وزارة المالية أمس قرضا جديدا. وذكرت المالية أن الطلب كبير.",
        [("وزارة المالية", "organisation", "nominal")],
        id="an adjective is the body that is named after it",
    ),
    pytest.param(
        "قال النائب نادر الكتبي إن المرفأ آمن. ونفى إعلان الحزب الإضراب في المرفأ.",
        [("نادر الكتبي", "person", "named"), ("نادر الكتبي", "person", "elided")],
        id="what is denied denies nothing",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_speakers(read: Read, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(s.speaker.name, s.speaker.kind, s.speaker.how) for s in read(text)] == wanted


def test_nobody_known_stays_unknown(read: Read) -> None:
    """«وأضاف: …» with nobody before it: said by somebody whom the text does not name."""
    (statement,) = read("وأضاف: العمل يسير كما يجب منذ الفجر.")
    assert (statement.speaker.kind, statement.speaker.name) == ("unknown", "")
    assert statement.chain[-1].gap is not None
    first, second = read("وأضاف: العمل يسير منذ الفجر.\nوتابع: لا خوف على السفن في المرفأ.")
    assert (first.speaker.kind, second.speaker.kind, second.continues) == (
        "unknown",
        "unknown",
        None,
    )
    (known,) = read("قال مصدر أمني: العمل يسير كما يجب منذ الفجر.")
    assert statement.confidence < known.confidence


def test_a_post_alone_is_its_holder(read: Read) -> None:
    found = read("أكد وزير العدل أن الجلسة تأجلت.\nوقال نادر الكتبي، وزير العدل، إن الموعد قريب.")
    assert [s.speaker.name for s in found] == ["نادر الكتبي", "نادر الكتبي"]


def test_the_statement_alone_is_its_issuer(read: Read) -> None:
    found = read("أكد نادر الكتبي، في بيان، أن الموعد قريب.\nوشدد البيان على أن المرفأ مفتوح.")
    assert [s.speaker.name for s in found] == ["نادر الكتبي", "نادر الكتبي"]
    (issued,) = read("نشر نادر الكتبي، أمس، بيانا.\nوشدد البيان على أن المرفأ مفتوح.")
    assert issued.speaker.name == "نادر الكتبي"
    (printed,) = read("نشرت صحيفة المنارة بيانا.\nوشدد البيان على أن المرفأ مفتوح.")
    assert printed.speaker.kind == "document"
    (alone,) = read("وشدد البيان على أن المرفأ مفتوح.")
    assert alone.speaker.kind == "document"


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("إن الرصيف الشرقي للمرفأ مغلق منذ الفجر", "نادر الكتبي"),
        ("إن الموسم انتهى هذا العام", "مسؤول في المرفأ"),
    ],
)
def test_a_headline_is_said_by_who_says_the_same_below(below: str, name: str) -> None:
    text = f"مسؤول في المرفأ: الرصيف الشرقي مغلق منذ الفجر\nقال نادر الكتبي {below}."
    assert read_text(text).statements[0].speaker.name == name


def test_an_exception_ends_the_words_of_the_first_speaker(read: Read) -> None:
    text = "قالت سلمى الراوي إن المرفأ مفتوح غير أن نقابة البحارة قالت إنه مغلق."
    assert [s.content[0].text for s in read(text)] == ["المرفأ مفتوح", "مغلق"]


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("الحل يجب أن يكون عادلا", "demand"),
        ("القرار غير مقبول", "opinion"),
        ("الموسم لا يجب أن ينتهي", "assert"),
        ("القرار وصل، وهو غير مقبول", "assert"),
    ],
)
def test_the_first_clause_may_change_the_act(read: Read, said: str, act: str) -> None:
    (statement,) = read(f"قال نادر الكتبي إن {said}.")
    assert statement.act == act


def test_whoever_has_spoken_before_accuses(read: Read) -> None:
    found = read("قالت سلمى الراوي إن المرفأ مغلق. واتهمت الحكومة بالتقصير.")
    assert (found[1].speaker.name, found[1].content[0].text) == (
        "سلمى الراوي",
        "الحكومة بالتقصير",
    )


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المرفأ أغلق العام الماضي.",
        "ولم يذكر الوزير أن المرفأ أغلق.",
        "التقى الوزير وفدا من النقابة.",
        "وصل الوزير إلى المرفأ صباح اليوم.",
        "تقع القرية بين البحر: شرقا، والجبل غربا.",
        "زار الوفد مدينة النورس، ثم عاد.",
        "رفع المحتجون شعارات تطالب بفتح المرفأ.",
        "وتعتبر القرعة إجراء عاديا لتحديد الفريق.",
        "وتعتبر الصفا من أبرز المدن في مرسى.",
        "أغلق الحراس المرفأ مساء، وفقا للقانون.",
    ],
)
def test_no_statement(read: Read, text: str) -> None:
    assert read(text) == ()
