"""Through whom: relays, what they carry on to, and the whole chain."""

from collections.abc import Callable

import pytest

from musnad.model.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def chain(statement: Statement) -> list[tuple[str, str]]:
    return [(hop.role, hop.name) for hop in statement.chain]


def relays(statement: Statement) -> list[str]:
    return [relay.name for relay in statement.relays]


def test_the_whole_way_in_order(read: Read) -> None:
    (statement,) = read("نقلت وكالة رويترز عن مصدر أمني قوله إن الطريق مقطوع.")
    roles = [role for role, _ in chain(statement)]
    assert roles == ["outlet", "relay", "speaker"]
    assert relays(statement) == ["رويترز"]
    evidence = statement.relays[0].span
    assert evidence is not None
    assert evidence.text == "وكالة رويترز"


def test_a_continuation_keeps_the_relays_and_says_whose(read: Read) -> None:
    first, second = read(
        "نقلت وكالة رويترز عن مصدر أمني قوله إن الطريق مقطوع. وأضاف أن الثلج كثيف."
    )
    assert relays(second) == ["رويترز"]
    assert second.relays[0].inherited_from == first.id == second.continues


def test_the_publisher_by_its_handle_is_no_relay(read: Read) -> None:
    text = "قال مصدر أمني لوكالة رويترز إن الطريق مقطوع."
    assert relays(read(text, "صدى مرسى")[0]) == ["رويترز"]
    assert relays(read(text, "ReutersArabic.Site")[0]) == []
    assert relays(read(text, "Reuters_Jordan")[0]) == []
    assert relays(read(text, "reutersian")[0]) == ["رويترز"]
    channel = "قال مصدر أمني لقناة روسيا اليوم إن الطريق مقطوع."
    assert relays(read(channel, "mina7arabic")[0]) == ["روسيا اليوم"]
    assert relays(read(channel, "RTarabic")[0]) == []


def test_who_obtained_a_document_carries_it(read: Read) -> None:
    (statement,) = read("أغلق المرفأ سرا، وفقا لمذكرة داخلية حصلت عليها وكالة رويترز.")
    assert (relays(statement), statement.speaker.name) == (["رويترز"], "مذكرة داخلية")


def test_who_prints_a_document_carries_it_save_its_own_report(read: Read) -> None:
    (printed,) = read("أظهرت وثيقة نشرتها صحيفة المنارة أن المرفأ مغلق.")
    assert (printed.speaker.name, relays(printed)) == ("وثيقة", ["صحيفة المنارة"])
    (written,) = read("وكشف تقرير نشرته صحيفة المنارة أن المرفأ مغلق.")
    assert (written.speaker.name, relays(written)) == ("صحيفة المنارة", [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("نشرت صحيفة المنارة وثيقة عثر عليها في الصفا، أفادت بأن المرفأ مغلق.",
         ("وثيقة", ["صحيفة المنارة"])),
        ("نشرت صحيفة المنارة مذكرة تؤكد أن المرفأ مغلق. وأضافت المذكرة أن الرصيف متصدع.",
         ("مذكرة", ["صحيفة المنارة"])),
        ("نشرت صحيفة المنارة مذكرة، وأكدت أن المرفأ مغلق.", ("صحيفة المنارة", [])),
        ("نشرت وكالة رويترز تقريرا يؤكد أن المرفأ مغلق.", ("رويترز", [])),
        ("نشرت صحيفة المنارة بيانا، تؤكد أن المرفأ مغلق.", ("صحيفة المنارة", [])),
        ("نشرت وزارة الموانئ مذكرة تؤكد أن المرفأ مغلق.", ("وزارة الموانئ", [])),
    ],
)  # fmt: skip
def test_a_document_in_print_speaks_through_who_prints_it(
    read: Read, text: str, wanted: tuple[str, list[str]]
) -> None:
    last = read(text)[-1]
    assert (last.speaker.name, relays(last)) == wanted


def test_relays_are_never_carried_back(read: Read) -> None:
    first, second = read(
        "قال مصدر أمني إن الطريق مقطوع. ونقلت وكالة رويترز عن المصدر أن الثلج كثيف."
    )
    assert (relays(first), relays(second)) == ([], ["رويترز"])


def test_spoken_to_an_agency(read: Read) -> None:
    (statement,) = read("وقال نادر الكتبي لوكالة رويترز إن الطريق مقطوع.")
    assert (statement.speaker.name, relays(statement)) == ("نادر الكتبي", ["رويترز"])


def test_spoken_to_a_medium_that_no_list_holds(read: Read) -> None:
    (statement,) = read("وقال مسؤول أمني لشبكة «الموج» إن الطريق مقطوع.")
    assert (statement.speaker.kind, relays(statement)) == ("anonymous", ["شبكة الموج"])


