"""What a trained tagger hands on: the names that it proposes in sentences."""

from dataclasses import dataclass
from typing import Literal

ProposedType = Literal["person", "place", "organisation"]


@dataclass(slots=True)
class Proposal:
    """A name in a sentence: words `first` up to but not `last`, and how sure the tagger is."""

    first: int
    last: int
    type: ProposedType
    share: float
