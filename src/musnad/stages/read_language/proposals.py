"""What a trained tagger hands on: the names that it proposes in sentences."""

from typing import Literal

ProposedType = Literal["person", "place", "organisation"]


class Proposal:
    """A name in a sentence: words `first` up to but not `last`, and how sure the tagger is."""

    __slots__ = ("first", "last", "share", "type")

    def __init__(self, first: int, last: int, proposed: ProposedType, share: float) -> None:
        self.first = first
        self.last = last
        self.type = proposed
        self.share = share
