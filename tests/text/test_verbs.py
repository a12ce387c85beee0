"""A word read as a verb: every class of root, particles and pronouns cut, the likeliest reading."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from mazini import conjugate

from musnad.fold import fold_key
from musnad.text.verb_records import VerbReading
from musnad.text.verbs import pick_verb, read_verb, sure_verbs, verb_forms

ROOT = Path(__file__).parents[2]
MORE = ROOT / "training" / "verbs.toml"


def read(printed: str) -> tuple[VerbReading, ...]:
    return read_verb(fold_key(printed), printed)


def features(reading: VerbReading) -> str:
    mood = f".{reading.mood}" if reading.mood else ""
    person = reading.person + reading.gender + reading.number
    return f"{reading.tense}{mood}.{reading.voice}.{person}"


@pytest.mark.parametrize(
    ("printed", "lemma", "inflection"),
    [
        ("فتحت", "فتح", "past.act.3fs"),
        ("وصلوا", "وصل", "past.act.3mp"),
        ("يصلون", "وصل", "pres.ind.act.3mp"),  # first letter weak
        ("زارت", "زار", "past.act.3fs"),  # hollow
        ("يزورون", "زار", "pres.ind.act.3mp"),
        ("يزر", "زار", "pres.juss.act.3ms"),
        ("بقي", "بقي", "past.act.3ms"),  # last letter weak
        ("يبقون", "بقي", "pres.ind.act.3mp"),
        ("التقوا", "التقى", "past.act.3mp"),
        ("احتلت", "احتل", "past.act.3fs"),  # doubled
        ("يمتد", "امتد", "pres.ind.act.3ms"),
        ("بدأوا", "بدأ", "past.act.3mp"),  # hamzated
        ("يؤجل", "أجل", "pres.ind.act.3ms"),
        ("سئل", "سأل", "past.pass.3ms"),  # passive
        ("يقال", "قال", "pres.ind.pass.3ms"),
        ("أقيمت", "أقام", "past.pass.3fs"),
        ("وصلتا", "وصل", "past.act.3fd"),  # dual
        ("يعملان", "عمل", "pres.ind.act.3md"),
        ("نعمل", "عمل", "pres.ind.act.1p"),
        ("ليست", "ليس", "past.act.3fs"),
        ("تأسست", "تأسس", "past.act.3fs"),
        ("مغادرا", "غادر", "part.act.ms"),
        ("انسحاب", "انسحب", "masdar.act."),
    ],
)
def test_form(printed: str, lemma: str, inflection: str) -> None:
    assert (lemma, inflection) in {(each.lemma, features(each)) for each in read(printed)}


@pytest.mark.parametrize(
    ("printed", "lemma", "lead", "end"),
    [
        ("وسيزورها", "زار", "وس", "ها"),
        ("رآه", "رأى", "", "ه"),
        ("فاحتلوها", "احتل", "ف", "ها"),
        ("ليغادر", "غادر", "ل", ""),
        ("استقبلهم", "استقبل", "", "هم"),
    ],
)
def test_particles_and_pronouns_are_cut(printed: str, lemma: str, lead: str, end: str) -> None:
    best = read(printed)[0]
    assert (best.lemma, best.lead, best.end) == (lemma, lead, end)


@pytest.mark.parametrize(
    ("printed", "usual"),
    [("اعلن", "أعلن"), ("اكد", "أكد"), ("التقي", "التقى"), ("يلتقى", "يلتقي"), ("انشات", "أنشأت")],
)
def test_other_spellings_read_like_the_usual_one(printed: str, usual: str) -> None:
    assert read(printed)[0].lemma == read(usual)[0].lemma


def test_a_printed_hamza_tells_verbs_apart() -> None:
    """«أخرج» he brought out, «اخرج» may be a command of «خرج»."""
    first = {each.lemma: each.weight for each in read("أخرج") if each.tense == "imp"}
    bare = {each.lemma: each.weight for each in read("اخرج") if each.tense == "imp"}
    assert first.get("خرج", 0.0) < bare["خرج"]


def test_readings_share_one_and_the_likeliest_comes_first() -> None:
    weights = [each.weight for each in read("تقدم")]
    assert sum(weights) == pytest.approx(1)
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("before", "printed", "after", "wanted"),
    [
        ("لم", "يصل", "الوفد", "pres.juss.act.3ms"),
        ("أن", "يصل", "الوفد", "pres.sub.act.3ms"),
        ("سوف", "يصل", "الوفد", "pres.ind.act.3ms"),
        ("التي", "تقدم", "الخدمات", "pres.ind.act.3fs"),
        ("الذي", "تقدم", "بالطلب", "past.act.3ms"),
    ],
)
def test_the_words_around_choose(before: str, printed: str, after: str, wanted: str) -> None:
    picked = pick_verb(read(printed), before, after)
    assert picked is not None
    assert features(picked) == wanted


def test_a_word_that_is_no_verb_has_no_reading() -> None:
    assert read("الميناء") == ()
    assert pick_verb(()) is None


def test_sure_verbs_are_no_nouns() -> None:
    sure = sure_verbs()
    assert {fold_key(word) for word in ("يغادر", "انتقلوا", "تستند")} <= sure
    assert not {fold_key(word) for word in ("عمل", "حكما", "تقدم", "كتب", "رئيس")} & sure


def test_the_table_is_sorted_and_its_numbers_lead_somewhere() -> None:
    table = verb_forms()
    keys = [line.split(b"\t")[0] for line in table.lines]
    assert keys == sorted(set(keys))
    for line in table.lines:
        for reading in line.decode().split("\t")[3].split("|"):
            verb, slots, *_ = reading.split(" ")
            assert int(verb) < len(table.verbs)
            assert int(slots) < len(table.sets)


def test_every_form_of_the_table_is_read() -> None:
    """Commands of a single letter («ق») are left to the letters."""
    forms = (line.split(b"\t")[0].decode() for line in verb_forms().lines[::29])
    for form in (each for each in forms if len(each) > 1):
        assert sum(each.weight for each in read_verb(form, form)) == pytest.approx(1), form


def test_the_table_was_made_from_these_verbs() -> None:
    digest = sha256(MORE.read_bytes()).hexdigest()
    assert verb_forms().origin == f"mazini {version('mazini')} {digest}"


@pytest.mark.parametrize(
    ("lemma", "root", "pattern"),
    [("زار", "زور", "I/a~u"), ("احتل", "حلل", "VIII"), ("التقى", "لقي", "VIII")],
)  # fmt: skip
def test_the_table_has_the_forms_of_the_conjugator(lemma: str, root: str, pattern: str) -> None:
    slots = conjugate(root, pattern).slots
    for slot, inflection in (("past_3fs", "past.act.3fs"), ("ind_3mp", "pres.ind.act.3mp")):
        printed = "".join(each for each in slots[slot][0].form if not "ً" <= each <= "ْ")
        printed = printed.replace("ٱ", "ا")
        assert (lemma, inflection) in {(each.lemma, features(each)) for each in read(printed)}
