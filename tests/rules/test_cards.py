"""A rule can be looked up by its id, and the rules have one hash."""

from musnad.rules.cards import describe_rule, rule_files, rules_sha256


def test_every_rule_has_a_card_and_an_id_of_its_own() -> None:
    ids = [rule.id for file in rule_files() for rule in file.rule]
    assert len(ids) == len(set(ids)) > 15
    assert all(describe_rule(rule_id) is not None for rule_id in ids)


def test_an_unknown_rule_has_no_card() -> None:
    assert describe_rule("attribute.none") is None


def test_the_hash_names_this_version() -> None:
    assert len(rules_sha256()) == 64
    assert rules_sha256() == rules_sha256()
