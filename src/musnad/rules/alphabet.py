"""Every distinct set of classes that a token can have gets one code point."""

from collections import defaultdict
from collections.abc import Iterable

FIRST_CODE = 0xE000
"""Codes are characters for private use: none means anything in a regular expression, and the
engine of regular expressions looks a character of the basic plane up in a set at once."""


class Alphabet:
    """Gives codes for sets of classes, and the codes whose sets hold a class.

    `version` grows with each new set: a pattern compiled for an older version must be compiled
    again. Sets are entered while the lexicons load, so that reading rarely meets a new one, in
    an order that keeps those alike together: then a class is few runs of codes.
    """

    def __init__(self, sets: Iterable[frozenset[str]] = ()) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self._holding: defaultdict[str, set[str]] = defaultdict(set)
        self._answers: dict[str, str] = {}
        for classes in sets:
            self.code(classes)

    @property
    def version(self) -> int:
        """Gives the number of sets known so far."""
        return len(self._codes)

    def code(self, classes: frozenset[str]) -> str:
        """Gives the one character that stands for this set of classes."""
        found = self._codes.get(classes)
        if found is None:
            found = self._codes[classes] = chr(FIRST_CODE + len(self._codes))
            for name in classes:
                self._holding[name].add(found)
            self._answers.clear()
        return found

    def codes(self, expression: str) -> str:
        """Gives all characters whose sets satisfy `a&!b|c`: any alternative, all of its terms."""
        if expression not in self._answers:
            self._answers[expression] = self._search(expression)
        return self._answers[expression]

    def _search(self, expression: str) -> str:
        found = (self._satisfying(*_terms(part)) for part in expression.split("|"))
        return "".join(sorted(set[str]().union(*found)))

    def _satisfying(self, wanted: set[str], banned: set[str]) -> set[str]:
        holding = [self._holding.get(name, set()) for name in wanted]
        found = set.intersection(*holding) if holding else set(self._codes.values())
        return found.difference(*(self._holding.get(name, ()) for name in banned))


def _terms(conjunction: str) -> tuple[set[str], set[str]]:
    terms = [term.strip() for term in conjunction.split("&")]
    wanted = {term for term in terms if not term.startswith("!")}
    return wanted, {term[1:] for term in terms if term.startswith("!")}
