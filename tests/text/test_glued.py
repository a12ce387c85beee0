"""A forgotten space is seen where one of the words has «ال» or is «أن» after a verb of saying."""

import pytest

from musnad.text.analysis import analyse

GLUED = {
    "وأكد أنالحكومة وافقت": ["أن", "الحكومة"],
    "وأضاف أنّالوزير وصل": ["أنّ", "الوزير"],
    "دخلت فيالمدينة": ["في", "المدينة"],
    "وقالإن الميناء مفتوح": ["وقال", "إن"],
    "وأكدتأنه مفتوح": ["وأكدت", "أنه"],
    "سافر إلىالعاصمة": ["إلى", "العاصمة"],
}
ONE_WORD = (
    "معالجة", "معالم", "منال", "فيالق", "عنان", "إنالة", "يقولان", "بيان", "إعلان", "قالها",
    "إعلانه", "منالحازم",  # no frequent word is left
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), GLUED.items())
def test_two_words_without_a_space_are_two_tokens(text: str, words: list[str]) -> None:
    tokens = analyse(text).tokens
    printed = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert [word for word in printed if word in words] == words


@pytest.mark.parametrize("word", ONE_WORD)
def test_a_word_that_only_looks_glued_is_one_token(word: str) -> None:
    assert len(analyse(word).tokens) == 1
