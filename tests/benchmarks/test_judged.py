"""Verdicts hold together, and are counted with an interval."""

import gzip
import json

import pytest
from corpora.annotated import digest
from judged import (
    ASPECTS,
    Share,
    changed_texts,
    confidence_lines,
    judged,
    precision_lines,
    recall_lines,
    samples,
)


def test_the_interval_of_a_share_holds_it_and_is_no_share_above_one():
    low, high = Share(90, 100).interval
    assert (low, high) == (pytest.approx(0.826, abs=0.001), pytest.approx(0.945, abs=0.001))
    assert Share(10, 10).interval[1] == pytest.approx(1.0)


def test_what_is_no_statement_is_left_out_of_the_other_aspects():
    verdicts = [
        {"wrong": [], "confidence": 0.9},
        {"wrong": ["statement"], "cause": "a noun", "confidence": 0.5},
        {"wrong": ["speaker"], "cause": "a noun", "confidence": 0.4},
    ]
    lines = list(precision_lines(verdicts))
    assert "is a statement         2/3" in lines[1]
    assert "speaker right of them  1/2" in lines[3]
    assert "all right              1/3" in lines[7]
    assert lines[-1].strip() == "2 a noun"


def test_false_statements_are_none_that_was_found():
    articles = [{"found": 4, "false": [[0, 1]], "missed": [{"cue": [2, 3], "cause": "b"}]}]
    lines = list(recall_lines(articles))
    assert "1/4" in lines[1] and "3/4" in lines[2]


def test_confidence_stands_beside_the_share_that_is_right():
    verdicts = [
        {"wrong": ["relays"], "confidence": 0.9},
        {"wrong": ["speaker"], "confidence": 1.0},
        {"wrong": ["content"], "confidence": 0.2},
    ]
    low, high = confidence_lines(verdicts)
    assert "from 0.0: said 0.20, right 0/1" in low
    assert "from 0.9: said 0.95, right 1/2" in high


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_each_verdict_names_known_aspects_and_a_cause(sample):
    statements, articles = judged("statements", sample), judged("articles", sample)
    assert (len(statements), len(articles)) == (100, 40)
    for one in statements:
        assert set(one["wrong"]) <= set(ASPECTS)
        assert bool(one["wrong"]) == ("cause" in one)
        assert one["cue"][0] <= one["cue"][1] and one["content"]


def test_a_text_that_is_not_the_one_judged_is_told(tmp_path):
    record = {
        "id": "a", "title": "الميناء", "text": "قال سامي إنه مفتوح.", "published": "2031",
        "outlet": "منارة",
    }  # fmt: skip
    folder = tmp_path / "data" / "news"
    folder.mkdir(parents=True)
    with gzip.open(folder / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")
    same = digest({"title": record["title"], "paragraphs": [record["text"]]})
    verdict = {"corpus": "c", "article": "a", "text_sha256": same}
    assert changed_texts(tmp_path, [verdict]) == []
    [told] = changed_texts(tmp_path, [verdict | {"text_sha256": "another"}])
    assert "a in c" in told
