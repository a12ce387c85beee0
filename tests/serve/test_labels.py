"""The words of the interface and of exports against the glossary."""

import re
from pathlib import Path

import pytest

from musnad.export import COLUMNS
from musnad.serve.wording import wording

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^\| (?P<use>[^|]+) \| (?P<arabic>[^|]+) \| [^|]+ \| (?P<not>[^|]+) \|$", re.M)


def terms():
    rows = [found.groupdict() for found in LINE.finditer((ROOT / "GLOSSARY.md").read_text("utf-8"))]
    return {row["use"].strip(): row for row in rows[1:]}


def bare(term):
    return term.strip().removeprefix("ال")


def arabic_bans():
    """The Arabic words that the glossary bans; a space at the end would be lost."""
    words = [word.strip() for row in terms().values() for word in row["not"].split(",")]
    return [word for word in words if re.search(r"[\u0600-\u06ff]", word)]


def shown():
    for column in COLUMNS:
        yield f"column {column.key}", f"{column.title} {column.arabic_meaning}"
    for section, labels in wording("ar").labels.items():
        for key, text in labels.items():
            yield f"{section}.{key}", text if isinstance(text, str) else " ".join(map(str, text))


def test_the_glossary_bans_arabic_words():
    assert {"تصريح", "سلسلة الإسناد", "لفظ القول", "حلقة ناقصة"} <= set(arabic_bans())


@pytest.mark.parametrize("ban", arabic_bans())
def test_no_label_uses_a_word_that_the_glossary_bans(ban):
    assert [where for where, text in shown() if ban in text] == []


@pytest.mark.parametrize(
    ("where", "use"),
    [("statement.cue", "cue"), ("statement.act", "act"), ("chronology.act", "act"),
     ("chain.gap", "gap"), ("statement.chain", "chain"), ("article.credits", "credit"),
     ("statement.title", "statement"), ("statement.speaker", "speaker"), ("chain.relay", "relay"),
     ("statement.source", "source"), ("chain.outlet", "outlet"), ("chain.credit", "credit")],
)  # fmt: skip
def test_labels_are_the_words_of_the_glossary(where, use):
    section, _, key = where.partition(".")
    assert bare(wording("ar").labels[section][key]) == bare(terms()[use]["arabic"])


@pytest.mark.parametrize(
    ("key", "use"),
    [("cue", "cue"), ("act", "act"), ("chain", "chain"), ("speaker", "speaker"),
     ("source", "source"), ("content", "content"), ("outlet", "outlet"), ("rule", "rule")],
)  # fmt: skip
def test_columns_are_the_words_of_the_glossary(key, use):
    (title,) = [column.title for column in COLUMNS if column.key == key]
    assert bare(title) == bare(terms()[use]["arabic"])
