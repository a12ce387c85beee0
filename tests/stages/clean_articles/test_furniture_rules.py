import pytest

from musnad.stages.clean_articles.furniture import Phrases, furniture_classes, furniture_phrases

CLASSES = furniture_classes()


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        pytest.param(rule, line, id=f"{rule.id}::example-{number}")
        for rule in CLASSES
        for number, line in enumerate(rule.example, 1)
    ],
)
def test_example_is_dropped_as_its_kind(rule, line):
    found = furniture_phrases().find(line)
    assert found is not None
    assert found.kind == rule.kind


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        pytest.param(rule, line, id=f"{rule.id}::counter-{number}")
        for rule in CLASSES
        for number, line in enumerate(rule.counter, 1)
    ],
)
def test_counter_example_is_article_text(rule, line):
    assert furniture_phrases().find(line) is None


@pytest.mark.parametrize("rule", CLASSES, ids=lambda rule: rule.id)
def test_rule_is_needed(rule):
    others = Phrases(tuple(other for other in CLASSES if other is not rule))
    found = [others.find(line) for line in rule.example]
    assert any(other is None or other.kind != rule.kind for other in found)


@pytest.mark.parametrize("rule", CLASSES, ids=lambda rule: rule.id)
def test_rule_has_reason_examples_and_counter_example(rule):
    assert rule.id.startswith("clean.")
    assert rule.why
    assert len(rule.example) >= 2
    assert rule.counter


def test_a_row_of_buttons_is_furniture():
    found = furniture_phrases().find("عدد الزيارات: 2087 إرسال إلى صديق طباعة")
    assert found is not None
