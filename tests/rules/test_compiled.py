"""Patterns over classes match tokens, whatever order their sets came in."""

import re
from itertools import product

import pytest

from musnad.errors import MusnadError
from musnad.rules.alphabet import Alphabet
from musnad.rules.compiled import Compiled, expand, named_classes, translate
from musnad.rules.schema import RuleFile, parse_rules

TEXT = """
[macros]
name = "<n>(?:<n>){0,3}"

[[rule]]
id = "test.said"
why = "a verb, a name, a complementizer"
trigger = "v"
pattern = "(?P<cue><v>)(?P<source>%name)?(?=<that>)<that>(?P<content>)"
example = [{ text = "a", gives = { cue = "a" } }, { text = "b", gives = { cue = "b" } }]
counter = [{ text = "c", why = "none" }]
"""


def rules() -> RuleFile:
    return parse_rules(TEXT, "test.toml")


def codes(alphabet: Alphabet, *tokens: str) -> str:
    return "".join(alphabet.code(frozenset(token.split("+"))) for token in tokens)


def test_a_pattern_matches_sets_that_hold_the_class() -> None:
    alphabet = Alphabet()
    compiled = Compiled(rules(), alphabet)
    text = codes(alphabet, "x", "v+past", "n+masculine", "n", "that")
    [(at, [ready])] = compiled.triggers(text)
    match = ready.match(text, at)
    assert match is not None
    assert match.span("source") == (2, 4)
    assert match.start("content") == 5


def test_a_new_set_after_compiling_is_known_at_once() -> None:
    alphabet = Alphabet()
    compiled = Compiled(rules(), alphabet)
    assert list(compiled.triggers(codes(alphabet, "n", "x"))) == []
    assert [at for at, _ in compiled.triggers(codes(alphabet, "x", "v+new"))] == [1]


def test_terms_and_alternatives() -> None:
    alphabet = Alphabet()
    text = codes(alphabet, "a", "a+b", "c")
    assert alphabet.codes("a&!b|c") == text[0] + text[2]


def test_a_rule_left_out_does_not_match() -> None:
    alphabet = Alphabet()
    compiled = Compiled(rules(), alphabet, frozenset({"test.said"}))
    assert list(compiled.triggers(codes(alphabet, "v", "that"))) == []


def test_named_classes_are_those_of_patterns_and_triggers() -> None:
    assert sorted(named_classes(rules())) == ["n", "that", "v"]


@pytest.mark.parametrize("between", ["<!stop>{0,3}?", "<!stop>{1,3}?"])
@pytest.mark.parametrize("wanted", ["<that>", "<that|stop>", "(?:<that>|<x>)"])
def test_what_looks_ahead_finds_what_a_plain_pattern_finds(between: str, wanted: str) -> None:
    alphabet = Alphabet(map(frozenset, (["v"], ["that"], ["x"], ["stop"])))
    quick = translate(expand(f"<v>(?=%far{wanted})", {"far": between}), alphabet)
    plain = translate(f"<v>(?={between}{wanted})", alphabet)
    assert "+" in quick
    assert "+" not in plain
    texts = [
        "".join(each) for size in range(5) for each in product(alphabet.codes("!v"), repeat=size)
    ]
    found = [bool(re.match(quick, alphabet.codes("v") + text)) for text in texts]
    assert found == [bool(re.match(plain, alphabet.codes("v") + text)) for text in texts]
    assert len(set(found)) == 2


def test_an_unknown_macro_is_refused() -> None:
    with pytest.raises(MusnadError, match="M-008"):
        expand("%nothing", {})


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (TEXT.replace('why = "a verb', 'because = "a verb'), "because"),
        (TEXT.replace(', { text = "b", gives = { cue = "b" } }', ""), "two examples"),
        (TEXT.replace("[macros]", "[macros"), "test.toml"),
    ],
)
def test_a_malformed_rule_file_is_refused(broken: str, said: str) -> None:
    with pytest.raises(MusnadError, match="M-008") as error:
        parse_rules(broken, "test.toml")
    assert said in str(error.value)
