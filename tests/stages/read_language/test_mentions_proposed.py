import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_by_rules
from musnad.stages.read_language.mentions_proposed import joined, with_proposals
from musnad.stages.read_language.mentions_scan import make_scan
from musnad.stages.read_language.names_chain import make_chain
from musnad.stages.read_language.names_tagger import Tagged
from musnad.stages.read_language.proposals import Proposal
from musnad.text.analysis import analyse

MARSA = """
[[state]]
name = "مرسى"
code = "XM"
capital = "الصفا"
demonym = "مرسوي"
[[media]]
name = "وكالة الساحل للأنباء"
kind = "agency"
aliases = ["الساحل"]
[[place]]
name = "خليج النورس"
[[place]]
name = "اللؤلؤة"
"""
LEXICON = load_lexicon((MARSA,))
LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
CHAIN = make_chain(LABELS, [[0] * 7] * 7)
DOUBT = (200, 0, 0, 0, 0, 0, 0)


def settled(text: str, *names: tuple[str, str], doubts: bool = True) -> list[tuple[str, str, str]]:
    """Gives type, name and maker of each mention when the tagger proposes these names."""
    scan = make_scan(analyse(text), LEXICON)
    proposals = [proposal(scan.keys, words, kind) for words, kind in names]
    rows = dict.fromkeys(range(len(scan.keys)), DOUBT) if doubts else {}
    found = with_proposals(scan, find_by_rules(scan), Tagged(CHAIN, proposals, rows))
    return [(each.type, each.name, each.made_by.partition(".")[2]) for each in found]


def proposal(keys: list[str], words: str, kind: str) -> Proposal:
    wanted = words.split()
    first = next(at for at in range(len(keys)) if keys[at : at + len(wanted)] == wanted)
    return Proposal(first, first + len(wanted), kind, 0.9)


def test_a_name_that_rules_leave_open_is_added():
    found = settled("عادت السفن الى زيلاند امس", ("زيلاند", "place"))
    assert found == [("place", "زيلاند", "crf")]


def test_a_name_that_rules_found_stays_as_they_found_it():
    found = settled("أكد الدكتور نادر الجبلي ذلك", ("نادر الجبلي", "person"))
    assert found == [("person", "نادر الجبلي", "title-name")]


def test_a_known_name_of_several_words_stays_whole():
    found = settled("عادت إلى خليج النورس أمس", ("النورس", "place"))
    assert found == [("place", "خليج النورس", "known")]


def test_a_body_with_a_name_of_its_own_stays_whole():
    found = settled("قالت صحيفة زيلاند المرسوية إن السفن عادت", ("زيلاند", "organisation"))
    assert found == [("media", "صحيفة زيلاند المرسوية", "head-noun")]


def test_a_name_that_goes_on_is_taken_whole_and_keeps_the_post():
    text = "وصل وزير الموانئ المرسوي سامر زيلان مورفاي أمس"
    assert settled(text, ("سامر زيلان مورفاي", "person"))[0][:2] == ("person", "سامر زيلان مورفاي")


def test_what_is_proposed_of_a_known_name_is_that_name():
    assert settled("نقلت الساحل الخبر", ("الساحل", "organisation"))[0][:2] == (
        "media", "وكالة الساحل للأنباء",
    )  # fmt: skip


def test_a_particle_is_no_part_of_a_name_that_stands_without_it_too():
    text = "عاد زيلاند وقال لزيلاند ذلك"
    found = settled(text, ("زيلاند", "person"), ("لزيلاند", "person"))
    assert [name for _, name, _ in found] == ["زيلاند", "زيلاند"]


@pytest.mark.parametrize(
    "text",
    ["عملت إدارة السفن المرسوية هنا", "عادت الشركات المرسوية أمس"],
)
def test_a_weak_head_noun_needs_the_tagger_to_agree(text):
    assert [each for each in settled(text, doubts=False) if each[2] == "head-noun"]
    assert not [each for each in settled(text) if each[2] == "head-noun"]


def test_a_name_by_a_given_name_alone_falls_by_strong_doubt():
    text = "دارت حول نواة زيلان الصغيرة"
    assert [each for each in settled(text, doubts=False) if each[2] == "given-name"]
    assert not settled(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت وزارة الموانئ المرسوية ذلك", ("organisation", "وزارة الموانئ المرسوية")),
        ("دخلت جماعة «النورس» المدينة", ("organisation", "جماعة النورس")),
        ("وعادت السفن إلى مرسى أمس", ("place", "مرسى")),
        ("أكد الدكتور نادر الجبلي ذلك", ("person", "نادر الجبلي")),
    ],
)
def test_what_the_text_marks_needs_no_tagger(text, expected):
    assert expected in [each[:2] for each in settled(text)]


def test_a_name_that_may_be_a_common_word_has_to_be_proposed_surely():
    scan = make_scan(analyse("مطر زيلان"), LEXICON)
    for share, count in ((0.8, 0), (0.95, 1)):
        tagged = Tagged(CHAIN, [Proposal(0, 2, "person", share)], {})
        assert len(with_proposals(scan, (), tagged)) == count


def test_a_state_is_no_person():
    assert settled("شكر مرسى أمس", ("مرسي", "person"))[0][:2] == ("place", "مرسى")


def test_one_word_before_a_feminine_relative_is_no_person():
    assert settled("شكر زيلاند التي عادت", ("زيلاند", "person")) == []


def test_a_title_is_no_part_of_the_name():
    found = settled("عاد القبطان زيلان مورفاي", ("القبطان زيلان مورفاي", "person"))
    assert [name for _, name, _ in found] == ["زيلان مورفاي"]


def test_two_parts_of_a_name_with_a_hyphen_are_one():
    keys = ["جان", "-", "بيار", "سروري"]
    parts = [Proposal(0, 1, "person", 0.9), Proposal(2, 4, "person", 0.8)]
    (whole,) = joined(keys, parts)
    assert (whole.first, whole.last, whole.type, whole.share) == (0, 4, "person", 0.8)
    assert len(joined(["جان", "،", "بيار", "سروري"], parts)) == 2
