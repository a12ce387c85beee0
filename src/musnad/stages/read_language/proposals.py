"""What a trained tagger hands on: the names that it proposes in sentences."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

ProposedType = Literal["person", "place", "organisation"]


class Proposal(NamedTuple):
    """A name in a sentence: words `first` up to but not `last`, and how sure the tagger is."""

    first: int
    last: int
    type: ProposedType
    share: float


class NameTagger(Protocol):
    """Proposes names; the same words give the same names."""

    @property
    def name(self) -> str:
        """Gives the name of the trained file; its digest stands in the versions of a reading."""

    def propose_names(self, sentences: Sequence[Sequence[str]]) -> list[list[Proposal]]:
        """Gives the names of each sentence, a row of printed words, in their order."""
