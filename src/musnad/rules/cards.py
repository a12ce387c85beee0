"""What a rule says about itself: the card that `musnad explain` prints."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

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
