import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_mentions
from musnad.stages.read_language.mentions_scan import make_scan
from musnad.stages.read_language.names_neural import LONGEST_SENTENCE, NeuralTagger
from musnad.text.analysis import analyse
from small_model import small_model

TAGGER = NeuralTagger(
    small_model({"▁زمزود": "B-PERS", "▁قلشوب": "I-PERS", "▁طلخيبة": "B-LOC", "▁طلخ": "O"})
)


def found(text: str, tagger: NeuralTagger = TAGGER) -> list[tuple[str, str, str]]:
    mentions = find_mentions(make_scan(analyse(text), load_lexicon()), tagger)
    return [(each.type, each.name, each.made_by) for each in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد الوفد مع زمزود قلشوب", ("person", "زمزود قلشوب")),
        ("عادت السفن إلى طلخيبة", ("place", "طلخيبة")),
        ("عادت السفن. ثم عاد الوفد مع زمزود قلشوب.", ("person", "زمزود قلشوب")),
    ],
)
def test_proposed_names_become_mentions(text: str, expected: tuple[str, str]) -> None:
    assert (*expected, "mentions.neural") in found(text)


def test_a_sentence_may_end_in_what_is_no_word() -> None:
    assert ("person", "زمزود قلشوب", "mentions.neural") in found("عاد الوفد مع زمزود قلشوب ـ")


def test_a_name_does_not_begin_inside() -> None:
    assert found("عاد الوفد مع قلشوب") == []


def test_signs_of_the_lexicon_are_heard() -> None:
    deaf = NeuralTagger(small_model({"▁طلخيبة": "O"}))
    hearing = NeuralTagger(small_model({"▁طلخيبة": "O"}, {"u": "B-LOC"}))
    assert found("إلى طلخيبة", deaf) == []
    assert ("place", "طلخيبة", "mentions.neural") in found("إلى طلخيبة", hearing)


def test_a_long_sentence_is_read_to_its_end() -> None:
    text = "ثم " * (LONGEST_SENTENCE + 7) + "زمزود قلشوب"
    assert ("person", "زمزود قلشوب", "mentions.neural") in found(text)


def test_the_same_text_gives_the_same_names_whatever_was_read_before() -> None:
    first = found("عاد الوفد مع زمزود قلشوب إلى طلخيبة")
    found("عادت السفن إلى طلخيبة " * 40)
    assert found("عاد الوفد مع زمزود قلشوب إلى طلخيبة") == first


def test_where_the_model_is_undecided_the_light_tagger_is_heard() -> None:
    text = "عاد الوفد إلى زيلاندا يوم الخميس"
    undecided = NeuralTagger(small_model({}, score=0.0))
    assert ("place", "زيلاندا", "mentions.neural") in found(text, undecided)
    assert found(text, NeuralTagger(small_model({}, score=20.0))) == []


@pytest.mark.parametrize(
    ("score", "expected"),
    [(20.0, "الأمم المتحدة الزمزودية"), (0.0, "الأمم المتحدة")],
)
def test_a_known_name_gives_way_where_the_model_is_sure(score: float, expected: str) -> None:
    labels = {"▁الأمم": "B-ORG", "▁المتحدة": "I-ORG", "▁الزمزودية": "I-ORG"}
    read = found("عاد وفد الأمم المتحدة الزمزودية", NeuralTagger(small_model(labels, score=score)))
    assert expected in [name for _, name, _ in read]


@pytest.mark.parametrize(("score", "expected"), [(20.0, "القلشوب"), (0.0, "وزير الدفاع القلشوب")])
def test_a_post_ends_before_its_holder_where_the_model_is_sure(score: float, expected: str) -> None:
    tagger = NeuralTagger(small_model({"▁القلشوب": "B-PERS"}, score=score))
    scan = make_scan(analyse("عاد وزير الدفاع القلشوب إلى المدينة"), load_lexicon())
    (read,) = find_mentions(scan, tagger)
    assert (read.name, "وزير" in read.office) == (expected, True)


@pytest.mark.parametrize(
    ("labels", "score", "inside"),
    [
        ({"▁بلدية": "B-ORG", "▁المنارة": "I-ORG"}, 8.0, ["بلدية المنارة"]),
        ({}, 1.0, []),  # proposed, and doubted
    ],
)
def test_a_body_inside_of_a_post_is_a_mention_beside_it(
    labels: dict[str, str], score: float, inside: list[str]
) -> None:
    tagger = NeuralTagger(small_model(labels, score=score))
    post, *rest = found("عاد رئيس بلدية المنارة إلى المدينة", tagger)
    assert post == ("person", "رئيس بلدية المنارة", "mentions.post")
    assert rest == [("organisation", name, "mentions.neural") for name in inside]