def test_the_publisher_is_never_a_relay(read: Read) -> None:
    (statement,) = read("وقال نادر الكتبي لوكالة رويترز إن الطريق مقطوع.", outlet="رويترز")
    assert relays(statement) == []


def test_an_agency_that_closes_the_sentence_carried_it(read: Read) -> None:
    (statement,) = read("وأكد نادر الكتبي أن الطريق مقطوع، بحسب وكالة رويترز.")
    assert (statement.speaker.name, relays(statement)) == ("نادر الكتبي", ["رويترز"])
    assert statement.content[0].text == "الطريق مقطوع"

    (told,) = read("وأكد نادر الكتبي أن الطريق مقطوع، بحسب ما نقلت عنه وكالة رويترز.")
    assert (told.speaker.name, relays(told)) == ("نادر الكتبي", ["رويترز"])


def test_a_medium_told_after_its_pronoun(read: Read) -> None:
    text = "قال نادر الكتبي في حوار أجرته معه صحيفة المنارة إن الطريق مقطوع."
    assert relays(read(text)[0]) == ["صحيفة المنارة"]
    text = "أعلن نادر الكتبي، حسب ما نقلت عنه صحيفة المنارة، أن الطريق مقطوع."
    assert relays(read(text)[0]) == ["صحيفة المنارة"]


def test_the_name_of_a_medium_ends_before_the_cue(read: Read) -> None:
    text = "وفي تصريح لموقع النورس أكد نادر الكتبي أن الطريق مقطوع."
    assert relays(read(text)[0]) == ["موقع النورس"]


def test_whose_words_are_carried_is_told_by_the_pronoun(read: Read) -> None:
    found = read(
        "قالت سلمى الراوي إن الطريق مقطوع. وأكد نادر الكتبي أن الجسر آمن."
        " ونقلت عنه إذاعة المد أن الوضع صعب. ونقل عنها موقع النورس أن الشتاء قاس."
    )
    assert [s.speaker.name for s in found[2:]] == ["نادر الكتبي", "سلمى الراوي"]


def test_a_platform_is_the_medium_not_a_relay(read: Read) -> None:
    (statement,) = read("وقال نادر الكتبي عبر فيسبوك إن الطريق مقطوع.")
    assert (relays(statement), statement.medium) == ([], "فيسبوك")


def test_a_station_of_the_state_without_a_name_is_the_medium(read: Read) -> None:
    (statement,) = read("وقال نادر الكتبي عبر شاشة التلفزيون الرسمي إن الطريق مقطوع.")
    assert (relays(statement), statement.medium) == ([], "التلفزيون الرسمي")
    (statement,) = read("وقال نادر الكتبي للتلفزيون الرسمي إن الطريق مقطوع.")
    assert statement.medium == "التلفزيون الرسمي"
    (statement,) = read("وقال نادر الكتبي في حديث إلى التلفزيون الرسمي إن الطريق مقطوع.")
    assert relays(statement) == ["التلفزيون الرسمي"]


def test_a_report_inside_a_report_has_its_teller_as_relay(read: Read) -> None:
    outer, inner = read("قال نادر الكتبي إن وزير العدل سامي الحلو أعلن عن فتح الطريق.")
    assert inner.inside == outer.id
    assert relays(inner) == ["نادر الكتبي"]
    assert inner.speaker.name == "سامي الحلو"


def test_an_unknown_outlet_is_a_gap(read: Read) -> None:
    (statement,) = read("قال نادر الكتبي إن الطريق مقطوع.", outlet=None)
    assert statement.chain[0].role == "outlet"
    assert statement.chain[0].gap is not None


def test_a_document_that_closes_a_sentence_carried_what_stands_in_it(read: Read) -> None:
    described, closing = read(
        "فتح الجيش تحقيقا فيما وصفه بأنه اختراق خطير، وفقا لمذكرة داخلية حصلت عليها وكالة رويترز."
    )
    assert relays(described) == ["رويترز", "مذكرة داخلية"]
    assert (described.inside, relays(closing)) == (closing.id, ["رويترز"])


def test_whose_words_another_carried_keeps_the_carrier(read: Read) -> None:
    found = read(
        "أشارت وكالة رويترز إلى كلام مسعف محلي، قال فيه إن الطريق مقطوع.\nوأضاف أن الثلج كثيف."
    )
    assert [s.speaker.name for s in found[1:]] == ["مسعف محلي", "مسعف محلي"]
    assert [relays(s) for s in found[1:]] == [["رويترز"], ["رويترز"]]


