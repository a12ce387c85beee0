"""The form of a rule file: permanent ids, reasons, patterns, examples and counter-examples."""

from pathlib import PurePath
from typing import Any

import msgspec
from msgspec import Struct

from musnad.errors import MusnadError


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which the rule applies, and the words that it must give there."""

    text: str
    gives: dict[str, str]


class Counter(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which the rule must not apply, and why."""

    text: str
    why: str


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: matched at tokens of the class `trigger`, in the order of the file."""

    id: str
    why: str
    trigger: str
    pattern: str
    example: tuple[Example, ...]
    counter: tuple[Counter, ...]
    options: dict[str, Any] = {}


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of one file and the patterns they share."""

    name: str
    macros: dict[str, str]
    rule: tuple[Rule, ...]


def parse_rules(text: str, name: str) -> RuleFile:
    """Gives the rules of a TOML text; raises `MusnadError` M-008 that names file and place."""
    try:
        raw = msgspec.toml.decode(text)
        rules = msgspec.convert({"name": PurePath(name).stem, "macros": {}} | raw, RuleFile)
    except (msgspec.DecodeError, ValueError) as error:
        raise MusnadError("M-008", f"{name}: {error}.") from error
    for rule in rules.rule:
        _check(rule, name)
    return rules


def _check(rule: Rule, name: str) -> None:
    if len(rule.example) < 2 or not rule.counter or not rule.why:
        raise MusnadError("M-008", f"{name}: {rule.id} needs a why, two examples and a counter.")
