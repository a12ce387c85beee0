"""What a rule says about itself: the card that `musnad explain` prints."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from musnad.rules.schema import Rule, RuleFile, parse_rules

STAGES = "musnad.stages"
RULE_FOLDERS = ("musnad.stages.attribute_statements",)
"""The packages whose `rules/` folder holds rule files of this form."""


@cache
def load_rules(package: str, name: str) -> RuleFile:
    """Gives the rules of `<package>/rules/<name>.toml`."""
    text = files(package).joinpath("rules", f"{name}.toml").read_text("utf-8")
    return parse_rules(text, f"{name}.toml")


@cache
def rule_files() -> tuple[RuleFile, ...]:
    """Gives all rule files of the project, in the order of their names."""
    return tuple(
        load_rules(package, entry.name.removesuffix(".toml"))
        for package in RULE_FOLDERS
        for entry in sorted(files(package).joinpath("rules").iterdir(), key=_name)
        if entry.name.endswith(".toml")
    )


def describe_rule(rule_id: str) -> Rule | None:
    """Gives the rule of this id, or None when no rule file holds it."""
    rules = (rule for file in rule_files() for rule in file.rule)
    return next((rule for rule in rules if rule.id == rule_id), None)


class CodedRule(NamedTuple):
    """A rule that is written in Python: what it is for, and an example."""

    id: str
    why: str
    example: str = ""


EVENT_WORDS = {
    "agent": ("agent", "A noun that names the event; who acts follows it."),
    "patient": ("patient", "A noun that names the event; whom it befalls follows it."),
    "weak": ("weak", "A noun that names the event where its sentence has no better word."),
    "phrases": ("phrases", "Several words that name the event."),
    "verbs": ("verb", "A verb that names the event."),
}
"""The kinds of words in lexicons/events.toml: the last part of the rule's id, and why."""


@cache
def coded_rules() -> dict[str, tuple[CodedRule, ...]]:
    """Gives the rules that are written in Python, by what they are about."""
    text = files("musnad.rules").joinpath("coded_rules.toml").read_text("utf-8")
    sections = tomllib.loads(text).items()
    return {section: tuple(CodedRule(**rule) for rule in rules) for section, rules in sections}


def describe_coded_rule(rule_id: str) -> CodedRule | None:
    """Gives the rule of this id that is written in Python, or None when there is none."""
    rules = (rule for section in coded_rules().values() for rule in section)
    found = next((rule for rule in rules if rule.id == rule_id), None)
    if found is not None or not rule_id.startswith("event."):
        return found
    whys = dict(EVENT_WORDS.values())
    why = whys.get(rule_id.rpartition(".")[2])
    return CodedRule(rule_id, why) if why else None


@cache
def rules_sha256() -> str:
    """Gives the hash that names this version of all rules and rule tables of the stages."""
    digest = sha256()
    for stage in sorted(files(STAGES).iterdir(), key=lambda entry: entry.name):
        folder = stage.joinpath("rules")
        for entry in sorted(folder.iterdir(), key=_name) if folder.is_dir() else ():
            digest.update(entry.name.encode() + b"\x1f" + entry.read_bytes())
    return digest.hexdigest()


def _name(entry: Traversable) -> str:
    return entry.name
