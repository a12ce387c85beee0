"""Annotations are joined with the text they count in, and with no other."""

import gzip
import hashlib
import json
from itertools import chain

import pytest
from corpora.annotated import FILES, FOLDER, annotated, write_pairs

TITLE = "الوزير: الميناء مفتوح"
TEXT = "وقالت المدينة إن الجسر مغلق. وقال الحارس إن السفينة وصلت\n\n  ونفى الوزير ذلك \n"
WHOLE = f"{TITLE}\nوقالت المدينة إن الجسر مغلق. وقال الحارس إن السفينة وصلت\nونفى الوزير ذلك"
LONGEST_NAME = 60


def at(literal, after=""):
    start = WHOLE.index(literal, WHOLE.index(after))
    return [start, start + len(literal)]


def statement(cue, source, content, **more):
    return {
        "cue": cue, "source": source, "content": [content], "who": "الحارس", "kind": "person",
        "relays": [], "mode": "indirect", "act": "assert", **more,
    }  # fmt: skip


def annotation(digest, **more):
    return {
        "id": "b0-01", "batch": 0, "corpus": "news_2013", "article": "one", "text_sha256": digest,
        "junk_paragraphs": [], "dateline": None, "credit": [],
        "statements": [], "times": [], "quantities": [], "events": [], **more,
    }  # fmt: skip


@pytest.fixture
def digest():
    return hashlib.sha256(WHOLE.encode()).hexdigest()


@pytest.fixture
def joined(tmp_path):
    """Gives what is found for one annotation beside these records."""

    def join(one, *records, corpus="news_2013"):
        stored = tmp_path / "data" / "news" / f"{corpus}.jsonl.gz"
        stored.parent.mkdir(parents=True)
        lines = "\n".join(json.dumps(record) for record in records)
        stored.write_bytes(gzip.compress(lines.encode()))
        (tmp_path / "b0-01.json").write_text(json.dumps(one))
        return annotated(tmp_path, tmp_path)

    return join


def record(text=TEXT, **more):
    return {
        "id": "one", "title": TITLE, "text": text, "outlet": "المرفأ", "section": "",
        "published": "2031-04-02T09:00:00", **more,
    }  # fmt: skip


def test_an_article_is_given_as_musnad_receives_it(joined, digest):
    [(article, _)] = joined(annotation(digest), record(id="two"), record()).pairs
    assert article == {
        "id": "b0-01", "title": TITLE, "paragraphs": WHOLE.split("\n")[1:],
        "published": "2031-04-02T09:00:00", "outlet": "المرفأ",
    }  # fmt: skip


def test_offsets_become_literals_with_their_paragraph(joined, digest):
    told = statement(at(":"), at("الوزير"), at("الميناء مفتوح"), said="2031-04-02")
    denied = statement(at("ونفى"), None, at("ذلك"), rest=[at("الجسر")])
    [(_, gold)] = joined(annotation(digest, statements=[told, denied]), record()).pairs
    first, second = gold["statements"]
    assert (first["p"], first["cue"], first["source"]) == ("t", ":", "الوزير")
    assert (first["content"], first["said"]) == (["الميناء مفتوح"], "2031-04-02")
    assert (second["p"], second["source"], second["content"]) == (1, None, ["ذلك"])
    assert "rest" not in second


def test_a_literal_that_repeats_has_its_occurrence_as_the_scorer_counts(joined, digest):
    """«وقال» begins «وقالت» too: the scorer looks for characters, not for words."""
    second = statement(at("وقال", after="مغلق"), at("الحارس"), at("السفينة وصلت"))
    times = [{"span": at("إن", after="الحارس"), "value": None}]
    [(_, gold)] = joined(annotation(digest, statements=[second], times=times), record()).pairs
    assert gold["statements"][0]["cue_n"] == 2
    assert "source_n" not in gold["statements"][0]
    assert gold["times"] == [{"p": 0, "text": "إن", "n": 2, "value": None}]


def test_a_changed_text_is_told_and_left_out(joined, digest):
    found = joined(annotation(digest), record(text=TEXT + "!"))
    assert found == ([], ["b0-01: text differs in news_2013"])


def test_of_two_records_with_one_id_the_unchanged_is_taken(joined, digest):
    found = joined(annotation(digest), record(text="غيره"), record())
    assert (len(found.pairs), found.told) == (1, [])


def test_an_absent_article_is_told(joined, digest):
    assert joined(annotation(digest), record(id="two")).told == ["b0-01: not in news_2013"]


def test_without_the_corpora_nothing_is_joined(tmp_path, digest):
    (tmp_path / "b0-01.json").write_text(json.dumps(annotation(digest)))
    assert annotated(tmp_path / "nowhere", tmp_path).pairs == []


def test_a_marked_up_record_is_read_by_its_tags(joined, digest):
    raw = (
        f"<DOC><SRC>راديو المرفأ</SRC>\n<TITLE>{TITLE}</TITLE><TIME>02/04/2031</TIME>"
        f"<ABSTRACT>وقالت</ABSTRACT><TEXT>\n{TEXT}</TEXT></DOC>"
    )
    one = annotation(digest, corpus="news_tunisia_2012_17")
    found = joined(one, {"id": "one", "raw": raw}, corpus="news_tunisia_2012_17")
    [(article, _)] = found.pairs
    assert (article["outlet"], article["published"]) == ("راديو المرفأ", "2031-04-02")
    assert article["paragraphs"] == WHOLE.split("\n")[1:]


def test_the_scorer_finds_only_the_articles_of_this_run(joined, digest, tmp_path):
    pairs = joined(annotation(digest), record()).pairs
    folder = tmp_path / "written"
    folder.mkdir()
    (folder / "older.gold.json").write_text("{}")
    write_pairs(pairs, folder)
    assert {path.name for path in folder.iterdir()} == {"b0-01.json", "b0-01.gold.json"}
    assert json.loads((folder / "b0-01.gold.json").read_text("utf-8")) == pairs[0].gold


def strings(value):
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return list(chain.from_iterable(map(strings, inner)))


def test_annotations_hold_names_and_no_text_of_articles():
    for path in FOLDER.rglob(FILES):
        one = json.loads(path.read_text("utf-8"))
        said = {key: value for key, value in one.items() if key not in ("article", "text_sha256")}
        names = chain.from_iterable(text.split("|") for text in strings(said))
        assert [name for name in names if len(name) > LONGEST_NAME] == [], path.name
