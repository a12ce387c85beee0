"""How sure a statement is, from how it was found."""

from musnad.stages.attribute_statements.frames import Frame
from musnad.stages.attribute_statements.speakers import Resolved


def confidence_of(frame: Frame, resolved: Resolved) -> float:
    """Gives a number between 0 and 1."""
    return 0.5
