"""The list of the rules: those written as data and those written as code."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, get_args

from musnad.lexicons import builtin
from musnad.model.records import EventType
from musnad.rules.cards import EVENT_WORDS, CodedRule, coded_rules, rule_files
from musnad.rules.schema import Rule
from musnad.rules.tables import load_table

CLEANING = ("musnad.stages.clean_articles", "furniture")


def rules_page() -> str:
    """Gives the page of all rules with why and examples."""
    parts = [
        "# Rules",
        "Here you look up the rule that a record names in `made_by`, or a dropped line in `rule`.",
        "An id is permanent: a rule that changes its meaning gets a new one. In a workspace"
        " `musnad explain ID` shows the rule together with the sentence. How to write one stands"
        " in [rules.md](../rules.md).",
    ]
    for file in rule_files():
        parts += [f"## {file.name}", *(pattern_rule(rule) for rule in file.rule)]
    parts += ["## clean", *map(line_rule, load_table(*CLEANING)["rule"])]
    parts.append("A rule id with `-below` dropped the short lines under the heading of that rule.")
    parts += ["## events", *event_rules()]
    for section, rules in coded_rules().items():
        parts += [f"## {section}", *(coded_rule(one) for one in rules)]
    return "\n\n".join(parts)


def pattern_rule(rule: Rule) -> str:
    """Gives the entry of a rule that is a pattern of tokens."""
    given = (f"- {one.text}\n  {told(one.gives)}" for one in rule.example)
    not_given = (f"- not: {one.text} ({one.why})" for one in rule.counter)
    return entry(rule.id, rule.why, (*given, *not_given))


def told(gives: dict[str, str]) -> str:
    """Gives what an example gives, in words."""
    return " · ".join(f"{name}: «{words}»" for name, words in gives.items())


def line_rule(rule: dict[str, Any]) -> str:
    """Gives the entry of a rule that drops lines."""
    lines = [f"- {text}" for text in rule["example"]]
    return entry(rule["id"], rule["why"], [*lines, *(f"- not: {one}" for one in rule["counter"])])


def coded_rule(rule: CodedRule) -> str:
    """Gives the entry of a rule that is written in Python."""
    return entry(rule.id, rule.why, [f"- {rule.example}"])


def event_rules() -> Iterator[str]:
    """Gives the entries of the words that name events: one for each type and kind of word."""
    for event_type in get_args(EventType):
        table = builtin("events")[event_type]
        for key, (kind, why) in EVENT_WORDS.items():
            if table.get(key):
                rule_id = f"event.{event_type.lower()}.{kind}"
                yield entry(rule_id, why, [f"- «{word}»" for word in table[key][:2]])


def entry(rule_id: str, why: str, lines: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """Gives one entry: id, why, examples."""
    return f"### {rule_id}\n\n{why}\n\n" + "\n".join(lines)


def stages_page() -> str:
    """Gives the page of src/musnad/stages: each stage, its function, what it gives."""
    from musnad.stages import STAGES  # noqa: PLC0415 - beside its only use

    rows = "\n".join(f"| {number} | [`{name}/`]({name}) | {stage_gives(name)} |"
                     for number, name in enumerate(STAGES, 1))  # fmt: skip
    return (
        "# Stages\n\nHere you find the way of the data, in order; each folder exports the function"
        " of its own name.\n\n| | stage | what happens |\n|---|---|---|\n"
        f"{rows}\n\nStages are pure: no disk, network, clock or chance. No stage imports another;"
        " they meet in `musnad.model`. `musnad.pipeline.read` calls them."
    )


def stage_gives(name: str) -> str:
    """Gives the sentence at the head of the stage's package."""
    first = files("musnad.stages").joinpath(name, "__init__.py").read_text("utf-8").splitlines()[0]
    return first.strip('"')
