"""Two readings of the same article are compared as a gold and what was found."""

import pytest
from agreement import SECOND, people_f1, reading_of, readings_in
from corpora.annotated import FOLDER

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


def test_second_readings_are_of_the_text_that_the_first_names():
    first, second = readings_in(FOLDER), readings_in(SECOND)
    assert second
    for name, one in second.items():
        for key in ("batch", "corpus", "article", "text_sha256"):
            assert one[key] == first[name][key], (name, key)
