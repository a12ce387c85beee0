"""Whether confidence means something: said chances beside the share of statements right."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from language import Row, Table

from musnad.evaluate import right_statements
from musnad.stages.attribute_statements.confidence import signs_of
from statements.logistic import binned, calibration_error, told_apart, tried
from statements.sets import Known, gold_sets

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


class Judged(NamedTuple):
    """The statements found in annotated articles, in parallel lists."""

    signs: list[tuple[str, ...]]
    right: list[bool]
    articles: list[str]
    outlets: list[str]
    rules: list[str]


def measure(shared: Path) -> Table:
    """Gives calibration error and separation, by models that saw no article, no outlet of it."""
    found = judged(shared)
    by_article = cross_validated(shared)
    by_outlet = tried(found.signs, found.right, found.outlets)
    constant = share_of_rule(found)
    rows = [
        error_row("no article seen", by_article, constant, found.right),
        error_row("no outlet seen", by_outlet, constant, found.right),
        separation_row("no article seen", by_article, constant, found.right),
        separation_row("no outlet seen", by_outlet, constant, found.right),
        *threshold_rows(by_article, found.right),
    ]
    about = (
        "statements found in dev and the annotated articles; right is: content @0.5 and speaker;"
        " calibration error: how far chance and share right are apart in a tenth, on average"
        " (lower is better); the constant is the share right of a statement's rule in the articles"
        " left in"
    )
    return Table("Confidence", about, rows, tuple(bin_lines(by_article, found.right)))


@cache
def judged(shared: Path) -> Judged:
    """Gives the signs of all statements found, and which of them are right."""
    found = Judged([], [], [], [], [])
    for one in (each for known in gold_sets(shared).values() for each in known):
        _add(found, one)
    return found


def _add(found: Judged, one: Known) -> None:
    statements, right = one.reading.statements, right_statements(one.document, one.reading)
    found.signs.extend(signs_of(statements, one.reading.article.text, one.reading.mentions))
    found.right.extend(statement.id in right for statement in statements)
    found.articles.extend(one.document.id for _ in statements)
    found.outlets.extend(one.outlet for _ in statements)
    found.rules.extend(statement.made_by for statement in statements)


@cache
def cross_validated(shared: Path) -> list[float]:
    """Gives the chance of each statement by a model that did not see its article."""
    found = judged(shared)
    return tried(found.signs, found.right, found.articles)


def share_of_rule(found: Judged) -> list[float]:
    """Gives what stood here before: how often the rule is right, by articles not seen."""
    signs = [(f"rule:{rule}",) for rule in found.rules]
    return tried(signs, found.right, found.articles)


def error_row(seen: str, chances: list[float], constant: list[float], right: list[bool]) -> Row:
    """Gives the line of the calibration error."""
    others = (("constant of the rule", calibration_error(constant, right)),)
    return Row(f"calibration error, {seen}", calibration_error(chances, right), others)


def separation_row(
    seen: str, chances: list[float], constant: list[float], right: list[bool]
) -> Row:
    """Gives the line of how well right and wrong are told apart."""
    others = (("constant of the rule", told_apart(constant, right)),)
    return Row(f"right above wrong (AUC), {seen}", told_apart(chances, right), others)


def threshold_rows(chances: list[float], right: list[bool]) -> list[Row]:
    """Gives for each threshold the share right of what is as sure, and how much that is."""
    rows = []
    for least in THRESHOLDS:
        kept = [good for one, good in zip(chances, right, strict=True) if one >= least]
        if kept:
            others = (("of all statements", len(kept) / len(right)),)
            rows.append(Row(f"share right at {least} or surer", sum(kept) / len(kept), others))
    return rows


def bin_lines(chances: list[float], right: list[bool]) -> list[str]:
    """Gives the reliability table, a line for each tenth."""
    return [
        f"said {mean:.2f}, right {share:.2f}, statements {size}"
        for mean, share, size in binned(chances, right)
    ]
