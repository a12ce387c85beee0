from importlib.resources import files as resources

import pytest

from musnad.errors import MusnadError
from musnad.fold import fold_key
from musnad.lexicons import builtin, files, load_lexicon

MARSA = """
[[state]]
name = "مرسى"
name_en = "Marsa"
code = "XM"
capital = "الصفا"
demonym = "مرسوي"
[[media]]
name = "وكالة الساحل للأنباء"
name_en = "Sahel News Agency"
kind = "agency"
aliases = ["الساحل للأنباء"]
"""


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon((MARSA,))


def keys(text: str) -> list[str]:
    return fold_key(text).split()


def test_two_loads_are_one_lexicon(lexicon):
    assert load_lexicon((MARSA,)) is lexicon
    assert load_lexicon() != lexicon
    assert hash(load_lexicon()) == hash(load_lexicon().sha256)


@pytest.mark.parametrize(
    ("text", "name", "end", "cut"),
    [
        ("وكالة الساحل للأنباء", "وكالة الساحل للأنباء", 3, 0),
        ("ووكالة الساحل للأنباء", "وكالة الساحل للأنباء", 3, 1),
        ("للولايات المتحدة الأميركية", "الولايات المتحدة", 3, 1),
        ("بفرنسا", "فرنسا", 1, 1),
        ("لبنان", "لبنان", 1, 0),
    ],
)
def test_longest_name_with_attached_particles(lexicon, text, name, end, cut):
    match = lexicon.match(keys(text), 0)
    assert (match.entries[0].name, match.end, match.cut) == (name, end, cut)


def test_demonym_forms_are_derived(lexicon):
    for form in ("مرسوي", "مرسوية", "المرسويين", "والمرسويون", "مرسويات"):
        assert lexicon.word(fold_key(form)).demonym.code == "XM", form
    assert lexicon.word("الروس").demonym.code == "RU"


def test_words_know_their_class_and_agreement(lexicon):
    minister = lexicon.word(fold_key("والوزيرة"))
    assert (minister.noun.lemma, minister.noun.gender, minister.definite) == ("وزير", "f", True)
    assert lexicon.word(fold_key("مصادر")).noun.gender == "f"
    widow = lexicon.word(fold_key("الأرملتين"))
    assert (widow.noun.lemma, widow.noun.gender, widow.noun.number) == ("أرملة", "f", "du")
    assert lexicon.word(fold_key("أرمل")) is None
    assert lexicon.word(fold_key("سفارتها")).owned
    assert lexicon.word(fold_key("قرنفلة")) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[medium]]\nname = "أ"', "`media`"),
        ('[[media]]\nnome = "أ"', "`name`"),
        ('[[media]]\nname = "أ"\nkind = "agancy"', "`agency`"),
        ("[[media]]\nname = 3", "must be a text"),
        ('[[media]]\nkind = "paper"', "`name` is missing"),
        ("[[media", "lexicon 1"),
        ('[[media]]\nname = "أ"\ndomains = ["https://a.example/"]', "without https://"),
        ('[[media]]\nname = "أ"\ndomains = ["a.example/news"]', "without https://"),
        ('[[place]]\nname = "أ"\nlat = 90.5', "`lat = 90.5` must be -90 to 90"),
        ('[[place]]\nname = "أ"\nlon = -181', "`lon = -181` must be -180 to 180"),
        ('[[place]]\nname = "أ"\nlat = nan', "`lat = nan`"),
        ('media = "أ"', "[[media]]"),
    ],
)
def test_a_broken_lexicon_is_told_plainly(text, told):
    with pytest.raises(MusnadError) as caught:
        load_lexicon((text,))
    assert caught.value.code == "M-007"
    assert told in caught.value.detail


def test_classes_are_full():
    assert len(builtin("states")["state"]) >= 195
    assert len(builtin("media")["media"]) >= 800
    assert len(builtin("organisations")["organisation"]) >= 150
    assert len(builtin("given_names")["given"].split()) >= 800


@pytest.mark.parametrize("word", ["وجود", "لبدء", "بأنه", "مستحقاته", "باستياء", "المضيفة", "ضدنا"])
def test_words_of_the_language_are_ordinary(lexicon, word):
    assert lexicon.ordinary(fold_key(word))


@pytest.mark.parametrize("word", ["قاليباف", "ستارمر", "بايكين", "الحداد", "الزبيدي", "محمد"])
def test_names_are_not_ordinary(lexicon, word):
    assert not lexicon.ordinary(fold_key(word))


def test_the_digest_changes_with_any_lexicon_file(monkeypatch, tmp_path):
    names = [each.name for each in resources("musnad.lexicons").iterdir() if each.is_file()]
    words = [name for name in names if not name.endswith((".py", ".pyc", ".md"))]
    for name in words:
        (tmp_path / name).write_text("", "utf-8")
    monkeypatch.setattr(files, "files", lambda _: tmp_path)
    seen = {files.builtin_digest.__wrapped__()}
    for name in words:
        (tmp_path / name).write_text("# a word more", "utf-8")
        seen.add(files.builtin_digest.__wrapped__())
    assert len(seen) == len(words) + 1
