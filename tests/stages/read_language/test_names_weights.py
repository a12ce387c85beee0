from collections import Counter

import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.names_classes import class_code, pair_value
from musnad.stages.read_language.names_features import KINDS, rule_values, word_values
from musnad.stages.read_language.names_given import Pairs
from musnad.stages.read_language.names_tagger import FILE
from musnad.stages.read_language.names_weights import FIELDS, Tables
from musnad.trained.weights import load_weights

LEXICON = load_lexicon()
WEIGHTS = load_weights(FILE)
ROWS = {(kind, value): row for kind, value, row in WEIGHTS.rows()}
TABLES = Tables(WEIGHTS)
WORDS = ("\n", "«", "و", "7", "ان", "في", "12", "عبد", "2012", "زيلان", "والمينا", "مدينه", "nato")


def summed(kinds: tuple[str, ...], values: list[str]) -> tuple[int, int]:
    found = [ROWS.get(each, (0, 0)) for each in zip(kinds, values, strict=False)]
    return sum(low for low, _ in found), sum(high for _, high in found)


@pytest.mark.parametrize("step", KINDS)
@pytest.mark.parametrize("key", WORDS)
def test_a_word_gives_the_weights_of_all_its_features(key, step):
    code, word, field = class_code(key, LEXICON), LEXICON.word(key), FIELDS[str(step)]
    given = TABLES.given(key, code, word)
    wanted = summed(KINDS[step], word_values(key, code, step, word))
    assert (getattr(given, field), getattr(given, f"high_{field}")) == wanted
    if step == 0:
        assert TABLES.own(key, code, word) == wanted


def test_every_step_finds_weights():
    given = [TABLES.given(key, class_code(key, LEXICON), LEXICON.word(key)) for key in WORDS]
    found = Counter(field for each in given for field in FIELDS.values() if getattr(each, field))
    assert min(found[field] for field in FIELDS.values()) > len(WORDS) / 2


def test_two_neighbours_give_the_weights_of_their_classes():
    pairs = TABLES.given("زيلان", "u", None).pairs
    pair = pairs["v"]
    assert isinstance(pairs, Pairs)
    for kind, field in (("<<", "third"), ("<", "second"), (">", "first"), (">>", "before")):
        assert (getattr(pair, field), getattr(pair, f"high_{field}")) == ROWS.get(
            (kind, pair_value("u", "v")), (0, 0)
        )


@pytest.mark.parametrize(
    "marks", [("", "", ""), ("", "B.given-name.person", "I.given-name.person"), ("", "", "B.x")]
)
def test_the_marks_of_rules_give_their_weights(marks):
    assert TABLES.marked(marks) == summed(("r", "r<", "r>"), rule_values(*marks))
