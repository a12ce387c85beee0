"""How sure a statement is: how often its rule was right on annotated articles."""

from musnad.lexicons import builtin
from musnad.stages.attribute_statements.discourse import Resolved
from musnad.stages.attribute_statements.frames import Frame


def confidence_of(frame: Frame, resolved: Resolved) -> float:
    """Gives the share of statements of this rule that were right, 0 to 1.

    Right means found with its content (token overlap at least 0.5) and its speaker, measured by
    `benchmarks/calibrate.py`; a speaker who is not known makes it half as sure.
    """
    table = builtin("confidence")
    share: float = table["rule"].get(frame.rule.id, table["overall"])
    return round(share / 2, 2) if resolved.speaker.kind == "unknown" else share
