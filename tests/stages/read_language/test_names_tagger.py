import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions_scan import Found
from musnad.stages.read_language.names_classes import class_code
from musnad.stages.read_language.names_features import rule_marks, sentence_features
from musnad.stages.read_language.names_tagger import NamesTagger, Tagged, _Text, names_tagger
from musnad.stages.read_language.vocabulary import Vocabulary, vocabulary
from musnad.trained.weights import pack_weights, unpack_weights

LEXICON = load_lexicon()
LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG")


def tagger(states: dict[tuple[str, str], float]) -> NamesTagger:
    return NamesTagger(unpack_weights(pack_weights(LABELS, states, {})))


def tag(
    states: dict[tuple[str, str], float], text: str, rules: list[str] | None = None, *decided: int
) -> Tagged:
    seen = Vocabulary(LEXICON).look_up(text.split())
    return tagger(states).tag(seen, rules or [""] * len(seen), decided)


def names(*given) -> list[tuple[int, int, str]]:
    return [(each.first, each.last, each.type) for each in tag(*given).proposals]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("زيلان", "u"), ("سامر", "G"), ("وسامر", "G_و"), ("في", "p"), ("12", "9"), ("\n", "$"),
        ("«", "«"), ("nato", "Z"), ("الوطني", "aD"), ("مدينه", "l+"), ("وزاره", "g+"),
    ],
)  # fmt: skip
def test_the_class_of_a_word_says_what_the_lexicon_holds_it_for(key, code):
    assert class_code(key, LEXICON) == code


def test_a_word_is_a_name_by_itself():
    assert names({("w0=زيلان", "B-PERS"): 5.0}, "عاد زيلان امس") == [(1, 2, "person")]


def test_a_word_is_a_name_by_its_neighbours():
    states = {("b=زيلان", "O"): -3.0, ("w-1=مدينه", "B-LOC"): 5.0, ("w-1=سفينه", "O"): 4.0}
    assert names(states, "مدينه زيلان امس") == [(1, 2, "place")]
    assert names(states, "سفينه زيلان امس") == []


def test_a_small_word_is_no_name_by_itself():
    assert names({("w0=في", "B-PERS"): 5.0}, "عاد في امس") == []


def test_the_words_after_the_head_noun_of_a_body_are_read():
    states = {
        ("w0=لجنه", "B-ORG"): 5.0, ("w-1=لجنه", "I-ORG"): 5.0, ("w-2=لجنه", "I-ORG"): 5.0,
    }  # fmt: skip
    assert names(states, "اعلنت لجنه انقاذ السفن امس") == [(1, 4, "organisation")]


def test_a_name_ends_with_its_line():
    states = {("w0=زيلان", "B-PERS"): 5.0, ("w-1=زيلان", "I-PERS"): 9.0}
    tagged = tagger(states).tag(Vocabulary(LEXICON).look_up(["زيلان", "\n", "عاد"]), [""] * 3)
    assert [(each.first, each.last, each.type) for each in tagged.proposals] == [(0, 1, "person")]


def test_what_rules_decided_is_not_read():
    states = {("w0=زيلان", "B-PERS"): 5.0}
    assert names(states, "عاد زيلان امس", [""] * 3, 1) == []


def test_what_rules_found_counts():
    states = {("r=B.known.place.1", "B-LOC"): 5.0}
    found = names(states, "عاد سروري امس", ["", "B.known.place.1", ""])
    assert found == [(1, 2, "place")]


def test_the_share_of_a_name_that_is_not_proposed():
    tagged = tag({("w0=زيلان", "O"): -1.6, ("w0=زيلان", "B-LOC"): 3.0}, "عاد زيلان")
    assert tagged.share(1, 2, "LOC") > 0.95
    assert tagged.share(1, 2, "PERS") < 0.9


def test_training_and_reading_see_the_same():
    keys, rules = ["اعلنت", "لجنه", "زيلان", "«"], ["", "B.x", "", ""]
    rows = [dict(each) for each in sentence_features(keys, rules, LEXICON)]
    states = {
        (f"{kind}={value}", "B-PERS"): 0.01 * at
        for at, (kind, value) in enumerate(rows[2].items(), 1)
    }
    text = _Text(Vocabulary(LEXICON).look_up(["\n", "\n", *keys, "\n"]), ["", *rules])
    assert tagger(states)._gain(text, 2) == sum(range(1, len(rows[2]) + 1))


def test_the_mark_of_a_rule_says_where_in_the_mention_a_word_stands():
    found = [
        Found("place", 1, 3, 0, "", "mentions.known"),
        Found("person", 3, 4, 0, "", "mentions.x"),
    ]
    assert rule_marks(found, 5) == ["", "B.known.place", "I.known.place", "B.x.person.1", ""]


def test_the_shipped_tagger_reads_the_same_twice():
    keys = ["وقال", "زيلان", "مورفاي", "ان", "السفن", "عادت"]
    seen = vocabulary(LEXICON).look_up(keys)
    first, second = (names_tagger().tag(seen, [""] * len(keys)).proposals for _ in range(2))
    assert [(each.first, each.last, each.type, each.share) for each in first] == [
        (each.first, each.last, each.type, each.share) for each in second
    ]
    assert first
