import re
from pathlib import Path

import pytest

from musnad.errors import ISSUES
from musnad.model import records
from musnad.serve.wording import line, wording
from musnad.stages import attribute_statements, clean_articles

AR, EN = wording("ar"), wording("en")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "بلا مصدر"), (1, "مصدر واحد"), (2, "مصدران"), (3, "٣ مصادر"), (10, "١٠ مصادر"),
     (11, "١١ مصدرا"), (99, "٩٩ مصدرا"), (100, "١٠٠ مصدر"), (102, "١٠٢ مصدر"),
     (103, "١٠٣ مصادر"), (111, "١١١ مصدرا"), (1000, "١٠٠٠ مصدر")],
)  # fmt: skip
def test_arabic_counts_agree_with_their_noun(number, text):
    assert AR.counted(number, "origin") == text


def test_feminine_nouns_count_too():
    told = [AR.counted(number, "page") for number in (1, 2, 6, 11)]
    assert told == ["صفحة واحدة", "صفحتان", "٦ صفحات", "١١ صفحة"]


def test_english_counts():
    told = [EN.counted(number, "origin") for number in (0, 1, 2, 12000)]
    assert told == ["no origin", "1 origin", "2 origins", "12,000 origins"]


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2031-05-04", "٤ أيار ٢٠٣١", "4 May 2031"),
        ("2031-05-04T19:37", "٤ أيار ٢٠٣١، ١٩:٣٧", "4 May 2031, 19:37"),
        ("2031-05-04T19:37:12+03:00", "٤ أيار ٢٠٣١، ١٩:٣٧", "4 May 2031, 19:37"),
        ("2031-12", "كانون الأول ٢٠٣١", "December 2031"),
        ("2031", "٢٠٣١", "2031"),
        ("2031-W10", "الأسبوع ١٠ من ٢٠٣١", "week 10 of 2031"),
        ("2031-05-01/2031-05-03", "من ١ أيار ٢٠٣١ إلى ٣ أيار ٢٠٣١", "1 May 2031 to 3 May 2031"),
        (None, "بلا تاريخ", "No date"),
        ("soon", "soon", "soon"),
        ("2031-99", "٢٠٣١-٩٩", "2031-99"),
    ],
)
def test_dates_in_words(value, arabic, english):
    assert AR.date(value) == arabic
    assert EN.date(value) == english


def test_both_languages_have_the_same_labels():
    for section, labels in AR.labels.items():
        if section != "medium":
            assert list(labels) == list(EN.labels[section])
    assert list(AR.labels) == list(EN.labels)


@pytest.mark.parametrize(
    ("section", "names"),
    [("act", records.Act), ("mode", records.Mode), ("kind", records.SpeakerKind),
     ("how", records.How), ("modality", records.Modality), ("polarity", records.Polarity),
     ("dropped", records.DroppedKind), ("method", records.DateMethod)],
)  # fmt: skip
def test_every_value_of_a_record_has_a_label(section, names):
    assert set(AR.labels[section]) == set(names.__args__)


def test_every_issue_code_is_told_in_both_languages():
    assert set(AR.labels["issue"]) == set(ISSUES)
    assert EN.labels["issue"] == ISSUES


def test_names_are_known_romanised_or_as_printed():
    english = EN.named({"e1": "Sahel News Agency"})
    assert english.name("وكالة الساحل", "e1") == "Sahel News Agency"
    assert english.name("وكالة الساحل") == "al-Sahel Agency"
    assert AR.name("وكالة الساحل", "e1") == "وكالة الساحل"
    assert EN.named({"e1": "وكالة"}).name("وكالة الساحل", "e1") == "al-Sahel Agency"


def test_shares_and_media():
    assert AR.share(0.906) == "٠٫٩١"
    assert EN.share(1) == "1.00"
    assert EN.medium("مؤتمر صحفي") == "press conference"
    assert EN.medium("لافتة").isascii()


def test_a_line_takes_the_language_of_its_first_letter():
    english = line("frame «نقل … عن» at «نقلت»")
    assert not english.arabic
    assert [run.text for run in english.runs if run.foreign] == ["«نقل … عن»", "«نقلت»"]
    (pattern,) = [run.text for run in line("said-that: «قال S إن C»").runs if run.foreign]
    assert pattern == "«قال S إن C»"
    arabic = line("تاريخان: 2031-05-04 و2031-05-05")
    assert arabic.arabic
    assert [run.text for run in arabic.runs if run.foreign] == ["2031-05-04", "2031-05-05"]
    assert "".join(run.text for run in arabic.runs) == "تاريخان: 2031-05-04 و2031-05-05"


@pytest.mark.parametrize(
    ("told", "arabic"),
    [
        ("content ends at: end of the sentence", "ينتهي المضمون عند: آخر الجملة"),
        ("content ends at: next cue «وأضاف»", "ينتهي المضمون عند: فعل القول التالي «وأضاف»"),
        (
            "speaker: elided, continues the last speaker that agrees",
            "القائل: مفهوم من السياق، وهو آخر قائل يطابق",
        ),
        ("2031-05-04 and 2031-05-05", "2031-05-04 و2031-05-05"),
        ("the text does not name the speaker", "لا يسمي النص القائل"),
        ("7 bytes of 6", "7 بايت، والحد 6"),
        ("after the page was fetched (2031-05-04)", "بعد جلب الصفحة (2031-05-04)"),
        ("before the publication", "قبل النشر"),
        ("before 1995", "قبل عام 1995"),
        (
            "Invalid WARC header, in or behind the record at byte 7; reading goes on at byte 99",
            "Invalid WARC header، في السجل الذي عند البايت 7 أو بعده، وتواصلت القراءة من البايت 99",
        ),
    ],
)
def test_reasons_of_a_known_form_are_told_in_the_language(told, arabic):
    assert AR.reason(told) == arabic
    assert EN.reason(told) == told


def test_what_a_rule_says_of_itself_stays():
    why = "attribute.plain: «قال S إن C»: verb, source, complementizer, content"
    assert AR.reason(why) == why


def test_every_reason_that_the_attribution_builds_is_known():
    folder = Path(attribute_statements.__file__).parent
    scope = (folder / "scope.py").read_text("utf-8")
    told = re.findall(r'"((?:end of|next cue|the (?:quotation|clause|article\'s)) ?[^"]*)"', scope)
    assert len(told) >= 6
    for one in told:
        assert AR.reason(f"content ends at: {one}") != f"content ends at: {one}"
    gaps = re.findall(r'"(the (?:text|page) does not [^"]+)"', (folder / "chains.py").read_text())
    assert gaps
    assert all(AR.reason(gap) != gap for gap in gaps)


def test_every_reason_against_a_date_is_known():
    folder = Path(clean_articles.__file__).parent
    source = (folder / "evidence.py").read_text("utf-8")
    told = re.findall(r'refused(?: =|=)(?: None if value else )?f?"([^"]+)"', source)
    assert len(told) >= 6
    for one in told:
        assert AR.reason(re.sub(r"{[^}]*}", "2031", one)) != one
