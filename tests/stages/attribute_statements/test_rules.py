"""Every rule of attribution does what its file says: examples, counter-examples, and its need."""

from functools import cache

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Outlet, PageRef, Statement
from musnad.rules.cards import load_rules
from musnad.rules.schema import Counter, Example, Rule
from musnad.stages.attribute_statements import attribute_statements
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

RULES = load_rules("musnad.stages.attribute_statements", "attribute").rule
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}::example-{n}")
    for rule in RULES
    for n, example in enumerate(rule.example, 1)
]
COUNTERS = [
    pytest.param(rule, counter, id=f"{rule.id}::counter-{n}")
    for rule in RULES
    for n, counter in enumerate(rule.counter, 1)
]


def article(text: str) -> Article:
    return Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=Outlet(name="صدى مرسى"),
        title=None, subtitle=None, byline=None, section=None, tags=(), published=None,
        dateline=None, credits=(), language="ar", part_of=None, text=text,
        page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip


@cache
def statements(text: str, without: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    lexicon, analysis = load_lexicon(), analyse(text)
    language = read_language(article(text), analysis, lexicon)
    found = attribute_statements(article(text), analysis, language, lexicon, without)
    return found.statements


def gives(statement: Statement, wanted: dict[str, str]) -> bool:
    found = {
        "cue": statement.cue.text,
        "source": statement.source.text if statement.source else "",
        "content": statement.content[0].text,
        "relay": statement.relays[0].span.text
        if statement.relays and statement.relays[0].span
        else "",
    }
    return all(found[name] == words for name, words in wanted.items())


def made_by(statement: Statement, rule: Rule) -> bool:
    return statement.made_by == rule.id or any(why.startswith(rule.id) for why in statement.why)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    found = [s for s in statements(example.text) if made_by(s, rule)]
    assert any(gives(s, example.gives) for s in found), [
        (s.made_by, s.cue.text, s.source and s.source.text, s.content[0].text)
        for s in statements(example.text)
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_cut_after_any_word(rule: Rule, example: Example) -> None:
    words = example.text.rstrip(".").split(" ")
    for end in range(1, len(words) + 1):
        text = " ".join(words[:end])
        for statement in statements(text):
            spans = (statement.cue, *statement.content)
            assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]


@pytest.mark.parametrize(("rule", "counter"), COUNTERS)
def test_counter(rule: Rule, counter: Counter) -> None:
    assert not [s for s in statements(counter.text) if made_by(s, rule)], counter.why


@pytest.mark.parametrize("rule", [pytest.param(r, id=f"{r.id}::needed") for r in RULES])
def test_needed(rule: Rule) -> None:
    """Without the rule one of its own examples fails: a dead rule is found on the day it dies."""
    without = frozenset({rule.id})
    kept = [
        any(gives(s, example.gives) for s in statements(example.text, without))
        for example in rule.example
    ]
    assert not all(kept)
