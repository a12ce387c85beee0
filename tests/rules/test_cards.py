"""A rule can be looked up by its id, and the rules have one hash."""

from musnad.rules.cards import (
    coded_rules,
    describe_coded_rule,
    describe_rule,
    rule_files,
    rules_sha256,
)


def test_every_rule_has_a_card_and_an_id_of_its_own() -> None:
    ids = [rule.id for file in rule_files() for rule in file.rule]
    assert len(ids) == len(set(ids)) > 15
    assert all(describe_rule(rule_id) is not None for rule_id in ids)


def test_an_unknown_rule_has_no_card() -> None:
    assert describe_rule("attribute.none") is None


def test_rules_made_in_code_have_a_card_of_the_installed_package() -> None:
    ids = [rule.id for section in coded_rules().values() for rule in section]
    assert len(ids) == len(set(ids)) > 50
    told = describe_coded_rule("time.weekday")
    assert told is not None and told.why.endswith(".") and told.example
    verb = describe_coded_rule("event.assault.verb")
    assert verb is not None and verb.why == "A verb that names the event."
    assert describe_coded_rule("time.none") is None
    assert describe_coded_rule("event.assault.none") is None


def test_the_hash_names_this_version() -> None:
    assert len(rules_sha256()) == 64
    assert rules_sha256() == rules_sha256()
