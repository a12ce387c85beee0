"""What a folded word may be for the rules, told by its letters."""

import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.attribute_statements.words import classes_of, is_joined, words_of
from musnad.text.analysis import analyse
from musnad.text.known import Known


@pytest.mark.parametrize(
    ("key", "masdar"),
    [("الزام", True), ("الغاء", True), ("التزامهم", True), ("استمرار", True), ("الغار", False)],
)
def test_a_noun_with_its_article_has_not_the_shape_of_a_masdar(key, masdar):
    assert ("need" in classes_of(key, load_lexicon())) is masdar


@pytest.mark.parametrize(
    ("key", "owned"),
    [("مسووليتها", True), ("قراره", True), ("نفسها", False), ("المتشدده", False), ("شركه", False)],
)
def test_a_thing_with_its_owner(key, owned):
    assert ("own" in classes_of(key, load_lexicon())) is owned


@pytest.mark.parametrize(
    ("key", "deed"),
    [("رفضها", True), ("تمسكه", True), ("تضامنهم", True), ("قالها", False), ("رفضتها", False)],
)
def test_a_verb_with_a_pronoun_may_be_a_masdar_with_its_owner(key, deed):
    assert ("deed" in classes_of(key, load_lexicon())) is deed


@pytest.mark.parametrize(("key", "after"), [("بضم", True), ("بفك", True), ("بعد", False)])
def test_a_masdar_of_two_letters_may_follow_its_preposition(key, after):
    assert ("bi-" in classes_of(key, load_lexicon())) is after


@pytest.mark.parametrize(("key", "joined"), [("واكد", True), ("وصفه", False), ("وابلغه", True)])
def test_a_cue_is_joined_by_a_particle_not_by_its_root(key, joined):
    assert is_joined(key) is joined


@pytest.mark.parametrize(
    "key", ["لاجيا", "لاعبا", "باحثا", "رييسا", "وناطقا", "لمدير", "بمصدر", "نصبها", "انتخابه"]
)
def test_a_noun_is_of_a_set_entered_beforehand_so_that_no_rule_is_compiled_again(key):
    words = words_of(load_lexicon())
    known = words.alphabet.version
    words.kind(key)
    assert words.alphabet.version == known


def test_a_word_that_is_known_keeps_its_kind():
    lexicon, analysis = load_lexicon(), analyse("قال زيلاند مورفاي إن الوصول قريب.")
    words = words_of(lexicon)
    unknown = words.kinds(analysis)
    analysis.known[:] = [Known(key, lexicon.word(key)) for key in analysis.tokens.keys]
    assert [words.kinds(analysis) for _ in range(2)] == [unknown] * 2
    assert [word.kind for word in analysis.known] == unknown
    assert len(set(map(id, unknown))) > 3


def test_words_of_which_all_is_alike_share_one_kind():
    kinds = words_of(load_lexicon()).kind
    assert kinds("زيلاند") is kinds("مورفاي")
    assert kinds("زيلاند") is not kinds("ستغلق")


@pytest.mark.parametrize(
    ("key", "true"),
    [
        ("ستغلق", {"future"}),
        ("فقال", {"finite"}),
        ("ان", {"ends_name", "notable", "bounds"}),
        ("التي", {"ends_name", "bounds"}),
        ("والي", {"notable"}),
        ("وتجدر", {"finite", "turns"}),
        ("لان", {"bounds"}),
        ("ربما", {"modal"}),
        ("ليس", {"ends_name", "modal"}),
        ("بيانها", {"medium"}),
        ("سياسه", set()),
    ],
)
def test_what_a_word_is_wherever_it_stands(key, true):
    kind = words_of(load_lexicon()).kind(key)
    facts = (
        "finite", "future", "ends_name", "notable", "turns", "bounds", "modal", "medium",
    )  # fmt: skip
    assert {name for name in facts if getattr(kind, name)} == true
