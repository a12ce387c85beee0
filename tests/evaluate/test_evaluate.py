"""Scores of a hand-made reading against hand-made gold."""

import json

import msgspec
import pytest

from hand_made import ARTICLE, DENIAL, FIRST, READING, RELAYED, SECOND, TEXT, TITLE, span
from musnad.errors import MusnadError
from musnad.evaluate import evaluate, gold_pages, load_gold
from musnad.evaluate.words import Words, same_name

RELAYED_GOLD = {
    "p": 0, "cue": "ونقلت", "source": "مصدر ملاحي", "who": "مصدر ملاحي", "kind": "anonymous",
    "relays": ["وكالة الساحل"], "content": ["الميناء سيغلق يوم السبت"], "mode": "indirect",
    "act": "assert",
}  # fmt: skip
DENIAL_GOLD = {
    "p": 1, "cue": "ونفت", "source": "وزارة الموانئ", "who": "وزارة الموانئ",
    "kind": "organisation", "relays": [], "content": ["إغلاق الميناء"], "mode": "indirect",
    "act": "deny",
}  # fmt: skip


def gold_of(folder, *statements, paragraphs=(FIRST, SECOND)):
    article = {"id": "manara", "title": TITLE, "paragraphs": list(paragraphs)}
    (folder / "manara.json").write_text(json.dumps(article), "utf-8")
    (folder / "manara.gold.json").write_text(json.dumps({"statements": statements}), "utf-8")
    return load_gold(folder)


def reading_of(*statements, text=TEXT):
    article = msgspec.structs.replace(ARTICLE, text=text)
    return msgspec.structs.replace(READING, article=article, statements=statements)


def changed(statement, **values):
    return msgspec.structs.replace(statement, **values)


def test_a_perfect_reading_has_every_figure_at_one(tmp_path):
    gold = gold_of(tmp_path, RELAYED_GOLD, DENIAL_GOLD)
    scores = evaluate(gold, [READING])
    for found in (scores.statements_half, scores.statements_most, scores.complete):
        assert (found.precision, found.recall, found.f1) == (1, 1, 1)
    assert (scores.speaker, scores.kind, scores.mode, scores.act, scores.relays) == (1,) * 5
    assert (scores.documents, scores.without_reading, scores.broken_spans) == (1, 0, 0)


def test_half_of_the_content_is_found_but_not_complete(tmp_path):
    gold = gold_of(tmp_path, RELAYED_GOLD)  # «الميناء سيغلق يوم السبت» is four words
    scores = evaluate(gold, [reading_of(changed(RELAYED, content=(span("الميناء سيغلق"),)))])
    assert scores.statements_half.f1 == 1
    assert (scores.statements_most.f1, scores.complete.f1) == (0, 0)


def test_less_than_half_is_not_found_and_counts_against_precision(tmp_path):
    gold = gold_of(tmp_path, RELAYED_GOLD, DENIAL_GOLD)
    scores = evaluate(gold, [reading_of(changed(RELAYED, content=(span("السبت"),)), DENIAL)])
    assert scores.statements_half.precision == 0.5
    assert scores.statements_half.recall == 0.5


def test_a_wrong_relay_is_found_but_not_complete(tmp_path):
    gold = gold_of(tmp_path, RELAYED_GOLD)
    scores = evaluate(gold, [reading_of(changed(RELAYED, relays=()))])
    assert (scores.statements_most.f1, scores.complete.f1, scores.relays) == (1, 0, 0)


def test_a_speaker_may_be_right_by_an_alias(tmp_path):
    gold = gold_of(tmp_path, DENIAL_GOLD)
    other = changed(DENIAL.speaker, name="الحكومة", aliases=("الوزارة", "وزارة الموانئ"))
    assert evaluate(gold, [reading_of(changed(DENIAL, speaker=other))]).speaker == 1
    wrong = changed(DENIAL.speaker, name="الحكومة")
    assert evaluate(gold, [reading_of(changed(DENIAL, speaker=wrong))]).speaker == 0


def test_one_gold_statement_is_found_once(tmp_path):
    gold = gold_of(tmp_path, DENIAL_GOLD)
    scores = evaluate(gold, [reading_of(DENIAL, DENIAL)])
    assert (scores.statements_half.precision, scores.statements_half.recall) == (0.5, 1)


def test_a_span_that_is_not_the_text_counts_as_empty(tmp_path):
    gold = gold_of(tmp_path, DENIAL_GOLD)
    wrong = changed(DENIAL.content[0], start=0, end=5)
    scores = evaluate(gold, [reading_of(changed(DENIAL, content=(wrong,)))])
    assert (scores.broken_spans, scores.statements_half.f1) == (1, 0)


def test_an_absent_reading_counts_against_recall(tmp_path):
    gold = gold_of(tmp_path, DENIAL_GOLD)
    scores = evaluate(gold, [])
    assert (scores.without_reading, scores.statements_half.recall) == (1, 0)
    assert scores.speaker is None


def test_cleaning_may_differ_from_gold(tmp_path):
    gold = gold_of(tmp_path, DENIAL_GOLD, paragraphs=("اقرأ أيضا", SECOND))
    assert evaluate(gold, [reading_of(DENIAL)]).statements_most.f1 == 1


def test_a_repeated_line_is_the_line_that_it_repeats(tmp_path):
    gold = gold_of(tmp_path, {**DENIAL_GOLD, "p": 1}, paragraphs=(SECOND, SECOND))
    assert evaluate(gold, [reading_of(DENIAL)]).statements_most.f1 == 1


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("وزارة الموانئ", "وزارة الموانىء", False),
        ("وزارة الموانئ", "وزارة الموانئ المرسوية", True),
        ("الوزير سليم الأزرق", "سليم الازرق", True),
        ("سليم الأزرق", "سليم", True),
        ("سليم", "رائد", False),
        ("أ|سليم", "سليم", True),
        (None, None, True),
        (None, "سليم", False),
        ("سليم", "سليم بن خالد رائد عمر نادر", False),
    ],
)
def test_names_agree(gold, found, same):
    assert same_name(gold, found) is same


def test_words_carry_printed_offsets():
    words = Words("قالَ: 12 شخصًا")
    assert [words.text[start:end] for _, start, end in words.words] == ["قالَ", "12", "شخصًا"]


def test_gold_articles_are_pages_to_be_read(tmp_path):
    gold_of(tmp_path, DENIAL_GOLD)
    (page,) = gold_pages(tmp_path)
    assert page.format == "record"
    assert json.loads(page.data)["id"] == "manara"


def test_no_gold_and_gold_of_another_form_are_told(tmp_path):
    with pytest.raises(MusnadError, match="M-005"):
        load_gold(tmp_path)
    (tmp_path / "x.gold.json").write_text("{}")
    with pytest.raises(MusnadError, match="M-016"):
        load_gold(tmp_path)