def test_a_programme_carries_where_no_channel_is_told(read: Read) -> None:
    (alone,) = read('وقال نادر الكتبي في حديث مع برنامج "صباح المرفأ" إن الطريق مقطوع.')
    assert relays(alone) == ["برنامج صباح المرفأ"]
    (timely,) = read('وقال نادر الكتبي في حديث مع برنامج "صباح اليوم" إن الطريق مقطوع.')
    assert relays(timely) == ["برنامج صباح اليوم"]
    text = 'وقال نادر الكتبي في حديث مع برنامج "صباح المرفأ" على قناة الجزيرة إن الطريق مقطوع.'
    assert relays(read(text)[0]) == ["الجزيرة"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال نادر الكتبي إن شركة الملاحة لم تفتح المرفأ، وأعلنت أن الرصيف متصدع.",
         ("شركة الملاحة", ["نادر الكتبي"])),
        ("قال نادر الكتبي إن سلمى الراوي اجتمعت بقادة البحارة، وأكدوا أنهم عائدون إلى العمل.",
         ("قادة البحارة", ["نادر الكتبي"])),
        ("قال نادر الكتبي إن مجلس البحارة رفض القرض، قائلين إن الموسم انتهى.",
         ("مجلس البحارة", ["نادر الكتبي"])),
        ("قال نادر الكتبي إن الرصيف زاره زملاؤنا، مؤكدين أن الموسم انتهى.", ("", ["نادر الكتبي"])),
        ("قال نادر الكتبي إن سامي الحلو أعلن فتح الرصيف، مؤكدا أن الموسم انتهى.",
         ("سامي الحلو", ["نادر الكتبي"])),
        ("قال نادر الكتبي إن شركة الملاحة لم تفتح المرفأ، وأعلن أن الرصيف متصدع.",
         ("نادر الكتبي", [])),
        ("قالت وكالة الملاحة إن نادر الكتبي لم يفتح المرفأ، مؤكدة أن الرصيف متصدع.",
         ("وكالة الملاحة", [])),
    ],
)  # fmt: skip
def test_who_does_not_agree_speaks_in_the_words_of_another(
    read: Read, text: str, wanted: tuple[str, list[str]]
) -> None:
    last = read(text)[-1]
    assert (last.speaker.name, relays(last)) == wanted


def test_whoever_told_it_is_left_behind_in_the_next_sentence(read: Read) -> None:
    first, inner, after, again = read(
        "قال نادر الكتبي إن سلمى الراوي أعلنت فتح الرصيف."
        " وأضاف أن الموسم انتهى. وقالت الراوي إن السفن عالقة."
    )
    assert relays(inner) == ["نادر الكتبي"]
    assert (after.speaker.name, relays(after)) == ("نادر الكتبي", [])
    assert (again.speaker.name, relays(again), relays(first)) == ("سلمى الراوي", [], [])


CARRIED = [
    pytest.param("صحيفة النورس نقلت عن شهود عيان أن الطريق مقطوع.", ["صحيفة النورس"], id="before"),
    pytest.param(
        "قال نادر الكتبي إن البحر هائج.\nوكان موقع «النورس» قد نقل عن شهود عيان أن الطريق مقطوع.",
        ["موقع النورس"],
        id="a particle between",
    ),
    pytest.param(
        "وسائل إعلام محلية نقلت عن شهود عيان أن الطريق مقطوع.",
        ["وسائل إعلام محلية"],
        id="media without a name",
    ),
    pytest.param(
        "قالت صحيفة النورس إن البحر هائج.\nونقلت عن شهود عيان أن الطريق مقطوع.",
        ["صحيفة النورس"],
        id="who spoke last",
    ),
    pytest.param(
        "ذكر موقع وزارة الموانئ أن البحر هائج.\nونقل الموقع عن شهود عيان أن الطريق مقطوع.",
        ["موقع وزارة الموانئ"],
        id="a body's own site",
    ),
    pytest.param(
        "قال نادر الكتبي إن البحر هائج.\nونقل عن شهود عيان أن الطريق مقطوع.",
        [],
        id="nobody",
    ),
]


@pytest.mark.parametrize(("text", "names"), CARRIED)
def test_who_carries_where_the_verb_does_not_name_it(
    read: Read, text: str, names: list[str]
) -> None:
    assert relays(read(text)[-1]) == names


def test_a_power_station_carries_no_words(read: Read) -> None:
    (statement,) = read("قال نادر الكتبي من محطة الصفا الكهربائية إن الطريق مقطوع.")
    assert relays(statement) == []


def test_a_channel_and_its_network_are_one_medium(read: Read) -> None:
    text = "وقال سامر الحداد للقناة الأولى بالتلفزيون المرسوي إن المرفأ آمن."
    assert [relay.name for relay in read(text)[0].relays] == ["القناة الأولى"]
