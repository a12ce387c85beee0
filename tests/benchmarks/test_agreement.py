"""Two readings of the same article are compared as a gold and what was found."""

import pytest
from agreement import SECOND, groups, kappa, labels, lines, people_f1, reading_of, readings_in
from corpora.annotated import FOLDER, Pair

TEXT = "الوزير: الميناء مفتوح\nوجرح ثلاثة"
STATEMENT = {
    "cue": [6, 7], "source": [0, 6], "who": "سالم الحارس|الوزير", "kind": "person", "relays": [],
    "content": [[8, 21]], "mode": "indirect", "act": "assert",
}  # fmt: skip


def counts(*found):
    return {"quantities": [{"role": role, "value": value} for role, value in found]}


@pytest.fixture
def reading():
    one = {
        "id": "b0-01", "statements": [STATEMENT], "times": [], "quantities": [], "events": [
            {"trigger": [22, 26], "actor": None, "recipient": "الحارس", "place": None}
        ],
    }  # fmt: skip
    return reading_of(one, TEXT)


def test_spans_carry_the_text_they_cover(reading):
    [told] = reading["statements"]
    assert (told["cue"]["text"], told["source"]["text"]) == (":", "الوزير")
    assert [part["text"] for part in told["content"]] == ["الميناء مفتوح"]
    assert reading["events"][0]["trigger"]["text"] == "وجرح"


def test_a_second_name_of_the_speaker_is_an_alias(reading):
    [told] = reading["statements"]
    assert (told["speaker"]["name"], told["speaker"]["aliases"]) == ("سالم الحارس", ["الوزير"])


def test_counts_agree_by_role_and_value_as_often_as_both_have_them():
    first = counts(("killed", 2), ("wounded", None), ("wounded", None), ("other", 9))
    second = counts(("wounded", None), ("killed", 3))
    assert people_f1([(first, second)]) == pytest.approx(2 / 5)


def test_statements_with_a_cue_in_common_are_compared():
    first = {"statements": [{"cue": [3, 8], "act": "deny"}, {"cue": [20, 24], "act": "assert"}]}
    second = {"statements": [{"cue": [3, 12], "act": "assert"}, {"cue": [24, 26], "act": "warn"}]}
    assert labels("act", [(first, second)]) == [("deny", "assert")]


def test_kappa_leaves_out_what_frequencies_alone_make_equal():
    assert kappa([("a", "a"), ("a", "a"), ("a", "b"), ("b", "a")]) == pytest.approx(-1 / 3)
    assert kappa([("a", "a"), ("b", "b")]) == 1


def test_each_batch_has_a_column_and_all_together_one():
    pairs = [Pair({}, {"id": f"b{batch}", "batch": batch}) for batch in (2, 1, 2)]
    found = {name: {"documents": len(some), "act": 0.5} for name, some in groups(pairs)}
    head, documents, act = lines(found)
    assert head.split() == ["batch", "1", "batch", "2", "all"]
    assert documents.split() == ["documents", "1", "2", "3"]
    assert act.split() == ["act", "0.500", "0.500", "0.500"]


def test_second_readings_are_of_the_text_that_the_first_names():
    first, second = readings_in(FOLDER), readings_in(SECOND)
    assert second
    for name, one in second.items():
        for key in ("batch", "corpus", "article", "text_sha256"):
            assert one[key] == first[name][key], (name, key)
