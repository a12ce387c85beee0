"""What a trained tagger hands on: the names that it proposes in sentences."""

from typing import Literal, NamedTuple

ProposedType = Literal["person", "place", "organisation"]


class Proposal(NamedTuple):
    """A name in a sentence: words `first` up to but not `last`, and how sure the tagger is."""

    first: int
    last: int
    type: ProposedType
    share: float
