"""Patterns over classes become regular expressions over the codes of tokens."""

import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from musnad.errors import MusnadError
from musnad.rules.alphabet import Alphabet
from musnad.rules.schema import Rule, RuleFile

MACRO = re.compile(r"%([a-z][a-z-]*)")
CLASS = re.compile(r"<([^<>=!?][^<>]*|![^<>=]*)>")
GROUP = re.compile(r"\(\?P<[a-z_]+>")
SPACE = re.compile(r"\s+|#.*")
AHEAD = re.compile(
    r"\(\?=\(\?:<(?P<between>[^<>]+)>\{(?P<least>\d+),(?P<most>\d+)\}\?\)"
    r"(?P<wanted><[^<>]+>|\(\?:<[^<>]+>(?:\|<[^<>]+>)*\))\)"
)
"""What looks so many tokens ahead for one of some classes: `(?=(?:<!stop>{0,70}?)<that>)`."""


def expand(pattern: str, macros: dict[str, str]) -> str:
    """Gives the pattern with its `%macros` put in; an unknown one is `MusnadError` M-008."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in macros:
            raise MusnadError("M-008", f"the macro %{match[1]} is not known.")
        return f"(?:{expand(macros[match[1]], macros)})"

    return MACRO.sub(put, pattern)


def translate(pattern: str, alphabet: Alphabet) -> str:
    """Gives the regular expression: each `<class>` becomes the codes of all sets that hold it."""
    pattern = AHEAD.sub(lambda match: _look_ahead(match, alphabet), pattern)
    parts: list[str] = []
    at = 0
    for group in GROUP.finditer(pattern):
        parts += [_classes(pattern[at : group.start()], alphabet), group[0]]
        at = group.end()
    parts.append(_classes(pattern[at:], alphabet))
    return SPACE.sub("", "".join(parts))


def _classes(piece: str, alphabet: Alphabet) -> str:
    return CLASS.sub(lambda match: _one_of(alphabet.codes(match[1])), piece)


def _look_ahead(match: re.Match[str], alphabet: Alphabet) -> str:
    """Gives what looks for the same and runs over all that lies before it at once."""
    least, most = int(match["least"]), int(match["most"])
    between = alphabet.codes(match["between"])
    wanted = alphabet.codes("|".join(CLASS.findall(match["wanted"])))
    others = _one_of("".join(code for code in between if code not in wanted))
    lead = f"{_one_of(between)}{{{least}}}" if least else ""
    return f"(?={lead}{others}{{0,{most - least}}}+{_one_of(wanted)})"


@lru_cache(maxsize=4_096)
def _one_of(codes: str) -> str:
    return f"[{_ranges(sorted(codes))}]" if codes else "(?!)"


def _ranges(codes: list[str]) -> str:
    """Gives sorted codes with runs written as `a-z`, so that patterns stay short."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and ord(code) == ord(runs[-1][-1]) + 1:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
    return "".join("-".join(run) for run in runs)


def named_classes(rules: RuleFile) -> tuple[str, ...]:
    """Gives the classes that the rules of a file name, the most named first.

    No other class needs to be told apart.
    """
    patterns = [*rules.macros.values(), *(rule.pattern for rule in rules.rule)]
    patterns += [f"<{rule.trigger}>" for rule in rules.rule]
    terms = (term for text in patterns for match in CLASS.finditer(GROUP.sub("(", text))
             for term in re.split("[&|]", match[1]))  # fmt: skip
    counted = Counter(term.strip().lstrip("!") for term in terms)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


class Ready:
    """A rule ready to match; its pattern is compiled when it is first tried.

    `cue`, `source`, `relay` and `content` are the numbers of these groups in its pattern, once it
    has been tried; 0 stands for one that it does not have.
    """

    def __init__(self, rule: Rule, compiled: Callable[[Rule], re.Pattern[str]]) -> None:
        self.rule = rule
        self.match: Callable[[str, int], re.Match[str] | None] = self._match_first
        self.cue = self.source = self.relay = self.content = 0
        self._compiled = compiled

    def _match_first(self, codes: str, at: int) -> re.Match[str] | None:
        """Gives the match of the rule, one of the triggers in `codes`, that begins at `at`."""
        pattern = self._compiled(self.rule)
        self.match, groups = pattern.match, pattern.groupindex
        self.cue, self.source = groups.get("cue", 0), groups.get("source", 0)
        self.relay, self.content = groups.get("relay", 0), groups.get("content", 0)
        return self.match(codes, at)


class Compiled:
    """A rule file made ready to match; patterns are compiled when first needed.

    `without` leaves rules out by id: so a test can show that a rule is needed.
    """

    def __init__(
        self, rules: RuleFile, alphabet: Alphabet, without: frozenset[str] = frozenset()
    ) -> None:
        self.rules = tuple(rule for rule in rules.rule if rule.id not in without)
        self._macros = rules.macros
        self._alphabet = alphabet
        self._version = -1
        self._rules_of: dict[str, tuple[Ready, ...]] = {}
        self._trigger = re.compile(_one_of(""))

    def triggers(self, codes: str, end: int = sys.maxsize) -> list[tuple[int, tuple[Ready, ...]]]:
        """Gives each place before `end` where rules may apply, with those rules in their order."""
        self._renew()
        rules_of = self._rules_of
        return [(m.start(), rules_of[m[0]]) for m in self._trigger.finditer(codes, 0, end)]

    def _renew(self) -> None:
        if self._version != self._alphabet.version:
            self._version = self._alphabet.version
            self._rules_of = self._read_triggers()
            self._trigger = re.compile(_one_of("".join(self._rules_of)))

    def _read_triggers(self) -> dict[str, tuple[Ready, ...]]:
        rules_of: dict[str, tuple[Ready, ...]] = {}
        for ready in [Ready(rule, self._regex) for rule in self.rules]:
            for code in self._alphabet.codes(ready.rule.trigger):
                rules_of[code] = (*rules_of.get(code, ()), ready)
        return rules_of

    def _regex(self, rule: Rule) -> re.Pattern[str]:
        return re.compile(translate(expand(rule.pattern, self._macros), self._alphabet))
